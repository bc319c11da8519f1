"""What is written after an open question: filed with it, asked about first, or moved out again as another matter."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Attachment, Case
from bot.domain.draft import Draft, DraftState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.triage import understand
from bot.services.drafts import LONGEST, Words, understand_draft
from bot.services.results import add_remark
from bot.services.verdicts import explain_reopening, praise_case
from bot.storage.bodies import File
from bot.storage.dialogs import Dialog
from bot.storage.work import UnitOfWork

ASIDES = ("remark", "reopen_words", "praise")
"""Questions that need no answer, so that what comes next may be something else."""


async def take_answer(
    uow: UnitOfWork, dialog: Dialog, by: Member, words: Words, *, now: datetime, mark: int
) -> Draft:
    """Filed with what was asked; what is plainly a new report is asked about first. Either way it can still be moved.

    Raises RuleError where the answer cannot be filed (any more).
    """
    case = await _case_of(uow, dialog.kind, dialog.ref)
    asks = _is_another(uow, dialog.kind, words, by, case)
    if not asks:
        await _file(uow, dialog.kind, dialog.ref, by, words, now, mark)
    draft = Draft(by.id or 0, words.text[:LONGEST], now, now, answers=dialog.kind, answers_to=dialog.ref)
    draft.adds_to, draft.media_group, draft.changed_at = case.id, words.media_group, now
    draft.attachments = [Attachment(f.kind, f.file_id) for f in words.files]
    understand_draft(uow, draft, by)
    uow.add(draft)
    await uow.numbered()
    if asks:
        await uow.dialogs.close(by.id or 0)
    else:
        draft.state, draft.case_id = DraftState.SENT, case.id
    _show(uow, draft, by, now)
    return draft


async def file_answer(uow: UnitOfWork, draft: Draft, by: Member, *, now: datetime, mark: int) -> Case:
    """记到 #12: it was an answer after all. Raises RuleError when sent, dropped, not theirs or too late."""
    _own(draft, by)
    draft.live()
    if draft.answers is None:
        raise RuleError("no-stale-button")
    case = await _case_of(uow, draft.answers, draft.answers_to)
    words = Words(draft.text, [File(a.kind, a.file_id) for a in draft.attachments])
    await _file(uow, draft.answers, draft.answers_to or 0, by, words, now, mark)
    draft.send(now)
    draft.case_id = case.id
    uow.touch(f"draft:{draft.id}")
    return case


async def part_answer(uow: UnitOfWork, draft: Draft, by: Member, *, now: datetime) -> None:
    """另一件事: out of the case where it was filed, and a draft of its own. Raises RuleError when not theirs."""
    _own(draft, by)
    kind, ref, filed = draft.answers, draft.answers_to, draft.state is DraftState.SENT
    draft.part(now)
    if filed and kind is not None:
        await _take_out(uow, kind, ref, draft, by, now)
    understand_draft(uow, draft, by)
    _show(uow, draft, by, now)


async def _case_of(uow: UnitOfWork, kind: str, ref: int | None) -> Case:
    return await uow.cases.get((await uow.tasks.get(ref)).case_id if kind == "remark" else ref)


def _is_another(uow: UnitOfWork, kind: str, words: Words, by: Member, case: Case) -> bool:
    """A report of something else: of the case's own category it tells how that stands.

    Who was asked what is still wrong speaks of it in whatever words (还在响): only another building makes it another.
    """
    heard = understand(words.text, uow.playbook, Place(by.compound))
    if not heard.report or heard.danger or heard.category in (None, case.category):
        return False
    return kind != "reopen_words" or heard.place.building not in (None, case.building)


async def _file(
    uow: UnitOfWork, kind: str, ref: int, by: Member, words: Words, now: datetime, mark: int
) -> None:
    if kind == "remark":
        await add_remark(uow, ref, by, words, now=now, mark=mark)
    elif kind == "reopen_words":
        await explain_reopening(uow, ref, by, words, now=now, mark=mark)
    else:
        await praise_case(uow, ref, by, words.text, now=now)


async def _take_out(
    uow: UnitOfWork, kind: str, ref: int | None, draft: Draft, by: Member, now: datetime
) -> None:
    case = await _case_of(uow, kind, ref)
    if kind == "remark":
        task = await uow.tasks.get(ref)
        for hold in task.holdings:
            if hold.member_id == by.id and hold.remark and draft.text.strip():
                hold.remark = hold.remark.replace(draft.text.strip(), "", 1).strip() or None
        task.changed_at = now
        uow.touch(f"task:{task.id}")
    elif kind == "reopen_words":
        mine = [one for one in case.additions if one.member_id == by.id and one.text == draft.text]
        for addition in mine[-1:]:
            case.additions.remove(addition)
            await uow.remove(addition)
    else:
        case.praise = None
    sent = {one.file_id for one in draft.attachments}
    for attachment in [one for one in case.attachments if one.file_id in sent]:
        case.attachments.remove(attachment)
        await uow.remove(attachment)
    case.changed_at = now
    uow.touch_case(case)
    uow.record("moved_out", f"case:{case.id}", now=now, by=by.id)


def _own(draft: Draft, by: Member) -> None:
    if draft.member_id != by.id:
        raise RuleError("no-not-your-draft")


def _show(uow: UnitOfWork, draft: Draft, by: Member, now: datetime) -> None:
    if by.reachable:
        subject = f"draft:{draft.id}"
        uow.place("draft", draft.id, by.telegram_id, subject=subject, now=now, priority=Priority.ANSWER)
