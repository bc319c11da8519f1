"""频次时间: one household is visited otherwise than the playbook has it."""

from __future__ import annotations

import pytest

from bot.sandbox import Person
from bot.ui.buttons.plans import PlanAddButton, PlanSetButton
from bot.ui.cards.plans import OFTEN, RUNG, SLOTS
from tests.journeys.seeing import buttons
from tests.services.rosters import bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households


async def before_her_page(town: Town, language: str = "zh-hans") -> Person:
    """A coordinator before a household that is visited weekly."""
    await bring(town.linli.database, "households", household("郑奶奶", "13800000001", kinds="独居"))
    wang = await town.coordinator(language=language)
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    return wang


async def test_how_often_when_and_by_whom_is_chosen_for_one_household(town: Town) -> None:
    lin = await town.volunteer("林伯", may_enter=True)
    wang = await before_her_page(town)
    for label in ("结对", "林伯", "频次时间", "独居关爱"):
        await wang.presses(label)
    assert wang.sees("独居关爱：每周，先请结对志愿者；哪天都行，几点都行")
    for label in ("多久一次", "每 2 周", "星期几", "周五", "几点", "15:00"):
        await wang.presses(label)
    assert wang.sees("独居关爱：每 2 周，先请结对志愿者；周五，15:00；1 人去")
    await town.restart()
    await town.pass_time(minutes=1)
    assert lin.sees("这户人家盼着您这个时候来")
    await lin.presses("周五 15:00")
    assert lin.sees("501")
    assert lin.sees("周五 15:00")
    mei, ren = await town.volunteer("梅姐", may_enter=True), await town.volunteer("任叔", may_enter=True)
    group = await town.team_group(mei, ren)
    for label in ("几个人去", "2 人"):
        await wang.presses(label)
    assert wang.sees("15:00；2 人去")
    await town.pass_time(hours=25)
    await mei.says("/rounds")
    assert group.messages[-1].text.count("还差 1 人") == 1, "who has promised goes, and one more is asked"
    stale = await lin.presses_data(PlanSetButton(1, SLOTS, 4).pack(), on=lin.last())
    assert stale.toast is not None
    assert "协调员" in stale.toast.text
    forged = await wang.presses_data(PlanSetButton(1, SLOTS, 99).pack(), on=wang.last())
    assert forged.toast is not None
    assert "旧" in forged.toast.text


async def test_one_visit_more_and_one_programme_more(town: Town) -> None:
    wang = await before_her_page(town)
    await wang.presses("频次时间")
    await wang.presses("加一项")
    assert "独居关爱" not in buttons(wang.last())
    await wang.presses("困难家庭")
    assert wang.sees("困难家庭：每月，先请党小组长")
    await wang.presses("独居关爱")
    await wang.presses("另去一次")
    await wang.presses("2 天后")
    press = await wang.presses_data(PlanAddButton(1, 0).pack(), on=wang.last())
    assert press.toast is not None
    assert "已经有了" in press.toast.text
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    assert wang.sees("独居关爱：下一期")


async def test_without_the_right_and_with_a_stale_button_nothing_changes(town: Town) -> None:
    wang = await before_her_page(town)
    mei = await town.resident("梅阿姨")
    await mei.says("/help")
    for person, button in (
        (mei, PlanSetButton(1, OFTEN, 1)),
        (wang, PlanSetButton(1, RUNG, 99)),
        (wang, PlanSetButton(1, 9, 0)),
    ):
        press = await person.presses_data(button.pack(), on=person.last())
        assert press.toast is not None
    async with town.linli.database.look() as uow:
        assert {
            (str(one.cadence), one.rung) for one in await uow.visits.plans_of(1) if one.programme == "lonely"
        } == {("weekly", "")}


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hant", "每週，先請結對志工"), ("en", "every week, first Paired helper")]
)
async def test_it_speaks_the_readers_language(town: Town, language: str, words: str) -> None:
    wang = await before_her_page(town, language)
    await wang.presses("頻次時間" if language == "zh-hant" else "How often, when")
    assert wang.sees(words)
