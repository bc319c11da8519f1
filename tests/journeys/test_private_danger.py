"""What is answered in private alone: despair, violence at home."""

from __future__ import annotations

from tests.journeys.seeing import buttons, first
from tests.town import Town


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
