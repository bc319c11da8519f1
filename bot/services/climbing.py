"""Work that nobody claims climbs: to the team's leaders, then to all coordinators, until somebody answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.deadline import due_at
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.priority import Priority
from bot.domain.task import Task
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork

SHORTEST = timedelta(minutes=15)
AGAIN = timedelta(days=1)
AGAIN_URGENT = timedelta(minutes=30)
AT_ONCE = 3
"""More tasks than this for one person at one time come as one list."""


async def climb_tasks(uow: UnitOfWork, *, now: datetime) -> None:
    """The next rung for every task past its time; only one, so that no burst follows a standstill."""
    waiting = await uow.tasks.to_climb(now, now - SHORTEST)
    cases = await uow.cases.many([task.case_id for task in waiting if task.case_id is not None])
    lists: dict[int, tuple[Member, list[Task]]] = {}
    urgent: set[int | None] = set()
    for task in waiting:
        case = cases.get(task.case_id or 0)
        in_a_hurry = bool(case and case.urgent)
        if not is_due(task, in_a_hurry, uow.playbook, now):
            continue
        if in_a_hurry:
            urgent.add(task.id)
        for person in await _next_rung(uow, task, now):
            lists.setdefault(person.id or 0, (person, []))[1].append(task)
    for person, tasks in lists.values():
        await _show(uow, person, tasks, urgent, now)


def is_due(task: Task, urgent: bool, book: Playbook, now: datetime) -> bool:
    """Half the claim span after the first rung, then daily; an urgent one every 30 minutes, by night too."""
    if not urgent and not in_hours(book, now):
        return False
    if task.climbed_at is None:
        return True
    if task.climbs >= 2:
        return now >= task.climbed_at + (AGAIN_URGENT if urgent else AGAIN)
    hours = None if urgent else book.hours
    span = book.deadlines.urgent_claim if urgent else book.deadlines.claim
    return now >= due_at(task.climbed_at, span / 2, hours, book.zone)


def in_hours(book: Playbook, now: datetime) -> bool:
    """Is it a time of day at which people may be written to about what can wait?"""
    return book.hours.start <= now.astimezone(book.zone).time() < book.hours.end


async def _next_rung(uow: UnitOfWork, task: Task, now: datetime) -> list[Member]:
    """Who is called now. A rung without anybody to write to is passed over."""
    leaders = await uow.members.leaders_of(task.team) if task.climbs == 0 else []
    task.climbs = max(task.climbs + 1, 1 if leaders else 2)
    task.climbed_at = task.changed_at = now
    uow.record("climbed", f"task:{task.id}", now=now, rung=task.climbs)
    return leaders or await uow.members.reachable_coordinators()


async def _show(
    uow: UnitOfWork, person: Member, tasks: Iterable[Task], urgent: set[int | None], now: datetime
) -> None:
    """Each task's card, anew at the bottom of the chat in place of the older one; too many at one time as one list."""
    tasks = list(tasks)
    hurry = any(task.id in urgent for task in tasks)
    priority = Priority.ANSWER if hurry else Priority.REMINDER
    if len(tasks) > AT_ONCE:
        uow.place(
            "unclaimed",
            person.id,
            person.telegram_id,
            subject=f"member:{person.id}",
            now=now,
            priority=priority,
            round_=int(now.timestamp()),
        )
        return
    for task in tasks:
        older = await Placements(uow.session).take_down(
            "task", person.telegram_id, now, ref=task.id, before_round=task.climbs
        )
        for message_id in older:
            uow.delete_message(person.telegram_id, message_id, now=now)
        uow.place(
            "task",
            task.id,
            person.telegram_id,
            subject=f"task:{task.id}",
            now=now,
            priority=priority,
            round_=task.climbs,
        )
