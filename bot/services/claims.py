"""认领 and 我去不了: who takes a task on, who hands it back, and how many may go."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case, CaseState
from bot.domain.claim import check_claim, fewest_for
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Holding, Task
from bot.services.details import hand_over, take_back
from bot.services.offering import drop_waiting
from bot.storage.waits import leaves_lists
from bot.storage.work import UnitOfWork

_DOABLE = (CaseState.ACCEPTED, CaseState.REFERRED, CaseState.WORKING)


async def check_claimable(uow: UnitOfWork, task: Task, by: Member, *, now: datetime) -> None:
    """Raises RuleError unless this person could claim it now; says first who has it, if somebody has."""
    if not task.is_live:
        raise RuleError("no-task-over", no=task.number)
    if any(h.member_id == by.id for h in task.holders):
        raise RuleError("no-already-yours", no=task.number)
    if task.free <= 0:
        raise RuleError("no-already-claimed", by=[h.name for h in task.holders])
    held, book = await uow.tasks.held_count(by.id), uow.playbook
    check_claim(task, by, held, book.limits.open_tasks, book, book.day(now))


async def claim_task(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime) -> Task:
    """One press claims; so does 好 by who was asked. The holder gets the details, all cards change.

    Raises RuleError when somebody else was first (naming them), when this person may not, or cannot be told
    where to go.

    1. Two presses reach the row at once: the lock lets one in (PostgreSQL), or writers take turns (SQLite).
    2. The second one reads what the first has committed, and is told who has it.
    """
    task = await uow.tasks.get(task_id, lock=True)
    await check_claimable(uow, task, by, now=now)
    case = await uow.cases.find(task.case_id)
    if by.id is None or not by.reachable:
        raise RuleError("no-start-first")
    if case is not None and case.state not in _DOABLE:
        raise RuleError("no-task-over", no=task.number)
    hold = task.claim(by.id, by.name, now)
    if case is not None:
        case.start_work(now)
    await uow.numbered()
    hand_over(uow, task, hold, by, case, now=now)
    if task.free <= 0:
        await drop_waiting(uow, task, now=now)
    _changed(uow, task, by, case, now)
    uow.record("claimed", f"task:{task.id}", now=now, by=by.id)
    return task


async def undo_claim(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime) -> Task:
    """撤销 within the minute: as if the press had not been. Raises RuleError when too late or not theirs."""
    task = await uow.tasks.get(task_id, lock=True)
    must(by, Verb.UNDO, Subject.task(task, by))
    task.undo_claim(by.id or 0, now, uow.playbook.limits.undo)
    await _let_go(uow, task, by, now)
    uow.record("undone", f"task:{task.id}", now=now, by=by.id)
    return task


async def release_task(
    uow: UnitOfWork, task_id: int, by: Member, *, now: datetime, of: int | None = None
) -> Task:
    """我去不了, by the holder, or by a leader or coordinator for the holder `of`. Leaders hear of it.

    Raises RuleError when not held by that person, or when `by` may not decide for somebody else.
    """
    task = await uow.tasks.get(task_id, lock=True)
    if of is not None and of != by.id:
        must(by, Verb.RELEASE_OTHERS, Subject(team=task.team, no=task.number))
    else:
        must(by, Verb.RELEASE, Subject.task(task, by))
    holder = by if of is None or of == by.id else await uow.members.get(of)
    hold = task.release(holder.id or 0, now)
    await _let_go(uow, task, holder, now)
    uow.record("released", f"task:{task.id}", now=now, by=by.id, of=holder.id)
    await _tell_release(uow, task, hold, holder, by, now)
    return task


async def set_slots(uow: UnitOfWork, task_id: int, by: Member, slots: int, *, now: datetime) -> Task:
    """How many go, said by a leader or coordinator. Raises RuleError below who already goes or must go together."""
    task = await uow.tasks.get(task_id, lock=True)
    must(by, Verb.SLOTS, Subject(team=task.team))
    task.set_slots(slots, now, fewest=fewest_for(task, uow.playbook))
    _changed(uow, task, by, await uow.cases.find(task.case_id), now)
    uow.record("slots", f"task:{task.id}", now=now, by=by.id, slots=slots)
    return task


async def rest_of(uow: UnitOfWork, case: Case) -> list[Holding]:
    """Everybody who still has something of the case in hand."""
    return [hold for task in await uow.tasks.live_of_case(case.id) for hold in task.active]


async def _let_go(uow: UnitOfWork, task: Task, holder: Member, now: datetime) -> None:
    """What was handed over is taken back; with the last holder gone, nobody works on the case any more."""
    await take_back(uow, task, holder.telegram_id, now=now)
    case = await uow.cases.find(task.case_id)
    if case is not None and case.state in (CaseState.WORKING, CaseState.REFERRED):
        await uow.numbered()
        if not await rest_of(uow, case):
            case.stop_work(now)
    _changed(uow, task, holder, case, now)


async def _tell_release(
    uow: UnitOfWork, task: Task, hold: Holding, holder: Member, by: Member, now: datetime
) -> None:
    """Leaders are told that somebody cannot go; who was taken off, that they need not."""
    if holder is not by and holder.reachable:
        dedupe = f"taken-off:{hold.id}"
        uow.say(holder.telegram_id, "task-taken-off", dedupe=dedupe, now=now, no=task.number, by=by.name)
    leaders = await uow.members.leaders_of(task.team) or await uow.members.reachable_coordinators()
    for person in leaders:
        if person.id not in (by.id, holder.id):
            uow.say(
                person.telegram_id,
                "task-handed-back",
                dedupe=f"handed-back:{hold.id}:{person.id}",
                now=now,
                no=task.number,
                name=hold.name,
            )


def _changed(uow: UnitOfWork, task: Task, member: Member, case: Case | None, now: datetime) -> None:
    """Cards of the task, of its case, and the lists of who moved it and of who waits for that."""
    leaves_lists(uow, task.claim_due_at, now=now)
    uow.touch(f"task:{task.id}")
    uow.touch(f"member:{member.id}")
    if case is not None:
        uow.touch_case(case)
