"""报平安: one question a day; no answer is asked once more, then phoned, then somebody goes and looks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.alarm import UNANSWERED
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.place import Place
from bot.domain.visit import PauseReason
from bot.sandbox import Person
from bot.services.visits.pausing import answer_pause, ask_pause
from bot.storage.searches import Searches
from tests.journeys.seeing import buttons, count
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, Town

ASKS = "今天好吗"
pytestmark = pytest.mark.about_households  # days go by: without the thousand that would be visited meanwhile


async def asked_at_ten(town: Town, language: str = "zh-hans", hour: str = "12:00") -> tuple[Person, Person]:
    """梅阿姨 has chosen noon; a coordinator; it is ten in the morning."""
    mei = await town.resident("梅阿姨", phone="+86 138 0000 0005", language=language)
    wang = await town.coordinator()
    await mei.says("/hello")
    await mei.presses(hour)
    return mei, wang


async def skip(town: Town, **span: int) -> None:
    """So much later the clock ticks once: what lies between is of no concern here."""
    town.clock.move(timedelta(**span))
    await town.linli.ticker.tick()
    await town.settle()


async def test_every_day_at_her_hour_one_press_is_enough(town: Town) -> None:
    mei, wang = await asked_at_ten(town)
    assert mei.sees("每天 12:00 问您一声")
    assert mei.sees("先打 120")
    assert mei.sees("夜里可能没人看到")
    await skip(town, hours=2)
    assert mei.sees(ASKS)
    await mei.presses("我很好")
    assert mei.sees("收到，谢谢您")
    await skip(town, hours=21)
    assert not mei.sees(ASKS)
    assert not wang.sees("没报平安")
    await skip(town, hours=3)
    assert mei.sees(ASKS)


async def test_whatever_she_writes_that_day_is_an_answer(town: Town) -> None:
    mei, wang = await asked_at_ten(town)
    await skip(town, hours=2)
    await mei.says("早上好")
    assert mei.sees("收到，谢谢您")
    await skip(town, hours=5)
    assert not wang.sees("没报平安")


async def test_whoever_wrote_before_the_hour_is_not_asked_that_day(town: Town) -> None:
    mei, _ = await asked_at_ten(town)
    await skip(town, hours=2)
    await mei.presses("我很好")
    await skip(town, hours=23)
    await mei.says("我很好")
    assert mei.sees("祝您今天顺顺当当的")
    at = mei.last().id
    await skip(town, hours=2)
    assert mei.last().id == at


async def test_no_answer_is_asked_once_more_then_phoned_and_the_number_taken_back(town: Town) -> None:
    mei, wang = await asked_at_ten(town)
    wu = await town.coordinator("吴社工")
    await skip(town, hours=2)
    await skip(town, hours=1)
    assert mei.sees("还没听到您的回音")
    assert not wang.sees("没报平安")
    await town.restart()
    await skip(town, hours=1)
    assert wang.sees("3号楼 有位邻居今天没报平安")
    assert not wang.sees("梅阿姨")
    await wang.presses("我来打")
    assert wang.sees("+86 138 0000 0005")
    assert not wu.sees("0000 0005")
    assert wu.sees("王社工 在打电话了")
    await wang.presses("打通了")
    assert not wang.sees("0000 0005")
    assert mei.sees("电话里听到您好")
    await skip(town, hours=3)
    assert not wu.sees("第 2 次")


async def test_who_does_not_phone_after_all_is_overtaken_and_everybody_is_called_again(town: Town) -> None:
    _, wang = await asked_at_ten(town)
    wu = await town.coordinator("吴社工")
    await skip(town, hours=2)
    await skip(town, hours=2)
    await wang.presses("我来打")
    await wang.presses("我打不了")
    assert wu.sees("第 2 次请您")
    await wang.presses("我来打")
    await town.pass_time(minutes=30)
    assert not wang.sees("0000 0005")
    assert wu.sees("第 3 次请您")
    assert count(wu, "有位邻居今天没报平安") == 1


async def test_nobody_on_the_phone_means_that_somebody_must_go_and_look(town: Town) -> None:
    mei, wang = await asked_at_ten(town)
    await skip(town, hours=2)
    await skip(town, hours=2)
    await wang.presses("我来打")
    await wang.presses("没打通")
    assert wang.sees("没报平安，电话也打不通")
    async with town.linli.database.look() as uow:
        [alarm] = await uow.alarms.untaken(town.clock.now())
    assert alarm.danger == UNANSWERED
    await wang.presses("我来处理")
    assert wang.sees("2单元1502")
    await mei.says("我刚才睡着了")
    assert wang.sees("刚刚回话了，人在")


async def test_behind_a_door_of_the_care_list_the_search_of_an_unopened_door_begins(town: Town) -> None:
    door = Place(COMPOUND, BUILDING, "1", "501")
    zheng = await town.resident("郑奶奶", home=door, phone="+86 138 0000 0007")
    wang = await town.coordinator()
    await bring(town.linli.database, "households", household("郑奶奶", kinds="独居"))
    await zheng.says("/hello")
    await zheng.presses("12:00")
    await skip(town, hours=2)
    await skip(town, hours=2)
    await wang.presses("我来打")
    await wang.presses("没打通")
    async with town.linli.database.look() as uow:
        [search] = await Searches(uow.session).open()
        assert search.household_id == await uow.households.at(door)
    await skip(town, minutes=40)
    assert "我来" in " ".join(buttons(wang.last()))


async def test_an_answer_while_somebody_phones_ends_it_for_all(town: Town) -> None:
    mei, wang = await asked_at_ten(town)
    await skip(town, hours=2)
    await skip(town, hours=2)
    await wang.presses("我来打")
    await mei.presses("我很好")
    assert wang.sees("本人回话了，很好")
    assert not wang.sees("0000 0005")


async def test_away_or_off_nobody_asks(town: Town) -> None:
    mei, wang = await asked_at_ten(town)
    await mei.presses("出门3天")
    assert mei.sees("您出门了")
    await skip(town, hours=26)
    assert not mei.sees(ASKS)
    await mei.says("报平安")
    await mei.presses("我回来了")
    await mei.presses("不用问了")
    await skip(town, hours=26)
    assert not mei.sees(ASKS)
    assert not wang.sees("没报平安")


async def test_while_two_people_know_that_she_is_away_nobody_asks(town: Town) -> None:
    zheng = await town.resident("郑奶奶", home=Place(COMPOUND, BUILDING, "1", "501"))
    people = [await town.coordinator("王社工"), await town.coordinator("李社工")]
    await bring(town.linli.database, "households", household("郑奶奶", kinds="独居"))
    await zheng.says("/hello")
    await zheng.presses("12:00")
    async with town.linli.database.work() as uow:
        now, first = town.clock.now(), await town.member(people[0])
        number, until = await uow.households.at(Place(COMPOUND, BUILDING, "1", "501")), uow.playbook.day(now)
        pause = await ask_pause(uow, number or 0, PauseReason.HOSPITAL, until, by=first, now=now)
        await answer_pause(uow, pause.id or 0, agree=True, by=await town.member(people[1]), now=now)
    await skip(town, hours=2)
    assert not zheng.sees(ASKS)
    await skip(town, hours=16)
    await skip(town, hours=8)
    assert zheng.sees(ASKS)


async def test_a_question_of_yesterday_is_still_an_answer_for_today(town: Town) -> None:
    mei, wang = await asked_at_ten(town)
    await skip(town, hours=2)
    old = mei.last()
    await skip(town, hours=23)
    await mei.presses("我很好", on=old)
    assert not wang.sees("我来打")
    assert wang.sees("本人回话了")


async def test_after_a_standstill_of_days_she_is_asked_once_and_the_coordinators_hear_of_it(
    town: Town,
) -> None:
    mei, wang = await asked_at_ten(town)
    await skip(town, hours=2)
    await mei.presses("我很好")
    await skip(town, days=3)
    assert count(mei, ASKS) == 1
    assert wang.sees("有 2 次报平安没问成")


async def test_family_sets_it_up_and_the_old_person_decides(town: Town) -> None:
    mei, _ = await town.resident("梅阿姨"), await town.coordinator()
    min_ = await town.person("小敏")
    async with town.linli.database.work() as uow:
        elder, family = await town.member(mei), await town.member(min_)
        now = town.clock.now()
        uow.add(Kinship(family.id or 0, Tie.CHILD, now, Consent.GIVEN, elder_id=elder.id))
    await min_.says("报平安")
    await min_.presses("帮别人设")
    await min_.presses("梅阿姨")
    await min_.presses("12:00")
    assert mei.sees("小敏想请我每天 12:00 问您一声好不好")
    assert mei.sees("先打 120")
    assert mei.sees("夜里可能没人看到")
    await skip(town, hours=3)
    assert not mei.sees(ASKS)
    await mei.presses("好，每天问")
    assert min_.sees("梅阿姨同意了")
    await skip(town, hours=23)
    assert mei.sees(ASKS)


async def test_a_stranger_sets_up_nothing_and_takes_no_call(town: Town) -> None:
    mei, _ = await asked_at_ten(town)
    qiang = await town.resident("阿强")
    number = (await town.member(mei)).id
    press = await qiang.presses_data(f"mf:{number}:720", on=await qiang.says("谢谢"))
    assert press.toast is not None
    assert "协调员" in press.toast.text
    await skip(town, hours=2)
    await skip(town, hours=2)
    for data in ("mt:1", "me:1:1"):
        press = await qiang.presses_data(data, on=qiang.chat()[-1])
        assert press.toast is not None
        assert not qiang.sees("0000 0005")
    press = await qiang.presses_data("mw:1", on=qiang.chat()[-1])
    async with town.linli.database.look() as uow:
        assert (await uow.hellos.day(1)).is_called


@pytest.mark.parametrize(
    ("language", "question", "well"),
    [("zh-hant", "今天好嗎", "我很好"), ("en", "how are you today", "I am well")],
)
async def test_the_question_speaks_her_language(town: Town, language: str, question: str, well: str) -> None:
    mei, _ = await asked_at_ten(town, language)
    await skip(town, hours=2)
    assert mei.sees(question)
    assert buttons(mei.last()) == [well]
    await mei.presses(well)
    assert not mei.sees(question)
