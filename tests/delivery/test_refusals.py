"""What Telegram says no to: the chat is marked, the group followed, the card posted anew, a person told."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest

from bot.domain.chat import ChatState
from bot.domain.member import Member, Role
from bot.sandbox import Person
from bot.storage.machinery import PlaceState, PostState
from tests.delivery.office import Office


async def _known(office: Office, person: Person) -> Member:
    async with office.database.look() as uow:
        return (await uow.members.by_telegram([person.id]))[person.id]


async def test_who_blocked_us_is_marked_and_gets_the_cards_when_they_come_back(office: Office) -> None:
    mei, chen = await office.person("梅阿姨"), await office.person("陈伯")
    await office.puts_up(mei.id)
    await office.delivers()
    mei.blocks()
    await office.changes("有人在办")
    await office.says(mei.id, "没人看")
    await office.says(chen.id, "给陈伯")
    await office.delivers_for(5)
    assert (await _known(office, mei)).blocked_at is not None
    assert (await _known(office, chen)).reachable
    assert chen.sees("给陈伯")
    assert [card["state"] for card in await office.cards()] == [PlaceState.GONE]
    assert [post["state"] for post in await office.posts()] == [PostState.FAILED, PostState.SENT]
    mei.unblocks()
    async with office.database.work() as uow:
        await uow.leases.revive(mei.id)
    await office.delivers_for(5)
    assert mei.sees("有人在办")


async def test_a_chat_that_refuses_is_asked_once_a_message_and_not_again_and_again(office: Office) -> None:
    mei = await office.person("梅阿姨")
    mei.blocks()
    await office.says(mei.id, "没人看")
    await office.puts_up(mei.id)
    await office.delivers_for(120, step=5)
    assert len(office.calls("sendMessage")) == 2


async def test_a_group_that_threw_us_out_is_gone_and_the_coordinators_hear_it_once(office: Office) -> None:
    mei = await office.person("梅阿姨")
    wang = await office.person("王社工", role=Role.COORDINATOR)
    group = await office.group(mei, wang)
    await office.puts_up(group.id)
    await office.delivers()
    await mei.removes_bot(group)
    await office.changes("有人在办")
    await office.says(group.id, "明天停水")
    await office.delivers_for(5)
    async with office.database.look() as uow:
        chat = await uow.chats.find(group.id)
        assert chat is not None
        assert chat.state is ChatState.GONE
    assert [card["state"] for card in await office.cards()] == [PlaceState.GONE]
    assert [group.title in message.text for message in wang.chat() if message.sender.is_bot] == [True]


async def test_a_card_whose_message_was_deleted_is_posted_anew_when_it_changes(office: Office) -> None:
    mei = await office.person("梅阿姨")
    group = await office.group(mei)
    await office.puts_up(group.id)
    await office.delivers()
    mei.last(group).deleted = True
    await office.changes("有人在办")
    await office.delivers_for(8)
    assert [message.text for message in mei.chat(group)] == ["“有人在办”"]
    await office.changes("办好了")
    await office.delivers_for(8)
    assert [message.text for message in mei.chat(group)] == ["“办好了”"]


async def test_a_card_with_nothing_left_to_show_is_taken_away(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    await office.delivers()
    await office.changes("")
    await office.delivers_for(4)
    assert not mei.sees("新")
    assert [card["state"] for card in await office.cards()] == [PlaceState.RETIRED]


@pytest.mark.parametrize("deleted", [True, False])
async def test_a_card_that_was_never_posted_or_is_deleted_already_needs_no_taking_away(
    office: Office, deleted: bool
) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    if deleted:
        await office.delivers()
        mei.last().deleted = True
    await office.changes("")
    await office.delivers_for(4)
    assert [card["state"] for card in await office.cards()] == [PlaceState.RETIRED]


async def test_a_post_that_telegram_will_never_take_is_parked_and_a_coordinator_is_told(
    office: Office,
) -> None:
    mei = await office.person("梅阿姨")
    wang = await office.person("王社工", role=Role.COORDINATOR)
    await office.says(mei.id, "长" * 5000)
    await office.says(mei.id, "短")
    await office.delivers_for(3)
    assert mei.sees("短")
    assert wang.sees("有一条消息发不出去")
    long, _, _ = await office.posts()
    assert long["state"] is PostState.FAILED
    assert "too long" in long["error"]
    assert len([p for p in office.calls("sendMessage") if p["chat_id"] == mei.id]) == 2


async def test_a_card_that_telegram_does_not_take_as_it_is_is_tried_again_when_it_has_changed(
    office: Office,
) -> None:
    mei = await office.person("梅阿姨")
    wang = await office.person("王社工", role=Role.COORDINATOR)
    await office.puts_up(mei.id)
    await office.delivers()
    await office.changes("长" * 5000)
    await office.delivers_for(60, step=5)
    assert len(office.calls("editMessageText")) == 1
    assert wang.sees("有一条消息发不出去")
    await office.changes("短")
    await office.delivers_for(5)
    assert mei.last().text == "“短”"


async def test_a_coordinator_who_cannot_be_told_of_a_refusal_starts_no_endless_chain(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.person("王社工", role=Role.COORDINATOR)

    async def takes_nothing(method: str, params: dict[str, object]) -> None:
        raise BadRequest("nothing from you today")

    office.wires.on_the_way = takes_nothing
    await office.says(mei.id, "有人在办")
    await office.delivers_for(5)
    assert [post["state"] for post in await office.posts()] == [PostState.FAILED, PostState.FAILED]
