"""请您去: a leader or coordinator asks one person."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.pages import page_ref
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Task
from bot.services.claims import check_claimable
from bot.storage.offers import Offers
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork


async def ask_member(uow: UnitOfWork, task_id: int, member_id: int, by: Member, *, now: datetime) -> Member:
    """Puts the question 好 / 去不了 to one member of the team.

    Raises RuleError unless `by` may decide for the team, and the other could claim it and can be written to.
    """
    task = await uow.tasks.get(task_id, lock=True)
    must(by, Verb.ASK, Subject.work(task, await uow.cases.find(task.case_id)))
    person = await uow.members.get(member_id)
    await check_claimable(uow, task, person, now=now)
    if not person.reachable:
        raise RuleError("no-cannot-reach", name=person.name)
    hold = task.ask(member_id, person.name, by.id or 0, now)
    await uow.numbered()
    await Offers(uow.session).asked(task.id, member_id, now)
    uow.place(
        "asked",
        task.id,
        person.telegram_id,
        subject=f"task:{task.id}",
        now=now,
        priority=Priority.ANSWER,
        round_=hold.id or 0,
    )
    uow.touch(f"task:{task.id}")
    uow.record("asked", f"task:{task.id}", now=now, by=by.id, of=member_id)
    return person


async def refuse_asking(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime) -> Task:
    """去不了, answered by who was asked; who asked is told. Raises RuleError when not asked (any more)."""
    task = await uow.tasks.get(task_id, lock=True)
    hold = task.refuse(by.id or 0, now)
    uow.touch(f"task:{task.id}")
    uow.record("refused", f"task:{task.id}", now=now, by=by.id)
    asker = await uow.members.find(hold.by_id)
    if asker is not None and asker.reachable:
        dedupe = f"refused:{hold.id}"
        uow.say(asker.telegram_id, "task-refused", dedupe=dedupe, now=now, no=task.number, name=hold.name)
    return task


async def show_helpers(
    uow: UnitOfWork,
    task_id: int,
    page: int,
    by: Member,
    *,
    now: datetime,
    message_id: int | None,
    round_: int,
) -> Task:
    """The list of who could go, at a page: in the message where it is open already, else anew.

    Raises RuleError unless `by` may decide for the team, or when the task is over.
    """
    task = await uow.tasks.get(task_id)
    must(by, Verb.ASK, Subject.work(task, await uow.cases.find(task.case_id)))
    if not task.is_live:
        raise RuleError("no-task-over", no=task.number)
    ref, subject = page_ref(task_id, page), f"task:{task_id}"
    chat_id = by.telegram_id
    there = await uow.shown.card_at(chat_id, message_id) if message_id is not None else None
    if there is not None and there["card"] == "helpers" and message_id is not None:
        await Placements(uow.session).turn(chat_id, message_id, "helpers", ref)
        uow.touch(subject)
    else:
        uow.place("helpers", ref, chat_id, subject=subject, now=now, priority=Priority.ANSWER, round_=round_)
    return task
