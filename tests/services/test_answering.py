"""What is written after an open question is filed with it, unless it is another matter; either way nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.draft import DraftState
from bot.domain.errors import RuleError
from bot.services.answering import file_answer, part_answer, take_answer
from bot.services.drafts import Words
from bot.services.verdicts import reopen_case
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.dialogs import Dialog
from tests.services.cast import NOW
from tests.services.doing import done, resident

OTHER = "3号楼电梯坏了"


async def test_an_answer_is_filed_and_can_be_moved_out_as_a_draft(database: Database) -> None:
    async with database.work() as uow:
        case, task = await done(uow, await resident(uow))
        chen = await uow.members.get(task.holders[0].member_id)
        words = Words("拉走了", [File("photo", "after")])
        draft = await take_answer(uow, Dialog("remark", task.id or 0), chen, words, now=NOW, mark=1)
        assert (task.holders[0].remark, draft.state, draft.case_id) == ("拉走了", DraftState.SENT, case.id)
    async with database.work() as uow:
        found, chen = await uow.drafts.get(draft.id), await uow.members.get(chen.id)
        await part_answer(uow, found, chen, now=NOW)
    async with database.look() as uow:
        found, case, task = await uow.drafts.get(1), await uow.cases.get(1), await uow.tasks.get(1)
        assert (found.state, found.text, [a.file_id for a in found.attachments]) == (
            DraftState.OPEN,
            "拉走了",
            ["after"],
        )
        assert (task.holders[0].remark, case.attachments) == (None, [])


async def test_what_is_still_wrong_can_be_moved_out_too(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        case, _ = await done(uow, mei)
        await reopen_case(uow, case.id or 0, mei, now=NOW)
        asked = Dialog("reopen_words", case.id or 0)
        draft = await take_answer(uow, asked, mei, Words("还没拉走"), now=NOW, mark=1)
    async with database.work() as uow:
        assert [one.text for one in (await uow.cases.get(1)).additions] == ["还没拉走"]
        await part_answer(uow, await uow.drafts.get(draft.id), await uow.members.get(mei.id), now=NOW)
    async with database.look() as uow:
        assert (await uow.cases.get(1)).additions == []
        assert (await uow.drafts.get(draft.id)).state is DraftState.OPEN


async def test_a_plain_report_of_something_else_is_asked_about_and_waits_unsent(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        case, task = await done(uow, mei)
        chen = await uow.members.get(task.holders[0].member_id)
        draft = await take_answer(uow, Dialog("remark", task.id or 0), chen, Words(OTHER), now=NOW, mark=1)
        assert (task.holders[0].remark, draft.state, draft.category) == (None, DraftState.OPEN, "lift")
        with pytest.raises(RuleError, match="no-not-your-draft"):
            await part_answer(uow, draft, mei, now=NOW)
        await file_answer(uow, draft, chen, now=NOW + timedelta(minutes=1), mark=2)
        assert (task.holders[0].remark, draft.state, draft.case_id) == (OTHER, DraftState.SENT, case.id)
        with pytest.raises(RuleError, match="no-draft-sent"):
            await file_answer(uow, draft, chen, now=NOW, mark=3)
