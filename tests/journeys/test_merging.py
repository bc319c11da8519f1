"""Two cases about one matter become one, and nobody who waited is lost."""

from __future__ import annotations

from bot.domain.case import CaseState
from bot.sandbox import Group, Person
from tests.journeys.seeing import buttons
from tests.town import Town


async def two_cases(town: Town) -> tuple[Person, Person, Person, Group]:
    """The same flood, told by two neighbours; the second one so that nobody knew what it was."""
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    wang = await town.coordinator()
    group = await town.building_group(mei, qiang)
    await mei.says("/report 3号楼楼道漏水", in_=group)
    await qiang.says("/report 3号楼有件事不知道找谁，想请你们看看", in_=group)
    return mei, qiang, wang, group


async def test_the_card_lists_what_is_open_in_the_same_building(town: Town) -> None:
    _, _, wang, _ = await two_cases(town)
    await wang.presses("并到…")
    assert "#2 和哪件是同一件事" in wang.last().text
    assert "#1 漏水渗水" in wang.last().text
    assert buttons(wang.last()) == ["并到 #1", "返回"]


async def test_both_cards_name_each_other_and_the_reporter_is_told(town: Town) -> None:
    _, qiang, wang, group = await two_cases(town)
    await wang.presses("并到…")
    await wang.presses("并到 #1")
    assert qiang.sees("#2 和 #1 是同一件事，并到 #1 一起办")
    assert qiang.sees("和 #1 是同一件事", in_=group)
    assert "和 #1 是同一件事" in wang.last().text
    await wang.presses_data("vs:triage:1", on=wang.last())
    assert "并进来的：#2" in wang.last().text
    assert qiang.sees("#1 源昌鑫海湾3号楼 · 漏水渗水")


async def test_its_reporter_and_followers_follow_the_other_and_its_task_ends(town: Town) -> None:
    _, qiang, wang, group = await two_cases(town)
    lin = await town.resident("林伯")
    await lin.joins(group)
    await lin.presses("我也遇到了", in_=group)
    await wang.presses("受理")
    await wang.presses("搬重物")
    await wang.presses("并到…")
    await wang.presses("并到 #1")
    async with town.linli.database.look() as uow:
        waiting = await uow.cases.followers(1)
        merged = await uow.cases.get(2)
        assert await uow.tasks.live_of_case(2) == []
    assert waiting == {(await town.member(person)).id for person in (qiang, lin)}
    assert merged.state is CaseState.MERGED
    assert merged.merged_into == 1


async def test_an_ended_case_and_itself_are_refused(town: Town) -> None:
    mei, _, wang, _ = await two_cases(town)
    await wang.presses("并到…")
    await mei.presses("不用办了")
    await wang.presses_data("qm:2:1", on=wang.last())
    assert wang.toasts[-1].text == "#1 已经结束了。"
    await wang.presses_data("qm:2:2", on=wang.last())
    assert wang.toasts[-1].text == "不能和自己合并。"
    await wang.presses_data("qm:1:2", on=wang.last())
    assert wang.toasts[-1].text == "#1 已经结束了。"


async def test_where_nothing_else_is_open_that_is_said(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("/report 3号楼有件事不知道找谁，想请你们看看")
    await mei.presses("提交")
    await wang.says("/todo")
    await wang.presses("#1 并到…")
    assert "没有别的事还在办" in wang.last().text
    await wang.presses("返回")
    assert "该谁办？" in wang.last().text


async def test_only_a_coordinator_merges_and_an_old_button_says_what_became_of_it(town: Town) -> None:
    mei, qiang, wang, _ = await two_cases(town)
    await wang.says("/todo")
    await wang.presses("#2 并到…")
    choice = wang.last()
    for person in (mei, qiang):
        await person.presses_data("qm:2:1", on=person.last())
        assert "协调员" in person.toasts[-1].text
        await person.presses_data("vs:merge:2", on=person.last())
        assert "协调员" in person.toasts[-1].text
    await town.restart()
    await wang.presses_data("qm:2:1", on=choice)
    assert wang.toasts[-1].text == "#2 并到 #1 了。"
    assert wang.sees("现在没有事等着您")
    await wang.presses_data("qm:2:1", on=choice)
    assert wang.toasts[-1].text == "#2 已经结束了。"


async def test_a_wrong_merger_is_undone_within_the_minute_and_everybody_reads_so(town: Town) -> None:
    _, qiang, wang, group = await two_cases(town)
    await wang.presses("并到…")
    await wang.presses("并到 #1")
    assert "撤销" in buttons(wang.last())
    await town.restart()
    press = await wang.presses("撤销")
    assert press.toast is not None
    assert "#2 还是原来那样" in press.toast.text
    assert buttons(wang.last()) == ["受理", "转办", "并到…", "不受理"]
    assert qiang.sees("#2 刚才并到 #1，是点错了")
    assert not qiang.sees("#1 源昌鑫海湾3号楼 · 漏水渗水")
    assert not qiang.sees("和 #1 是同一件事", in_=group)
    assert "社区正在看该谁来办" in group.messages[-1].text
    await wang.says("/todo")
    assert wang.sees("#2 源昌鑫海湾3号楼，该谁办？")


async def test_after_the_minute_the_button_is_gone_and_an_old_one_says_why(town: Town) -> None:
    _, _, wang, _ = await two_cases(town)
    await wang.presses("并到…")
    await wang.presses("并到 #1")
    stale = next(key for row in wang.last().buttons for key in row if key.text == "撤销").data or ""
    await town.pass_time(seconds=61)
    assert "撤销" not in buttons(wang.last())
    press = await wang.presses_data(stale, on=wang.last())
    assert press.toast is not None
    assert "过了一分钟" in press.toast.text
