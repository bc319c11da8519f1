"""Whoever has to do with a search hears of it: who comes, that it goes on, that it is over."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.visit import (
    Press,
    Unanswered,
    Visit,
)
from bot.storage.care import CARE
from bot.storage.searchers import at_door
from bot.storage.searches import Searches, subject_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def visit_of(uow: UnitOfWork, state: Unanswered) -> Visit | None:
    """The visit it began with, locked."""
    return None if state.visit_id is None else await uow.visits.get(state.visit_id, lock=True)


async def tell_who_comes(uow: UnitOfWork, state: Unanswered, press: Press, by: Member, now: datetime) -> None:
    """Who waits at the door hears that somebody has it, or is on the way."""
    key = "search-taken-told" if press is Press.TAKE else "search-coming-told"
    for person in (await uow.members.many(await at_door(uow, state))).values():
        if person.reachable and person.id != by.id:
            dedupe = f"search:{press}:{state.id}:{state.version}:{person.id}"
            uow.say(person.telegram_id, key, dedupe=dedupe, now=now, priority=Priority.DANGER, name=by.name)


async def tell_over(uow: UnitOfWork, state: Unanswered, by: Member, now: datetime) -> None:
    """Nobody need look any more."""
    key = "search-mistaken-told" if state.mistaken else "search-over-told"
    await tell_all(uow, state, key, "over", by, now)


async def tell_all(
    uow: UnitOfWork, state: Unanswered, key: str, mark: str, by: Member, now: datetime
) -> None:
    """Everybody who was called, however long ago; the cards say more, to whom it is to be said."""
    home = await uow.households.get(state.household_id)
    building = home.place.building or home.place.compound or ""
    for chat in await Searches(uow.session).asked(state.id):
        if chat != by.telegram_id:
            dedupe = f"search:{mark}:{state.id}:{chat}:{int(now.timestamp())}"
            uow.say(chat, key, dedupe=dedupe, now=now, priority=Priority.DANGER, building=building)


def search_moved(uow: UnitOfWork, state: Unanswered, by: Member, kind: str, now: datetime) -> None:
    """Whatever shows it is shown anew, and it is kept who did what."""
    uow.touch(subject_of(state.id))
    uow.touch(f"visit:{state.visit_id}")
    uow.touch(f"rounds:{state.holder_id}")
    uow.touch(WAITING)
    uow.touch(CARE)
    uow.record(kind, subject_of(state.id), now=now, by=by.id)
