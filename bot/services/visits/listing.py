"""Each person's one list of visits: 08:30, and at most once more for what came since; by /rounds at any time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from bot.domain.member import Member
from bot.domain.pages import page_ref
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.domain.rights.checking import MINE
from bot.domain.visit import Visit
from bot.domain.visit.asking import is_daytime
from bot.domain.visit.lists import MOST, Had, next_list, one_more
from bot.storage.calls import CALLS, Calls
from bot.storage.placements import Placements
from bot.storage.visit_lists import Told, VisitLists
from bot.storage.work import UnitOfWork

SLICE = 50
"""People of one transaction."""
LISTS = ("my_visits", "visit_offer", "visit_times")
"""What a list has become by a press is a list still: the next one takes its place."""
URGENT = timedelta(days=1)
"""A visit whose window is no longer cannot wait for the afternoon."""


class Asking:
    """Who is asked about which visit in this transaction; written once, at its end."""

    def __init__(self, uow: UnitOfWork, now: datetime) -> None:
        self._uow, self._now = uow, now
        self._lists = VisitLists(uow.session)
        self._asked: list[tuple[Visit, Collection[Member], bool]] = []

    def ask(self, visit: Visit, people: Collection[Member], *, in_group: bool) -> None:
        """These people; `in_group`: they read it there, and their own list has it without a message."""
        self._asked.append((visit, people, in_group))

    @property
    def count(self) -> int:
        """How many questions these are: whoever is asked about two visits counts twice."""
        return sum(len(people) for _, people, _ in self._asked)

    async def write(self) -> list[Visit]:
        """Returns the visits; the ladder of each goes on from when the first of its people hears of it."""
        if not self._asked:
            return []
        had = await self._lists.had({one.id or 0 for _, people, _ in self._asked for one in people})
        before = await self._lists.asked({visit.id or 0 for visit, _, _ in self._asked})
        told: list[Told] = []
        for visit, people, in_group in self._asked:
            whens = [self._tell_at(visit, one, had.get(one.id or 0)) for one in people]
            visit.rung_at = self._now if in_group or not whens else min(whens)
            for one, when in zip(people, whens, strict=True):
                told.append(Told(visit.id or 0, one.id or 0, None if in_group else when))
                if (visit.id, one.id) not in before:
                    self._uow.touch(f"rounds:{one.id}")
        await self._lists.ask(told, self._now)
        return [visit for visit, _, _ in self._asked]

    def _tell_at(self, visit: Visit, person: Member, had: Had | None) -> datetime:
        urgent = visit.closes_at - visit.opens_at <= URGENT
        most = MOST if urgent or not person.coordinates else 1
        return next_list(had, self._now, self._uow.playbook.zone, urgent=urgent, most=most)


async def send_lists(uow: UnitOfWork, *, now: datetime) -> bool:
    """Whoever has something new has one list with all of it, instead of the older one. True: there may be more.

    After a standstill that is one list, too. Never more than two a day, the phone calls of coordinators among them.
    """
    if not is_daytime(now, uow.playbook.zone):
        return False
    lists = VisitLists(uow.session)
    visits, calls = await lists.to_tell(now, SLICE), await lists.calls_due(now, SLICE)
    people = await uow.members.many({*visits, *calls}) if visits or calls else {}
    had = await lists.had({*visits, *calls}) if people else {}
    if visits:
        had |= await _send_visits(uow, lists, {number: people.get(number) for number in visits}, had, now)
    for number in calls:
        await _send_calls(uow, lists, people.get(number), number, had.get(number), now)
    return len(visits) == SLICE or len(calls) == SLICE


async def _send_visits(
    uow: UnitOfWork,
    lists: VisitLists,
    due: Mapping[int, Member | None],
    had: Mapping[int, Had],
    now: datetime,
) -> dict[int, Had]:
    """Those of them to whom something still waits, if they may have a list by now. Returns how many each has had."""
    whens = {number: next_list(had.get(number), now, uow.playbook.zone, urgent=True) for number in due}
    for when in set(whens.values()):
        await lists.tell([n for n, at in whens.items() if at == when], when if when > now else None)
    waits = await uow.visits.who_wait(due)
    ready = [
        person
        for number, person in due.items()
        if person is not None and person.reachable and person.active
        if whens[number] <= now and number in waits
    ]
    counted = {one.id or 0: one_more(had.get(one.id or 0), uow.playbook.day(now)) for one in ready}
    await lists.write(counted)
    await show_rounds(uow, *ready, now=now, round_=int(now.timestamp()), asked=False)
    return counted


async def want_calls(uow: UnitOfWork, *, now: datetime) -> None:
    """A visit was missed: coordinators see on the same day whom to phone; a list they have says it by itself."""
    uow.touch(CALLS)
    people = await uow.members.reachable_coordinators()
    lists = VisitLists(uow.session)
    had = await lists.had({one.id or 0 for one in people})
    zone = uow.playbook.zone
    for person in people:
        seen = had.get(person.id or 0) or Had(uow.playbook.day(now))
        await lists.want_calls(person.id or 0, seen, next_list(seen, now, zone))


async def open_rounds(uow: UnitOfWork, by: Member, *, now: datetime, round_: int) -> None:
    """/rounds 我的探访, at any time. Raises RuleError for whoever may not act."""
    must(by, Verb.HOLD_VISIT, MINE)
    await VisitLists(uow.session).tell([by.id or 0], None)
    await show_rounds(uow, by, now=now, round_=round_, asked=True)


async def show_rounds(uow: UnitOfWork, *people: Member, now: datetime, round_: int, asked: bool) -> None:
    """The list of each at the bottom of the chat; an older one goes."""
    await take_down(uow, [one.telegram_id for one in people], LISTS, now)
    for person in people:
        uow.place(
            "my_visits", page_ref(person.id or 0, 0), person.telegram_id, subject=f"rounds:{person.id}", now=now,
            priority=Priority.ANSWER if asked else Priority.REMINDER, round_=round_,
        )  # fmt: skip


async def take_down(uow: UnitOfWork, chats: Collection[int], cards: Collection[str], now: datetime) -> None:
    """These cards stand in these chats no longer."""
    for chat_id, message_id in await Placements(uow.session).take_down_all(cards, chats, now):
        uow.delete_message(chat_id, message_id, now=now)


async def touch_rounds(uow: UnitOfWork, visit: Visit, *who: Member) -> None:
    """Whoever has the visit on their list sees that it has moved."""
    asked = await VisitLists(uow.session).asked([visit.id or 0])
    for number in {person for _, person in asked} | {one.id for one in who}:
        uow.touch(f"rounds:{number}")


async def _send_calls(
    uow: UnitOfWork, lists: VisitLists, person: Member | None, number: int, had: Had | None, now: datetime
) -> None:
    seen = had or Had(uow.playbook.day(now))
    when = next_list(seen, now, uow.playbook.zone)
    if when > now:
        await lists.want_calls(number, seen, when)
        return
    await lists.want_calls(number, seen, None)
    if person is None or not person.reachable or not await Calls(uow.session).open(1):
        return
    await lists.write({number: one_more(had, uow.playbook.day(now))})
    await take_down(uow, [person.telegram_id], ["calls"], now)
    uow.place(
        "calls", 0, person.telegram_id, subject=CALLS, now=now, priority=Priority.REMINDER,
        round_=int(now.timestamp()),
    )  # fmt: skip
