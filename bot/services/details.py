"""The private details of a task: handed to who holds it, and taken back when they do not hold it any more."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.member import Member
from bot.domain.pages import page_ref, story_of
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Holding, Task
from bot.services.routing import take_back_files
from bot.storage.bodies import File
from bot.storage.machinery import Fate
from bot.storage.shown import ANEW
from bot.storage.work import UnitOfWork

MOST_FILES = 10
"""Photos and voices handed over at once: an album's worth."""


def hand_over(
    uow: UnitOfWork, task: Task, hold: Holding, holder: Member, case: Case | None, *, now: datetime
) -> None:
    """The details card and what was sent with the report, to the holder alone, not to be passed on."""
    uow.place(
        "details",
        task.id,
        holder.telegram_id,
        subject=f"task:{task.id}",
        now=now,
        priority=Priority.ANSWER,
        round_=hold.id or 0,
    )
    uow.looked("details", _subject(task), by=holder.id, now=now)
    for part in case.attachments[:MOST_FILES] if case else ():
        uow.send_file(
            holder.telegram_id,
            File(part.kind, part.file_id),
            dedupe=f"held:{task.id}:{hold.id}:{part.id}:{int(now.timestamp())}",
            now=now,
            subject=f"held:{task.id}",
            protect=True,
            holder_of=task.id,
        )


async def return_all(
    uow: UnitOfWork, task: Task, hold: Holding, holder: Member, case: Case | None, *, now: datetime
) -> None:
    """The details again, and what the reporter left word of since they took it on: it had been taken back."""
    hand_over(uow, task, hold, holder, case, now=now)
    for row in await uow.shown.lent_words(task.id or 0, holder.telegram_id, hold.at):
        uow.posts.post(
            f"{ANEW}{row.id}:{int(now.timestamp())}",
            holder.telegram_id,
            row.kind,
            row.body,
            now=now,
            subject=f"relay:{task.id}",
            fate=Fate.HOLDER,
        )


async def take_back(uow: UnitOfWork, task: Task, chat_id: int, *, now: datetime) -> None:
    """Files and relayed words are deleted from the holder's chat; the card says 已收走 when shown anew."""
    await take_back_files(uow, task, chat_id, now=now)


async def show_details(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime, round_: int) -> Task:
    """The details once more at the bottom of the chat. Raises RuleError unless held by this person."""
    task = await uow.tasks.get(task_id)
    held = task.is_live and task.held_by(by.id) is not None
    must(by, Verb.DETAILS, Subject(held, no=task.number))
    uow.place(
        "details",
        task.id,
        by.telegram_id,
        subject=f"task:{task.id}",
        now=now,
        priority=Priority.ANSWER,
        round_=round_,
    )
    uow.looked("details", _subject(task), by=by.id, now=now)
    return task


async def show_story(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime, round_: int) -> None:
    """The resident's words in whole, in pages. Raises RuleError unless held by this person."""
    task = await uow.tasks.get(task_id)
    held = task.is_live and task.held_by(by.id) is not None
    must(by, Verb.DETAILS, Subject(held, no=task.number))
    case = await uow.cases.find(task.case_id)
    uow.looked("story", _subject(task), by=by.id, now=now)
    for page, _ in enumerate(story_of(case) if case else ()):
        uow.place(
            "story",
            page_ref(task_id, page),
            by.telegram_id,
            subject=f"task:{task.id}",
            now=now,
            priority=Priority.ANSWER,
            round_=round_,
        )


def _subject(task: Task) -> str:
    """Whose details they are: those of the case."""
    return f"task:{task.id}" if task.case_id is None else f"case:{task.case_id}"
