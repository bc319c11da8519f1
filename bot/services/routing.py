"""Where a case goes: to a team, to a party with somebody of ours who follows up, or to a coordinator to decide."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case, CaseState, Standing
from bot.domain.deadline import due_times, promised_at
from bot.domain.errors import RuleError
from bot.domain.task import Task, TaskKind
from bot.services.offering import drop_waiting, offer_in_group, offer_to_members
from bot.storage.decisions import remembered
from bot.storage.work import UnitOfWork

_LENT = (("held", "file"), ("relay", "say"), ("relay", "file"))
"""What a holder is given beside the card: subject and kind of the posts."""


def set_deadlines(uow: UnitOfWork, case: Case) -> None:
    """Acknowledge, claim, resolve: the clock starts at the report. Urgent ones count every hour."""
    due = due_times(case.reported_at, uow.playbook, urgent=case.urgent)
    case.accept_due_at, case.claim_due_at, case.resolve_due_at = due.accept, due.claim, due.resolve


async def route_case(uow: UnitOfWork, case: Case, category: str | None, *, now: datetime) -> None:
    """Sends a new case where its category says; an unclear one waits on the coordinators' card."""
    route = uow.playbook.route(category, case.compound)
    if route.party is not None and route.follow_up is not None:
        await refer_case(uow, case, category, route.party.kind, now=now)
    elif route.team is not None:
        await accept_case(uow, case, category, route.team, now=now)
    else:
        case.category = category
        await ask_coordinators(uow, case, now=now)


async def accept_case(
    uow: UnitOfWork,
    case: Case,
    category: str | None,
    team: str,
    *,
    now: datetime,
    by: int | None = None,
    before: Standing | None = None,
) -> Task:
    """受理 / 改派: this team does it, and its task card goes out. Raises RuleError for an unknown team.

    `before`: how the case stood, for 撤销.
    """
    if uow.playbook.team(team) is None:
        raise RuleError("no-such-team", team=team)
    had_tasks = case.state is not CaseState.NEW
    case.accept(category, team, now)
    ended = await _cancel_tasks(uow, case, now) if had_tasks else []
    uow.touch_case(case)
    task = await open_task(uow, case, team, TaskKind.DO, now=now)
    was = remembered(before, task.id, ended)
    uow.record("case_accepted", f"case:{case.id}", now=now, by=by, team=team, **was)
    return task


async def refer_case(
    uow: UnitOfWork,
    case: Case,
    category: str | None,
    kind: str,
    *,
    now: datetime,
    by: int | None = None,
    before: Standing | None = None,
) -> Task:
    """转办 to the party of that kind in the case's compound; a 跟进 task goes to a team. `before`: for 撤销.

    Raises RuleError when the compound is not known, or has no such party.
    """
    book = uow.playbook
    party = book.party(kind, case.compound)
    if party is None:
        raise RuleError("no-such-party", party=kind)
    found = book.category(category)
    team = (found.follow_up if found else None) or next(
        (t.name for t in book.teams if t.follow_up), book.teams[0].name
    )
    had_tasks = case.state is not CaseState.NEW
    case.refer(category, kind, team, _promise(case, promised_at(now, party, book.zone), now), now)
    ended = await _cancel_tasks(uow, case, now) if had_tasks else []
    uow.touch_case(case)
    task = await open_task(uow, case, team, TaskKind.FOLLOW_UP, now=now)
    was = remembered(before, task.id, ended)
    uow.record("case_referred", f"case:{case.id}", now=now, by=by, party=kind, team=team, **was)
    return task


def _promise(case: Case, partys_own: datetime, now: datetime) -> datetime:
    """When the resident hears back. Who is trapped in a lift is not told "by 18:00": as soon as somebody follows up."""
    soon = case.claim_due_at
    return min(partys_own, soon) if case.urgent and soon is not None and soon > now else partys_own


async def decline_case(
    uow: UnitOfWork, case: Case, reason: str, responsible: str, *, now: datetime, by: int | None = None
) -> None:
    """不受理 with a reason and who is responsible; the reporter reads both on the receipt."""
    before = case.standing
    case.decline(reason, responsible, now)
    uow.touch_case(case)
    uow.record("case_declined", f"case:{case.id}", now=now, by=by, **remembered(before, None, ()))


async def open_task(uow: UnitOfWork, case: Case, team: str, kind: TaskKind, *, now: datetime) -> Task:
    """A task for the case, offered to its team."""
    found = uow.playbook.category(case.category)
    follow_up = kind is TaskKind.FOLLOW_UP
    task = Task(team, case.category, now, case_id=case.id, kind=kind, claim_due_at=case.claim_due_at)
    if found is not None and not follow_up:
        task.slots = max(found.slots, 2 if found.needs.pair else 1)
        task.needs = found.needs.marks
    uow.add(task)
    await uow.numbered()
    await offer_task(uow, task, case, now=now, urgent=case.urgent)
    return task


async def offer_task(
    uow: UnitOfWork, task: Task, case: Case | None, *, now: datetime, urgent: bool = False
) -> None:
    """The task card to the team's groups or, where it has none, to a few of its members, in private.

    With nobody to be asked the coordinators get it.
    """
    if await offer_in_group(uow, task, now=now, urgent=urgent):
        return
    if not await offer_to_members(uow, task, case, now=now, urgent=urgent):
        await ask_coordinators_about_task(uow, task, now=now)


async def ask_coordinators(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """The coordinators' card: who should do this?"""
    for person in await uow.members.reachable_coordinators():
        uow.place("triage", case.id, person.telegram_id, subject=f"case:{case.id}", now=now)


async def ask_coordinators_about_task(uow: UnitOfWork, task: Task, *, now: datetime) -> None:
    """Nobody can be offered the task: the coordinators get it."""
    for person in await uow.members.reachable_coordinators():
        uow.place("task", task.id, person.telegram_id, subject=f"task:{task.id}", now=now)


async def _cancel_tasks(uow: UnitOfWork, case: Case, now: datetime) -> list[int]:
    """The numbers of the tasks that nobody need do any more."""
    live = await uow.tasks.live_of_case(case.id)
    for task in live:
        await cancel_task(uow, task, "task-moved-on", now=now)
    return [task.id or 0 for task in live]


async def cancel_task(uow: UnitOfWork, task: Task, key: str, *, now: datetime) -> None:
    """Ends a task nobody need do; who held it is told by `key`, and their private details are taken back."""
    holders = [h.member_id for h in task.cancel(now)]
    await drop_waiting(uow, task, now=now)
    uow.touch(f"task:{task.id}")
    people = await uow.members.many(holders) if holders else {}
    for member_id in holders:
        person = people[member_id]
        if person.reachable:
            uow.say(person.telegram_id, key, dedupe=f"{key}:{task.id}:{member_id}", now=now, no=task.number)
        await take_back_files(uow, task, person.telegram_id, now=now)


async def take_back_files(uow: UnitOfWork, task: Task, chat_id: int, *, now: datetime) -> None:
    """Files and relayed words that were lent to a holder are deleted (within Telegram's 48 h)."""
    for subject, kind in _LENT:
        for message_id in await uow.shown.messages_about(f"{subject}:{task.id}", chat_id, kind):
            uow.delete_message(chat_id, message_id, now=now)
