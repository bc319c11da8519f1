"""A notice on its way: stopped and let go on, and what became of it in each group, with what helps."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person
from bot.storage.machinery import PostState, outbox
from tests.journeys.seeing import buttons, first
from tests.town import COMPOUND, Town


async def sent_to(town: Town, wang: Person, text: str = "明天停水") -> None:
    """A notice to the whole compound, out at once."""
    await wang.says("/notice")
    await wang.says(text)
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")
    await wang.presses("发送")


async def groups_of(town: Town, *people: Person, count: int) -> list[Group]:
    """The groups of the first buildings, in which we are no admin."""
    return [await town.building_group(*people, building=f"{n}号楼", admin=False) for n in range(1, count + 1)]


def times(group: Group, text: str = "明天停水") -> int:
    """How often it stands there."""
    return sum(text in message.text for message in group.messages)


async def test_each_group_that_was_not_reached_is_named_with_the_reason_and_what_helps(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    fine, kicked, muted, lost, moved = await groups_of(town, mei, count=5)
    kicked.chat.statuses[town.sandbox.bot.id] = "kicked"  # and we did not hear of it
    muted.mutes()
    town.sandbox.fault("sendMessage", "lost", chat_id=lost.id)
    moved.chat.type = "group"
    await wang.says("/notice")
    await wang.says("明天停水")
    moved.migrates()
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")
    await wang.presses("发送")
    assert [times(one) for one in (fine, kicked, muted, lost, moved)] == [1, 0, 0, 1, 1]
    assert wang.sees("发到 2 · 没发成 3 · 还没发 0")
    await wang.presses("没发到的")
    assert wang.sees("2号楼邻里群：我不在群里了。请把我拉回去，再点【重新绑定】")
    assert wang.sees("3号楼邻里群：群里不让我说话。请群主放开，再点【重发】")
    assert wang.sees("4号楼邻里群：发了，不知道到没到。请到群里看一眼")
    await town.restart()
    fates = wang.last()
    await wang.presses("1 重新绑定")
    assert wang.sees("2号楼邻里群：我不在群里了"), "refused again, its line comes back"
    await mei.adds_bot(kicked)
    muted.mutes(False)
    await wang.presses("1 重新绑定")
    await wang.presses("1 重发")
    await wang.presses("1 已送达")
    assert wang.sees("都发到了")
    await wang.presses("返回")
    assert wang.sees("发到 5 · 没发成 0 · 还没发 0")
    assert [times(one) for one in (fine, kicked, muted, lost, moved)] == [1] * 5
    assert not mei.sees("可能发过", in_=kicked), "what was refused did not come before"
    stale = await wang.presses_data("nfa:1:2:again", on=fates)
    assert stale.toast is not None
    assert "处理过" in stale.toast.text
    for data in ("nfa:1:2:again", "nfa:1:4:arrived", "nfa:1:2:bind", "nfa:1:2:away", "nfa:1:2:x"):
        forged = await mei.presses_data(data, on=mei.last(fine), in_=fine)
        assert forged.toast is not None, data


async def test_a_notice_that_was_stopped_goes_nowhere_until_it_is_let_go_on(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await groups_of(town, mei, count=3)
    for group in groups[1:]:
        town.sandbox.fault("sendMessage", "down", chat_id=group.id)
    await sent_to(town, wang)
    assert wang.sees("发到 1 · 没发成 0 · 还没发 2\n不到一分钟就发完")
    await wang.presses("停")
    town.sandbox.faults.clear()
    await town.pass_time(minutes=10)
    await town.restart()
    assert [times(group) for group in groups] == [1, 0, 0]
    assert wang.sees("停住了")
    await wang.presses("接着发")
    await town.pass_time(minutes=1)
    assert [times(group) for group in groups] == [1, 1, 1]
    assert wang.sees("发完了")


async def test_what_was_just_on_its_way_when_it_was_stopped_or_taken_back_is_not_tried_again(
    town: Town,
) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    first, second = await groups_of(town, mei, count=2)
    town.sandbox.fault("sendMessage", "down", chat_id=second.id)
    await sent_to(town, wang)
    await wang.presses("停")
    async with town.linli.database.work() as uow:  # as if its answer had come after that
        held = outbox.update().where(outbox.c.state == PostState.HELD).values(state=PostState.PENDING)
        await uow.session.execute(held)
    await town.pass_time(minutes=5)
    assert times(second) == 0
    await wang.presses("撤回")
    await wang.presses("撤回")
    async with town.linli.database.work() as uow:
        dropped = outbox.update().where(outbox.c.error == "withdrawn").values(state=PostState.PENDING)
        await uow.session.execute(dropped)
    await town.pass_time(minutes=5)
    assert [message.text for message in second.messages if "收回" in message.text] == []
    assert mei.sees("这条通知收回了", in_=first)


async def test_whoever_presses_on_one_of_unknown_fate_shows_that_it_came_and_it_stays_there(
    town: Town,
) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    pressed, confirmed, left = await groups_of(town, mei, count=3)
    for group in (pressed, confirmed):
        town.sandbox.fault("sendMessage", "lost", chat_id=group.id)
    await sent_to(town, wang)
    await mei.presses("收到", in_=pressed)
    assert wang.sees("发到 2 · 没发成 1 · 还没发 0")
    await wang.presses("没发到的")
    await wang.presses("1 已送达")
    await wang.presses("返回")
    left.chat.statuses[town.sandbox.bot.id] = "kicked"  # and we did not hear of it
    desk = wang.last()
    await wang.presses("更正")
    await wang.says("后天停水")
    assert times(confirmed) == 1
    assert f"那条我改不到，不知道是哪条消息：{confirmed.title}" in desk.text
    await town.restart()
    await mei.presses("收到", in_=confirmed)
    assert f"没改成：{left.title}" in desk.text
    await mei.adds_bot(left)
    for group in (pressed, confirmed, left):
        assert times(group) == 0
        assert times(group, "后天停水") == 1
    assert "改不到" not in desk.text
    assert "没改成" not in desk.text
    stale = await wang.presses_data("nta:1:to", on=desk)
    assert stale.toast is not None
    assert "已经发了" in stale.toast.text


async def test_what_was_taken_back_lists_where_it_still_stands_or_never_came_and_offers_no_resending(
    town: Town,
) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    muted, lost, left, _ = await groups_of(town, mei, count=4)
    muted.mutes()
    town.sandbox.fault("sendMessage", "lost", chat_id=lost.id)
    await sent_to(town, wang)
    desk = first(wang, "发完了")
    left.chat.statuses[town.sandbox.bot.id] = "kicked"  # and we did not hear of it
    await wang.presses("撤回", on=desk)
    await wang.presses("撤回", on=desk)
    await wang.presses("没收回的", on=desk)
    assert f"1. {muted.title}：没发到，不用收回" in desk.text
    assert f"2. {lost.title}：那条可能还在群里" in desk.text
    assert f"没改成：{left.title}" in desk.text
    assert buttons(desk) == ["1 知道了", "2 已送达", "2 知道了", "返回"]
    away = desk.buttons[0][0].data or ""
    again = await wang.presses_data(away.replace("away", "again"), on=desk)
    assert again.toast is not None
    assert "过了有效期" in again.toast.text
    await town.restart()
    await wang.presses("1 知道了", on=desk)
    await wang.presses("1 知道了", on=desk)
    assert lost.title not in desk.text
    await mei.adds_bot(left)
    await wang.presses("返回", on=desk)
    assert buttons(desk) == []
    assert [times(one) for one in (muted, lost, left)] == [0, 1, 0]


SAID = {
    "zh-hant": (
        ["對象", "源昌鑫海灣", "選好了", "發送", "沒發到的"],
        ["不在群組裡了", "群組裡不讓我說話", "不知道到沒到"],
        ["返回", "收回", "收回"],
        "那則我改不到",
    ),
    "en": (
        ["For whom", "Yuanchang", "Done", "Send", "Not reached"],
        ["no longer in it", "I may not write there", "nobody knows whether it arrived"],
        ["Back", "Take back", "Take back"],
        "In one group I cannot change it",
    ),
}


@pytest.mark.parametrize("language", SAID)
async def test_in_every_language_what_is_taken_back_says_where_it_still_stands_and_what_helps(
    town: Town, language: str
) -> None:
    send, fates, take_back, lost = SAID[language]
    wang, mei = await town.coordinator(language=language), await town.resident("梅阿姨", language=language)
    kicked, muted, unknown = await groups_of(town, mei, count=3)
    kicked.chat.statuses[town.sandbox.bot.id] = "kicked"
    muted.mutes()
    town.sandbox.fault("sendMessage", "lost", chat_id=unknown.id)
    await wang.says("/notice")
    await wang.says("明天停水")
    for label in send:
        await wang.presses(label)
    for words in fates:
        assert wang.sees(words)
    await town.restart()
    for label in take_back:
        await wang.presses(label)
    assert wang.sees(lost)
    await mei.presses_data("ntg:1", on=unknown.messages[-1], in_=unknown)
    assert times(unknown) == 0
    assert not wang.sees(lost)
    assert times(unknown, "这条通知收回了") == 1
