"""求助: ten seconds to say 按错了, in words at once; then whoever is near and every coordinator is called."""

from __future__ import annotations

import pytest

from bot.domain.charge import Charge
from bot.domain.place import Place
from bot.domain.role import Role, Ward
from bot.sandbox import Person
from bot.services.visits.pairing import pair_helper
from tests.journeys.seeing import buttons, count, wait
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, Town

DOOR = Place(COMPOUND, BUILDING, "1", "501")


async def looked_after(town: Town) -> tuple[Person, Person, Person, Person]:
    """郑奶奶, 林伯 who is paired with her, the head of her building, a coordinator."""
    zheng = await town.resident("郑奶奶", home=DOOR, phone="+86 138 0000 0007")
    lin = await town.volunteer("林伯", may_enter=True)
    wu, wang = await town.resident("吴师傅"), await town.coordinator()
    await bring(town.linli.database, "households", household("郑奶奶", kinds="独居"))
    async with town.linli.database.work() as uow:
        number = await uow.households.at(DOOR)
        by = (await uow.members.by_telegram([wang.id]))[wang.id]
        helper = (await uow.members.by_telegram([lin.id]))[lin.id]
        await pair_helper(uow, number or 0, helper.id or 0, by=by, now=town.clock.now())
        head = (await uow.members.by_telegram([wu.id]))[wu.id]
        uow.add(Charge("head", COMPOUND, BUILDING, town.clock.now(), member_id=head.id))
        head.look_after((Ward(Role.BUILDING_HEAD, COMPOUND, BUILDING),), town.clock.now())
    await town.settle()
    return zheng, lin, wu, wang


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
    await wu.presses("我马上到")
    assert wu.sees("+86 138 0000 0005")
    assert wu.sees("2单元1502")
    assert mei.sees("吴社工：我马上到")
    await town.pass_time(minutes=5)
    assert count(wang, "🔴") == 1


@pytest.mark.parametrize("words", ["求助", "救命！"])
async def test_in_words_everybody_is_called_at_once(town: Town, words: str) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.says(words)
    assert wang.sees("🔴")
    assert mei.sees("已经叫人了")
    await mei.presses("按错了")
    assert wang.sees("对方说按错了，没有事")


async def test_in_words_after_the_button_nobody_waits_for_the_ten_seconds(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.presses("🆘 求助")
    assert not wang.sees("🔴")
    await mei.says("救命")
    assert wang.sees("🔴")
    await wait(town, 20)
    assert count(wang, "🔴") == 1


async def test_a_wrong_press_is_taken_back_in_time_and_says_what_to_dial(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.presses("🆘 求助")
    assert mei.sees("先打 120")
    assert mei.sees("夜里可能没人看到")
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


@pytest.mark.about_households
async def test_the_paired_helper_and_the_building_head_are_called_too_until_one_says_i_come(
    town: Town,
) -> None:
    zheng, lin, wu, wang = await looked_after(town)
    qiang = await town.resident("阿强")
    group = await town.building_group(zheng, qiang)
    await zheng.presses("🆘 求助")
    assert zheng.sees("10 秒后通知 林伯、吴师傅、王社工")
    await wait(town, 10)
    for person in (lin, wu, wang):
        assert person.sees("🔴 源昌鑫海湾3号楼　按了求助")
        assert not person.sees("501")
    await town.pass_time(minutes=1)
    await town.pass_time(minutes=2)
    assert lin.sees("叫了 2 遍")
    assert "是误报" not in buttons(lin.last())
    await town.restart()
    await lin.presses("我马上到")
    assert lin.sees("1单元501")
    assert lin.sees("+86 138 0000 0007")
    assert zheng.sees("林伯：我马上到")
    assert wu.sees("林伯")
    for person, place in ((wu, None), (wang, None), (qiang, None), (qiang, group)):
        assert not person.sees("501", in_=place)
        assert not person.sees("0000 0007", in_=place)
    await lin.presses("处理好了")
    assert not lin.sees("501")


@pytest.mark.about_households
async def test_who_was_not_called_cannot_take_it_and_reads_nothing(town: Town) -> None:
    zheng, lin, _, _ = await looked_after(town)
    chen = await town.volunteer("陈姐", may_enter=True)
    await zheng.says("救命")
    press = await chen.presses_data("at:1", on=await chen.says("谢谢"))
    assert press.toast is not None
    assert "叫的不是您" in press.toast.text
    assert not chen.sees("🔴")
    await lin.presses("我马上到")
    await lin.presses("我去不了")
    assert lin.sees("叫了 2 遍")


@pytest.mark.parametrize(
    ("language", "head", "label"), [("zh-hant", "按了求助", "我馬上到"), ("en", "call for help", "On my way")]
)
async def test_whoever_is_called_reads_it_in_their_language(
    town: Town, language: str, head: str, label: str
) -> None:
    mei = await town.resident("梅阿姨")
    chen = await town.coordinator("陈社工", language=language)
    await mei.says("/sos")
    await wait(town, 10)
    assert chen.sees(head)
    assert label in buttons(chen.last())
