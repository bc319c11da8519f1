"""Lone-visit safety: 开始, 好着呢, 需要人, 结束; who says nothing twice is looked after by the buddy and the office."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Visit
from bot.domain.visit.watch import Watch, WatchAct, start_watch
from bot.storage.placements import Placements
from bot.storage.waits import WAITING
from bot.storage.watches import Watches, lone_subject
from bot.storage.work import UnitOfWork

SLICE = 50
"""Watches of one transaction."""


async def start_lone(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> Watch:
    """开始. Pressed again it is the same. Raises RuleError when not theirs, over, or where the team has no steps."""
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    if visit.is_over:
        raise RuleError("no-visit-over")
    known = await Watches(uow.session).of_visit(visit_id, by.id)
    if known:
        return known[0]
    watch = start_watch(visit_id, visit.household_id, by.id or 0, step_of(uow, visit), now)
    uow.add(watch)
    await uow.numbered()
    uow.touch(f"visit:{visit_id}")
    uow.record("lone_started", lone_subject(watch.id), now=now, by=by.id)
    return watch


def step_of(uow: UnitOfWork, visit: Visit) -> timedelta:
    """How often the team wants to be asked. Raises RuleError where it does not."""
    programme = uow.playbook.visits.programme(visit.programme)
    team = uow.playbook.team(programme.team) if programme else None
    if team is None or team.lone_step is None:
        raise RuleError("no-lone-here")
    return team.lone_step


async def answer_lone(uow: UnitOfWork, watch_id: int, *, well: bool, by: Member, now: datetime) -> None:
    """好着呢, or 需要人: then others are called at once. Raises RuleError when not theirs, and when over."""
    watch = await _own(uow, watch_id, by)
    if well:
        called = watch.answer(step_of(uow, await uow.visits.get(watch.visit_id)), now)
        if called:
            await _tell_called(uow, watch, by, now)
    else:
        watch.need(now)
        await step_watch(uow, watch, now=now)
    _moved(uow, watch, by, "lone_well" if well else "lone_needs", now)


async def take_lone(uow: UnitOfWork, watch_id: int, *, by: Member, now: datetime) -> None:
    """我来: they alone read the door. Raises RuleError for who was not called, when taken, and when all is well again."""
    watch = await Watches(uow.session).get(watch_id, lock=True)
    buddies = {one.id for one in await _buddies(uow, watch)}
    must(by, Verb.ANSWER_SOS, Subject(own=by.id in buddies))
    watch.take(by.id or 0, by.name, now)
    uow.looked("lone", f"household:{watch.household_id}", by=by.id, now=now)
    if not await Placements(uow.session).shows("lone_call", watch.id, by.telegram_id):
        _place(uow, watch, "lone_call", by, now)
    holder = await uow.members.find(watch.member_id)
    if holder is not None and holder.reachable:
        _say(uow, holder.telegram_id, "lone-coming-told", watch, now, by.name)
    _moved(uow, watch, by, "lone_taken", now)


async def give_lone_back(uow: UnitOfWork, watch_id: int, *, by: Member, now: datetime) -> None:
    """我去不了: the others are called at once. Raises RuleError when not theirs."""
    watch = await Watches(uow.session).get(watch_id, lock=True)
    must(by, Verb.ANSWER_SOS, Subject(own=watch.taken_by == by.id))
    watch.give_back(by.id or 0, now)
    await step_watch(uow, watch, now=now)
    _moved(uow, watch, by, "lone_back", now)


async def end_lone(uow: UnitOfWork, watch_id: int, *, by: Member, now: datetime) -> None:
    """结束 by who is there, 人没事 by who took it. Raises RuleError for anybody else, and the second time."""
    watch = await Watches(uow.session).get(watch_id, lock=True)
    if by.id != watch.member_id:
        must(by, Verb.ANSWER_SOS, Subject(own=watch.taken_by == by.id))
    await _end(uow, watch, by, now)


async def end_with_visit(uow: UnitOfWork, visit: Visit, by: Member, now: datetime) -> None:
    """The visit is over: 见到了 is an end too."""
    if visit.is_over:
        for watch in await Watches(uow.session).of_visit(visit.id):
            await _end(uow, watch, by, now)


async def move_watches(uow: UnitOfWork, *, now: datetime) -> bool:
    """One step of each that is due, however long the clock stood still. True: there may be more."""
    due = await Watches(uow.session).due(now, SLICE)
    for watch in due:
        visit, holder = await uow.visits.get(watch.visit_id), await uow.members.find(watch.member_id)
        if holder is not None and (visit.is_over or visit.held_by(holder.id) is None):
            await _end(uow, watch, holder, now)
        else:
            await step_watch(uow, watch, now=now)
    return len(due) == SLICE


async def let_go_of_watches(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """Who took one and may not act any more: the others are called at once."""
    for watch in await Watches(uow.session).taken_by(member.id):
        watch.give_back(member.id or 0, now)
        await step_watch(uow, watch, now=now)


async def step_watch(uow: UnitOfWork, watch: Watch, *, now: datetime) -> None:
    """还好吗? to who is there, or the call to the others, at the bottom of their chats."""
    act = watch.take_step(now)
    if act is None:
        return
    holder = await uow.members.find(watch.member_id)
    if act is WatchAct.ASK:
        people, card = ([holder] if holder is not None and holder.reachable else []), "lone"
    else:
        office = await uow.members.reachable_coordinators()
        people = list({one.id: one for one in [*await _buddies(uow, watch), *office]}.values())
        people, card = [one for one in people if one.id != watch.member_id], "lone_call"
    for person in people:
        chat, round_ = person.telegram_id, int(now.timestamp())
        older = await Placements(uow.session).take_down(card, chat, now, ref=watch.id, before_round=round_)
        for message_id in older:
            uow.delete_message(chat, message_id, now=now)
        _place(uow, watch, card, person, now)
    uow.touch(lone_subject(watch.id))
    uow.touch(WAITING)
    uow.record(f"lone_{act}", lone_subject(watch.id), now=now, called=len(people))


async def _own(uow: UnitOfWork, watch_id: int, by: Member) -> Watch:
    watch = await Watches(uow.session).get(watch_id, lock=True)
    if watch.member_id != by.id:
        raise RuleError("no-visit-not-yours")
    return watch


async def _buddies(uow: UnitOfWork, watch: Watch) -> list[Member]:
    """Who goes too, and who else is paired with the household."""
    visit = await uow.visits.get(watch.visit_id)
    plan = await uow.visits.plan(visit.plan_id)
    ids = [*(hold.member_id for hold in visit.active), *(one.member_id for one in plan.helpers)]
    known = await uow.members.many(ids) if ids else {}
    return [one for one in known.values() if one.reachable and one.active and one.id != watch.member_id]


async def _end(uow: UnitOfWork, watch: Watch, by: Member, now: datetime) -> None:
    if watch.end(now):
        await _tell_called(uow, watch, by, now)
    uow.touch(f"visit:{watch.visit_id}")
    _moved(uow, watch, by, "lone_ended", now)


async def _tell_called(uow: UnitOfWork, watch: Watch, by: Member, now: datetime) -> None:
    """Whoever was called hears that all is well."""
    holder = await uow.members.find(watch.member_id)
    called = [*await _buddies(uow, watch), *await uow.members.reachable_coordinators()]
    for person in {one.id: one for one in called if one.id != by.id}.values():
        _say(uow, person.telegram_id, "lone-well-told", watch, now, holder.name if holder else "")


def _place(uow: UnitOfWork, watch: Watch, card: str, person: Member, now: datetime) -> None:
    uow.place(
        card, watch.id, person.telegram_id, subject=lone_subject(watch.id), now=now,
        priority=Priority.DANGER, round_=int(now.timestamp()),
    )  # fmt: skip


def _say(uow: UnitOfWork, chat: int, key: str, watch: Watch, now: datetime, name: str) -> None:
    dedupe = f"{key}:{watch.id}:{chat}:{int(now.timestamp())}"
    uow.say(chat, key, dedupe=dedupe, now=now, priority=Priority.DANGER, name=name)


def _moved(uow: UnitOfWork, watch: Watch, by: Member, kind: str, now: datetime) -> None:
    uow.touch(lone_subject(watch.id))
    uow.touch(WAITING)
    uow.record(kind, lone_subject(watch.id), now=now, by=by.id)
