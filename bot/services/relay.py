"""传话: the reporter and who goes write to each other through us, without seeing each other's account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Task
from bot.services.drafts import Words
from bot.services.reports import add_to_case
from bot.storage.work import UnitOfWork

LONGEST = 2000
"""Characters of one relayed message."""
_PATIENCE = timedelta(minutes=10)
_CAPTIONLESS = ("video_note", "sticker")


@dataclass(frozen=True)
class _Line:
    """From one side of a task to the other: to whom, and how the sender is called there."""

    to: list[Member]
    from_holder: bool
    name: str


async def open_relay(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime) -> Task:
    """给她留言: what they write next goes to the other side. Raises RuleError when nobody is there."""
    task = await uow.tasks.get(task_id)
    await _line(uow, task, by)
    await uow.dialogs.ask(by.id or 0, "relay", task_id, until=now + _PATIENCE)
    return task


async def open_relay_of_case(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Task:
    """留言 on the receipt, to whoever has the case in hand. Raises RuleError where nobody has."""
    case = await uow.cases.get(case_id)
    must(by, Verb.ADD, Subject.case(case, by))
    held = [task for task in await uow.tasks.live_of_case(case.id) if task.active]
    if not held:
        raise RuleError("no-nobody-holds", no=case.number)
    return await open_relay(uow, held[0].id or 0, by, now=now)


async def relay_words(
    uow: UnitOfWork, task_id: int, by: Member, words: Words, *, now: datetime, mark: int
) -> None:
    """One message to the other side; for a minute more may follow, as of an album. `mark` tells it apart.

    Raises RuleError when the task is over, this person has nothing to do with it, or it is too long.
    """
    if len(words.text) > LONGEST:
        raise RuleError("no-too-long", count=LONGEST)
    if not words.text.strip() and not words.files:
        raise RuleError("no-nothing-to-relay")
    task = await uow.tasks.get(task_id)
    line = await _line(uow, task, by)
    for person in line.to:
        _pass_on(uow, task, line, person, words, now, f"relay:{task.id}:{mark}:{person.id}")
    await uow.dialogs.ask(by.id or 0, "relay", task_id, until=now + uow.playbook.limits.draft_join)
    if by.reachable:
        dedupe = f"relayed:{task.id}:{by.id}:{words.media_group or mark}"
        uow.say(by.telegram_id, "relay-passed", dedupe=dedupe, now=now, subject=f"relay:{task.id}")
    uow.record("relayed", f"task:{task.id}", now=now, by=by.id)


async def answer_relay(
    uow: UnitOfWork, task_id: int, by: Member, words: Words, *, now: datetime, mark: int
) -> Case | None:
    """As `relay_words`; but a neighbour's words that find nobody on the other side wait with their open case, which
    is given back: whoever has it by now hears of them, or whoever comes next.
    """
    task = await uow.tasks.get(task_id)
    case = await uow.cases.find(task.case_id)
    nobody = not (task.is_live and task.active)
    if case is None or case.reporter_id != by.id or not case.is_open or not nobody:
        await relay_words(uow, task_id, by, words, now=now, mark=mark)
        return None
    await add_to_case(uow, case, by, words.text, words.files, now=now)
    return case


async def tell_arrived(uow: UnitOfWork, task_id: int, by: Member, *, now: datetime) -> None:
    """我到了: the reporter reads it, once. Raises RuleError unless held by this person."""
    task = await uow.tasks.get(task_id)
    hold = task.held_by(by.id)
    if hold is None or not task.is_live:
        raise RuleError("no-not-yours", no=task.number)
    for person in (await _line(uow, task, by)).to:
        uow.say(
            person.telegram_id,
            "relay-arrived",
            dedupe=f"arrived:{hold.id}",
            now=now,
            subject=f"relay:{task.id}",
            name=hold.name,
            no=str(task.case_id),
        )
    uow.record("arrived", f"task:{task.id}", now=now, by=by.id)


async def _line(uow: UnitOfWork, task: Task, by: Member) -> _Line:
    if not task.is_live:
        raise RuleError("no-relay-over", no=task.number)
    case = await uow.cases.find(task.case_id)
    hold = task.held_by(by.id)
    if hold is not None:
        must(by, Verb.RELAY, Subject.task(task, by))
        reporter = await uow.members.find(case.reporter_id) if case else None
        if reporter is None or not reporter.reachable or reporter.id == by.id:
            raise RuleError("no-cannot-relay", no=task.number)
        return _Line([reporter], True, hold.name)
    if case is None:
        raise RuleError("no-not-yours", no=task.number)
    must(by, Verb.RELAY, Subject(case.reporter_id == by.id, no=task.number))
    holders = await uow.members.many([h.member_id for h in task.active])
    there = [person for person in holders.values() if person.reachable]
    if not there:
        raise RuleError("no-nobody-holds", no=case.number)
    return _Line(there, False, "")


def _pass_on(
    uow: UnitOfWork, task: Task, line: _Line, person: Member, words: Words, now: datetime, dedupe: str
) -> None:
    """To a holder, files are protected and sent only while they hold the task."""
    subject = f"relay:{task.id}"
    said, sent = (
        ("relay-from-holder", "relay-file-from-holder")
        if line.from_holder
        else ("relay-from-reporter", "relay-file-from-reporter")
    )
    label: dict[str, Any] = {"no": task.number, **({"name": line.name} if line.from_holder else {})}
    if words.text.strip():
        lent = None if line.from_holder else task.id
        uow.say(
            person.telegram_id,
            said,
            dedupe=dedupe,
            now=now,
            subject=subject,
            holder_of=lent,
            **label,
            text=words.text,
        )
    for n, file in enumerate(words.files):
        if file.kind in _CAPTIONLESS:
            uow.say(person.telegram_id, sent, dedupe=f"{dedupe}:{n}w", now=now, subject=subject, **label)
        uow.send_file(
            person.telegram_id,
            file,
            dedupe=f"{dedupe}:{n}",
            now=now,
            key=sent,
            subject=subject,
            protect=not line.from_holder,
            holder_of=None if line.from_holder else task.id,
            **label,
        )
