"""三必到: something happened, and somebody arrives; and what goes on as long as it lasts."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from bot.domain.charge import Charge
from bot.domain.place import Place
from bot.domain.role import Role, Ward
from bot.sandbox import Person
from bot.services.reports import Report, file_report
from bot.ui.buttons.events import ArriveButton, ArriveCaseButton, ArrivedButton, ArriveForButton, EventButton
from bot.ui.buttons.results import DisputeButton
from tests.journeys.seeing import buttons
from tests.services.rosters import HERE, bring, household
from tests.town import BUILDING, Town

pytestmark = pytest.mark.about_households


async def on_the_page(town: Town) -> Person:
    """A coordinator before a household nobody looks after in particular."""
    rows = [
        household("李爷爷", "13800000002", "502", kinds="独居"),
        household("郑奶奶", "13800000001", kinds="独居"),
    ]
    await bring(town.linli.database, "households", *rows)
    wang = await town.coordinator()
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    return wang


async def head_of(town: Town, building: str = BUILDING, language: str = "zh-hans") -> Person:
    """Who heads the building."""
    wu = await town.person("吴师傅", language=language)
    async with town.linli.database.work() as uow:
        member = (await uow.members.by_telegram([wu.id]))[wu.id]
        uow.add(Charge("head", HERE, building, town.clock.now(), member.id, "吴师傅"))
        member.look_after((Ward(Role.BUILDING_HEAD, HERE, building),), town.clock.now())
    return wu


async def test_after_a_sudden_event_the_building_head_is_asked_at_once(town: Town) -> None:
    wu = await head_of(town)
    wang = await on_the_page(town)
    await wang.presses("有事要去")
    await wang.presses("突发事件必到")
    assert wang.sees("突发事件必到：这一次")
    await town.restart()
    await town.pass_time(minutes=1)
    assert wu.sees("上门探望")
    await wu.presses("今天")
    assert wu.sees("501")
    await wu.presses("见到了")
    assert wu.sees("她怎么样")
    await wang.presses("有事要去")
    press = await wang.presses("突发事件必到")
    assert press.toast is not None
    assert "今天已经记过了" in press.toast.text


async def test_whoever_heads_a_building_sends_somebody_by_door(town: Town) -> None:
    wang = await on_the_page(town)
    wu = await head_of(town)
    await wu.says("我的楼")
    await wu.presses("请人上门")
    await wu.presses("家庭矛盾必到")
    await wu.says("9单元999")
    assert wu.sees("名单上没有这一户")
    await wu.presses("家庭矛盾必到")
    await wu.says("1单元501")
    assert wu.sees("一天以内会有人到")
    assert not any("郑奶奶" in message.text for message in wu.chat())
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    assert wang.sees("家庭矛盾必到：这一次")


async def reported(town: Town, text: str, place: Place, danger: str | None = None) -> Case:
    """Somebody has reported that."""
    async with town.linli.database.work() as uow:
        report = Report(text, place, "mediation", danger=danger)
        case = await file_report(uow, report, None, now=town.clock.now())
    await town.settle()
    return case


async def test_a_quarrel_that_is_reported_sends_the_building_head_by_itself(town: Town) -> None:
    wu = await head_of(town)
    wang = await on_the_page(town)
    await reported(town, "两口子吵架", Place(HERE, BUILDING, "1", "501"))
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    assert wang.sees("家庭矛盾必到：这一次")
    await town.pass_time(minutes=1)
    assert wu.sees("上门探望")
    await town.pass_time(hours=20)
    assert wang.sees("上门探望"), "whoever is silent is not waited for"
    await town.pass_time(hours=7)
    assert wang.sees("有一户没去成"), "nobody went, so a coordinator phones the same day"


async def test_where_nobody_knows_the_door_a_coordinator_finds_it_and_after_violence_nobody_is_sent(
    town: Town,
) -> None:
    wang = await on_the_page(town)
    await reported(town, "老公打我", Place(HERE, BUILDING, "1", "502"), danger="domestic")
    case = await reported(town, "两口子吵架", Place(HERE, BUILDING))
    assert wang.sees("还不知道是哪一户")
    await town.restart()
    await wang.says("/todo")
    assert wang.sees("前要有人到")
    await wang.presses(f"#{case.id} 请人去")
    await wang.presses("请人上门")
    await wang.says("1单元999")
    assert wang.sees("名单上没有这一户")
    await wang.says("1单元501")
    assert wang.sees("一天以内会有人到")
    await wang.says("/todo")
    assert not any("前要有人到" in message.text for message in wang.chat()[-1:])
    press = await wang.presses_data(ArriveCaseButton(case.id or 0).pack(), on=wang.last())
    assert press.toast is not None
    assert "今天已经记过了" in press.toast.text
    async with town.linli.database.look() as uow:
        begun = [plan.event for n in (1, 2) for plan in await uow.visits.plans_of(n) if plan.event]
    assert begun == ["quarrel"]


async def test_who_does_not_accept_that_nobody_does_it_is_listened_to_at_home_within_a_day(
    town: Town,
) -> None:
    wang = await on_the_page(town)
    xu = await town.person("许组长")
    async with town.linli.database.work() as uow:
        member = (await uow.members.by_telegram([xu.id]))[xu.id]
        uow.add(Charge("party", HERE, BUILDING, town.clock.now(), member.id, "许组长"))
    mei = await town.resident("梅阿姨", home=Place(HERE, BUILDING, "1", "501"), language="zh-hant")
    await mei.says("/report 有件事想问问怎么弄")
    await mei.presses("送出")
    await wang.presses("不受理")
    await wang.says("开发商售后")
    await wang.says("还在保修期里")
    card = mei.last()
    await town.restart()
    stranger = await town.resident("路人", home=Place(HERE, "4号楼"))
    await stranger.says("/help")
    forged = await stranger.presses_data(DisputeButton(1).pack(), on=stranger.last())
    assert forged.toast is not None
    assert "听到了" not in forged.toast.text
    await mei.presses("我有意見")
    assert wang.sees("#1 报事的邻居有意见")
    assert not any("我有意見" in buttons(message) for message in mei.chat())
    again = await mei.presses_data(DisputeButton(1).pack(), on=card)
    assert again.toast is not None
    assert "已經請人來聽您說了" in again.toast.text
    await town.pass_time(minutes=1)
    assert xu.sees("上门探望")
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    assert wang.sees("有意见必到：这一次")


async def test_a_second_no_sends_somebody_and_a_coordinator_finds_the_door(town: Town) -> None:
    wang, chen = await on_the_page(town), await town.volunteer("陈姐")
    mei, group = await town.resident("梅阿姨", home=Place(HERE, BUILDING)), await town.team_group(chen)
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    for said in ("没解决", "没解决"):
        assert not wang.sees("报事的人有意见")
        await chen.presses("认领", in_=group)
        await chen.presses("办好了")
        await mei.presses(said)
    assert mei.sees("当面听您说")
    assert wang.sees("报事的人有意见")
    await wang.says("/todo")
    assert wang.last().text.count("报事的人有意见") == 1
    await wang.presses("#1 请人去")
    await wang.presses("请人上门")
    await wang.says("1单元501")
    await wang.says("/todo")
    assert "有意见" not in wang.last().text
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    assert wang.sees("有意见必到：这一次")


async def test_in_hospital_somebody_comes_every_week_until_it_is_over(town: Town) -> None:
    wang = await on_the_page(town)
    await wang.presses("有事要去")
    await wang.presses("住院看望")
    assert wang.sees("住院看望：下一期")
    await wang.presses("结束：住院看望")
    assert not wang.sees("住院看望：下一期")
    assert "结束：住院看望" not in buttons(wang.last())


async def test_a_return_is_asked_for_its_day_and_hidden_from_volunteers(town: Town) -> None:
    lin = await town.volunteer("林伯", may_enter=True)
    group = await town.team_group(lin)
    wang = await on_the_page(town)
    await wang.presses("有事要去")
    await wang.presses("回归前联系")
    await wang.presses("14 天后")
    assert wang.sees("回归前联系")
    await town.pass_time(minutes=1)
    await lin.says("/rounds")
    assert not any("回归" in message.text for message in [*lin.chat(), *lin.chat(group)])


async def test_without_the_right_nobody_is_sent_anywhere(town: Town) -> None:
    await on_the_page(town)
    elsewhere = await head_of(town, "4号楼")
    await elsewhere.says("/help")
    case = await reported(town, "两口子吵架", Place(HERE, BUILDING))
    sent = (ArriveCaseButton(case.id or 0), ArrivedButton(case.id or 0))
    for button in (ArriveButton(1), ArriveForButton(1, "sudden"), EventButton(1, "hospital", None), *sent):
        press = await elsewhere.presses_data(button.pack(), on=elsewhere.last())
        assert press.toast is not None
        assert "谢谢" not in press.toast.text
    async with town.linli.database.look() as uow:
        assert not any(plan.event_key for plan in await uow.visits.plans_of(1))


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "請人上門"), ("en", "Send somebody")])
async def test_it_speaks_the_readers_language(town: Town, language: str, words: str) -> None:
    await on_the_page(town)
    wu = await head_of(town, language=language)
    await wu.says("我的楼")
    assert words in buttons(wu.last())
