"""持证, 力气, languages: vouched for by a leader or coordinator, 可入户 by a coordinator; or brought in with a roster."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.errors import RuleError
from bot.domain.marks import KINDS, MAY_ENTER, Mark, given, without
from bot.domain.member import Member, Standing, TeamPlace
from bot.domain.rights import Subject, Verb, must
from bot.storage.requests import Requests
from bot.storage.work import UnitOfWork


async def vouch(
    uow: UnitOfWork, place_id: int, kind: str, on: bool, *, by: Member, now: datetime
) -> TeamPlace:
    """A leader or coordinator vouches for `kind` (or no longer does), in the team of that place; who may enter homes
    a coordinator alone says.

    Raises RuleError for somebody who does not lead that team, for somebody who is not in it, and for what nobody
    can vouch for.
    """
    member, place = await Requests(uow.session).get(place_id)
    must(by, Verb.LET_ENTER if kind == MAY_ENTER else Verb.VOUCH, Subject(team=place.team))
    if place.standing is not Standing.ACTIVE:
        raise RuleError("no-not-in-team", team=place.team)
    mark_member(uow, member, place, kind, on, by=by.id, now=now)
    return place


def mark_member(
    uow: UnitOfWork,
    member: Member,
    place: TeamPlace,
    kind: str,
    on: bool,
    *,
    by: int | None,
    now: datetime,
    until: date | None = None,
) -> None:
    """What somebody is vouched for in that place from now on, or no longer; `until`: its last day.

    For who has the right already: `vouch` asks, and so does whoever brings in a roster (`by`: who brought it). What
    is as it should be keeps its date. Raises RuleError for a kind neither we nor the playbook know.
    """
    if kind not in KINDS and uow.playbook.tongue(kind) is None:
        raise RuleError("no-stale-button")
    known = place.mark(kind)
    if (known is not None) is on and (
        known is None or (known.until == until and known.holds(uow.playbook.day(now)))
    ):
        return
    place.marks = given(place.marks, Mark(kind, now, by, until)) if on else without(place.marks, kind)
    place.changed_at = now
    uow.touch(f"member:{member.id}")
    uow.record("vouched", f"place:{place.id}", now=now, by=by, mark=kind, on=on)
