"""A card whose answer was lost hangs there twice: each copy acts on the one row, and the stray one goes."""

from __future__ import annotations

from sqlalchemy import update

from bot.sandbox import Group, Message, Person
from bot.storage.machinery import Fate, placement
from tests.journeys.seeing import buttons, wait
from tests.town import Town

WORDS = "已经接手"


async def lost_case(town: Town) -> tuple[Person, Person, Group]:
    """The group's card of a broken lift arrived, and its answer did not."""
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang)
    town.sandbox.fault("sendMessage", "lost", chat_id=group.id)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    return mei, qiang, group


def cards(person: Person, group: Group, words: str = "#1") -> list[Message]:
    """Copies of the card that are in the group."""
    return [message for message in person.chat(group) if words in message.text and message.sender.is_bot]


async def press(person: Person, message: Message) -> None:
    """The first button of exactly that message."""
    await person.presses_data(message.buttons[0][0].data or "", on=message)


async def test_a_press_on_the_first_copy_counts_on_the_one_case_and_the_copy_goes(town: Town) -> None:
    _, qiang, group = await lost_case(town)
    await wait(town, 5)
    first, second = cards(qiang, group)
    await press(qiang, first)
    assert cards(qiang, group) == [second]
    assert "我也遇到了 · 1" in buttons(second)
    await press(qiang, second)
    async with town.linli.database.look() as uow:
        assert len(await uow.cases.followers(1)) == 1


async def test_a_press_before_it_was_sent_again_makes_that_message_the_card(town: Town) -> None:
    _, qiang, group = await lost_case(town)
    [only] = cards(qiang, group)
    await press(qiang, only)
    await wait(town, 60)
    assert cards(qiang, group) == [only]
    assert "我也遇到了 · 1" in buttons(only)


async def test_a_copy_too_old_to_be_deleted_loses_its_buttons(town: Town) -> None:
    _, qiang, group = await lost_case(town)
    await wait(town, 5)
    first, second = cards(qiang, group)
    await town.pass_time(days=3)
    await press(qiang, first)
    assert not first.deleted
    assert buttons(first) == []
    assert "我也遇到了 · 1" in buttons(second)


async def test_of_two_copies_of_a_task_one_press_wins_and_everybody_hears_who(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    chen, lin = await town.volunteer("陈姐"), await town.volunteer("小林")
    group = await town.team_group(chen, lin)
    town.sandbox.fault("sendMessage", "lost", chat_id=group.id)
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    await wait(town, 5)
    first, second = cards(lin, group, "T1")
    await town.restart()
    await press(wang, first)
    assert "陈姐" not in wang.toasts[-1].text
    assert first.deleted, "it goes whoever presses it, also without the right"
    await press(chen, first)
    assert "陈姐" in second.text
    await press(lin, first)
    assert "陈姐" in lin.toasts[-1].text
    assert (await town.member(chen)).id is not None


async def test_a_page_turned_on_a_stray_list_comes_anew_below(town: Town) -> None:
    wang = await town.coordinator()
    async with town.linli.database.work() as uow:
        for n in range(13):
            member = await town._member(uow, town.sandbox.person(f"新人{n}"))
            member.ask_to_join("爱禾缘志愿者", town.clock.now())
    town.sandbox.fault("sendMessage", "lost", chat_id=wang.id)
    await wang.says("/todo")
    await wait(town, 5)
    first, second = [message for message in wang.chat() if "13 件" in message.text]
    await wang.presses_data("vp:todo:1", on=first)
    assert first.deleted
    assert "11. " in wang.last().text
    await wang.presses_data("vp:todo:1", on=second)
    assert "11. " in second.text


async def test_an_answer_to_a_parked_message_proves_that_it_arrived(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    town.sandbox.fault("sendMessage", "lost", times=2, chat_id=group.id)
    async with town.linli.database.work() as uow:
        for dedupe in ("one", "two"):
            uow.say(group.id, "danger-taken-group", dedupe=dedupe, now=town.clock.now(), fate=Fate.PARK)
    await town.settle()
    await wang.says("/todo")
    assert wang.sees("等着您的事，2 件")
    one, two = cards(mei, group, WORDS)
    await mei.says("谢谢", in_=group, reply_to=one)
    await mei.says("谢谢", in_=group, reply_to=one)
    assert wang.sees("等着您的事，1 件"), "one answer is of one message"
    await town.restart()
    await mei.says("谢谢", in_=group, reply_to=two)
    assert wang.sees("现在没有事等着您")
    assert cards(mei, group, WORDS) == [one, two]


async def test_who_is_quick_and_presses_before_the_answer_is_known_loses_nothing(town: Town) -> None:
    """The card is on its way and its number not written yet: it is no stray, and stays."""
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    [only] = cards(qiang, group)
    async with town.linli.database.work() as uow:
        here = placement.c.chat_id == group.id
        on_the_way = {"message_id": None, "shown": 0, "lease": "somebody", "lease_until": town.clock.now()}
        await uow.session.execute(update(placement).where(here).values(**on_the_way))
    await press(qiang, only)
    assert not only.deleted
    assert buttons(only)
    async with town.linli.database.look() as uow:
        assert len(await uow.cases.followers(1)) == 1
