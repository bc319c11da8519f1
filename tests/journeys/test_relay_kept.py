"""What a neighbour answers when nobody goes (any more) is not lost: it waits with the case."""

from __future__ import annotations

from bot.sandbox import Message, Person
from tests.town import Town

TEAM = "退役军人应急突击队"


async def asked(town: Town, mei: Person, chen: Person) -> Message:
    """Whoever goes asked something; the neighbour has it before them."""
    await mei.says("帮我搬两袋米")
    await mei.presses("提交")
    await chen.presses("认领")
    await chen.presses("给")
    await chen.says("几点方便？")
    return next(one for one in mei.chat() if "几点方便？" in one.text)


async def test_an_answer_after_a_hand_back_waits_for_whoever_comes_next(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    chen, lin = await town.volunteer("陈姐", TEAM), await town.volunteer("小林", TEAM)
    question = await asked(town, mei, chen)
    await chen.presses("我去不了")
    await mei.says("下午三点都在", reply_to=question)
    assert "加到 #1 里了" in mei.last().text
    assert not chen.sees("下午三点都在")
    await lin.presses("认领")
    assert lin.sees("下午三点都在")


async def test_an_answer_after_a_claim_was_undone_waits_too(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐", TEAM)
    question = await asked(town, mei, chen)
    await chen.presses("撤销")
    await town.restart()
    await mei.says("下午三点都在", reply_to=question)
    assert "加到 #1 里了" in mei.last().text
    await mei.sends("photo", reply_to=question)
    await chen.presses("认领")
    assert chen.sees("下午三点都在")


async def test_an_answer_after_it_was_done_and_undone_goes_through(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐", TEAM)
    question = await asked(town, mei, chen)
    await chen.presses("办好了")
    await chen.presses("撤销")
    await mei.says("下午三点都在", reply_to=question)
    assert chen.sees("下午三点都在")


async def test_an_answer_after_the_case_was_reopened_goes_to_who_has_it_now(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    chen, lin = await town.volunteer("陈姐", TEAM), await town.volunteer("小林", TEAM)
    question = await asked(town, mei, chen)
    await chen.presses("办好了")
    await mei.presses("没解决")
    await town.pass_time(minutes=15)
    await lin.presses("认领")
    await mei.says("还差一袋", reply_to=question)
    assert lin.sees("还差一袋")
    assert not chen.sees("还差一袋")


async def test_an_answer_when_all_is_over_is_told_so(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐", TEAM)
    question = await asked(town, mei, chen)
    await chen.presses("办好了")
    await mei.presses("已解决")
    await mei.says("谢谢你", reply_to=question)
    assert not mei.sees("传过去了")
