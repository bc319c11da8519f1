"""Whether somebody agrees that what they say is stored. Danger is answered and a group's report taken all the same."""

from __future__ import annotations

from datetime import datetime

from bot.domain import consent
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.storage.work import UnitOfWork


def ask_consent(uow: UnitOfWork, member: Member, *, now: datetime, round_: int) -> None:
    """The text with 同意 / 不同意, at the bottom of their chat."""
    subject = f"member:{member.id}"
    uow.place(
        "consent",
        member.id,
        member.telegram_id,
        now=now,
        subject=subject,
        priority=Priority.ANSWER,
        round_=round_,
    )


def ask_again(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """Once, where the text has changed since they agreed; whatever they are doing goes on."""
    if member.reachable and consent.is_to_ask(member):
        ask_consent(uow, member, now=now, round_=-consent.TEXT)


def must_agree(uow: UnitOfWork, member: Member, *, now: datetime, round_: int) -> None:
    """Raises RuleError for who has not agreed; the question stands in their chat then."""
    if not consent.agrees(member):
        ask_consent(uow, member, now=now, round_=round_)
        raise RuleError("no-consent-yet")


async def give_consent(uow: UnitOfWork, member: Member, version: int, *, now: datetime) -> bool:
    """同意, kept with its date and language; True the first time. Raises RuleError for a text that was changed since."""
    if version != consent.TEXT:
        ask_consent(uow, member, now=now, round_=-consent.TEXT)
        raise RuleError("no-consent-changed")
    first = not consent.agrees(member)
    if member.consented != version:
        member.agree(version, now)
        await uow.consents.keep(member, version, given=True, now=now)
    uow.touch(f"member:{member.id}")
    return first


async def refuse_consent(uow: UnitOfWork, member: Member, version: int, *, now: datetime) -> None:
    """不同意: where they live is forgotten now, what they had begun to say within a day (retention)."""
    if member.consented != -version:
        member.refuse(version, now)
        await uow.consents.keep(member, version, given=False, now=now)
    uow.touch(f"member:{member.id}")
