"""Lists of tasks: one's own and one's teams', and what nobody has claimed."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.rights import Subject, Verb, may
from bot.domain.task import Task
from bot.storage.work import UnitOfWork
from bot.ui.buttons.tasks import ClaimButton, DetailsButton, DoneButton, OpenTaskButton
from bot.ui.buttons.visits import MyRoundsButton
from bot.ui.cards.tasks import task_head
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

MOST = 8
"""Tasks at one time."""


async def open_tasks(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """/tasks: what this person holds, and what waits in their teams."""
    member = await uow.members.get(ref)
    if member.telegram_id != reader.chat_id:
        return None
    held = (await uow.tasks.held_by(ref))[:MOST]
    teams = [place.team for place in member.teams if member.in_team(place.team)]
    waiting = await uow.tasks.open_for(teams, limit=MOST + len(held)) if teams else []
    waiting = [task for task in waiting if task.held_by(ref) is None][:MOST]
    cases = await _cases(uow, [*held, *waiting])
    lines: list[Markup] = []
    rows: Rows = []
    if held:
        lines.append(reader.words("tasks-yours"))
        lines += [task_head(task, cases.get(task.case_id or 0), reader) for task in held]
        rows += [_held_keys(task, reader) for task in held]
    if waiting:
        lines.append(reader.words("tasks-waiting"))
        lines += [task_head(task, cases.get(task.case_id or 0), reader) for task in waiting]
        rows += [
            [reader.key("button-claim-no", ClaimButton(task.id or 0), no=task.number)] for task in waiting
        ]
    elif member.resting:
        lines.append(reader.words("tasks-resting"))
    else:
        lines.append(reader.words("tasks-none-more" if held else "tasks-none"))
    rows.append([reader.key("button-rounds", MyRoundsButton())])
    return Screen(Markup("\n".join(lines)), rows)


async def unclaimed(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For who leads: tasks past the time by which somebody should have claimed them."""
    member = await uow.members.get(ref)
    if member.telegram_id != reader.chat_id:
        return None
    every = await uow.tasks.unclaimed_since(reader.now)
    known = await _cases(uow, every)
    late = [one for one in every if may(member, Verb.ASK, Subject.work(one, known.get(one.case_id or 0)))]
    if not late:
        return Screen(reader.words("unclaimed-none"))
    cases = await _cases(uow, late[:MOST])
    lines = [reader.words("unclaimed-head", count=len(late))]
    lines += [task_head(task, cases.get(task.case_id or 0), reader) for task in late[:MOST]]
    keys = [
        reader.key("button-open-task", OpenTaskButton(task.id or 0), no=task.number) for task in late[:MOST]
    ]
    return Screen(Markup("\n".join(lines)), [keys[i : i + 2] for i in range(0, len(keys), 2)])


def _held_keys(task: Task, reader: Reader) -> list[Key]:
    ref = task.id or 0
    return [
        reader.key("button-done-no", DoneButton(ref), no=task.number),
        reader.key("button-details-no", DetailsButton(ref), no=task.number),
    ]


async def _cases(uow: UnitOfWork, tasks: list[Task]) -> dict[int, Case]:
    return await uow.cases.many([task.case_id for task in tasks if task.case_id is not None])
