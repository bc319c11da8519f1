"""What waits for a person: the list on asking, and twice a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must, must_some
from bot.domain.visit.lists import MOST, one_more
from bot.storage.listed import ListedPeople
from bot.storage.notices import Notices
from bot.storage.placements import Placements
from bot.storage.searches import Searches
from bot.storage.visit_lists import VisitLists
from bot.storage.waits import WAITING, waits
from bot.storage.work import UnitOfWork

_ON_TIME = timedelta(minutes=2)
SUBJECTS = {
    "triage": "case",
    "arrive_case": "case",
    "merge": "case",
    "draft": "draft",
    "task": "task",
    "telling": "proxy",
    "notice_second": "notice",
    "door_call": "search",
    "kin_visit": "kin",
    "listed": "listed",
    "moved_out": "moved",
}
"""Card that a line leads to → what it is about."""


def must_see_list(member: Member, card: str) -> None:
    """Raises RuleError for who has no such list, and for a card that is none."""
    if card == "todo":
        must_some(member, Verb.TODO)
    elif card in ("unknown", "dead"):
        must(member, Verb.RESEND)
    else:
        raise RuleError("no-stale-button")


async def show_list(
    uow: UnitOfWork, member: Member, *, now: datetime, round_: int, priority: Priority = Priority.ANSWER
) -> None:
    """The list at the bottom of the chat; an older one goes. Raises RuleError for who has none."""
    must_see_list(member, "todo")
    for message_id in await Placements(uow.session).take_down("todo", member.telegram_id, now):
        uow.delete_message(member.telegram_id, message_id, now=now)
    uow.place("todo", 0, member.telegram_id, subject=WAITING, now=now, priority=priority, round_=round_)
    uow.looked("todo", WAITING, by=member.id, now=now)


async def show_thing(uow: UnitOfWork, card: str, ref: int, by: Member, *, now: datetime, round_: int) -> None:
    """One thing of the list as its own card, below. A draft has been shown from then on.

    Raises RuleError for who may not deal with it, for a card no list leads to, and for what is not there.
    """
    must_some(by, Verb.TODO)
    must(by, Verb.TODO, Subject(team=await _team_of(uow, card, ref)))
    if card == "teammate":
        subject = await _member_of(uow, ref)
    elif card in SUBJECTS:
        subject = f"{SUBJECTS[card]}:{ref}"
        await _must_be_there(uow, card, ref, now)
    else:
        raise RuleError("no-stale-button")
    uow.place(card, ref, by.telegram_id, subject=subject, now=now, priority=Priority.ANSWER, round_=round_)
    uow.looked(card, subject, by=by.id, now=now)


async def _team_of(uow: UnitOfWork, card: str, ref: int) -> str | None:
    """Whose leader may deal with it too."""
    if card == "task":
        return (await uow.tasks.get(ref)).team
    if card == "teammate":
        return next((place.team for _, place in await uow.members.asking() if place.id == ref), None)
    return None


async def _must_be_there(uow: UnitOfWork, card: str, ref: int, now: datetime) -> None:
    if card == "draft":
        draft = await uow.drafts.get(ref)
        draft.live()
        draft.shown_at = draft.shown_at or now
    elif card == "task":
        await uow.tasks.get(ref)
    elif card == "kin_visit":
        await uow.kin.get(ref)
    elif card == "door_call":
        await Searches(uow.session).get(ref)
    elif card == "listed":
        await ListedPeople(uow.session, uow.keychain).get(ref)
    elif card == "moved_out":
        await ListedPeople(uow.session, uow.keychain).link(ref)
    elif card == "notice_second":
        await Notices(uow.session).get(ref)
    elif card == "telling":
        await uow.proxies.get(ref)
    else:
        await uow.cases.get(ref)


async def _member_of(uow: UnitOfWork, place_id: int) -> str:
    for member, place in await uow.members.asking():
        if place.id == place_id:
            return f"member:{member.id}"
    raise RuleError("no-asked-no-more")


async def send_lists(uow: UnitOfWork, *, now: datetime) -> int:
    """The list of the latest set time that has come, once, to every coordinator; to how many it went.

    After a standstill only the latest one is sent; none outside service hours, none when nothing waits, and none
    for a time before Linli ever ran. It has their visits and phone calls too, so that there are never three lists a day.
    """
    due = latest_list(uow.playbook, now)
    if due is None or not await uow.occurrences.first(f"todo:{due:%Y-%m-%dT%H:%M}", now):
        return 0
    new_here = await uow.occurrences.first("todo:since", now)
    if (new_here and now - due > _ON_TIME) or not await waits(uow, now):
        return 0
    people = await _not_told_twice(uow, now)
    for person in people:
        round_ = -int(due.timestamp())
        await show_list(uow, person, now=now, round_=round_, priority=Priority.REMINDER)
    return len(people)


async def _not_told_twice(uow: UnitOfWork, now: datetime) -> list[Member]:
    """Coordinators who have not had their lists of the day; what else is new to them is told with this one."""
    lists, day = VisitLists(uow.session), uow.playbook.day(now)
    office = {one.id or 0: one for one in await uow.members.reachable_coordinators()}
    had = await lists.had(office)
    counted = {number: one_more(had.get(number), day) for number in office}
    people = {number: one for number, one in office.items() if counted[number].count <= MOST}
    await lists.write({number: counted[number] for number in people})
    await lists.tell(people, None)
    for number in await lists.calls_due(now, len(office) + 1):
        if number in people:
            await lists.want_calls(number, counted[number], None)
    return list(people.values())


def latest_list(playbook: Playbook, now: datetime) -> datetime | None:
    """The last set time up to now, in the community's zone; None outside its service hours."""
    local = now.astimezone(playbook.zone)
    if not playbook.hours.start <= local.time() <= playbook.hours.end:
        return None
    days = (local.date(), local.date() - timedelta(days=1))
    moments = [datetime.combine(day, at, playbook.zone) for day in days for at in playbook.duty.lists_at]
    return max((moment for moment in moments if moment <= now), default=None)
