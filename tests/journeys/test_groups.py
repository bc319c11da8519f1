"""A group learns what it is for, and only from a coordinator."""

from __future__ import annotations

from bot.domain.chat import ChatKind, ChatState
from bot.domain.place import Place
from bot.sandbox import Group
from tests.town import BUILDING, COMPOUND, Town


async def _kind(town: Town, group: Group) -> ChatKind | None:
    async with town.linli.database.look() as uow:
        chat = await uow.chats.find(group.id)
        return chat.kind if chat else None


async def _place(town: Town, group: Group) -> Place | None:
    async with town.linli.database.look() as uow:
        chat = await uow.chats.find(group.id)
        return chat.place if chat else None


async def test_a_coordinator_brings_us_in_and_says_by_buttons_which_building_it_is(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.person("梅阿姨")
    group = town.sandbox.group("三号楼", wang, mei, with_bot=False)
    await wang.adds_bot(group)
    assert wang.sees("这是什么群", in_=group)
    press = await mei.presses("楼栋群", in_=group)
    assert press.toast is not None
    assert press.toast.text == "这一步要社区协调员来点。"
    assert not mei.sees("哪个小区？", in_=group)
    await wang.presses("楼栋群", in_=group)
    await wang.presses(COMPOUND, in_=group)
    await wang.presses(BUILDING, in_=group)
    assert await _place(town, group) == Place(COMPOUND, BUILDING)
    [said] = [message.text for message in wang.chat(group) if message.sender is town.sandbox.bot]
    assert said.startswith(f"这里是{COMPOUND}{BUILDING}的邻居群")
    assert "/report 电梯坏了" in said
    assert wang.sees("请把我设成管理员")


async def test_a_team_group_is_bound_by_buttons_too(town: Town) -> None:
    wang = await town.coordinator()
    group = town.sandbox.group("阳光", wang, with_bot=False)
    await wang.adds_bot(group)
    await wang.presses("服务队群", in_=group)
    await wang.presses("阳光姐姐", in_=group)
    assert await _kind(town, group) is ChatKind.TEAM
    assert wang.last(group).text.startswith("这里是「阳光姐姐」的队群")


async def test_brought_in_by_a_neighbour_we_say_politely_who_must_bind(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.person("梅阿姨")
    group = town.sandbox.group("三号楼", mei, wang, with_bot=False)
    await mei.adds_bot(group)
    assert "请社区协调员在这里发 /bind" in mei.last(group).text
    assert not mei.last(group).buttons
    await wang.says(f"/bind {COMPOUND} {BUILDING}", in_=group)
    assert await _place(town, group) == Place(COMPOUND, BUILDING)


async def test_a_building_that_several_compounds_have_is_asked_back(town: Town) -> None:
    wang = await town.coordinator()
    group = town.sandbox.group("三号楼", wang)
    await wang.says("/bind 3号楼", in_=group)
    assert await _place(town, group) == Place()
    assert "3号楼，是哪个小区的" in wang.last(group).text
    await wang.presses(COMPOUND, in_=group)
    assert await _place(town, group) == Place(COMPOUND, BUILDING)
    assert not wang.sees("是哪个小区的", in_=group)
    assert wang.sees("这里是源昌鑫海湾3号楼的邻居群", in_=group)


async def test_refusals_never_appear_in_the_group(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.person("梅阿姨")
    group = town.sandbox.group("三号楼", wang, mei)
    await mei.says("/bind 3号楼", in_=group)
    await wang.says("/bind 月球背面", in_=group)
    assert not [message for message in wang.chat(group) if message.sender is town.sandbox.bot]
    await wang.says_anonymously(f"/bind {COMPOUND} {BUILDING}", in_=group)
    [pointer] = [message for message in wang.chat(group) if message.sender is town.sandbox.bot]
    assert "协调员" not in pointer.text, "the way to a private word, not the no"
    assert await _place(town, group) in (None, Place())
    assert "要社区协调员" in mei.last().text
    assert "“月球背面”我没认出来" in wang.last().text
    assert "阳光姐姐" in wang.last().text
    await wang.says("/bind 3号楼")
    assert "请到群里发这一句" in wang.last().text


async def test_a_group_can_be_given_to_another_building(town: Town) -> None:
    wang = await town.coordinator()
    group = await town.building_group(wang)
    await wang.says("/bind 联发五缘湾1号 2号楼", in_=group)
    assert await _place(town, group) == Place("联发五缘湾1号", "2号楼")


async def test_a_group_that_serves_nobody_any_more_is_unbound_and_asked_anew(town: Town) -> None:
    coordinator, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(coordinator, mei)
    await mei.says("/unbind", in_=group)
    assert "这一步要社区协调员来点" in mei.last().text
    await coordinator.says("/unbind", in_=group)
    assert "不再绑着" in coordinator.last().text
    await mei.says("/report 电梯坏了", in_=group)
    assert not mei.sees("#1 3号楼", in_=group)
    await coordinator.presses("服务队群", in_=group)
    await coordinator.presses("阳光姐姐", in_=group)
    assert mei.sees("这里是「阳光姐姐」的队群", in_=group)


async def test_a_new_number_changes_nothing_for_the_neighbours(town: Town) -> None:
    wang = await town.coordinator()
    group = town.sandbox.group("三号楼", wang, supergroup=False)
    await wang.says(f"/bind {COMPOUND} {BUILDING}", in_=group)
    group.migrates()
    await town.settle()
    assert await _place(town, group) == Place(COMPOUND, BUILDING)
    await wang.says("/bind", in_=group)
    assert wang.last(group).text.startswith("这里是源昌鑫海湾3号楼的邻居群")


async def test_as_an_admin_we_hear_everything_and_the_card_says_the_shorter_way(town: Town) -> None:
    wang = await town.coordinator()
    group = town.sandbox.group("三号楼", wang)
    await wang.says(f"/bind {COMPOUND} {BUILDING}", in_=group)
    assert "#报修" not in wang.last(group).text
    group.bot_admin = True
    await town.settle()
    assert "#报修 电梯坏了" in wang.last(group).text
    group.bot_admin = False
    await town.settle()
    assert "#报修" not in wang.last(group).text


async def test_thrown_out_is_told_to_coordinators_and_coming_back_needs_no_new_binding(town: Town) -> None:
    wang = await town.coordinator()
    mei = await town.person("梅阿姨")
    group = await town.building_group(mei)
    await mei.removes_bot(group)
    assert "我被移出了“源昌鑫海湾3号楼邻里群”" in wang.last().text
    async with town.linli.database.look() as uow:
        chat = await uow.chats.find(group.id)
        assert chat is not None
        assert chat.state is ChatState.GONE
    await mei.adds_bot(group)
    async with town.linli.database.look() as uow:
        chat = await uow.chats.find(group.id)
        assert chat is not None
        assert chat.state is ChatState.ACTIVE
        assert chat.place == Place(COMPOUND, BUILDING)


async def test_help_in_a_group_is_one_short_card_however_many_ask(town: Town) -> None:
    mei, qiang = await town.person("梅阿姨"), town.sandbox.person("阿强")
    group = await town.building_group(mei, qiang)
    await mei.says("/help", in_=group)
    await qiang.says("/start@linli_bot", in_=group)
    said = [message for message in mei.chat(group) if message.sender is town.sandbox.bot]
    assert len(said) == 1
    assert mei.sees("怎么用")
    await qiang.says("/lang", in_=group)
    assert not qiang.chat()
    await qiang.presses("私下跟我说", in_=group)
    assert qiang.sees("Linli 邻里")


async def test_binding_is_still_there_after_a_restart(town: Town) -> None:
    wang = await town.coordinator()
    group = town.sandbox.group("三号楼", wang, with_bot=False)
    await wang.adds_bot(group)
    await wang.presses("楼栋群", in_=group)
    await town.restart()
    await wang.presses(COMPOUND, in_=group)
    await town.restart()
    await wang.presses(BUILDING, in_=group)
    assert await _place(town, group) == Place(COMPOUND, BUILDING)


async def test_the_coordinators_hear_that_we_are_back_and_the_group_serves_as_before(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei, wang)
    await wang.removes_bot(group)
    await town.restart()
    await wang.adds_bot(group)
    assert "我回到“源昌鑫海湾3号楼邻里群”了，还是源昌鑫海湾 3号楼的群" in wang.last().text
    await mei.says("/report 电梯坏了", in_=group)
    assert mei.sees("#1 3号楼 · 电梯", in_=group)
