"""Whatever comes in, the person gets a clear answer in their language, and nothing they said is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.domain.case import Addition
from bot.storage.machinery import InboxState, inbox
from tests.journeys.bad_input import LANGUAGES, cases, failed, mei_of, ours, said
from tests.town import Town


async def test_an_empty_report_in_a_group_is_answered_in_private(town: Town, language: str) -> None:
    mei = await mei_of(town, language)
    group = await town.building_group(mei)
    await mei.says("/report", in_=group)
    assert mei.last().text == said(town, language, "no-empty-report")
    assert ours(group) == []


async def test_an_empty_report_in_private_asks_what_it_is_about(town: Town, language: str) -> None:
    mei = await mei_of(town, language)
    await mei.says("/report   ")
    assert mei.last().text == said(town, language, "report-asked")


async def test_who_cannot_be_answered_in_private_is_shown_the_way_there_once(town: Town) -> None:
    mei = await mei_of(town, started=False)
    group = await town.building_group(mei)
    for command in ("/report", "/bind 3号楼", "/todo"):
        await mei.says(command, in_=group)
    assert ours(group) == [said(town, "zh-CN", "group-help")]
    assert mei.last(group).buttons


async def test_ten_thousand_characters_in_private_are_one_report(town: Town) -> None:
    mei = await mei_of(town)
    story = "".join(f"第{number}天楼道灯不亮。" for number in range(1000))[:10_000]
    await mei.says(story)
    await mei.presses("提交")
    [case] = await cases(town)
    assert case.text.replace("\n", "") == story
    assert "编号 #1" in mei.last().text


async def test_ten_thousand_characters_in_a_group_are_one_report(town: Town) -> None:
    mei = await mei_of(town)
    group = await town.building_group(mei)
    story = "".join(f"第{number}天楼道灯不亮。" for number in range(1000))[:10_000]
    await mei.says(f"/report {story}", in_=group)
    [case] = await cases(town)
    whole = case.text + "".join(addition.text for addition in await _additions(town))
    assert whole.replace("\n", "") == story
    assert len([text for text in ours(group) if "#1" in text]) == 1


async def _additions(town: Town) -> list[Addition]:
    async with town.linli.database.look() as uow:
        found = await uow.cases.get(1)
    return list(found.additions)


ODD = [
    "漏水 🛗👩‍👩‍👧‍👦🀄",
    "漏水 <b>很急</b> &amp; </i> <script>",
    "漏水 {{ $no }} { no } %s %(x)s",
    "漏水 _*`[急](http://x)",
    "漏水 \u200f\u202eמים\u202c\u2066",
    "漏水 \x00\x07\ufeff",
    "ㅤ漏水ㅤ",
    "漏水\n\n\n" * 50,
]
AS_WRITTEN = ("<b>很急</b>", "&amp;", "{{ $no }}", "[急](http://x)", "👩‍👩‍👧‍👦")


@pytest.mark.parametrize("private", [True, False])
async def test_odd_characters_are_kept_shown_as_they_are_and_break_nothing(town: Town, private: bool) -> None:
    mei = await mei_of(town)
    group = await town.building_group(mei)
    for number, odd in enumerate(ODD, 1):
        await mei.says(odd if private else f"/report {odd}", in_=None if private else group)
        if private:
            await mei.presses("提交")
        assert f"编号 #{number}" in mei.last().text
        for visible in AS_WRITTEN:
            assert (visible in odd) == (visible in mei.last().text)
        await town.pass_time(minutes=3)
    assert all(case.text.startswith(("漏水", "ㅤ漏水")) for case in await cases(town))
    assert await failed(town) == []


async def test_a_name_with_markup_in_it_breaks_nothing(town: Town) -> None:
    chen = await town.volunteer("<b>陈\u202e姐</b> &")
    mei = await mei_of(town)
    group = await town.team_group(chen)
    await mei.says("3号楼2单元楼道灯不亮了")
    await mei.presses("提交")
    await chen.presses("认领", in_=group)
    assert "<b>陈" in chen.last(group).text
    assert await failed(town) == []


async def test_words_only_of_invisible_characters_are_an_empty_report(town: Town) -> None:
    mei = await mei_of(town)
    group = await town.building_group(mei)
    await mei.says("/report \u200b\u2060\u200f", in_=group)
    assert await cases(town) == []
    assert mei.last().text == said(town, "zh-CN", "no-empty-report")


async def test_an_update_nobody_can_read_is_kept_and_both_sides_hear_its_number(
    town: Town, language: str
) -> None:
    mei = await mei_of(town, language)
    wang = await town.coordinator(language=LANGUAGES[language])
    sender = {"id": mei.id, "is_bot": False, "first_name": "梅阿姨"}
    message = {"message_id": 1, "chat": {"id": mei.id, "type": "private"}, "from": sender, "text": "没有日期"}
    town.sandbox.queue_raw({"message": message})
    await mei.says("3号楼2单元楼道灯不亮了")
    async with town.linli.database.look() as uow:
        reference = await uow.session.scalar(
            select(inbox.c.reference).where(inbox.c.state == InboxState.DEAD)
        )
    assert reference
    assert mei.sees(said(town, language, "sorry-it-failed", reference=reference))
    assert wang.sees(said(town, language, "alert-dead-update", reference=reference))
    assert mei.sees("楼道灯不亮"), "what came after it was handled"
    await wang.says("/todo")
    assert reference in wang.last().text


async def test_kinds_of_updates_nobody_knows_are_passed_over(town: Town) -> None:
    mei = await mei_of(town)
    town.sandbox.queue_raw({"something_new": {"from": {"id": mei.id, "is_bot": False}, "text": "?"}})
    town.sandbox.queue_raw({})
    await mei.says("3号楼2单元楼道灯不亮了")
    assert mei.sees("楼道灯不亮")
    assert await failed(town) == []
