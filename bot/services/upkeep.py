"""Those who look after the machine hear when it needs them, and only then."""

from __future__ import annotations

from datetime import datetime, time, timedelta

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
_LIVES = "intake:lives"


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


async def tell_silence(uow: UnitOfWork, since: datetime, *, now: datetime) -> None:
    """Telegram has not been heard since then. It arrives at once where only hearing fails, else when it can."""
    for person in await _those_who_look_after(uow) or await uow.members.reachable_coordinators():
        dedupe = f"silent:{since:%Y%m%dT%H%M%S}:{person.id}"
        uow.say(
            person.telegram_id, "alert-silent", dedupe=dedupe, now=now, priority=Priority.ANSWER, at=since
        )


async def tell_heard_again(uow: UnitOfWork, since: datetime, *, now: datetime) -> None:
    """And that it is over."""
    for person in await _those_who_look_after(uow) or await uow.members.reachable_coordinators():
        dedupe = f"heard:{since:%Y%m%dT%H%M%S}:{person.id}"
        uow.say(
            person.telegram_id,
            "alert-heard-again",
            dedupe=dedupe,
            now=now,
            priority=Priority.ANSWER,
            at=since,
            until=now,
        )


async def note_heard(uow: UnitOfWork, *, since: datetime | None, now: datetime) -> bool:
    """Telegram is heard; whether what was said meanwhile is lost, which is then told, with from when to when.

    `since`: when it was last heard, where this process knows. Else it is what another has noted, before the outage.
    """
    before = since or await uow.occurrences.last(_HEARD)
    await uow.occurrences.note(_HEARD, now)
    if before is None or now - before <= KEPT:
        return False
    for person in await _those_who_look_after(uow) or await uow.members.reachable_coordinators():
        dedupe = f"lost:{before:%Y%m%dT%H%M%S}:{person.id}"
        uow.say(
            person.telegram_id,
            "alert-lost",
            dedupe=dedupe,
            now=now,
            priority=Priority.ANSWER,
            at=before,
            until=now - KEPT,
        )
    return True


async def note_life(uow: UnitOfWork, *, now: datetime) -> None:
    """Whoever listens to Telegram does not stand still, whether there is anything to hear or not."""
    await uow.occurrences.note(_LIVES, now)


async def last_life(uow: UnitOfWork) -> datetime | None:
    """When that was last noted."""
    return await uow.occurrences.last(_LIVES)


async def _those_who_look_after(uow: UnitOfWork) -> list[Member]:
    """Admins we may write to."""
    return [one for one in await uow.members.reachable_coordinators() if Role.ADMIN in one.roles]
