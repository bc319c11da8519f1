"""A visit from the morning's question to 见到了; and what happens when nobody goes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.sandbox import Person
from tests.journeys.seeing import buttons, count
from tests.services.rosters import bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households


async def paired(town: Town, language: str = "zh-hans") -> tuple[Person, Person]:
    """林伯, who has visited before, is paired with 郑奶奶; it is Monday morning."""
    lin = await town.volunteer("林伯", may_enter=True, language=language)
    await bring(town.linli.database, "households", household("郑奶奶", "13800000001", kinds="独居"))
    wang = await town.coordinator()
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    await wang.presses("结对")
    await wang.presses("林伯")
    return lin, wang


async def test_the_paired_helper_is_asked_first_and_gets_the_door_in_private(town: Town) -> None:
    lin, wang = await paired(town)
    group = await town.team_group(lin)
    await town.pass_time(minutes=1)
    assert lin.sees("该去看看郑奶奶了")
    assert not any("上门探望" in message.text for message in lin.chat(group))
    await lin.presses("明天")
    assert lin.sees("501")
    assert lin.sees("+86 138 0000 0001")
    await town.restart()
    await lin.presses("打电话联系上了")
    assert not lin.sees("501")
    assert not lin.sees("0000 0001")
    await wang.says("/visits")
    assert wang.sees("上次 刚才")


async def test_the_evening_before_and_an_hour_ahead_the_helper_is_reminded(town: Town) -> None:
    lin, _ = await paired(town)
    await town.pass_time(minutes=1)
    await lin.presses("明天")
    await town.pass_time(hours=9)
    assert lin.sees("明天 10:00 您要去看看")
    await town.pass_time(hours=14, minutes=5)
    assert lin.sees("还有一个小时")
    await town.pass_time(hours=2)
    assert lin.sees("还是您去吗")
    await town.pass_time(hours=2)
    assert not lin.sees("还是您去吗")
    assert not lin.sees("501")


async def test_who_cannot_go_says_so_and_the_team_is_asked_without_a_building(town: Town) -> None:
    lin, _ = await paired(town)
    chen = await town.volunteer("陈姐", may_enter=True)
    xiao = await town.volunteer("小林")
    group = await town.team_group(lin, chen, xiao)
    await town.pass_time(minutes=1)
    await lin.presses("这次去不了")
    await town.pass_time(minutes=1)
    card = chen.last(group)
    assert "上门探望 · 源昌鑫海湾" in card.text
    assert not any(part in card.text for part in ("3号楼", "郑奶奶", "独居"))
    press = await xiao.presses("认领", in_=group)
    assert press.toast is not None
    assert "可入户" in press.toast.text
    await chen.presses("认领", in_=group)
    await chen.presses("今天")
    assert chen.sees("第一次上门要两个人一起去")
    assert "陈姐去，谢谢" in chen.last(group).text


async def test_nobody_went_so_a_coordinator_phones_the_same_day(town: Town) -> None:
    _, wang = await paired(town)
    await town.pass_time(days=4)
    await town.pass_time(hours=12)
    await town.pass_time(hours=12)
    assert wang.sees("没去成的，今天打个电话")
    assert not wang.sees("0000 0001")
    await wang.presses("我来打 1")
    assert wang.sees("+86 138 0000 0001")
    before = wang.last().id
    await town.pass_time(hours=23)
    assert wang.last().id > before, "who took it and fell silent has it no more; the morning's list says so"
    assert wang.sees("没去成的，今天打个电话")
    await wang.presses("我来打 1")
    await wang.presses("打通了")
    assert not wang.sees("0000 0001")
    assert wang.sees("没有要打的电话了")


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "該去看看"), ("en", "time to look in on")])
async def test_the_question_speaks_the_helpers_language(town: Town, language: str, words: str) -> None:
    lin, _ = await paired(town, language)
    await town.pass_time(minutes=1)
    assert lin.sees(words)
    assert len(buttons(lin.last())) == 4


async def test_one_s_list_is_there_at_any_time_and_says_what_comes_next(town: Town) -> None:
    lin, _ = await paired(town)
    await town.pass_time(minutes=1)
    await lin.presses("明天")
    await town.restart()
    await lin.says("我的探访")
    assert lin.sees("您说好 明天 10:00 去")
    await lin.presses("1")
    assert lin.sees("501")
    await lin.presses("打电话联系上了")
    assert not lin.sees("501")
    await lin.says("/rounds")
    assert lin.sees("下次是郑奶奶")
    mei = await town.resident("梅阿姨")
    await mei.says("/rounds")
    assert mei.sees("现在没有要您去看的")


async def test_the_button_on_the_list_of_tasks_leads_there(town: Town) -> None:
    lin, _ = await paired(town)
    await lin.says("/tasks")
    await lin.presses("我的探访")
    assert lin.sees("郑奶奶") or lin.sees("现在没有要您去看的")


async def test_a_visit_that_comes_later_joins_the_list_that_stands_without_a_message(town: Town) -> None:
    lin, wang = await paired(town)
    await town.pass_time(minutes=1)
    assert lin.sees("该去看看郑奶奶了")
    before = len(lin.chat())
    rows = [
        household("郑奶奶", "13800000001", kinds="独居"),
        household("李爷爷", "13800000002", "502", kinds="独居"),
    ]
    await bring(town.linli.database, "households", *rows)
    await wang.says("/visits")
    await wang.presses("3号楼 502 李爷爷")
    await wang.presses("结对")
    await wang.presses("林伯")
    await town.pass_time(minutes=1)
    assert len(lin.chat()) == before + 1  # only that they are paired
    assert lin.sees("要去看看的（2 户）")
    await lin.presses("2")
    assert lin.sees("该去看看李爷爷了")
    await lin.presses("返回")
    await town.pass_time(hours=7)
    assert count(lin, "要去看看的（2 户）") == 1


async def test_the_time_is_changed_once_and_never_past_the_period(town: Town) -> None:
    lin, _ = await paired(town)
    await town.pass_time(minutes=1)
    await lin.presses("选时间")
    stranger = await town.volunteer("外人")
    when = next(key.data or "" for row in lin.last().buttons for key in row if ":" in key.text)
    refused = await stranger.presses_data(when, on=stranger.last())
    assert refused.toast is not None
    assert "谢谢" not in refused.toast.text
    for nonsense in (-1, 0, 9_999_999_999):
        press = await lin.presses_data(f"jt:2:{nonsense}", on=lin.last())
        assert press.toast is not None
        assert "好，" not in press.toast.text
    await lin.presses(next(label for label in buttons(lin.last()) if ":" in label))
    await town.restart()
    await lin.presses("改时间")
    times = [label for label in buttons(lin.last()) if ":" in label] or buttons(lin.last())
    await lin.presses(times[-2] if "返回" in times[-1] else times[-1])
    assert "改时间" not in buttons(lin.last())
    await lin.says("/rounds")
    who = await town.member(lin)
    async with town.linli.database.look() as uow:
        [visit] = await uow.visits.held_by(who.id)
    press = await lin.presses_data(f"jt:{visit.id}:{int(visit.closes_at.timestamp()) // 60}", on=lin.last())
    assert press.toast is not None
    assert "改过一次" in press.toast.text


async def test_after_a_standstill_several_broken_promises_are_one_list(town: Town) -> None:
    lin, wang = await paired(town)
    rows = [
        household("郑奶奶", "13800000001", kinds="独居"),
        household("李爷爷", "13800000002", "502", kinds="独居"),
    ]
    await bring(town.linli.database, "households", *rows)
    await wang.says("/visits")
    await wang.presses("3号楼 502 李爷爷")
    await wang.presses("结对")
    await wang.presses("林伯")
    await town.pass_time(minutes=1)
    for n in ("1", "2"):
        await lin.says("/rounds")
        await lin.presses(n)
        await lin.presses("今天")
    before = len(lin.chat())
    town.clock.move(timedelta(days=1, hours=1))
    await town.linli.ticker.tick()
    await town.settle()
    assert lin.sees("说好的时间过了，还是您去吗")
    assert len(lin.chat()) <= before + 1
    await lin.presses("1")
    await lin.presses("是，我去")
    assert not lin.sees("见到人了吗")
