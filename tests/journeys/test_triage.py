"""An unclear case on the coordinators' card: 受理, 转办, 改派, 不受理; the first decision holds."""

from __future__ import annotations

import pytest

from bot.domain.case import CaseState
from bot.sandbox import Message, Person
from tests.journeys.seeing import buttons
from tests.town import COMPOUND, TEAM, Town

UNCLEAR = "3号楼有件事不知道找谁，想请你们看看"


async def unclear(town: Town, by: Person, text: str = UNCLEAR) -> None:
    """Somebody reports what no category fits."""
    await by.says(text)
    await by.presses("提交")


def front(person: Person) -> Message:
    """The card of the case in their chat."""
    return next(message for message in person.chat() if message.text.startswith("#1 "))


async def state(town: Town, number: int = 1) -> CaseState:
    """How the case stands."""
    async with town.linli.database.look() as uow:
        return (await uow.cases.get(number)).state


async def test_the_card_says_what_is_needed_to_decide_and_by_when(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await unclear(town, mei)
    card = wang.last()
    assert "#1 源昌鑫海湾3号楼 · 其他　该谁办？" in card.text
    assert f"“{UNCLEAR}”" in card.text
    assert "请在 今天 12:00 前定下来" in card.text
    assert buttons(card) == ["受理", "转办", "并到…", "不受理"]
    assert "梅阿姨" not in card.text


async def test_what_came_with_it_is_shown_to_the_coordinator_on_asking(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.sends("photo", caption=UNCLEAR)
    await mei.presses("提交")
    assert "附 1 个文件" in wang.last().text
    await wang.presses("看附件")
    assert wang.last().media is not None
    assert wang.last().protected


async def test_accepted_by_category_it_goes_to_the_team_of_that_category(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    lin = await town.volunteer("小林", "退役军人应急突击队")
    team = await town.team_group(lin, team="退役军人应急突击队")
    await unclear(town, mei)
    await wang.presses("受理")
    await wang.presses("搬重物")
    assert lin.sees("T1 搬重物", in_=team)
    assert wang.sees("王社工 今天 10:00 定的")
    assert mei.sees("已交给退役军人应急突击队")


async def test_what_fits_no_category_is_given_to_a_team(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    chen = await town.volunteer("陈姐")
    team = await town.team_group(chen)
    await unclear(town, mei)
    await wang.presses("受理")
    await wang.presses("按队来选")
    await wang.presses(TEAM)
    assert chen.sees("T1", in_=team)


async def test_the_second_coordinator_sees_who_decided_and_changes_nothing(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await unclear(town, mei)
    await wu.presses("受理")
    chooser = wu.last()
    late = next(key.data or "" for row in chooser.buttons for key in row if key.text == "净滩")
    await wang.presses("受理")
    await wang.presses("搬重物")
    assert "王社工 今天 10:00 定的" in front(wu).text
    await wu.presses_data(late, on=front(wu))
    assert wu.toasts[-1].text == "#1 别的协调员已经定了，看看最新的卡片。"
    await town.restart()
    await wu.presses("改派")
    await wu.presses("净滩")
    assert "吴社工 今天 10:00 定的" in front(wang).text
    assert mei.sees("已交给百人净滩团")


async def test_handed_over_it_has_a_promise_and_somebody_of_ours_follows_up(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await unclear(town, mei)
    await wang.presses("转办")
    await wang.presses("转给城管")
    assert mei.sees("已转五缘湾城管中队")
    assert await state(town) is CaseState.REFERRED
    async with town.linli.database.look() as uow:
        assert [task.kind for task in await uow.tasks.of_case(1)] == ["follow_up"]


async def test_where_the_compound_is_unknown_it_is_chosen_first(town: Town) -> None:
    lin, wang = await town.person("小林"), await town.coordinator()
    await unclear(town, lin, "电梯坏了")
    await wang.presses("转办")
    assert "先选在哪个小区" in wang.last().text
    await wang.presses(COMPOUND)
    assert buttons(wang.last())[0] == "转给物业"
    await wang.presses("转给物业")
    assert lin.sees("已转源昌鑫海湾物业")


async def test_declined_only_with_who_is_responsible_and_why_and_the_reporter_reads_both(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await unclear(town, mei)
    await wang.presses("不受理")
    assert "该由谁负责" in wang.last().text
    await wang.says("开发商售后")
    assert wang.sees("为什么办不了")
    await wang.says("还在保修期里，合同上写了归他们修")
    assert mei.sees("还在保修期里，合同上写了归他们修")
    assert mei.sees("该找：开发商售后")
    assert await state(town) is CaseState.DECLINED
    assert not any("不受理" in buttons(message) for message in wang.chat())


@pytest.mark.parametrize("who", ["物业", "找物业去", "五缘湾派出所"])
async def test_another_partys_duty_is_never_declined_but_handed_over(town: Town, who: str) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await unclear(town, mei)
    await wang.presses("不受理")
    await wang.says(who)
    assert wang.sees("请点“转办”")
    assert await state(town) is CaseState.NEW
    await wang.presses("转给物业")
    assert await state(town) is CaseState.REFERRED


async def test_a_category_that_is_a_partys_duty_is_refused_before_anything_is_asked(town: Town) -> None:
    lin, wang = await town.person("小林"), await town.coordinator()
    await unclear(town, lin, "电梯坏了")
    await wang.presses("不受理")
    assert "请点“转办”" in (wang.toasts[-1].text or "")
    assert await state(town) is CaseState.NEW


async def test_an_empty_word_is_asked_again_and_going_back_ends_the_question(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await unclear(town, mei)
    await wang.presses("不受理")
    await wang.sends("photo")
    assert wang.sees("请打字写一句")
    await wang.presses("返回")
    await wang.says("开发商售后")
    assert await state(town) is CaseState.NEW
    assert not wang.sees("为什么办不了")


async def test_only_coordinators_decide_whatever_they_press(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await town.coordinator()
    await unclear(town, mei)
    for data in (
        "qp:1:team",
        "qa:1:carry:0",
        "qt:1:0:0",
        "qr:1:0:0",
        "qc:1:0",
        "qf:1",
        "qm:1:1",
        "vs:triage:1",
    ):
        await mei.presses_data(data, on=mei.chat()[0])
        assert "协调员" in (mei.toasts[-1].text or ""), data
    assert await state(town) is CaseState.NEW


async def test_forged_and_outdated_choices_are_refused(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await unclear(town, mei)
    for data in ("qp:1:x", "qa:1:lift:0", "qa:1:none:0", "qt:1:99:0", "qr:1:-1:0", "qc:1:99", "vs:secret:1"):
        await wang.presses_data(data, on=wang.last())
        assert wang.toasts[-1].text == "这个按钮旧了，看看最新的那条。", data
    await wang.presses_data("qp:77:team", on=wang.last())
    assert await state(town) is CaseState.NEW


async def test_a_case_that_is_over_offers_nothing_any_more(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await unclear(town, mei)
    await wang.presses("受理")
    await mei.presses("不用办了")
    assert buttons(wang.last()) == []
    await wang.presses_data("qa:1:carry:0", on=wang.last())
    assert wang.toasts[-1].text == "#1 已经结束了。"
