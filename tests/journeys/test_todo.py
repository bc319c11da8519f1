"""What waits for a person: on asking, twice a day, and each line with what deals with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.sandbox import Message, Person
from bot.storage.machinery import Fate
from tests.journeys.seeing import buttons
from tests.town import TEAM, Town


def lists(person: Person) -> list[Message]:
    """The lists of what waits that are still in the chat."""
    return [message for message in person.chat() if "等着您的事" in message.text]


async def test_nothing_waits_and_the_list_says_what_happens_next(town: Town) -> None:
    wang = await town.coordinator()
    await wang.says("/todo")
    assert wang.sees("现在没有事等着您")
    assert wang.sees("8:30、16:30")
    await wang.says("待办")
    assert len([m for m in wang.chat() if "现在没有事等着您" in m.text]) == 1


async def test_only_coordinators_have_a_list(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("/todo")
    assert not mei.sees("等着您")
    assert mei.sees("协调员")


async def test_an_unclear_case_is_on_the_list_until_it_is_decided(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("3号楼有件事不知道找谁，想请你们看看")
    await mei.presses("提交")
    await wang.says("/todo")
    assert "#1 源昌鑫海湾3号楼，该谁办？" in lists(wang)[0].text
    await wang.presses("#1 受理")
    await wang.presses("受理")
    await wang.presses("搬重物")
    assert not lists(wang)
    assert wang.sees("现在没有事等着您")


async def test_a_draft_on_the_list_is_opened_from_it(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("楼道灯不亮")
    await town.pass_time(hours=3)
    await wang.says("/todo")
    assert "梅阿姨 3 小时前写了没交" in lists(wang)[0].text
    await wang.presses("1 看草稿")
    await wang.presses("提交")
    assert mei.sees("收到了，编号 #1")


async def test_a_task_nobody_takes_and_a_promise_nobody_keeps_are_on_the_list(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    chen = await town.volunteer("陈姐")
    await town.team_group(chen)
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    await town.pass_time(hours=26)
    await wang.says("/todo")
    text = lists(wang)[0].text
    assert "T1 源昌鑫海湾3号楼 电梯，没人认领" in text
    assert "#1 源昌鑫海湾3号楼 电梯，到时间没办完" in text
    await wang.presses("T1 请人去")
    assert "T1" in wang.last().text
    await wang.presses("#1 改派")
    assert buttons(wang.last())[0] == "改派"


async def test_who_wants_to_join_a_team_is_on_the_list(town: Town) -> None:
    wang = await town.coordinator()
    lin = await town.person("小林")
    async with town.linli.database.work() as uow:
        member = (await uow.members.by_telegram([lin.id]))[lin.id]
        member.ask_to_join(TEAM, town.clock.now())
    await wang.says("/todo")
    assert f"小林 想进{TEAM}" in lists(wang)[0].text
    await wang.presses("1 看申请")
    await wang.presses("同意")
    assert (await town.member(lin)).in_team(TEAM)


async def test_a_post_of_unknown_fate_is_sent_again_or_noted_as_arrived_once(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    town.sandbox.fault("sendMessage", "lost", times=2, chat_id=group.id)
    async with town.linli.database.work() as uow:
        for dedupe in ("one", "two"):
            uow.say(group.id, "danger-taken-group", dedupe=dedupe, now=town.clock.now(), fate=Fate.PARK)
    await town.settle()
    await wang.says("/todo")
    old = lists(wang)[0]
    assert old.text.count("不知道送到没有") == 2
    resend, arrived = (old.buttons[0][0].data or ""), (old.buttons[1][1].data or "")
    await wang.presses("1 重发")
    assert sum("已经接手" in message.text for message in mei.chat(group)) == 3
    await wang.presses_data(arrived, on=lists(wang)[0])
    assert wang.sees("现在没有事等着您")
    for data in (resend, arrived):
        await wang.presses_data(data, on=wang.last())
        assert wang.toasts[-1].text == "这条已经处理过了。"


async def test_a_card_that_does_not_get_through_is_on_the_list_with_its_reason(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await wang.says("/todo")
    async with town.linli.database.work() as uow:
        uow.place("a card nobody knows", 7, mei.id, now=town.clock.now(), subject="case:7")
    await town.settle()
    assert wang.sees("有一条消息发不出去，留在待办里了")
    await town.restart()
    [shown] = lists(wang)
    assert "给“梅阿姨”的#7没送成：我这边没写好" in shown.text
    assert buttons(shown) == ["1 重发", "1 知道了"]
    stale = shown.buttons[0][0].data or ""
    await mei.presses_data(stale, on=mei.last())
    assert "协调员" in mei.toasts[-1].text
    await wang.presses("1 重发")
    assert "给“梅阿姨”的#7没送成" in lists(wang)[0].text, "it was refused again, and is not forgotten"
    await wang.presses("1 知道了")
    assert wang.sees("现在没有事等着您")
    await wang.presses_data(stale, on=wang.last())
    assert wang.toasts[-1].text == "这条已经处理过了。"


async def test_a_group_that_threw_us_out_is_on_the_list_until_we_speak_there_again(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    await mei.removes_bot(group)
    await wang.says("/todo")
    assert f"“{group.title}”里我说不了话了" in lists(wang)[0].text
    again = lists(wang)[0].buttons[0][0].data or ""
    await mei.presses_data(again, on=mei.last())
    assert "协调员" in mei.toasts[-1].text
    await wang.presses("1 重新绑定")
    assert "要是还不行" in wang.toasts[-1].text
    assert lists(wang), "we are still not let in there"
    await mei.adds_bot(group)
    assert wang.sees("现在没有事等着您")
    await wang.presses_data(again, on=wang.last())
    assert wang.toasts[-1].text == "这个群已经处理过了。"
    await mei.removes_bot(group)
    await wang.presses("1 知道了")
    assert wang.sees("现在没有事等着您")
    for forged in ("vb:5", "vb:-", "vb:-5x", "vg:-12345678901234567"):
        await wang.presses_data(forged, on=wang.last())
        assert wang.toasts[-1].text == "这个按钮旧了，看看最新的那条。"


async def test_an_update_that_failed_for_good_is_tried_again_or_put_away(town: Town) -> None:
    wang = await town.coordinator()
    town.sandbox.queue_raw({"message": {"chat": "nonsense"}})
    await town.settle()
    await town.pass_time(minutes=1)
    await wang.says("/todo")
    assert "没处理成" in lists(wang)[0].text
    await wang.presses("1 知道了")
    assert wang.sees("现在没有事等着您")


async def test_the_list_comes_by_itself_twice_a_day_and_never_twice(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("3号楼有件事不知道找谁，想请你们看看")
    await mei.presses("提交")
    await town.pass_time(minutes=1)
    assert not lists(wang)
    await to(town, 16, 30)
    [afternoon] = lists(wang)
    await town.pass_time(minutes=1)
    assert [message.id for message in lists(wang)] == [afternoon.id]
    await to(town, 8, 30, days=1)
    [morning] = lists(wang)
    assert morning.id > afternoon.id


async def test_after_a_standstill_only_the_latest_list_comes_and_none_at_night(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await town.pass_time(minutes=1)
    await mei.says("3号楼有件事不知道找谁，想请你们看看")
    await mei.presses("提交")
    town.clock.move(timedelta(days=2, hours=17))  # 03:01
    await town.linli.ticker.tick()
    await town.settle()
    assert not lists(wang)
    town.clock.move(timedelta(hours=14))  # 17:01
    await town.linli.ticker.tick()
    await town.settle()
    assert len(lists(wang)) == 1


async def test_no_list_is_sent_when_nothing_waits(town: Town) -> None:
    wang = await town.coordinator()
    await to(town, 16, 30)
    await to(town, 8, 30, days=1)
    assert not lists(wang)
    assert not wang.sees("现在没有事")


async def test_a_long_list_is_turned_page_by_page(town: Town) -> None:
    wang = await town.coordinator()
    async with town.linli.database.work() as uow:
        for n in range(13):
            member = await town._member(uow, town.sandbox.person(f"新人{n}"))
            member.ask_to_join(TEAM, town.clock.now())
    await wang.says("/todo")
    [shown] = lists(wang)
    assert "13 件" in shown.text
    assert "10. " in shown.text
    assert "11. " not in shown.text
    await wang.presses("还有 3 件")
    assert "11. " in shown.text
    await wang.presses("回到开头")
    assert "11. " not in shown.text


async def to(town: Town, hour: int, minute: int, *, days: int = 0) -> None:
    """Moves to that time of day in Xiamen, `days` later."""
    local = town.clock.now().astimezone(town.playbook.zone)
    then = datetime(local.year, local.month, local.day, hour, minute, tzinfo=town.playbook.zone)
    gap = then + timedelta(days=days) - town.clock.now().astimezone(UTC)
    await town.pass_time(seconds=int(gap.total_seconds()))


async def test_every_line_is_dealt_with_from_the_list_and_leaves_everybodys(town: Town) -> None:
    """Unclear, unsent, unclaimed and overdue, by two coordinators, the second of whom comes too late."""
    mei, wang, li = await town.resident("梅阿姨"), await town.coordinator(), await town.coordinator("李社工")
    chen = await town.volunteer("陈姐")
    group = await town.team_group(chen)
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    await town.pass_time(hours=26)
    await mei.says("3号楼有件事不知道找谁，想请你们看看")
    await mei.presses("提交")
    await mei.says("楼道灯不亮")
    await town.pass_time(hours=2, minutes=30)
    for person in (wang, li):
        await person.says("/todo")
    text = lists(wang)[0].text
    order = [text.index(part) for part in ("该谁办", "写了没交", "没人认领", "没办完")]
    assert order == sorted(order)
    await town.restart()
    old = {label: data for label, data in _data(lists(li)[0])}
    await wang.presses("2 看草稿")
    await wang.presses("提交")
    await chen.presses_data("cl:1", on=group.messages[0], in_=group)
    assert "写了没交" not in lists(li)[0].text
    assert "没人认领" not in lists(li)[0].text
    await li.presses_data(old["2 看草稿"], on=lists(li)[0])
    assert li.toasts[-1].text != "发在下面了。"
    await li.presses_data(old["T1 请人去"], on=lists(li)[0])
    assert "陈姐去" in li.last().text
    for data in old.values():
        await mei.presses_data(data, on=mei.last())
        assert "协调员" in mei.toasts[-1].text


def _data(message: Message) -> list[tuple[str, str]]:
    return [(key.text, key.data or "") for row in message.buttons for key in row]
