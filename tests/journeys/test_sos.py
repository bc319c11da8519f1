"""求助: ten seconds to say 按错了, then everybody is called."""

from __future__ import annotations

from tests.journeys.seeing import count, wait
from tests.town import Town


async def test_sos_calls_everybody_after_ten_seconds(town: Town) -> None:
    mei = await town.resident("梅阿姨", phone="+86 138 0000 0005")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await mei.says("/sos")
    assert mei.sees("10 秒后通知 王社工、吴社工。")
    assert not wang.sees("🔴")
    await wait(town, 10)
    assert wang.sees("🔴 源昌鑫海湾3号楼　按了求助")
    assert wu.sees("🔴")
    assert mei.sees("已经叫人了。要救护车、报警，请现在打：火警 119 · 急救 120 · 报警 110")
    await wu.presses("我来处理")
    assert wu.sees("+86 138 0000 0005")
    assert wu.sees("2单元1502")
    assert mei.sees("吴社工：我马上到")
    await town.pass_time(minutes=5)
    assert count(wang, "🔴") == 1


async def test_the_word_does_the_same_and_a_wrong_press_is_taken_back_in_time(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.says("求助")
    await mei.presses("按错了")
    assert mei.sees("好的，没有通知任何人")
    await wait(town, 20)
    await town.pass_time(minutes=5)
    assert not wang.sees("🔴")
    assert not mei.sees("已经叫人了")


async def test_a_wrong_press_noticed_late_is_told_to_whoever_was_called(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.says("/sos")
    await town.pass_time(seconds=30)
    await mei.presses("按错了")
    assert wang.sees("对方说按错了，没有事")
    at = wang.last().id
    await town.pass_time(minutes=10)
    assert wang.last().id == at


async def test_sos_pressed_before_a_crash_is_called_out_after_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.says("/sos")
    await town.restart()
    await wait(town, 10)
    assert wang.sees("🔴")


async def test_sos_in_a_group_is_answered_there_too(town: Town) -> None:
    qiang = await town.resident("阿强", started=False)
    wang = await town.coordinator()
    group = await town.building_group(qiang)
    await qiang.says("/sos", in_=group)
    assert qiang.sees("我不能替您报警", in_=group)
    await wait(town, 10)
    assert wang.sees("🔴")
