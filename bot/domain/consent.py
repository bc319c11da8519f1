"""同意: what a person was told about what is stored, and whether they agreed."""

from __future__ import annotations

from bot.domain.member import Member

TEXT = 1
"""The number of the text `consent-ask` in the locales. Who changes what it promises adds one: everybody is asked again."""


def agrees(member: Member) -> bool:
    """Has agreed, to this text or an earlier one: nobody is held up in the middle of something by a new text."""
    return member.consented > 0


def is_to_ask(member: Member) -> bool:
    """Has agreed once, and not to the text as it is now."""
    return agrees(member) and member.consented != TEXT
