"""Nobody need go for a while, or ever again: two people say so, reminders stop, and visits go on by themselves."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.domain.place import Place
from bot.sandbox import Person
from tests.journeys.seeing import buttons
from tests.services.rosters import bring, household
from tests.town import COMPOUND, Town

pytestmark = pytest.mark.about_households
HOME = "3号楼 501 郑奶奶"


async def paired(town: Town, language: str = "zh-hans") -> tuple[Person, Person]:
    """林伯 is paired with 郑奶奶; it is Monday morning."""
    lin = await town.volunteer("林伯", may_enter=True, language=language)
    await bring(town.linli.database, "households", household("郑奶奶", "13800000001", kinds="独居,低保"))
    wang = await town.coordinator()
    await wang.says("/visits")
    await wang.presses(HOME)
    await wang.presses("结对")
    await wang.presses("林伯")
    return lin, wang


async def daughter(town: Town) -> Person:
    """小敏, linked with the consent of 郑奶奶, who has Telegram."""
    elder = await town.resident("郑奶奶", home=Place(COMPOUND, "3号楼", "1", "501"))
    min_ = await town.resident("小敏", home=Place(COMPOUND, "4号楼", "1", "301"))
    await elder.says("家人")
    await elder.presses("给家人的码")
    code = re.search(r"\d{3} \d{3} \d{3}", elder.last().text)
    assert code is not None
    await min_.says("/family")
    await min_.presses("我是家属")
    await min_.presses("儿女")
    await min_.says(code.group())
    await elder.presses("同意")
    return min_


async def leap(town: Town, **span: float) -> None:
    """Days at once, then the ticks of the next hours."""
    town.clock.move(timedelta(**span) - timedelta(hours=2))
    await town.pass_time(hours=2)


async def asked(wang: Person, reason: str) -> None:
    """王社工 says so."""
    await wang.says("/visits")
    await wang.presses(HOME)
    await wang.presses("暂停")
    await wang.presses(reason)


async def test_at_the_door_the_holder_says_she_is_in_hospital_and_the_daughter_agrees(town: Town) -> None:
    lin, wang = await paired(town)
    min_ = await daughter(town)
    await town.pass_time(minutes=1)
    await lin.presses("明天")
    await town.pass_time(hours=24)
    await lin.presses("住院了")
    assert "一周" in buttons(lin.last())
    await lin.presses("两周")
    assert lin.sees("等另一位说一声就定")
    assert not lin.sees("0000 0001")
    assert "您家里郑奶奶：林伯说住院" in min_.last().text
    assert not wang.sees("林伯说住院"), "the family is asked first"
    await town.restart()
    await leap(town, days=6)
    assert not wang.sees("没去成的"), "what waits for a second person is not missed"
    assert wang.sees("林伯说住院"), "who is silent for a day is not the only one asked"
    await min_.presses("是的")
    await leap(town, days=1)
    assert not lin.sees("该去看看郑奶奶了")
    await wang.says("/visits")
    await wang.presses(HOME)
    assert wang.sees("暂停探访（住院）")
    assert wang.sees("住院看望：下一期"), "who is in hospital is visited there"
    await leap(town, days=9)
    assert lin.sees("郑奶奶回来了")
    await wang.says("/visits")
    await wang.presses(HOME)
    assert "住院看望" not in wang.last().text
    await leap(town, days=5)
    assert lin.sees("该去看看郑奶奶了")


async def test_what_was_offered_is_put_aside_at_once_in_every_plan_and_back_early_takes_it_up(
    town: Town,
) -> None:
    lin, wang = await paired(town)
    li = await town.coordinator("李社工")
    await town.pass_time(minutes=1)
    await lin.presses("明天")
    await asked(wang, "去子女家")
    assert lin.sees("501")
    await li.presses("是的")
    assert not lin.sees("0000 0001")
    assert lin.sees("这次不用您去了")
    await leap(town, days=1)
    assert not lin.sees("您要去看看那户人家"), "nobody is reminded of what was put aside"
    await li.presses("已经回来了")
    await town.pass_time(minutes=1)
    assert lin.sees("郑奶奶回来了")
    assert lin.sees("该去看看郑奶奶了")


async def test_who_is_refused_goes_after_all(town: Town) -> None:
    lin, _ = await paired(town)
    li = await town.coordinator("李社工")
    await town.pass_time(minutes=1)
    await lin.presses("明天")
    await lin.presses("出门住一阵")
    await lin.presses("一周")
    await li.presses("还要去")
    assert li.sees("好，照常去看看")
    assert lin.sees("501")


async def test_a_stale_yes_a_second_yes_and_a_strangers_press_change_nothing(town: Town) -> None:
    _, wang = await paired(town)
    li = await town.coordinator("李社工")
    mei = await town.resident("梅阿姨")
    await asked(wang, "住院")
    yes = next(key.data or "" for row in li.last().buttons for key in row if key.text == "是的")
    for person, words in ((mei, "协调员"), (wang, "另一位")):
        press = await person.presses_data(yes, on=person.last())
        assert press.toast is not None
        assert words in press.toast.text
    await li.presses("是的")
    for data, words in ((yes, "已经定下来了"), ("eb:999999", "已经定下来了"), ("ev:1", "撤销不了")):
        press = await li.presses_data(data, on=li.last())
        assert press.toast is not None
        assert words in press.toast.text


async def test_died_takes_two_and_stops_everything_with_one_quiet_notice(town: Town) -> None:
    lin, wang = await paired(town)
    min_ = await daughter(town)
    li = await town.coordinator("李社工")
    await town.pass_time(minutes=1)
    await asked(wang, "去世")
    assert "去世" not in min_.last().text, "no card asks the family that"
    await li.presses("是的")
    assert lin.sees("有一户以后不用再去看了")
    assert "去世" not in lin.last().text
    assert "郑奶奶" not in lin.last().text
    assert min_.sees("以后不再安排人上门了")
    said = len(lin.chat())
    await leap(town, days=9)
    assert len(lin.chat()) == said
    await wang.says("/visits")
    assert wang.sees("名单上还没有人")


async def test_the_same_two_take_it_back_within_two_hours(town: Town) -> None:
    lin, wang = await paired(town)
    li, chen = await town.coordinator("李社工"), await town.coordinator("陈社工")
    await town.pass_time(minutes=1)
    await asked(wang, "搬走了")
    await li.presses("是的")
    assert "撤销" not in buttons(chen.last())
    await li.presses("撤销")
    assert li.sees("等另一位也点一下")
    await town.restart()
    await wang.presses("撤销")
    assert lin.sees("刚才记错了")
    await leap(town, days=1)
    assert lin.sees("该去看看郑奶奶了")
    await wang.says("/visits")
    assert wang.sees("郑奶奶")


async def test_nobody_is_woken_by_a_pause_that_ends_at_midnight(town: Town) -> None:
    lin, wang = await paired(town)
    li = await town.coordinator("李社工")
    await asked(wang, "住院")
    await li.presses("是的")
    await leap(town, days=14, hours=15)
    assert not lin.sees("郑奶奶回来了")
    await town.pass_time(hours=9)
    assert lin.sees("郑奶奶回来了")


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "先不用去了"), ("en", "need not go now")])
async def test_the_door_speaks_the_helpers_language(town: Town, language: str, words: str) -> None:
    lin, _ = await paired(town, language)
    await town.pass_time(minutes=1)
    label = {"zh-hant": "明天", "en": "Tomorrow"}[language]
    await lin.presses(label)
    await lin.presses({"zh-hant": "住院了", "en": "In hospital"}[language])
    press = await lin.presses({"zh-hant": "兩週", "en": "Two weeks"}[language])
    assert press.toast is not None
    assert words in press.toast.text
