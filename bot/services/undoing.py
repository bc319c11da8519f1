"""撤销 within the minute: a coordinator's decision, a holder's 办好了. Nobody else may have acted on it meanwhile."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Task, TaskState
from bot.services.details import return_all
from bot.services.following import tell_followers
from bot.services.merging import part_cases
from bot.services.reports import show_in_group
from bot.services.results import withdraw_question
from bot.services.routing import cancel_task, set_deadlines
from bot.services.telling import stop_telling
from bot.services.triage import show_fronts
from bot.storage.decisions import PUT_BACK, Decision, Decisions
from bot.storage.work import UnitOfWork


async def undo_decision(
    uow: UnitOfWork, case_id: int, decision_id: int, by: Member, *, now: datetime
) -> Case:
    """受理, 转办, 改派, 不受理, 并到: as if it had not been. What it ended goes on, what it began is not needed.

    Raises RuleError unless by who decided, within the minute, and while nobody decided, claimed or asked since.
    """
    must(by, Verb.ACCEPT)
    seen = await Decisions(uow.session).last(case_id)
    numbers = sorted({case_id} | ({seen.into} if seen and seen.into else set()))
    locked = {number: await uow.cases.get(number, lock=True) for number in numbers}
    case = locked[case_id]
    decision = await Decisions(uow.session).last(case.id)
    if decision is None or decision.id != decision_id or decision.before is None or decision.by_id != by.id:
        raise RuleError("no-decided-already", no=case.number)
    tasks = await uow.tasks.of_case(case.id)
    if not decision.untouched(tasks):
        raise RuleError("no-acted-on-already", no=case.number)
    into = locked.get(decision.into) if decision.into is not None else None
    if into is not None and not into.is_open:
        raise RuleError("no-case-over", no=into.number)
    declined, hidden = case.state is CaseState.DECLINED, case.sensitive
    case.put_back(decision.before, decision.at, now, uow.playbook.limits.undo)
    if into is not None:
        await part_cases(uow, case, into, decision.joined, now=now)
    set_deadlines(uow, case)
    await _put_back_tasks(uow, case, tasks, decision, now)
    if hidden and not case.sensitive:
        await show_in_group(uow, case, now=now)
    uow.record(PUT_BACK, f"case:{case.id}", now=now, by=by.id)
    await show_fronts(uow, case)
    if declined:
        await stop_telling(uow, case, now=now)
        await _tell_not_declined(uow, case, now)
    return case


async def _put_back_tasks(
    uow: UnitOfWork, case: Case, tasks: list[Task], decision: Decision, now: datetime
) -> None:
    for task in tasks:
        if task.id == decision.began:
            await cancel_task(uow, task, "task-moved-on", now=now)
        elif task.id in decision.ended:
            await _revive(uow, task, case, now)


async def _revive(uow: UnitOfWork, task: Task, case: Case, now: datetime) -> None:
    """Who held it holds it again, is told so, and given the details anew."""
    held = task.revive(now)
    uow.touch(f"task:{task.id}")
    people = await uow.members.many([hold.member_id for hold in held]) if held else {}
    for hold in held:
        person = people[hold.member_id]
        uow.touch(f"member:{person.id}")
        if person.reachable:
            dedupe = f"task-yours-again:{task.id}:{person.id}:{int(now.timestamp())}"
            uow.say(person.telegram_id, "task-yours-again", dedupe=dedupe, now=now, no=task.number)
        await return_all(uow, task, hold, person, case, now=now)


async def _tell_not_declined(uow: UnitOfWork, case: Case, now: datetime) -> None:
    """Who was told that we cannot do it reads that this was a mistake."""
    await tell_followers(uow, case, "result-not-declined", now=now)
    reporter = await uow.members.find(case.reporter_id)
    if reporter is not None and reporter.reachable:
        uow.say(
            reporter.telegram_id,
            "not-declined-told",
            dedupe=f"not-declined:{case.id}:{int(now.timestamp())}",
            now=now,
            subject=f"case:{case.id}",
            no=case.number,
        )


async def undo_done(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime) -> Task:
    """办好了 was a wrong press: theirs again, with the details, and the resident is not asked any more.

    Raises RuleError when not theirs, after the minute, and once the resident has answered.
    """
    task = await uow.tasks.get(task_id, lock=True)
    must(by, Verb.UNDO, Subject.task(task, by))
    case = await uow.cases.get(task.case_id, lock=True) if task.case_id is not None else None
    asked = task.state is TaskState.DONE and case is not None
    if asked and case is not None and case.state is not CaseState.PROPOSED:
        raise RuleError("no-answered-already", no=case.number)
    hold = task.undo_finish(by.id or 0, now, uow.playbook.limits.undo)
    if asked and case is not None:
        case.take_back(now)
        await withdraw_question(uow, case, now=now)
    dialog = await uow.dialogs.open_with(by.id, now)
    if dialog is not None and dialog.kind == "remark" and dialog.ref == task.id:
        await uow.dialogs.close(by.id or 0)
    await return_all(uow, task, hold, by, case, now=now)
    uow.touch(f"member:{by.id}")
    if case is not None:
        uow.touch_case(case)
    uow.record("done_undone", f"task:{task.id}", now=now, by=by.id)
    return task
