"""How visits stand, the ledger, and results entered from paper."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from bot.sandbox import Person
from tests.journeys.seeing import buttons
from tests.printing.reading import words_of
from tests.services.rosters import bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households


async def week(town: Town) -> Person:
    """Three old people, of whom nobody has been seen yet; a coordinator before how it stands."""
    await bring(
        town.linli.database,
        "households",
        *(household(name, f"1380000000{n}", f"50{n}", kinds="独居") for n, name in enumerate("赵钱孙", 1)),
    )
    wang = await town.coordinator()
    await town.pass_time(minutes=1)
    await wang.says("/visits")
    await wang.presses("完成情况")
    return wang


async def numbers(wang: Person) -> list[str]:
    """Of this week's visits on the list from paper; those of the half year stand before them and are not due this month."""
    await wang.says("/visits")
    await wang.presses("完成情况")
    await wang.presses("录纸面结果")
    found = re.findall(r"(?m)^(\d+)\. 3号楼", wang.last().text)
    assert len(found) == 6
    return found[3:]


async def test_lines_from_paper_are_entered_wrong_ones_named_and_all_taken_back(town: Town) -> None:
    wang = await week(town)
    assert wang.sees("还没有该去的") or wang.sees("见到 0")
    one, two, *_ = await numbers(wang)
    await wang.says(f"{one} 见到了\n{two} 电话\n99999 见到了\n他很好")
    assert wang.sees("这 2 行没记上")
    assert wang.sees("99999 见到了\n他很好")
    assert wang.sees("记下了 2 条")
    await town.restart()
    await wang.says("/visits")
    await wang.presses("完成情况")
    assert wang.sees("见到 1，电话 1")
    stale = next(
        key.data or ""
        for message in wang.chat()
        for row in message.buttons
        for key in row
        if key.text == "撤销"
    )
    mei = await town.resident("梅阿姨")
    refused = await mei.presses_data(stale, on=mei.last())
    assert refused.toast is not None
    press = await wang.presses_data(stale, on=wang.last())
    assert press.toast is not None
    assert "撤销了 2 条" in press.toast.text
    await wang.presses("按楼栋")
    assert wang.sees("源昌鑫海湾 3号楼：该去")
    assert wang.sees("见到 0，电话 0")
    press = await wang.presses_data(stale, on=wang.last())
    assert press.toast is not None
    assert "撤销不了" in press.toast.text


async def test_a_missed_visit_stays_missed_whatever_paper_says_later(town: Town) -> None:
    wang = await week(town)
    every = await numbers(wang)
    town.clock.move(timedelta(days=5))
    await town.pass_time(hours=1)
    await wang.says("/visits")
    await wang.presses("完成情况")
    await wang.presses("录纸面结果")
    await wang.says("\n".join(f"{one} 见到了" for one in every))
    assert wang.sees("还是算没去成")
    await wang.says("/visits")
    await wang.presses("完成情况")
    await wang.presses("按志愿者")
    assert wang.sees("没去成 3")


async def test_nobody_answered_on_paper_is_danger_as_at_the_door(town: Town) -> None:
    wang = await week(town)
    one, *_ = await numbers(wang)
    await wang.says(f"{one} 没人应")
    await town.pass_time(hours=1)
    assert wang.sees("没联系上")


async def test_the_list_is_ticked_by_buttons_too(town: Town) -> None:
    wang = await week(town)
    one, *_ = await numbers(wang)
    await wang.presses(f"{one} 见到了")
    assert wang.sees("记下了 1 条")


async def test_the_ledger_has_no_names_and_the_whole_one_takes_a_reason_and_two_presses(town: Town) -> None:
    wang = await week(town)
    one, *_ = await numbers(wang)
    await wang.presses(f"{one} 见到了")
    await wang.says("/visits")
    await wang.presses("完成情况")
    await wang.presses("导出台账")
    await town.pass_time(minutes=1)
    media = next(one.media for one in reversed(wang.chat()) if one.media is not None)
    sheet = load_workbook(io.BytesIO(town.sandbox.files.find(media.file_id).content)).worksheets[0]
    said = str([[cell.value for cell in row] for row in sheet.iter_rows()])
    assert "见到了" in said
    assert "独居关爱" in said
    assert "赵" not in said
    assert "501" not in said


async def test_the_week_is_printed_for_a_reason_and_after_two_presses(town: Town) -> None:
    await bring(town.linli.database, "households", household("甲", "13800000009", "509", kinds="刑满释放"))
    wang = await week(town)
    await wang.says("/export")
    await wang.presses("要完整的")
    await wang.says("停电那天用")
    await wang.presses("按楼打印")
    await town.pass_time(seconds=6)
    await wang.presses("按楼打印")
    media = next(one.media for one in reversed(wang.chat()) if one.media is not None)
    content = town.sandbox.files.find(media.file_id).content
    assert content.startswith(b"%PDF")
    said = str(words_of(content))
    for page in words_of(content):
        assert ("509" in page) == ("只给社区的人" in page), "what volunteers may not know is on its own page"
    assert "509" in said
    assert "源昌鑫海湾 3号楼" in said
    assert "501" in said
    assert "没人应" in said
    assert "03-02 到 03-08" in said, "this week's"
    assert "03-09 到" in said, "next week's window is on paper before it opens"
    [ahead, *_] = re.findall(r"P\d+-0309", said)
    await wang.says("/visits")
    await wang.presses("完成情况")
    await wang.presses("录纸面结果")
    await wang.says(f"{ahead} 见到了")
    assert wang.sees("这 1 行没记上"), "its window has not opened"
    town.clock.move(timedelta(days=6))
    await town.pass_time(minutes=1)
    await wang.presses("录纸面结果")
    await wang.says(f"{ahead} 见到了")
    assert wang.sees("记下了 1 条")


async def test_a_resident_sees_nothing_of_it(town: Town) -> None:
    await week(town)
    mei = await town.resident("梅阿姨")
    for data in ("vC:24314:0", "vE:0", "vF:0:1:met", "vU:1", "ef:sheet_helpers", "ex:sheet_helpers"):
        press = await mei.presses_data(data, on=mei.last())
        assert press.toast is not None
        assert "协调员" in press.toast.text or "旧" in press.toast.text, data


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "月的探訪"), ("en", "Visits of 2026")])
async def test_it_speaks_the_readers_language(town: Town, language: str, words: str) -> None:
    await bring(town.linli.database, "households", household("郑奶奶", kinds="独居"))
    wang = await town.coordinator(language=language)
    await wang.says("/visits")
    await wang.presses({"zh-hant": "完成情況", "en": "How it stands"}[language])
    assert wang.sees(words)
    assert len(buttons(wang.last())) >= 5
