"""Present danger: answered at once, called out until somebody comes; and 求助."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.place import Place
from bot.sandbox import Group, Message, Person
from tests.town import COMPOUND, Town

FIRE = "3号楼着火了，好大的烟"


def buttons(message: Message) -> list[str]:
    """The labels on it."""
    return [key.text for row in message.buttons for key in row]


def first(person: Person, text: str, in_: Group | None = None) -> Message:
    """The first message there that says so."""
    return next(message for message in person.chat(in_) if text in message.text)


def count(person: Person, text: str, in_: Group | None = None) -> int:
    """How many messages there say so."""
    return sum(text in message.text for message in person.chat(in_))


async def test_a_cry_in_the_group_is_answered_there_with_what_to_dial_and_what_not_to_do(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    card = first(mei, "我不能替您报警", group)
    assert "火警 119 · 急救 120 · 报警 110" in card.text
    assert "打通后说：源昌鑫海湾3号楼" in card.text
    assert "弯腰走楼梯" in card.text
    assert "社区值班的人正在被叫" in card.text
    assert buttons(card) == ["我已打电话", "我在现场能帮忙"]
    assert wang.sees("🔴 源昌鑫海湾3号楼")
    assert wang.sees("着火冒烟（10:00，群里）")


async def test_the_answer_comes_before_everything_else_said_about_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    said = [message.text for message in mei.chat(group) if message.sender is not mei]
    assert said[0].startswith("⚠️ 先打电话")


async def test_it_is_an_urgent_case_at_once_without_a_draft(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    assert mei.sees("收到了，编号 #1")
    async with town.linli.database.look() as uow:
        case = await uow.cases.get(1)
    assert (case.urgent, case.danger, case.category) == (True, "fire", "emergency")


async def test_somebody_without_start_and_an_anonymous_admin_are_answered_all_the_same(town: Town) -> None:
    qiang = await town.resident("阿强", started=False)
    wang = await town.coordinator()
    group = await town.building_group(qiang)
    await qiang.says_anonymously("一楼煤气味好大", in_=group)
    assert qiang.sees("先打电话", in_=group)
    assert qiang.sees("源昌鑫海湾物业", in_=group)
    assert wang.sees("煤气")


async def test_in_private_the_answer_names_ones_own_flat_and_no_button_is_waited_for(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.says("我摔倒起不来了")
    assert first(mei, "先打电话").text.count("打通后说：源昌鑫海湾3号楼") == 1
    assert mei.sees("收到了，编号 #1")
    assert wang.sees("私聊")


async def test_the_first_on_duty_is_called_then_everybody_until_somebody_takes_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    assert wang.sees("🔴")
    assert not wu.sees("🔴")
    await town.pass_time(minutes=2)
    assert wu.sees("🔴")
    assert wang.sees("叫了 2 遍")
    assert count(wang, "🔴") == 1
    before = wang.last().id
    await town.pass_time(minutes=2)
    assert wang.last().id > before
    await wu.presses("我来处理")
    assert wu.sees("是 梅阿姨 说的，源昌鑫海湾3号楼")
    assert wang.sees("吴社工 10:04 在处理了")
    assert not wang.sees("是 梅阿姨 说的")
    assert mei.sees("吴社工：我马上到")
    assert mei.sees("社区值班的人已经接手", in_=group)
    at = first(wang, "🔴").id
    await town.pass_time(minutes=30)
    assert first(wang, "🔴").id == at


async def test_who_comes_second_is_told_who_has_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await mei.says(FIRE, in_=await town.building_group(mei))
    await town.pass_time(minutes=2)
    stale = wu.last()
    data = stale.buttons[0][0].data or ""
    await wang.presses("我来处理")
    await wu.presses_data(data, on=stale)
    assert "王社工 已经在处理了" in (wu.toasts[-1].text or "")


async def test_a_restart_forgets_no_call(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await mei.says(FIRE, in_=await town.building_group(mei))
    await town.restart()
    await town.pass_time(hours=3)
    assert wu.sees("🔴")
    await wang.presses("我来处理")
    assert mei.sees("王社工：我马上到")


async def test_more_neighbours_who_say_so_are_answered_and_make_no_second_alarm(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    wang = await town.coordinator()
    group = await town.building_group(mei, qiang)
    await mei.says(FIRE, in_=group)
    await qiang.says("真的着火了！三楼有老人", in_=group)
    assert count(qiang, "已经在叫人了", group) == 1
    assert count(wang, "🔴") == 1
    assert wang.sees("2 个人都在说")
    assert wang.sees("三楼有老人")
    async with town.linli.database.look() as uow:
        assert await uow.cases.find(2) is None


async def test_the_same_danger_in_another_building_is_another_alarm(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    lin = await town.resident("林伯", home=Place(COMPOUND, "5号楼"))
    wang = await town.coordinator()
    await mei.says(FIRE, in_=await town.building_group(mei))
    await lin.says("我们这里着火了", in_=await town.building_group(lin, building="5号楼"))
    assert count(wang, "🔴") == 2


async def test_who_has_called_and_who_can_help_is_told_to_the_coordinators(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强", phone="+86 138 0000 0001")
    wang = await town.coordinator()
    group = await town.building_group(mei, qiang)
    await mei.says(FIRE, in_=group)
    await mei.presses("我已打电话", in_=group)
    await qiang.presses("我在现场能帮忙", in_=group)
    assert mei.sees("已有 1 位邻居打了电话", in_=group)
    assert not mei.sees("阿强", in_=group)
    assert wang.sees("在现场能帮忙：阿强")
    assert wang.sees("+86 138 0000 0001")


async def test_a_false_alarm_asks_once_then_ends_it_everywhere(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    await wang.presses("是误报")
    assert wang.sees("确定是误报吗")
    await wang.presses("不是误报")
    assert "我来处理" in buttons(first(wang, "🔴"))
    await wang.presses("是误报")
    await wang.presses("确认误报")
    assert wang.sees("王社工 看过了，是误报")
    assert mei.sees("这次没事，谢谢提醒", in_=group)
    assert mei.sees("要是还有危险")
    await town.pass_time(minutes=10)
    assert not wang.sees("遍")
    async with town.linli.database.look() as uow:
        assert not (await uow.cases.get(1)).is_open


async def test_who_cannot_go_after_all_hands_it_back_and_everybody_is_called_again(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang, wu = await town.coordinator("王社工"), await town.coordinator("吴社工")
    await mei.says(FIRE, in_=await town.building_group(mei))
    await wang.presses("我来处理")
    await wang.presses("我去不了")
    assert not wang.sees("是 梅阿姨 说的")
    assert wu.sees("🔴")
    assert mei.sees("正在叫别人")


async def test_what_only_who_took_it_reads_is_taken_back_when_it_is_over(town: Town) -> None:
    mei = await town.resident("梅阿姨", phone="+86 138 0000 0002")
    wang = await town.coordinator()
    await mei.says(FIRE, in_=await town.building_group(mei))
    assert not wang.sees("+86 138 0000 0002")
    await wang.presses("我来处理")
    assert wang.sees("+86 138 0000 0002")
    await wang.presses("处理好了")
    assert not wang.sees("+86 138 0000 0002")


async def test_despair_said_in_the_group_is_answered_in_private_alone_and_called_out_discreetly(
    town: Town,
) -> None:
    mei = await town.resident("梅阿姨", phone="+86 138 0000 0003")
    wang = await town.coordinator()
    group = await town.building_group(mei)
    await mei.says("我真的不想活了，谁都别拦我", in_=group)
    assert [message for message in mei.chat(group) if message.sender is not mei] == []
    card = first(mei, "我在。您现在安全吗？")
    assert "12356" in card.text
    assert buttons(card) == ["请给我打电话", "我现在不安全"]
    assert wang.sees("🔴 源昌鑫海湾　有人想不开")
    assert not any("别拦我" in message.text or "梅阿姨" in message.text for message in wang.chat())
    await mei.presses("请给我打电话")
    assert wang.sees("请您打电话过去")
    await wang.presses("我来处理")
    assert wang.sees("+86 138 0000 0003")
    assert wang.sees("别拦我")
    assert mei.sees("王社工：我马上到")


async def test_despair_of_somebody_we_cannot_write_to_is_called_out_and_nothing_is_said_in_the_group(
    town: Town,
) -> None:
    qiang = await town.resident("阿强", started=False)
    wang = await town.coordinator()
    group = await town.building_group(qiang)
    await qiang.says("他又打我老婆，家暴", in_=group)
    assert [message for message in qiang.chat(group) if message.sender is not qiang] == []
    assert wang.sees("🔴 源昌鑫海湾　家里有人动手")


async def test_who_asks_to_be_called_without_a_number_is_asked_for_it_and_may_write_on(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    wang = await town.coordinator()
    await mei.says("我老公打我")
    await mei.presses("请给我打电话")
    assert mei.sees("打哪个号码找您")
    await mei.says("他就在门外敲门")
    await mei.says("138 0000 0004")
    assert mei.sees("记下了，值班社工马上打给您")
    await wang.presses("我来处理")
    assert wang.sees("138 0000 0004")
    assert wang.sees("他就在门外敲门")


async def test_where_no_coordinator_can_be_reached_nothing_is_promised(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    assert mei.sees("社区现在没有人能收到消息，请您一定先打电话", in_=group)
    wang = await town.coordinator()
    await town.pass_time(minutes=2)
    assert wang.sees("🔴")
    assert mei.sees("社区值班的人正在被叫", in_=group)


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


async def test_who_withdraws_a_danger_is_looked_after_all_the_same(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says(FIRE, in_=await town.building_group(mei))
    await mei.presses("不用办了")
    await town.pass_time(minutes=2)
    assert wang.sees("请还是确认一下")
    assert "我来处理" in buttons(first(wang, "🔴"))


async def test_everybody_reads_it_in_their_own_language(town: Town) -> None:
    ann = await town.resident("Ann", language="en")
    chen = await town.coordinator("陳社工", language="zh-hant")
    await ann.says("there is a fire in the kitchen")
    assert ann.sees("I cannot call for you: Fire 119")
    assert chen.sees("失火冒煙（10:00，私訊）")
    await chen.presses("我來處理")
    assert ann.sees("陳社工: I am on my way.")
    await ann.says("/sos")
    assert ann.sees("In 10 seconds I will call 陳社工")
    await wait(town, 10)
    assert chen.sees("按了求助")
    assert ann.sees("People have been called")


async def test_only_a_coordinator_takes_an_alarm(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    await town.coordinator()
    group = await town.building_group(mei)
    await mei.says(FIRE, in_=group)
    await qiang.presses_data("at:1", on=await qiang.says("谢谢"))
    assert "协调员" in (qiang.toasts[-1].text or "")
    await qiang.presses_data("aw:1:call_me", on=qiang.chat()[-1])
    assert "当事的人" in (qiang.toasts[-1].text or "")
    await qiang.presses_data("aw:1:nonsense", on=qiang.chat()[-1])
    assert "按钮旧了" in (qiang.toasts[-1].text or "")


async def wait(town: Town, seconds: int) -> None:
    """Lets seconds go by without a tick: what is due goes out by itself."""
    town.clock.move(timedelta(seconds=seconds))
    await town.settle()
