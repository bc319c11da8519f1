"""Present danger: answered at once, filed at once, told to the coordinators."""

from __future__ import annotations

from bot.domain.place import Place
from tests.journeys.seeing import buttons, count, first, wait
from tests.town import COMPOUND, Town

FIRE = "3号楼着火了，好大的烟"


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


async def test_who_is_trapped_in_a_lift_is_not_told_to_wait_until_the_evening(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("#报修 有人困在电梯里了", in_=group)
    receipt = first(mei, "收到了，编号 #1")
    assert "已转源昌鑫海湾物业" in receipt.text
    assert "今天 10:30 前给大家回话" in receipt.text
    assert not mei.sees("18:00", in_=group)


async def test_the_number_of_who_cried_for_help_can_be_tapped(town: Town) -> None:
    mei = await town.resident("梅阿姨", phone="13800000000")
    wang = await town.coordinator()
    await mei.says("我摔倒起不来了")
    await wang.presses("我来")
    assert wang.sees("电话：+86 138 0000 0000")
