"""同意: asked before anything is stored, in ten lines; nothing vital waits for it, and one press is all it takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain import consent
from bot.sandbox import Person
from tests.journeys.bad_input import LANGUAGES
from tests.town import Town

YES = {"zh-CN": "同意", "zh-TW": "同意", "en": "I agree"}


async def _newcomer(town: Town, language: str = "zh-hans") -> Person:
    mei = await town.person("新来的梅", started=False, language=language)
    await mei.starts()
    return mei


async def _rows(town: Town) -> Sequence[tuple[Any, ...]]:
    async with town.linli.database.look() as uow:
        rows = await uow.session.execute(text("SELECT version, language, given FROM consent ORDER BY id"))
        return [tuple(row) for row in rows]


async def test_the_first_screen_says_in_ten_lines_what_is_stored(town: Town, language: str) -> None:
    mei = await _newcomer(town, LANGUAGES[language])
    [screen] = [m for m in mei.chat() if m.sender.is_bot]
    assert len(screen.text.split("\n")) <= 10
    for word in ("Telegram", "365", "/mydata", "/forgetme"):
        assert word in screen.text
    await mei.presses(YES[language])
    assert [row[0] for row in await _rows(town)] == [consent.TEXT]
    assert (await town.member(mei)).consented == consent.TEXT


async def test_a_report_before_the_answer_is_kept_and_one_press_further_it_is_sent(town: Town) -> None:
    mei = await _newcomer(town)
    await mei.says("3号楼电梯坏了")
    press = await mei.presses("提交")
    assert press.toast is not None
    assert "同意" in press.toast.text
    await mei.presses("同意")
    await mei.presses("提交")
    assert mei.sees("编号 #1")


async def test_who_does_not_agree_is_answered_in_danger_and_heard_in_the_group(town: Town) -> None:
    mei = await _newcomer(town)
    group = await town.building_group(mei)
    await mei.presses("不同意")
    assert [tuple(row)[2] for row in await _rows(town)] in ([False], [0])
    await mei.says("着火了，3号楼")
    assert mei.sees("119")
    await mei.says("/report 楼道灯不亮", in_=group)
    assert mei.sees("#2", in_=group)


async def test_what_they_began_to_say_is_shown_to_nobody_and_gone_after_a_day(town: Town) -> None:
    wang = await town.coordinator()
    mei = await _newcomer(town)
    await mei.presses("不同意")
    await mei.says("3号楼电梯坏了")
    await town.pass_time(hours=20)
    assert not wang.sees("电梯坏了")
    assert await _drafts(town) == 1
    await town.pass_time(hours=30)
    assert await _drafts(town) == 0


async def _drafts(town: Town) -> int:
    async with town.linli.database.look() as uow:
        return int(await uow.session.scalar(text("SELECT count(*) FROM draft")) or 0)


async def test_a_new_text_is_asked_once_and_holds_nobody_up(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = await town.resident("小梅")
    await mei.says("3号楼电梯坏了")
    monkeypatch.setattr(consent, "TEXT", 2)
    await mei.presses("提交")
    assert mei.sees("编号 #1")
    assert mei.sees("说明改了")
    await mei.says("/mine")
    assert sum("说明改了" in message.text for message in mei.chat()) == 1
    await mei.presses("同意")
    assert (await town.member(mei)).consented == 2
    assert not mei.sees("说明改了")


async def test_an_answer_to_a_text_that_was_changed_meanwhile_does_not_count(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = await _newcomer(town)
    monkeypatch.setattr(consent, "TEXT", 2)
    press = await mei.presses("同意")
    assert press.toast is not None
    assert "刚改过" in press.toast.text
    assert (await town.member(mei)).consented == 0
