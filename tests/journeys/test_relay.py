"""传话: two people talk, and neither sees the other's account."""

from __future__ import annotations

from bot.sandbox import Person
from tests.town import Town


async def at_work(town: Town) -> tuple[Person, Person]:
    """陈姐 has 梅阿姨's lift in hand."""
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐")
    group = await town.team_group(chen)
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    await chen.presses("认领", in_=group)
    return mei, chen


async def test_words_photos_and_voices_go_across_without_an_account(town: Town) -> None:
    mei, chen = await at_work(town)
    await chen.presses("给她留言")
    await chen.says("我十分钟到 <b>")
    await chen.sends("photo", album=2)
    await chen.sends("voice")
    assert mei.sees("陈姐（T1）说：\n我十分钟到 <b>")
    assert sum(bool(message.media) for message in mei.chat()) == 3
    assert chen.sees("传过去了")
    told = [r.params for r in town.sandbox.requests if r.params.get("chat_id") == mei.id]
    assert not any(str(chen.id) in str(params) for params in told)


async def test_after_a_minute_of_silence_words_are_a_report_again(town: Town) -> None:
    mei, chen = await at_work(town)
    await chen.presses("给她留言")
    await chen.says("我十分钟到")
    await town.pass_time(seconds=61)
    await chen.says("5号楼路灯不亮")
    assert chen.sees("我记下的是：5号楼路灯不亮")
    assert not mei.sees("路灯")


async def test_a_reply_to_relayed_words_goes_back(town: Town) -> None:
    mei, chen = await at_work(town)
    await chen.presses("给她留言")
    await chen.says("几号门？")
    await town.pass_time(hours=1)
    await mei.says("北门", reply_to=next(m for m in mei.chat() if "几号门" in m.text))
    assert chen.sees("报事的邻居（T1）说：\n北门")
    await chen.says("好的，马上", reply_to=next(m for m in chen.chat() if "北门" in m.text))
    assert mei.sees("陈姐（T1）说：\n好的，马上")


async def test_i_am_here_is_told_to_the_resident(town: Town) -> None:
    mei, chen = await at_work(town)
    await chen.presses("我到了")
    assert mei.sees("#1 陈姐到了")


async def test_what_the_resident_wrote_is_taken_back_from_who_hands_it_back(town: Town) -> None:
    mei, chen = await at_work(town)
    await chen.presses("给她留言")
    await chen.says("几号门？")
    await mei.presses_data("cw:1", on=mei.last())
    await mei.says("密码是一二三四")
    assert chen.sees("报事的邻居（T1）说：\n密码是一二三四")
    await chen.presses("我去不了")
    assert not chen.sees("密码")


async def test_too_long_is_refused_and_a_shorter_one_still_goes(town: Town) -> None:
    mei, chen = await at_work(town)
    await chen.presses("给她留言")
    await chen.says("长" * 2001)
    assert chen.sees("请分成几段")
    await chen.says("短的")
    assert mei.sees("短的")
    assert not mei.sees("长长")
