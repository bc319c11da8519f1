"""办好了: a task is finished, and the resident is asked whether it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.case import Attachment, Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Holding, HoldState, Task
from bot.services.details import take_back
from bot.services.drafts import Words
from bot.services.offering import drop_waiting
from bot.services.service_time import ask_minutes
from bot.storage.placements import Placements
from bot.storage.rounds import Rounds
from bot.storage.waits import leaves_lists
from bot.storage.work import UnitOfWork

REMARK_WITHIN = timedelta(minutes=10)
_WORKED_ON = (CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
_LONGEST = 2000


async def finish_task(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime) -> Task:
    """办好了, by a holder for their part, or by a leader or coordinator for all of it.

    With the last part done the resident is asked. Raises RuleError when over, or neither held nor led.
    """
    task = await uow.tasks.get(task_id, lock=True)
    must(by, Verb.FINISH, Subject.task(task, by))
    hold = task.held_by(by.id)
    if hold is not None:
        over = task.finish(by.id or 0, None, now)
        await _take_back(uow, task, [hold], now)
        await _offer_remark(uow, task, hold, by, now)
    else:
        await finish_for_all(uow, task, by, now=now)
        over = True
    if over:
        await drop_waiting(uow, task, now=now)
    uow.touch(f"task:{task.id}")
    uow.touch(f"member:{by.id}")
    uow.record("finished", f"task:{task.id}", now=now, by=by.id)
    case = await uow.cases.find(task.case_id)
    if case is not None:
        uow.touch_case(case)
        if over:
            await propose_case(uow, case, now=now)
    return task


async def _offer_remark(uow: UnitOfWork, task: Task, hold: Holding, by: Member, now: datetime) -> None:
    await uow.dialogs.ask(by.id or 0, "remark", task.id or 0, until=now + REMARK_WITHIN)
    ask_minutes(uow, task, hold, by, now=now)


async def finish_for_all(uow: UnitOfWork, task: Task, by: Member, *, now: datetime) -> None:
    """Whoever has it in hand is done with it, says `by`; they are told. Raises RuleError when it is over."""
    holds = task.active
    task.finish_all(now)
    people = await _take_back(uow, task, holds, now)
    for hold in holds:
        if (whose := next((one for one in people if one.id == hold.member_id), None)) is not None:
            ask_minutes(uow, task, hold, whose, now=now)
    for person in people:
        if person.reachable and person.id != by.id:
            dedupe = f"done-for:{task.id}:{person.id}"
            uow.say(
                person.telegram_id, "task-done-for-you", dedupe=dedupe, now=now, no=task.number, by=by.name
            )


async def _take_back(uow: UnitOfWork, task: Task, holds: Iterable[Holding], now: datetime) -> list[Member]:
    people = await uow.members.many([h.member_id for h in holds])
    for person in people.values():
        await take_back(uow, task, person.telegram_id, now=now)
    return list(people.values())


async def propose_case(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """Said to be done: the resident is asked, unless others still work on it or it has been said before."""
    if case.state not in _WORKED_ON:
        return
    await uow.numbered()
    if await uow.tasks.live_of_case(case.id):
        return
    leaves_lists(uow, case.resolve_due_at, case.promised_at, now=now)
    case.propose(now)
    uow.touch_case(case)
    uow.record("proposed", f"case:{case.id}", now=now)
    await ask_reporter(uow, case, now=now)


async def ask_reporter(
    uow: UnitOfWork, case: Case, *, now: datetime, priority: Priority = Priority.ANSWER
) -> None:
    """已解决 / 没解决? to the reporter or, where there is nobody to be asked, to the coordinators.

    Each asking is a message of its own; the one before it only points to it.
    """
    reporter = await uow.members.find(case.reporter_id)
    people = [reporter] if reporter and reporter.reachable else await uow.members.reachable_coordinators()
    for person in people:
        await Rounds(uow.session).give_way("confirm", case.id, person.telegram_id, "confirm_before")
        uow.place(
            "confirm",
            case.id,
            person.telegram_id,
            subject=f"case:{case.id}",
            now=now,
            priority=priority,
            round_=int(now.timestamp()),
        )


async def ask_who_came_back(uow: UnitOfWork, reporter: Member, *, now: datetime) -> None:
    """While they could not be written to the coordinators were asked in their stead: now they are, and nobody else."""
    for case in await uow.cases.reported_by(reporter.id):
        if case.state is not CaseState.PROPOSED:
            continue
        if not await Placements(uow.session).shows("confirm", case.id, reporter.telegram_id):
            await withdraw_question(uow, case, now=now)
            await ask_reporter(uow, case, now=now)


async def withdraw_question(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """已解决 / 没解决 is taken away from whoever was asked (within Telegram's 48 h)."""
    for chat_id, message_id in await Rounds(uow.session).withdraw("confirm", case.id, now):
        uow.delete_message(chat_id, message_id, now=now)


async def add_remark(
    uow: UnitOfWork, task_id: int, by: Member, words: Words, *, now: datetime, mark: int
) -> None:
    """A word or a photo after 办好了: the resident sees it too. `mark` tells it apart.

    For a minute more may follow. Raises RuleError unless `by` finished the task.
    """
    task = await uow.tasks.get(task_id, lock=True)
    done = [h for h in task.holdings if h.member_id == by.id and h.state is HoldState.DONE]
    if not done:
        raise RuleError("no-not-yours", no=task.number)
    hold = done[-1]
    if words.text.strip():
        hold.remark = "\n".join(filter(None, (hold.remark, words.text.strip())))[:_LONGEST]
        task.changed_at = now
    uow.touch(f"task:{task.id}")
    uow.record("remarked", f"task:{task.id}", now=now, by=by.id)
    await uow.dialogs.ask(by.id or 0, "remark", task_id, until=now + uow.playbook.limits.draft_join)
    case = await uow.cases.find(task.case_id)
    if case is None:
        return
    case.attachments.extend(Attachment(f.kind, f.file_id) for f in words.files)
    case.changed_at = now
    uow.touch_case(case)
    await _show_reporter(uow, case, hold, words, now, mark)


async def _show_reporter(
    uow: UnitOfWork, case: Case, hold: Holding, words: Words, now: datetime, mark: int
) -> None:
    """The photos; the words are on the card that asks."""
    reporter = await uow.members.find(case.reporter_id)
    if reporter is None or not reporter.reachable or reporter.id == hold.member_id:
        return
    for n, file in enumerate(words.files):
        uow.send_file(
            reporter.telegram_id,
            file,
            dedupe=f"remark:{hold.id}:{mark}:{n}",
            now=now,
            key="remark-photo",
            subject=f"case:{case.id}",
            no=case.number,
            name=hold.name,
        )
