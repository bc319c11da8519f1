"""From 办好了 to the resident's own word, and what silence becomes."""

from __future__ import annotations

from bot.sandbox import Group, Person
from tests.journeys.seeing import buttons, wait
from tests.town import Town


async def done(town: Town) -> tuple[Person, Person, Group]:
    """陈姐 says that 梅阿姨's lift is mended."""
    mei, chen = await town.resident("梅阿姨", phone="13800000000"), await town.volunteer("陈姐")
    group = await town.team_group(chen)
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    await chen.presses("认领", in_=group)
    await chen.presses("办好了")
    return mei, chen, group


async def test_done_takes_the_details_back_and_asks_the_resident(town: Town) -> None:
    mei, chen, group = await done(town)
    assert chen.sees("T1 办好了，辛苦您。地址和电话已收走。")
    assert not chen.sees("138 0000")
    assert group.messages[-1].text.endswith("✅ 办好了。陈姐，辛苦了。")
    assert "您看解决了吗？" in mei.last().text
    assert [[key.text for key in row] for row in mei.last().buttons] == [["已解决"], ["没解决"]]


async def test_solved_then_stars_then_a_word_for_leaders_and_the_community_only(town: Town) -> None:
    boss, wang = await town.volunteer("黄队长", leads=True), await town.coordinator()
    mei, chen, group = await done(town)
    press = await mei.presses("已解决")
    assert press.toast is not None
    assert "谢谢您告诉我们" in mei.last().text
    await wait(town, 3)
    await mei.presses("★★★★★")
    await mei.says("陈姐真好")
    assert mei.sees("您给了 ★★★★★")
    for person in (boss, wang):
        assert person.sees("#1 电梯（陈姐）：★★★★★\n“陈姐真好”")
    assert not chen.sees("★")
    assert not any("★" in message.text for message in group.messages)


async def test_a_remark_and_a_photo_are_shown_to_the_resident(town: Town) -> None:
    mei, chen, _ = await done(town)
    await chen.says("换了钢索")
    await chen.sends("photo")
    assert mei.sees("留了句话：换了钢索")
    assert mei.sees("陈姐发来的照片")


async def test_not_solved_goes_back_to_the_team_with_what_is_still_wrong(town: Town) -> None:
    mei, chen, group = await done(town)
    await mei.presses("没解决")
    assert mei.sees("对不住，我们接着办")
    await mei.says("还在响")
    await mei.sends("photo")
    assert group.messages[-1].text.startswith("T2 ")
    await chen.presses("认领", in_=group)
    assert chen.sees("后来说：还在响")
    await chen.presses("办好了")
    assert "您看解决了吗？" in mei.last().text
    asking = [message for message in mei.chat() if "您看解决了吗" in message.text]
    assert sum("已解决" in str(message.buttons) for message in asking) == 1


async def test_followers_hear_the_result(town: Town) -> None:
    qiang = await town.resident("阿强")
    mei = await town.resident("梅阿姨")
    building = await town.building_group(mei, qiang)
    chen = await town.volunteer("陈姐")
    await mei.says("/report 3号楼电梯坏了", in_=building)
    await qiang.presses("我也遇到了", in_=building)
    await chen.presses("认领")
    await chen.presses("办好了")
    assert not qiang.sees("办好了")
    await mei.presses("已解决")
    assert qiang.sees("您也遇到的 #1，办好了")
    assert "修好了" in mei.last(building).text


