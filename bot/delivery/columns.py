"""The columns of a row after its request: what it is from now on, and when it may be tried again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.delivery.failures import Outcome
from bot.delivery.sender import Sent
from bot.storage.machinery import Fate, PlaceState, PostState

_LONGEST_PAUSE_S = 60
QUIET = ("pin", "unpin", "blank")
"""Whether these are done or not, the message itself is there all the same: nobody is told."""


def post_columns(one: Sent, now: datetime) -> dict[str, Any]:
    """Of a post."""
    due, verdict = one.ready.due, one.verdict
    row: dict[str, Any] = {"id_": due.id}
    if one.ready.hold:
        return row | {"state": PostState.HELD}
    if one.ready.drop:
        return row | {"state": PostState.EXPIRED, "error": one.ready.drop, "settled_at": now}
    if verdict is None:
        return row | {"state": PostState.SENT, "message_id": one.message_id, "settled_at": now}
    match verdict.outcome:
        case Outcome.WAIT | Outcome.MOVED:
            return row | {"state": PostState.PENDING}
        case Outcome.NOT_SENT:
            return row | _again(due.attempts, now)
        case Outcome.UNKNOWN if due.fate is Fate.PARK:
            return row | {"state": PostState.UNKNOWN, "error": verdict.why[:200]}
        case Outcome.UNKNOWN:
            return row | _again(due.attempts, now) | {"suspect": due.fate is not Fate.RESEND}
        case _ if (
            due.kind in QUIET
        ):  # not ours to pin there, or gone: the notice itself is there all the same
            return row | {"state": PostState.EXPIRED, "error": verdict.why[:200], "settled_at": now}
        case _:
            return row | {"state": PostState.FAILED, "error": verdict.why[:200], "settled_at": now}


def _again(attempts: int, now: datetime) -> dict[str, Any]:
    pause = min(2**attempts, _LONGEST_PAUSE_S)
    return {
        "state": PostState.PENDING,
        "attempts": attempts + 1,
        "not_before": now + timedelta(seconds=pause),
    }


def card_columns(one: Sent, now: datetime) -> dict[str, Any]:
    """Of a card at its place."""
    due, verdict, ready = one.ready.due, one.verdict, one.ready
    row: dict[str, Any] = {"id_": due.id}
    if verdict is None and ready.nothing:
        return row | {
            "shown": ready.revision,
            "message_id": None,
            "digest": None,
            "state": PlaceState.RETIRED,
        }
    if verdict is None:
        shown: dict[str, Any] = {
            "shown": ready.revision,
            "message_id": one.message_id,
            "digest": ready.digest,
        }
        shown["fades_at"] = ready.until
        return row | shown | {"attempts": 0, "suspect": False, "error": None}
    later = _again(due.attempts, now)
    later.pop("state")
    match verdict.outcome:
        case Outcome.WAIT | Outcome.MOVED:
            return row
        case Outcome.GONE:
            return row | {"message_id": None, "digest": None}
        case Outcome.NOT_SENT:
            return row | later
        case Outcome.UNKNOWN:  # nor do we know what its message shows now
            return row | later | {"suspect": due.message_id is None, "digest": None}
        case Outcome.BLOCKED:
            return row | {"state": PlaceState.GONE, "error": verdict.why[:200]}
        case _:  # not like this: it is tried again when it has changed
            return row | {"shown": ready.revision, "error": verdict.why[:200]}
