"""A card is a view with a place: it ends up showing how things stand, with no more edits than Telegram likes."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from bot.sandbox import Person
from bot.storage.machinery import PlaceState
from bot.storage.placements import Placements
from tests.delivery.office import Office


def shown_to(person: Person) -> list[str]:
    """What we wrote to somebody, as it reads now."""
    return [message.text for message in person.chat() if message.sender.is_bot]


async def test_many_changes_before_an_edit_are_one_edit(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    await office.delivers_for(4)
    for number in range(9):
        await office.changes(f"第{number}次")
    await office.delivers_for(10)
    assert len(office.calls("editMessageText")) == 1
    assert shown_to(mei) == ["“第8次”"]


async def test_a_change_during_an_edit_leads_to_one_more_edit(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    await office.delivers_for(4)
    edits = 0

    async def changes_meanwhile(method: str, params: dict[str, object]) -> None:
        nonlocal edits
        edits += method == "editMessageText"
        if edits == 1:
            await office.changes("第二次")

    office.wires.on_the_way = changes_meanwhile
    await office.changes("第一次")
    await office.delivers_for(10)
    assert edits == 2
    assert shown_to(mei) == ["“第二次”"]
    [card] = await office.cards()
    assert card["shown"] == card["wanted"]


async def test_a_change_while_the_card_is_first_posted_is_not_lost(office: Office) -> None:
    mei = await office.person("梅阿姨")

    async def changes_meanwhile(method: str, params: dict[str, object]) -> None:
        if method == "sendMessage":
            await office.changes("后来")

    office.wires.on_the_way = changes_meanwhile
    await office.puts_up(mei.id)
    await office.delivers_for(10)
    assert shown_to(mei) == ["“后来”"]


async def test_a_change_that_changes_nothing_to_see_asks_telegram_nothing(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    await office.changes("有人在办")
    await office.delivers_for(10)
    asked = len(office.sandbox.requests)
    await office.changes("有人在办")
    await office.delivers_for(10)
    assert len(office.sandbox.requests) == asked
    [card] = await office.cards()
    assert card["shown"] == card["wanted"]


async def test_edits_of_one_message_are_three_seconds_apart(office: Office) -> None:
    mei = await office.person("梅阿姨")
    moments: list[float] = []

    async def noted(method: str, params: dict[str, object]) -> None:
        moments.append(office.clock.monotonic())

    office.wires.on_the_way = noted
    await office.puts_up(mei.id)
    for number in range(12):
        await office.changes(f"第{number}次")
        await office.delivers_for(1)
    await office.delivers_for(4)
    apart = [later - earlier for earlier, later in pairwise(moments)]
    assert min(apart) >= 3
    assert len(moments) == 5
    assert shown_to(mei) == ["“第11次”"]


async def test_cards_waiting_for_their_three_seconds_keep_nobody_waiting(office: Office) -> None:
    """More of them than the dispatcher takes in hand at once, all of them more urgent than the one after."""
    mei = await office.person("梅阿姨")
    people = [await office.person(f"{n}号邻居") for n in range(40)]
    for person in people:
        await office.puts_up(person.id)
    await office.delivers()
    await office.changes("有人在办")
    await office.puts_up(mei.id, ref=2)
    await office.delivers()
    assert shown_to(mei) == ["“新”"]
    await office.delivers_for(4)
    assert all(shown_to(person) == ["“有人在办”"] for person in people)


async def test_one_chat_is_never_written_to_by_two_requests_at_once(office: Office) -> None:
    mei, chen = await office.person("梅阿姨"), await office.person("陈伯")

    async def takes_a_while(method: str, params: dict[str, object]) -> None:
        await asyncio.sleep(0.002)

    office.wires.on_the_way = takes_a_while
    for ref in range(1, 6):
        for person in (mei, chen):
            await office.puts_up(person.id, ref=ref)
            await office.says(person.id, f"第{ref}条")
    sending = asyncio.create_task(office.delivers())
    for ref in range(1, 6):
        await office.changes("变了", ref=ref)
        await asyncio.sleep(0.003)
    await sending
    await office.delivers_for(8)
    assert office.wires.most_at_once[mei.id] == 1
    assert office.wires.most_at_once[chen.id] == 1
    assert all(card["shown"] == card["wanted"] for card in await office.cards())


async def test_a_retired_card_in_the_middle_of_its_edit_stays_retired(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    await office.delivers_for(4)

    async def retired_meanwhile(method: str, params: dict[str, object]) -> None:
        async with office.database.work() as uow:
            await Placements(uow.session).retire("board", mei.id)

    office.wires.on_the_way = retired_meanwhile
    await office.changes("有人在办")
    await office.delivers_for(8)
    assert [card["state"] for card in await office.cards()] == [PlaceState.RETIRED]
    assert len(office.calls("editMessageText")) == 1