async def test_followers_hear_too_when_it_is_called_off_or_not_ours(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    wang = await town.coordinator()
    building = await town.building_group(mei, qiang)
    await mei.says("/report 3号楼电梯坏了", in_=building)
    await qiang.presses("我也遇到了", in_=building)
    await mei.presses("不用办了")
    assert qiang.sees("您也遇到的 #1 先不办了。您那儿要是还没好，直接打字告诉我。")
    assert not mei.sees("您也遇到的")
    await mei.says("/report 有件事想问问怎么弄", in_=building)
    await qiang.presses("我也遇到了", in_=building)
    await wang.presses("不受理")
    await wang.says("开发商售后")
    await wang.says("还在保修期里")
    assert qiang.sees("您也遇到的 #2，我们办不了，该找：开发商售后")


async def test_silence_is_asked_twice_and_ends_without_being_counted_as_solved(town: Town) -> None:
    mei, _, group = await done(town)
    await town.pass_time(days=3)
    assert sum("还想问您一声" in m.text for m in mei.chat()) == 1
    assert sum("看下面那条" in m.text for m in mei.chat()) == 1
    await town.pass_time(days=3)
    assert sum("看下面那条" in m.text for m in mei.chat()) == 2
    await town.pass_time(days=1)
    assert mei.sees("没等到回话，先收起来了")
    assert mei.sees("已结束（没等到回复）")
    await town.pass_time(days=20)
    await mei.presses("没解决")
    assert group.messages[-1].text.startswith("T2 ")


async def test_a_month_later_the_same_is_offered_as_a_new_one(town: Town) -> None:
    mei, _, _ = await done(town)
    await mei.presses("已解决")
    await town.pass_time(days=31)
    await mei.presses("没解决")
    assert mei.sees("#1 结束超过一个月了")
    await mei.presses("再报一次")
    assert mei.sees("#1 已经接着另开了一件：#2")
    assert mei.sees("接着 #1 办")


async def test_where_nobody_can_be_asked_a_coordinator_asks_and_answers(town: Town) -> None:
    wang = await town.coordinator()
    qiang = await town.resident("阿强", started=False)
    building = await town.building_group(qiang)
    chen = await town.volunteer("陈姐")
    await qiang.says("/report 楼道灯不亮", in_=building)
    await chen.presses("认领")
    await chen.presses("办好了")
    assert wang.sees("请您问一声，再替他点")
    await wang.presses("已解决")
    assert wang.sees("报事的邻居说解决了")
    assert not wang.sees("★")


async def test_it_all_goes_on_after_a_restart(town: Town) -> None:
    mei, _, group = await done(town)
    await town.restart()
    await mei.presses("没解决")
    await town.restart()
    await mei.says("还在响")
    assert mei.sees("加到 #1 里了")
    assert group.messages[-1].text.startswith("T2 ")


async def test_a_double_tap_on_solved_gives_no_star(town: Town) -> None:
    mei, _, _ = await done(town)
    await mei.presses("已解决")
    press = await mei.presses("★")
    assert press.toast is not None
    assert "连点了两下" in press.toast.text
    assert "给几颗星" in mei.last().text
    await wait(town, 3)
    await mei.presses("★")
    await wait(town, 40)
    await mei.presses("★★★★")
    assert mei.sees("您给了 ★★★★，")


async def test_while_asked_ones_own_case_offers_the_answer_too(town: Town) -> None:
    mei, _, _ = await done(town)
    await mei.says("/mine")
    await mei.presses("看 #1")
    assert buttons(mei.last()) == ["已解决", "没解决"]
    await mei.presses("已解决")
    assert mei.sees("谢谢您告诉我们")
    assert "已解决" not in buttons(mei.last())


async def test_who_had_blocked_us_is_asked_when_they_come_back(town: Town) -> None:
    wang = await town.coordinator()
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐")
    group = await town.team_group(chen)
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    mei.blocks()
    await town.settle()
    await chen.presses("认领", in_=group)
    await chen.presses("办好了")
    assert wang.sees("请您问一声，再替他点")
    await mei.starts()
    assert "您看解决了吗？" in mei.last().text
    assert buttons(mei.last()) == ["已解决", "没解决"]
    assert not wang.sees("请您问一声，再替他点")


async def test_a_press_in_private_brings_back_who_had_blocked_us(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐")
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    await chen.presses("认领")
    async with town.linli.database.work() as uow:
        (await uow.members.by_telegram([mei.id]))[mei.id].block(town.clock.now())
    await chen.presses("办好了")
    assert not mei.sees("您看解决了吗？")
    await mei.presses("看 #1") if mei.sees("看 #1") else await mei.presses("已解决")
    assert mei.sees("谢谢您告诉我们")
