"""代报: a neighbour reports for somebody without Telegram, who is told the result by a person in the end."""

from __future__ import annotations

import io
from pathlib import Path

from bot.domain.place import Place
from bot.sandbox import Group, Person
from tests.journeys.seeing import buttons, first, wait
from tests.journeys.test_canaries import logged as logged
from tests.storage.test_sealing import database_files
from tests.town import BUILDING, COMPOUND, Town

NAME, ROOM, PHONE = "金丝雀奶奶", "98764", "13800987654"
CANARIES = ("金丝雀", ROOM, PHONE, "0098 7654")
LINE = "代报 3号楼502李奶奶 搬一下旧沙发 13800000000"
CARRIERS = "退役军人应急突击队"


async def _people(town: Town) -> tuple[Person, Person, Group]:
    mei = await town.resident("梅阿姨", home=Place(COMPOUND, "4号楼", "1", "301"), phone="13911111111")
    lin = await town.volunteer("小林", "绿禾缘快乐环保社")
    return mei, lin, await town.team_group(lin, team="绿禾缘快乐环保社")


async def _over(
    mei: Person, lin: Person, group: Group, line: str = "代报 3号楼502李奶奶 旧沙发没地方扔 13800000000"
) -> None:
    await mei.says(line)
    await mei.presses("提交")
    await lin.presses("认领", in_=group)
    await lin.presses("办好了")
    await mei.presses("已解决")


async def test_from_one_line_to_told(town: Town) -> None:
    mei, lin, group = await _people(town)
    await mei.says("代报 3号楼502李奶奶 旧沙发没地方扔 13800000000")
    preview = mei.last()
    assert "替 李奶奶 报的，电话 +86 138 0000 0000" in preview.text
    assert "源昌鑫海湾3号楼502" in preview.text
    assert "由您转告本人" in preview.text
    assert "✓ 我来转告" in buttons(preview)
    await mei.presses("提交")
    await lin.presses("认领", in_=group)
    assert lin.sees("李奶奶，源昌鑫海湾3号楼502，+86 138 0000 0000")
    assert lin.sees("梅阿姨 替这位报的")
    assert not lin.sees("13911111111")
    assert not lin.sees("4号楼"), "not the reporter's own door"
    await lin.presses("办好了")
    assert not lin.sees("李奶奶"), "taken back at the end"
    await mei.presses("已解决")
    card = first(mei, "请您告诉本人一声")
    assert "李奶奶，源昌鑫海湾3号楼502" in card.text
    assert mei.sees("结果还没告诉本人")
    await town.restart()
    await mei.presses("告诉了")
    assert mei.sees("告诉本人了，谢谢您")
    assert mei.sees("结果已经告诉本人了")
    await mei.presses("撤销")
    assert "李奶奶" in first(mei, "请您告诉本人一声").text
    await mei.presses("告诉了")
    assert "撤销" in buttons(first(mei, "告诉本人了，谢谢您"))
    await wait(town, 61)
    await town.pass_time(minutes=1)
    assert buttons(first(mei, "告诉本人了，谢谢您")) == []


async def test_who_is_not_told_is_not_forgotten(town: Town) -> None:
    wang = await town.coordinator()
    mei, lin, group = await _people(town)
    await _over(mei, lin, group)
    await mei.presses("联系不上")
    assert mei.sees("试过 1 次没联系上")
    assert not wang.sees("李奶奶")
    await town.pass_time(days=1, hours=2)
    assert "请您告诉本人一声" in mei.last().text, "asked again the next day, at the bottom"
    await town.restart()
    await town.pass_time(days=1, hours=2)
    assert "李奶奶" in first(wang, "请您告诉本人一声").text
    await wang.says("/todo")
    assert "结果还没告诉本人" in wang.last().text
    assert "李奶奶" not in wang.last().text
    await wang.presses("#1 去告诉")
    await wang.presses("告诉了")
    assert not wang.sees("李奶奶"), "taken back"
    await wang.says("/todo")
    assert "结果还没告诉本人" not in wang.last().text


async def test_how_they_are_told_is_chosen_and_nobody_tells_who_need_not_be(town: Town) -> None:
    wang = await town.coordinator()
    mei, lin, group = await _people(town)
    await mei.says("代报 3号楼502李奶奶 旧沙发没地方扔 13800000000")
    await mei.presses("打电话")
    assert "我们打电话告诉本人" in mei.last().text
    await mei.presses("不用告诉")
    await mei.presses("提交")
    await lin.presses("认领", in_=group)
    await lin.presses("办好了")
    await mei.presses("已解决")
    assert not any("请您告诉本人一声" in m.text for p in (mei, lin, wang) for m in p.chat())
    assert mei.sees("不用告诉本人")


async def test_a_call_is_made_by_who_did_it_where_no_head_is_known(town: Town) -> None:
    mei, lin, group = await _people(town)
    await mei.says("代报 3号楼502李奶奶 旧沙发没地方扔 13800000000")
    await mei.presses("打电话")
    await mei.presses("提交")
    await lin.presses("认领", in_=group)
    await lin.presses("办好了")
    await mei.presses("已解决")
    assert not mei.sees("请您告诉本人一声")
    assert "打个电话说一声就行" in first(lin, "请您告诉本人一声").text


