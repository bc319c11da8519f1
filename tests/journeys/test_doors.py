"""Nobody opens the door: one step at a time, by day and by night, until a person says how she was found."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.visit import Outcome, VisitState
from bot.sandbox import Person
from tests.journeys.knocking import at_the_door
from tests.journeys.seeing import buttons, count, wait
from tests.town import Town

pytestmark = pytest.mark.about_households
NUMBER = "+86 138 0000 0001"


async def _state(town: Town) -> tuple[VisitState, Outcome | None]:
    async with town.linli.database.look() as uow:
        [visit] = [one for one in await uow.visits.of_plan(1) if one.outcome is not None or one.is_waiting][
            :1
        ]
        return visit.state, visit.outcome


async def test_in_silence_everybody_is_called_in_turn_until_a_coordinator_takes_it_and_ends_it(
    town: Town,
) -> None:
    door = await at_the_door(town)
    assert door.min_.sees("林伯 今天 15:00 会上门看看"), "the family knew who comes and when"
    groups = [await town.building_group(door.wu), await town.team_group(door.lin)]
    await door.lin.presses("敲门没人应")
    assert door.lin.sees(NUMBER)
    assert "先打她电话" in door.lin.last().text
    assert buttons(door.lin.last()) == ["有异常", "没有异常", "电话通了", "找到了", "按错了"]
    await door.wang.says("/todo")
    assert "1. 🔴 敲门没人应：源昌鑫海湾3号楼" in door.wang.last().text
    assert not door.wang.sees("501")
    await town.pass_time(minutes=5)
    assert "敲敲隔壁的门" in door.lin.last().text
    await town.pass_time(minutes=10)
    assert "林伯 今天 10:01 去看您家老人" in door.min_.last().text
    await town.restart()
    await town.pass_time(minutes=15)
    for person in (door.wang, door.li):
        assert "还没联系上" in person.last().text
        assert NUMBER not in person.last().text
    assert "请您现在去 源昌鑫海湾3号楼" in door.wu.last().text
    rung = count(door.wang, "还没联系上")
    newest = door.wang.last()
    await town.pass_time(minutes=5)
    assert count(door.wang, "还没联系上") == rung, "the older call gives way"
    assert door.wang.last() is not newest
    await door.wang.presses("我来")
    assert NUMBER in door.wang.last().text
    assert "王社工接手了" in door.li.last().text
    assert door.lin.sees("王社工接手了，马上联系您")
    await door.wu.presses("我马上去")
    assert NUMBER in door.wu.last().text
    assert door.lin.sees("吴师傅正赶过去")
    await door.wu.presses("找到了")
    await door.wu.presses("在家，平安")
    for person in (door.lin, door.wang, door.li, door.wu, door.min_):
        assert not person.sees(NUMBER)
        assert not person.sees("501")
    for person in (door.lin, door.wang, door.li, door.min_):
        assert person.sees("3号楼敲门没人应的那位找到了")
    assert door.wang.sees("在家，平安")
    assert not any(message.sender.is_bot for group in groups for message in group.messages)
    assert await _state(town) == (VisitState.DONE, Outcome.NO_ANSWER)
    await door.wang.says("/todo")
    assert "敲门没人应" not in door.wang.last().text
    await town.pass_time(hours=5)
    assert door.wang.last().text.startswith("现在没有") or "敲门没人应" not in door.wang.last().text


async def test_something_odd_brings_the_words_for_the_ambulance_at_once_to_who_stands_there_alone(
    town: Town,
) -> None:
    door = await at_the_door(town)
    await door.lin.presses("敲门没人应")
    await door.lin.presses("有异常")
    said = door.lin.last().text
    assert "现在就打 120 和 110" in said
    assert "源昌鑫海湾3号楼1单元501，郑奶奶，83 岁，独居老人" in said
    await door.lin.presses("水声")
    await door.lin.presses("呼救声")
    assert "屋里有水声、呼救声，怕是出事了" in door.lin.last().text
    assert "屋里有异常" in door.wang.last().text
    assert door.wu.sees("请您现在去")
    assert door.min_.sees("去看您家老人")
    for person in (door.wang, door.li, door.wu, door.min_):
        assert not person.sees("501")


async def test_a_wrong_press_is_undone_within_the_minute_and_not_later(town: Town) -> None:
    door = await at_the_door(town)
    await door.lin.presses("敲门没人应")
    await door.lin.presses("按错了")
    assert door.lin.sees(NUMBER), "the visit is as it was"
    assert "刚才按错了" in door.lin.last().text
    assert (await _state(town))[1] is None
    await door.lin.says("没人开门")
    stale = door.lin.last()
    await wait(town, 61)
    press = await door.lin.presses("按错了", on=stale)
    assert press.toast is not None
    assert "撤销不了" in press.toast.text
    await town.pass_time(minutes=1)
    assert "按错了" not in buttons(door.lin.last())
    assert (await _state(town))[0] is VisitState.NO_ANSWER


async def test_at_night_nothing_is_held_back_and_after_a_standstill_there_is_one_step(town: Town) -> None:
    door = await at_the_door(town)
    town.clock.move(timedelta(hours=12))
    await door.lin.says("敲门没人应")
    before = len(door.wang.chat())
    town.clock.move(timedelta(hours=3))
    await town.restart()
    await town.pass_time(minutes=1)
    assert count(door.wang, "还没联系上") == 1
    assert len(door.wang.chat()) == before + 1
    assert door.min_.sees("您家老人")
    assert door.wu.sees("再敲一次门")
    await town.pass_time(hours=1)
    assert "该请警察开门了" in door.wang.last().text
    await door.li.presses("我来")
    assert "请求到场开门查看。联系人 李社工" in door.li.last().text
    assert door.lin.sees("请求到场开门查看。联系人 林伯")


async def test_presses_that_come_late_or_from_a_stranger_are_answered_and_change_nothing(town: Town) -> None:
    door = await at_the_door(town)
    await door.lin.presses("敲门没人应")
    first = door.lin.last()
    await door.lin.presses("没有异常")
    press = await door.lin.presses("没有异常", on=first) if "没有异常" in buttons(first) else None
    stranger = await town.resident("路人")
    await stranger.says("你好")
    for data in (
        "nda:1",
        "ndc:1:take:0",
        "ndc:1:odd:0",
        "ndd:1:tv",
        "nde:1",
        "ndf:1:at_home",
        "ndg:1",
        "ndb:1",
    ):
        press = await stranger.presses_data(data, on=stranger.last())
        assert press.toast is not None, data
        assert press.toast.alert, data
    assert not stranger.sees("501")
    again = await door.lin.presses_data("ndc:1:nothing_odd:0", on=door.lin.last())
    assert again.toast is not None
    assert "已经过了" in again.toast.text
    await _finds(door.lin, "在外，平安")
    late = await door.wang.presses_data("ndc:1:take:3", on=door.wang.last())
    assert late.toast is not None
    assert "找到了" in late.toast.text


async def test_a_word_that_was_a_wrong_press_can_be_taken_back_at_once(town: Town) -> None:
    door = await at_the_door(town)
    await door.lin.presses("敲门没人应")
    await town.pass_time(minutes=16)
    await door.min_.presses("知道，没事")
    assert door.lin.sees("那位找到了")
    await door.min_.presses("还没找到")
    assert "那位还没找到" in "".join(message.text for message in door.lin.chat())
    assert (await _state(town))[0] is VisitState.NO_ANSWER
    await town.pass_time(minutes=15)
    assert "还没联系上" in door.wang.last().text


async def test_the_family_hears_what_is_grave_from_a_person(town: Town) -> None:
    door = await at_the_door(town)
    await door.lin.presses("敲门没人应")
    await town.pass_time(minutes=31)
    await _finds(door.wang, "去世了")
    assert door.min_.sees("社区的人马上给您打电话")
    assert not door.min_.sees("老人走了")
    assert door.lin.sees("老人走了")
    assert door.li.sees("办暂停")
    assert not door.lin.sees("办暂停")


async def test_without_family_here_who_stands_there_phones_the_emergency_contact(town: Town) -> None:
    door = await at_the_door(town, contact=True, family=False)
    await door.lin.presses("敲门没人应")
    await door.lin.presses("没有异常")
    assert door.lin.sees("女儿 小敏 +86 139 0000 0002")
    await door.lin.presses("还没找到")
    assert "再打给她家里人" in door.lin.last().text
    assert not door.wang.sees("还没联系上")
    await door.lin.presses("还没找到")
    assert door.wang.sees("还没联系上")


async def test_the_ill_are_looked_after_by_the_building_head_at_once_and_the_next_where_he_cannot(
    town: Town,
) -> None:
    door = await at_the_door(town, kinds="独居,重病")
    await door.lin.presses("敲门没人应")
    assert "请您现在去" in door.wu.last().text
    await door.wu.presses("我去不了")
    assert "我请别人去看" in door.wu.last().text


async def _finds(person: Person, how: str) -> None:
    await person.presses("找到了")
    await person.presses(how)


@pytest.mark.parametrize(
    ("language", "opens", "phone", "called"),
    [
        ("zh-hant", "敲門沒人應", "先打她的電話", "還沒聯絡上"),
        ("en", "Nobody opens", "Phone her first", "nobody has reached them"),
    ],
)
async def test_it_speaks_everybodys_language(
    town: Town, language: str, opens: str, phone: str, called: str
) -> None:
    door = await at_the_door(town, language=language)
    await door.lin.says(opens)
    assert phone in door.lin.last().text
    await town.pass_time(minutes=31)
    assert called in door.wang.last().text
