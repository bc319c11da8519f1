"""Where a notice stands, and what became of it in a group."""

from __future__ import annotations

from enum import StrEnum


class NoticeState(StrEnum):
    """From the first word to the last."""

    DRAFT = "draft"  # only its writer sees it
    SECOND = "second"  # waits for a second person's 同意
    WAITING = "waiting"  # goes out in a moment: 先别发
    SCHEDULED = "scheduled"  # 定时
    SENDING = "sending"
    STOPPED = "stopped"  # 停: what has not gone out stays
    SENT = "sent"  # nothing is left to be sent
    WITHDRAWN = "withdrawn"  # taken back everywhere
    DROPPED = "dropped"  # 取消, before anybody saw it


OUT = (NoticeState.SENDING, NoticeState.STOPPED, NoticeState.SENT)
"""Somebody may be reading it."""
ABOUT_TO_GO = (NoticeState.SECOND, NoticeState.WAITING, NoticeState.SCHEDULED)
"""By itself, or when a second person agrees."""


class Fate(StrEnum):
    """What became of it in one chat."""

    LEFT = "left"  # not sent yet
    SENT = "sent"
    BLOCKED = "blocked"  # a person who does not want to hear from us
    KICKED = "kicked"  # we are in that group no more
    MIGRATED = "migrated"  # the group has a new number, and nobody told us which
    RESTRICTED = "restricted"  # we may not write there
    UNKNOWN = "unknown"  # sent, and nobody knows whether it arrived
    REFUSED = "refused"  # Telegram does not take it
    DROPPED = "dropped"  # not to be sent any more


TROUBLE = (Fate.KICKED, Fate.MIGRATED, Fate.RESTRICTED, Fate.UNKNOWN, Fate.REFUSED, Fate.BLOCKED)
_SAID = (
    ("kicked", Fate.KICKED),
    ("not a member", Fate.KICKED),
    ("deactivated", Fate.KICKED),
    ("was deleted", Fate.KICKED),
    ("chat not found", Fate.KICKED),
    ("upgraded", Fate.MIGRATED),
    ("migrated", Fate.MIGRATED),
    ("rights", Fate.RESTRICTED),
    ("write_forbidden", Fate.RESTRICTED),
    ("restricted", Fate.RESTRICTED),
    ("blocked", Fate.BLOCKED),
)


def fate_of(state: str, error: str | None, *, person: bool) -> Fate:
    """From how a post stands, and what Telegram said of it."""
    if state in ("pending", "sending", "held"):
        return Fate.LEFT
    if state == "failed":
        words = (error or "").casefold()
        found = next((fate for said, fate in _SAID if said in words), Fate.REFUSED)
        return Fate.BLOCKED if person and found in (Fate.KICKED, Fate.RESTRICTED) else found
    return {"sent": Fate.SENT, "unknown": Fate.UNKNOWN}.get(state, Fate.DROPPED)
