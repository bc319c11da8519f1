"""A reply to a copy that no row of ours knows is about what the copy says it is about."""

from __future__ import annotations

from bot.sandbox import Message, Person
from tests.journeys.seeing import wait
from tests.town import Town


def copies(person: Person, text: str) -> list[Message]:
    """Messages of ours that say so."""
    return [one for one in person.chat() if text in one.text and one.sender.is_bot]


async def test_a_reply_to_either_copy_of_a_receipt_joins_the_case(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("楼道灯不亮")
    town.sandbox.fault("sendMessage", "lost", chat_id=mei.id)
    await mei.presses("提交")
    await wait(town, 5)
    first, second = copies(mei, "收到了，编号 #1")
    await mei.says("是三楼的那盏", reply_to=first)
    assert "加到 #1 里了" in mei.last().text
    await mei.says("今天更暗了", reply_to=second)
    async with town.linli.database.look() as uow:
        case = await uow.cases.get(1)
        assert [one.text for one in case.additions] == ["是三楼的那盏", "今天更暗了"]
        assert await uow.drafts.open_of((await town.member(mei)).id) is None


async def test_a_reply_to_either_copy_of_the_details_goes_to_the_reporter(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐", "退役军人应急突击队")
    await mei.says("帮我搬两袋米")
    await mei.presses("提交")
    town.sandbox.fault("sendMessage", "lost", chat_id=chen.id)
    await chen.presses("认领")
    await wait(town, 5)
    details = copies(chen, "帮我搬两袋米")
    assert len(details) == 2
    await chen.says("我十分钟后到", reply_to=details[0])
    assert mei.sees("陈姐（T1）说：")


async def test_a_reply_to_a_copy_of_passed_on_words_goes_back_to_who_said_them(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐", "退役军人应急突击队")
    await mei.says("帮我搬两袋米")
    await mei.presses("提交")
    await chen.presses("认领")
    await chen.presses("给")
    town.sandbox.fault("sendMessage", "lost", chat_id=mei.id)
    await chen.says("几点方便？")
    await wait(town, 5)
    first, _ = copies(mei, "几点方便？")
    await mei.says("下午三点", reply_to=first)
    assert chen.sees("下午三点")


async def test_in_the_group_the_reporters_reply_to_a_copy_joins_the_case(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    town.sandbox.fault("sendMessage", "lost", chat_id=group.id)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    await wait(town, 5)
    cards = [one for one in mei.chat(group) if "#1" in one.text and one.sender.is_bot]
    assert len(cards) == 2
    await mei.says("二单元的那部", in_=group, reply_to=cards[0])
    assert mei.sees("加到 #1 里了")


async def test_nobody_reaches_somebody_elses_case_by_replying_to_what_names_it(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    await mei.says("楼道灯不亮")
    await mei.presses("提交")
    town.sandbox.fault("sendMessage", "lost", chat_id=qiang.id)
    await qiang.says("#1 的灯怎么样了")
    await wait(town, 5)
    shown = copies(qiang, "#1 的灯怎么样了")
    assert shown
    await qiang.says("快点", reply_to=shown[0])
    async with town.linli.database.look() as uow:
        assert (await uow.cases.get(1)).additions == []
