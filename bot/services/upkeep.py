"""Those who look after the machine hear when it needs them, and only then."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.domain.role import Role
from bot.storage.placements import Placements
from bot.storage.upkeep import SINCE, upkeep_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork

LINE_AT = time(8, 0)
_ON_TIME = timedelta(hours=4)
KEPT = timedelta(hours=24)
"""Telegram keeps for so long what nobody fetches, and then forgets it."""
_HEARD = "telegram:heard"
LISTENS, TICKS = "intake:lives", "clock:lives"


async def show_stuck(uow: UnitOfWork, card: str, by: Member, *, now: datetime, round_: int) -> None:
    """/unknown or /dead at the bottom of the chat; an older one goes. Raises RuleError for who is no coordinator."""
    must(by, Verb.RESEND)
    for message_id in await Placements(uow.session).take_down(card, by.telegram_id, now):
        uow.delete_message(by.telegram_id, message_id, now=now)
    uow.place(card, 0, by.telegram_id, subject=WAITING, now=now, priority=Priority.ANSWER, round_=round_)
    uow.looked(card, WAITING, by=by.id, now=now)


async def send_line(uow: UnitOfWork, *, now: datetime) -> int:
    """At 08:00 in the community's zone, once a day, if anything needs a person; to how many admins it went."""
    local = now.astimezone(uow.playbook.zone)
    due = datetime.combine(local.date(), LINE_AT, uow.playbook.zone)
    if not due <= local < due + _ON_TIME or not await uow.occurrences.first(f"upkeep:{due:%Y-%m-%d}", now):
        return 0
    await uow.occurrences.first(SINCE, now)
    if not (await upkeep_of(uow, now)).needs_a_person:
        return 0
    people = await _those_who_look_after(uow)
    for person in people:
        round_ = -int(due.timestamp())
        uow.place(
            "upkeep",
            0,
            person.telegram_id,
            subject=f"upkeep:{due:%Y-%m-%d}",
            now=now,
            priority=Priority.REMINDER,
            round_=round_,
        )
    return len(people)


async def tell_standstill(uow: UnitOfWork, key: str, since: datetime, *, now: datetime) -> None:
    """Something stands still since then. It arrives at once where delivery goes on, else when it can; said once,
    however many processes have seen it."""
    await _tell(uow, key, since, now=now, at=since)
    await uow.occurrences.note(f"{key} told", since)


async def tell_over(uow: UnitOfWork, key: str, over: str | None, since: datetime, *, now: datetime) -> None:
    """And that it is over; without `over` something else says so."""
    if over is not None:
        await _tell(uow, over, since, now=now, at=since, until=now)
    await uow.occurrences.note(f"{key} over", since)


async def standstill_told(uow: UnitOfWork, key: str) -> datetime | None:
    """Since when what has been told of stands still; None where nothing was told, or that it is over was as well.

    By whatever process: the one that told of it may be gone when it is over.
    """
    told, over = await uow.occurrences.last(f"{key} told"), await uow.occurrences.last(f"{key} over")
    return None if told is None or (over is not None and over >= told) else told


async def _tell(uow: UnitOfWork, key: str, since: datetime, *, now: datetime, **times: Any) -> None:
    for person in await _those_who_look_after(uow) or await uow.members.reachable_coordinators():
        dedupe = f"{key}:{since:%Y%m%dT%H%M%S}:{person.id}"
        uow.say(person.telegram_id, key, dedupe=dedupe, now=now, priority=Priority.ANSWER, **times)


async def note_heard(uow: UnitOfWork, *, since: datetime | None, now: datetime) -> bool:
    """Telegram is heard; whether what was said meanwhile is lost, which is then told, with from when to when.

    `since`: when it was last heard, where this process knows. Else it is what another has noted, before the outage.
    """
    before = since or await uow.occurrences.last(_HEARD)
    await uow.occurrences.note(_HEARD, now)
    if before is None or now - before <= KEPT:
        return False
    await _tell(uow, "alert-lost", before, now=now, at=before, until=now - KEPT)
    return True


async def note_life(uow: UnitOfWork, who: str, *, now: datetime) -> None:
    """Whoever listens to Telegram (`LISTENS`), or has the clock (`TICKS`), does not stand still."""
    await uow.occurrences.note(who, now)


async def last_life(uow: UnitOfWork, who: str) -> datetime | None:
    """When that was last noted."""
    return await uow.occurrences.last(who)


async def _those_who_look_after(uow: UnitOfWork) -> list[Member]:
    """Admins we may write to."""
    return [one for one in await uow.members.reachable_coordinators() if Role.ADMIN in one.roles]
