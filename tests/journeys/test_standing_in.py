"""Somebody goes in another's stead; and who does not suit a household hears why."""

from __future__ import annotations

import pytest

from bot.sandbox import Person
from bot.ui.buttons.standing_in import AskStandInButton, StandInButton, StandInsButton
from tests.journeys.seeing import buttons
from tests.journeys.test_visits import paired
from tests.services.rosters import bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households


async def promised(town: Town, language: str = "zh-hans") -> tuple[Person, Person]:
    """林伯 has promised to go tomorrow; 陈姐 could go too."""
    chen = await town.volunteer("陈姐", may_enter=True, language=language)
    lin, _ = await paired(town)
    await town.pass_time(minutes=1)
    await lin.presses("明天")
    return lin, chen


async def test_somebody_goes_instead_once_they_have_said_yes(town: Town) -> None:
    lin, chen = await promised(town)
    await lin.presses("请人代去")
    await lin.presses("陈姐")
    assert lin.sees("已经问了陈姐")
    assert chen.sees("林伯请您 明天 10:00 代去")
    assert not any("501" in message.text or "郑奶奶" in message.text for message in chen.chat())
    await town.restart()
    await chen.presses("好")
    assert chen.sees("501")
    assert lin.sees("陈姐替您去")
    assert not lin.sees("501")
    press = await lin.presses_data(AskStandInButton(1, 2).pack(), on=lin.last())
    assert press.toast is not None
    assert "不在您手上" in press.toast.text


async def test_who_cannot_says_so_and_the_first_still_goes(town: Town) -> None:
    lin, chen = await promised(town)
    await lin.presses("请人代去")
    await lin.presses("陈姐")
    await chen.presses("去不了")
    assert lin.sees("陈姐去不了，还是您去")
    press = await chen.presses_data(StandInButton(1, 1).pack(), on=chen.last())
    assert press.toast is not None
    assert "不用您回话" in press.toast.text
    await lin.says("/rounds")
    assert lin.sees("您说好 明天 10:00 去")


async def test_a_stranger_can_hand_nothing_on(town: Town) -> None:
    await promised(town)
    mei = await town.resident("梅阿姨")
    for data in (StandInsButton(1, 0).pack(), AskStandInButton(1, 1).pack()):
        press = await mei.presses_data(data, on=mei.last())
        assert press.toast is not None
        assert "不在您手上" in press.toast.text


async def test_a_reminder_is_acknowledged_in_one_press(town: Town) -> None:
    lin, _ = await promised(town)
    await town.pass_time(hours=9)
    assert lin.sees("明天 10:00 您要去看看")
    await lin.presses("知道了")
    assert not lin.sees("明天 10:00 您要去看看")
    await lin.presses("看详情")
    assert lin.sees("501")


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "代去看看一戶人家"), ("en", "in their stead")])
async def test_the_question_speaks_the_language_of_who_is_asked(
    town: Town, language: str, words: str
) -> None:
    lin, chen = await promised(town, language)
    await lin.presses("请人代去")
    await lin.presses("陈姐")
    assert chen.sees(words)


async def test_a_household_that_wishes_a_woman_is_offered_to_women_and_others_hear_why(town: Town) -> None:
    lin = await town.volunteer("林伯", may_enter=True)
    chen = await town.volunteer("陈姐", may_enter=True)
    group = await town.team_group(lin, chen)
    await bring(town.linli.database, "households", household("郑奶奶", "13800000001", kinds="独居"))
    wang = await town.coordinator()
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    await wang.presses("来人要求")
    await wang.presses("女同志")
    await town.restart()
    assert any("✓" in label and "女同志" in label for label in buttons(wang.last()))
    await wang.presses("返回")
    assert wang.sees("希望：女同志")
    await wang.presses("结对")
    press = await wang.presses("陈姐")
    assert press.toast is not None
    assert "希望女同志去" in press.toast.text
    await town.pass_time(minutes=1)
    if any("上门探望" in message.text for message in lin.chat(group)):
        press = await lin.presses("认领", in_=group)
        assert press.toast is not None
        assert "希望女同志去" in press.toast.text
    assert not any("女同志" in message.text for message in lin.chat(group))
