"""Work that nobody claims climbs: to the team's leaders, the building's head, then all coordinators."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.case import Case
from bot.domain.deadline import due_at
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.priority import Priority
from bot.domain.role import Role
from bot.domain.task import Task
from bot.storage.charges import Charges
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork

SHORTEST = timedelta(minutes=15)
AGAIN = timedelta(days=1)
AGAIN_URGENT = timedelta(minutes=30)
TOP = 4
"""The last rung, all coordinators: 1 the team's leaders, 2 the building's head, 3 its grid worker."""
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
        for person in await _next_rung(uow, task, case, now):
            lists.setdefault(person.id or 0, (person, []))[1].append(task)
    for person, tasks in lists.values():
        await _show(uow, person, tasks, urgent, now)


def is_due(task: Task, urgent: bool, book: Playbook, now: datetime) -> bool:
    """Half the claim span after the first rung, then daily; an urgent one every 30 minutes, by night too."""
    if not urgent and not in_hours(book, now):
        return False
    if task.climbed_at is None:
        return True
    if task.climbs >= TOP:
        return now >= task.climbed_at + (AGAIN_URGENT if urgent else AGAIN)
    hours = None if urgent else book.hours
    span = book.deadlines.urgent_claim if urgent else book.deadlines.claim
    return now >= due_at(task.climbed_at, span / 2, hours, book.zone)


def in_hours(book: Playbook, now: datetime) -> bool:
    """Is it a time of day at which people may be written to about what can wait?"""
    return book.hours.start <= now.astimezone(book.zone).time() < book.hours.end


async def _next_rung(uow: UnitOfWork, task: Task, case: Case | None, now: datetime) -> list[Member]:
    """Who is called now. A rung where nobody can be asked (away, resting, none at all) is passed over."""
    people: list[Member] = []
    rung = task.climbs
    while not people and rung < TOP - 1:
        rung += 1
        people = await _on_rung(uow, task, case, rung)
    task.climbs = rung if people else max(task.climbs + 1, TOP)
    task.climbed_at = task.changed_at = now
    uow.record("climbed", f"task:{task.id}", now=now, rung=task.climbs)
    return people or await uow.members.reachable_coordinators()


async def _on_rung(uow: UnitOfWork, task: Task, case: Case | None, rung: int) -> list[Member]:
    if rung == 1:
        return await uow.members.leaders_of(task.team)
    if case is None or case.sensitive or not case.building:
        return []
    role = Role.BUILDING_HEAD if rung == 2 else Role.GRID_WORKER
    held = await Charges(uow.session).at(case.place)
    ids = [c.member_id for c in held if c.member_id and uow.playbook.duty_role(c.duty) is role]
    people = (await uow.members.many(ids)).values() if ids else ()
    return [person for person in people if person.reachable and person.active and not person.resting]


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