async def test_not_solved_after_all_and_nothing_is_to_be_told_yet(town: Town) -> None:
    mei, lin, group = await _people(town)
    await _over(mei, lin, group)
    await mei.presses("没解决")
    assert not mei.sees("请您告诉本人一声")
    await lin.presses("认领", in_=group)
    await lin.presses("办好了")
    await mei.presses("已解决")
    assert "李奶奶" in first(mei, "请您告诉本人一声").text


async def test_nobody_else_may_say_they_were_told(town: Town) -> None:
    mei, lin, group = await _people(town)
    qiang = await town.resident("阿强")
    await _over(mei, lin, group)
    key = next(k for row in first(mei, "请您告诉本人一声").buttons for k in row if k.text == "告诉了")
    forged = await qiang.presses_data(key.data or "", on=qiang.last())
    assert forged.toast is not None
    assert "不是请您去告诉的" in forged.toast.text
    await mei.presses("告诉了")
    stale = await mei.presses_data(key.data or "", on=first(mei, "告诉本人了，谢谢您"))
    assert stale.toast is not None
    assert "已经告诉本人了" in stale.toast.text
    nothing = await mei.presses_data("pxe:999", on=mei.last())
    assert nothing.toast is not None
    assert "不用告诉了" in nothing.toast.text
    way = await mei.presses_data("pxd:1:shout", on=mei.last())
    assert way.toast is not None


async def test_from_the_menu_the_line_is_asked_for(town: Town) -> None:
    mei, _, _ = await _people(town)
    await mei.says("报一件事")
    assert "您想反映什么事" in mei.last().text
    await mei.presses("替别人报")
    assert "替谁报" in mei.last().text
    await mei.says("3号楼502李奶奶 旧沙发没地方扔")
    assert "替 李奶奶 报的" in mei.last().text
    await mei.says("代报")
    assert "替谁报" in mei.last().text


async def test_of_a_forwarded_message_it_is_asked_once_whose_it_is(town: Town) -> None:
    mei, _, _ = await _people(town)
    await _forwards(town, mei, "3号楼502旧沙发没地方扔")
    assert "这是谁的事？" in mei.last().text
    await mei.presses("替别人报")
    assert "怎么称呼" in mei.last().text
    await mei.says("李奶奶 13800000000")
    assert "替 李奶奶 报的，电话 +86 138 0000 0000" in mei.last().text
    await mei.presses("提交")
    await _forwards(town, mei, "楼道灯也不亮")
    await mei.presses("我自己的")
    assert "这是谁的事？" not in mei.last().text
    assert "替别人报" not in buttons(mei.last())


async def test_what_they_are_called_can_be_said_anew(town: Town) -> None:
    mei, _, _ = await _people(town)
    await mei.says("代报 3号楼502 旧沙发没地方扔")
    assert "点【写称呼】" in mei.last().text
    await mei.presses("写称呼")
    await mei.says("13800000000")
    assert "没看出怎么称呼" in mei.last().text
    await mei.says("老黄头")
    assert "替 老黄头 报的" in mei.last().text
    assert "改称呼" in buttons(mei.last())


async def test_a_danger_told_for_somebody_is_answered_at_once_and_says_whom(town: Town) -> None:
    wang = await town.coordinator()
    mei, _, _ = await _people(town)
    await mei.says("代报 3号楼502李奶奶 晕倒了 13800000000")
    assert mei.sees("120")
    assert wang.sees("晕倒")
    assert not mei.sees("4号楼")
    async with town.linli.database.look() as uow:
        case = await uow.cases.get(1)
        proxy = await uow.proxies.get(case.proxy_id)
        assert (proxy.name, proxy.phone, case.room) == ("李奶奶", "13800000000", "502")


async def test_small_talk_stays_small_talk(town: Town) -> None:
    mei, _, _ = await _people(town)
    await mei.says("谢谢")
    assert "不客气" in mei.last().text


async def test_who_it_is_for_reaches_the_holder_alone(
    town: Town, logged: io.StringIO, tmp_path: Path
) -> None:
    wang = await town.coordinator()
    mei, lin, group = await _people(town)
    building = await town.building_group(mei, wang)
    await _over(mei, lin, group, f"代报 {BUILDING}{ROOM}{NAME} 旧沙发没地方扔 {PHONE}")
    await mei.presses("告诉了")
    for person in (lin, wang):
        assert not [c for c in CANARIES for m in person.chat() if m.sender.is_bot and c in m.text]
    for there in (group, building):
        assert not [c for c in CANARIES for m in there.messages if c in m.text]
    assert not [c for c in CANARIES if c in logged.getvalue()]
    for name, content in database_files(tmp_path).items():
        assert not [c for c in CANARIES if c.encode() in content], name


async def _forwards(town: Town, person: Person, text: str) -> None:
    """A message of somebody else's, forwarded to us."""
    sender = {"id": person.id, "is_bot": False, "first_name": person.name}
    origin = {"type": "hidden_user", "date": int(town.clock.now().timestamp()), "sender_user_name": "某人"}
    message = {
        "message_id": 900 + len(person.chat()),
        "date": int(town.clock.now().timestamp()),
        "chat": {"id": person.id, "type": "private", "first_name": person.name},
        "from": sender,
        "forward_origin": origin,
        "text": text,
    }
    town.sandbox.queue_raw({"message": message})
    await town.settle()
