"""A task is put to people in private where their team has no group, a few at a time."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.offers import next_asked, widens_at
from bot.domain.priority import Priority
from bot.domain.task import Task
from bot.storage.offers import Offers
from bot.storage.work import UnitOfWork


async def offer_in_group(uow: UnitOfWork, task: Task, *, now: datetime, urgent: bool) -> bool:
    """The card in the team's groups; False where it has none."""
    groups = await uow.chats.of_team(task.team)
    for group in groups:
        _show(uow, task, group.chat_id, now=now, urgent=urgent)
    return bool(groups)


async def offer_to_members(
    uow: UnitOfWork, task: Task, case: Case | None, *, now: datetime, urgent: bool
) -> bool:
    """The next step: those asked longest ago get the card, who wants to be asked later then. False: nobody can be.

    Never the person who reported it. The step after this one is a column, so that a restart forgets nothing.
    """
    offers = Offers(uow.session)
    reporter = case.reporter_id if case else None
    helpers = [one for one in await offers.helpers(task.team, task.id) if one.member_id != reporter]
    askings = next_asked(helpers, task.needs, uow.playbook, now, urgent=urgent)
    for one in askings:
        later = one.at if one.at > now else None
        _show(uow, task, one.helper.chat_id, now=now, urgent=urgent, not_before=later)
    await offers.record(task.id, askings)
    task.widen_at = widens_at(now, uow.playbook, urgent=urgent)
    return bool(askings)


async def widen_offers(uow: UnitOfWork, *, now: datetime) -> bool:
    """Every task nobody has claimed since the last step is put to more people. True: there may be more such tasks."""
    due = await Offers(uow.session).to_widen(now)
    cases = await uow.cases.many([task.case_id for task in due if task.case_id is not None]) if due else {}
    for task in due:
        case = cases.get(task.case_id or 0)
        urgent = bool(case and case.urgent)
        if await offer_in_group(uow, task, now=now, urgent=urgent):
            task.widen_at = None  # the team has a group by now
        else:
            await offer_to_members(uow, task, case, now=now, urgent=urgent)
    return bool(due)


async def drop_waiting(uow: UnitOfWork, task: Task, *, now: datetime) -> None:
    """Nobody is looked for any more: whoever was to be asked later is not."""
    await Offers(uow.session).drop_waiting(task, now)


def _show(
    uow: UnitOfWork,
    task: Task,
    chat_id: int,
    *,
    now: datetime,
    urgent: bool,
    not_before: datetime | None = None,
) -> None:
    uow.place(
        "task",
        task.id,
        chat_id,
        subject=f"task:{task.id}",
        now=now,
        priority=Priority.ANSWER if urgent else Priority.CARD,
        not_before=not_before,
    )
