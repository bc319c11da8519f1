"""时长: the holder says how long a task took, a leader confirms it; a proof is made of what is confirmed."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain import service_time
from bot.domain.member import Member
from bot.domain.rights import MINE, Subject, Verb, may, must
from bot.domain.task import Holding, Task
from bot.services.todo import latest_list
from bot.storage.placements import Placements
from bot.storage.service_times import ServiceTimes
from bot.storage.unconfirmed import confirmers_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork

TYPED_WITHIN = timedelta(minutes=10)
WAITING_TIMES = "times:0"
"""The subject of every list of unconfirmed hours: what one confirms leaves everybody's."""


def ask_minutes(uow: UnitOfWork, task: Task, hold: Holding, person: Member, *, now: datetime) -> None:
    """It is done: the category's usual minutes are written, and the holder may say otherwise."""
    hold.minutes = service_time.first_guess(task.category, uow.playbook)
    uow.touch(WAITING_TIMES)
    if person.reachable:
        round_ = int(now.timestamp())
        uow.place("spent", hold.id, person.telegram_id, subject=f"task:{task.id}", now=now, round_=round_)


async def set_minutes(uow: UnitOfWork, hold_id: int, minutes: int, by: Member, *, now: datetime) -> Task:
    """The holder says so; or a leader or coordinator confirms that it was so long.

    Raises RuleError for anybody else, for one's own confirming, and once it is confirmed.
    """
    task, hold = await ServiceTimes(uow.session).hold(hold_id, lock=True)
    if hold.member_id == by.id:
        must(by, Verb.OWN_TIME, MINE)
        service_time.say(task, hold, minutes, now)
    else:
        must(by, Verb.CONFIRM_TIME, Subject(team=task.team, no=task.number))
        service_time.confirm(task, hold, minutes, by.id or 0, now)
        uow.record("time_confirmed", f"task:{task.id}", now=now, by=by.id, of=hold.member_id, minutes=minutes)
    _changed(uow, task, hold)
    return task


async def undo_confirming(uow: UnitOfWork, hold_id: int, by: Member, *, now: datetime) -> Task:
    """撤销 within the minute. Raises RuleError when somebody else confirmed it, or it is too late."""
    task, hold = await ServiceTimes(uow.session).hold(hold_id, lock=True)
    must(by, Verb.CONFIRM_TIME, Subject(team=task.team, no=task.number))
    service_time.undo(task, hold, by.id or 0, now, uow.playbook.limits.undo)
    uow.record("time_unconfirmed", f"task:{task.id}", now=now, by=by.id, of=hold.member_id)
    _changed(uow, task, hold)
    return task


async def ask_to_type(uow: UnitOfWork, hold_id: int, by: Member, *, now: datetime) -> None:
    """Their next message says how long. Raises RuleError for who may say nothing about it."""
    await must_see_time(uow, hold_id, by)
    await uow.dialogs.ask(by.id or 0, "minutes", hold_id, until=now + TYPED_WITHIN)


async def must_see_time(uow: UnitOfWork, hold_id: int, by: Member) -> Task:
    """The task. Raises RuleError unless it is their own time, or they may confirm it."""
    task, hold = await ServiceTimes(uow.session).hold(hold_id)
    if hold.member_id != by.id:
        must(by, Verb.CONFIRM_TIME, Subject(team=task.team, no=task.number))
    return task


async def show_times(uow: UnitOfWork, by: Member, *, now: datetime, round_: int) -> None:
    """The list of what waits to be confirmed, at the bottom of the chat; an older one goes."""
    for message_id in await Placements(uow.session).take_down("times", by.telegram_id, now):
        uow.delete_message(by.telegram_id, message_id, now=now)
    uow.place("times", by.id, by.telegram_id, subject=WAITING_TIMES, now=now, round_=round_)
    uow.looked("times", WAITING_TIMES, by=by.id, now=now)


async def send_times(uow: UnitOfWork, *, now: datetime) -> int:
    """Once a day: who leads hears that hours wait to be confirmed; a team without a leader's, the coordinators."""
    due = latest_list(uow.playbook, now)
    if due is None or not await uow.occurrences.first(f"times:{due:%Y-%m-%d}", now):
        return 0
    stints = await ServiceTimes(uow.session).waiting([team.name for team in uow.playbook.teams])
    told: dict[int | None, Member] = {}
    for team in sorted({one.team for one in stints}):
        leaders = await confirmers_of(uow, team, [one for one in stints if one.team == team])
        for person in leaders or await uow.members.reachable_coordinators():
            if may(person, Verb.CONFIRM_TIME, Subject(team=team)):
                told[person.id] = person
    for person in told.values():
        await show_times(uow, person, now=now, round_=-int(due.timestamp()))
    return len(told)


def _changed(uow: UnitOfWork, task: Task, hold: Holding) -> None:
    uow.touch(f"task:{task.id}")
    uow.touch(f"member:{hold.member_id}")
    uow.touch(WAITING_TIMES)
    uow.touch(WAITING)
