"""Notices, as coordinators send them and neighbours read them."""

from __future__ import annotations

from bot.sandbox import Group, Person
from tests.town import COMPOUND, Town

BUILDINGS = ("1号楼", "2号楼", "3号楼")


async def three_groups(town: Town, *people: Person) -> list[Group]:
    """The groups of three buildings."""
    return [await town.building_group(*people, building=one) for one in BUILDINGS]


def pinned(group: Group) -> bool:
    """Is something on top of it?"""
    return group.chat.pinned is not None


async def written(town: Town, wang: Person, text: str = "明天停水，请存水") -> None:
    """A draft to the whole compound."""
    await wang.says("/notice")
    await wang.says(text)
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")


async def test_a_notice_is_shown_first_and_then_reaches_every_group(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    await written(town, wang)
    assert wang.sees("明天停水，请存水\n\n—— 禾缘社区")
    assert wang.sees("将发到 3 个群、约 1 人")
    assert wang.sees("发不到")
    assert not mei.sees("停水", in_=groups[0])
    send = wang.last()
    await wang.presses("发送")
    for group in groups:
        assert mei.sees("明天停水", in_=group)
    assert wang.sees("发到 3 · 没发成 0 · 还没发 0")
    assert wang.sees("发完了")
    for stale in (
        "nta:1:send",
        "nta:1:sure",
        "nta:1:to",
        "nta:1:more",
        "ntc:1:0",
        "nqa:1:open",
        "nqa:1:emergency",
    ):
        again = await wang.presses_data(stale, on=send)
        assert again.toast is not None, stale
        assert "已经发了" in again.toast.text, stale
    assert sum("明天停水" in one.text for one in mei.chat(groups[0])) == 1


async def test_the_format_and_the_picture_go_out_as_they_were_sent(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    await wang.says("/notice")
    await wang.sends("photo", caption="看图")
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")
    await wang.presses("发送")
    got = mei.last(groups[1])
    assert got.media is not None
    assert got.text.startswith("看图\n\n—— 禾缘社区")


async def test_an_album_stays_an_album_and_the_words_follow_with_the_button(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    [group] = [await town.building_group(mei)]
    await wang.says("/notice")
    await wang.sends("photo", caption="三张图", album=3)
    await town.pass_time(seconds=3)
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")
    await wang.presses("发送")
    *pictures, words = mei.chat(group)[-4:]
    assert len({one.album for one in pictures}) == 1
    assert words.text.startswith("三张图")
    await mei.presses("收到", in_=group)


async def test_the_draft_survives_a_restart(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    await written(town, wang)
    await town.restart()
    await town.pass_time(hours=2)
    await wang.says("发通知")
    await wang.presses("发送")
    assert mei.sees("明天停水", in_=groups[2])


async def many_groups(town: Town, mei: Person) -> list[Group]:
    """Eleven groups, one more than go out at once."""
    found = [
        (compound.name, building.name)
        for compound in town.playbook.compounds
        for building in compound.buildings
    ]
    return [await town.building_group(mei, compound=c, building=b) for c, b in found[:11]]


async def test_to_more_than_ten_groups_it_waits_half_a_minute_for_a_second_thought(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await many_groups(town, mei)
    await wang.says("/notice")
    await wang.says("台风要来了")
    await wang.presses("对象")
    await wang.presses("所有楼栋群")
    await wang.presses("选好了")
    await wang.presses("发送")
    assert not mei.sees("台风", in_=groups[0])
    await wang.presses("先别发")
    await town.pass_time(minutes=2)
    assert not mei.sees("台风", in_=groups[0])
    await wang.presses("发送")
    await town.restart()
    await town.pass_time(seconds=31)
    assert all(mei.sees("台风", in_=group) for group in groups)


async def test_the_same_within_ten_minutes_is_asked_about(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    for _ in range(2):
        await written(town, wang)
        await wang.presses("发送")
    assert wang.sees("刚发过一样的")
    assert sum("明天停水" in one.text for one in mei.chat(groups[0])) == 1
    await wang.presses("再发一次")
    assert sum("明天停水" in one.text for one in mei.chat(groups[0])) == 2


async def test_at_night_it_waits_for_the_morning_unless_it_is_urgent(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    await town.pass_time(hours=12)  # 22:00
    await written(town, wang)
    await wang.presses("发送")
    assert not mei.sees("停水", in_=groups[0])
    await town.pass_time(hours=10)
    assert mei.sees("停水", in_=groups[0])
    await town.pass_time(hours=14)
    await written(town, wang, "煤气要紧急检修")
    await wang.presses("怎么发")
    await wang.presses("紧急")
    await wang.presses("返回")
    await wang.presses("发送")
    assert mei.sees("煤气要紧急检修", in_=groups[0])


async def test_it_goes_out_at_the_time_it_was_set_to(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    await written(town, wang)
    await wang.presses("定时")
    await wang.presses("今天 15:00")
    assert wang.sees("到时候发出：今天 15:00")
    await town.pass_time(hours=4)
    assert not mei.sees("停水", in_=groups[0])
    await town.restart()
    await town.pass_time(hours=2)
    assert mei.sees("停水", in_=groups[0])


async def test_it_is_corrected_and_taken_back_everywhere(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    await written(town, wang)
    await wang.presses("发送")
    await wang.presses("更正")
    await wang.says("后天停水，不是明天")
    for group in groups:
        assert mei.sees("后天停水", in_=group)
        assert mei.sees("更正过", in_=group)
        assert not mei.sees("请存水", in_=group)
    await wang.presses("撤回")
    await wang.presses("撤回")
    for group in groups:
        assert mei.sees("这条通知收回了", in_=group)
        assert not mei.sees("后天停水", in_=group)


async def test_who_came_later_reads_what_still_holds(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await written(town, wang)
    await wang.presses("怎么发")
    await wang.presses("置顶")
    await wang.presses("有效期")
    await wang.presses("到今天")
    await wang.presses("返回")
    await wang.presses("发送")
    assert pinned(group)
    late = await town.resident("新邻居")
    await late.says("/notices")
    await late.presses("明天停水")
    assert late.sees("—— 禾缘社区")
    await town.pass_time(hours=15)
    assert not pinned(group)
    assert mei.sees("过了有效期", in_=group)
    await late.says("看通知")
    assert late.sees("现在没有要看的通知")


async def test_without_a_sound_it_arrives_with_its_pictures_and_is_on_top_all_the_same(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await wang.says("/notice")
    await wang.sends("photo", caption="三张图", album=3)
    await town.pass_time(seconds=3)
    for word in ("对象", COMPOUND, "选好了", "怎么发", "不响铃", "置顶", "返回"):
        await wang.presses(word)
    assert wang.sees("不响铃")
    await wang.presses("发送")
    assert pinned(group)
    posted = [one for one in town.sandbox.requests if one.params.get("chat_id") == group.id]
    assert [one.method for one in posted] == ["sendMediaGroup", "sendMessage", "pinChatMessage"]
    assert all(one.params["disable_notification"] for one in posted)
    await written(town, wang)
    await wang.presses("发送")
    [loud] = [
        one
        for one in town.sandbox.requests
        if "停水" in str(one.params.get("text")) and one.params["chat_id"] == group.id
    ]
    assert not loud.params.get("disable_notification")


async def test_what_may_not_have_arrived_waits_for_a_person_and_is_not_sent_again_by_itself(
    town: Town,
) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    groups = await three_groups(town, mei)
    await written(town, wang)
    town.sandbox.fault("sendMessage", "lost", chat_id=groups[1].id)
    await wang.presses("发送")
    await town.restart()
    assert sum("明天停水" in one.text for one in mei.chat(groups[1])) == 1
    assert wang.sees("发到 2 · 没发成 1 · 还没发 0")
    await wang.presses("没发到的")
    assert wang.sees("2号楼邻里群：发了，不知道到没到")
    await wang.presses("1 已送达")
    assert wang.sees("都发到了")
    assert sum("明天停水" in one.text for one in mei.chat(groups[1])) == 1


async def test_a_neighbour_can_neither_write_one_nor_press_for_one(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await written(town, wang)
    await mei.says("/notice")
    assert not mei.sees("想通知什么")
    for data in (
        "nta:1:send",
        "nta:1:withdraw",
        "nta:1:to",
        "ntb:1:all:0",
        "nte:1:0:15",
        "ntf:1:3",
        "ntd:1:0",
        "nth:1",
        "ntg:1",
        "nta:99:send",
        "nta:1:x",
        "ntc:1:0",
        "nwa:0",
        "nwb:1:week",
        "nwc:1:30",
        "nwd:1:0",
        "nta:1:fill",
        "nta:1:list",
        "nta:1:repeat",
        "nta:1:end",
        "nta:1:fix",
        "nta:1:look",
        "nta:1:drop",
    ):
        press = await mei.presses_data(data, on=mei.last())
        assert press.toast is not None, data
    assert not mei.sees("停水", in_=group)
    await wang.presses("发送")
    press = await mei.presses_data("nta:1:withdraw", on=mei.last(group), in_=group)
    assert press.toast is not None
    assert mei.sees("停水", in_=group)
