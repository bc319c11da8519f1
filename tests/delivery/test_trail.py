"""Killed in the middle: only what was really on its way may have arrived or not; all else is known."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from bot.delivery import trail
from bot.delivery.trail import Trail
from bot.sandbox import Group
from bot.storage.machinery import PostState
from tests.delivery.office import Office


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One that says when it was started, as not every machine does."""
    start = tmp_path / "boot_id"
    start.write_text("this-start\n")
    monkeypatch.setattr(trail, "STARTED", start)


async def killed(office: Office) -> tuple[Group, Group]:
    """One group has answered, which is not written down yet. Of two messages to another the first hangs in the air, and
    the second waits behind it."""
    answered, slow = await office.group(), await office.group()
    await office.dispatcher.recover(alone=True)
    there = asyncio.Event()

    async def hang(_: str, params: dict[str, Any]) -> None:
        if params["chat_id"] == slow.id:
            there.set()
            await asyncio.Event().wait()

    office.wires.on_the_way = hang
    for chat, words in ((answered, "一"), (slow, "二"), (slow, "三")):
        await office.says(chat.id, words)
    life = asyncio.create_task(office.dispatcher.drain())
    await there.wait()
    while not office.calls("sendMessage"):  # noqa: ASYNC110 - nobody tells us
        await asyncio.sleep(0)
    life.cancel()
    await asyncio.wait([life])
    office.wires.on_the_way = None
    office.dispatcher = office.new_dispatcher()
    return answered, slow


async def test_what_was_answered_has_arrived_what_never_left_goes_and_the_rest_waits_for_a_person(
    office: Office,
) -> None:
    answered, slow = await killed(office)
    await office.dispatcher.recover(alone=True)
    assert [one["state"] for one in await office.posts()] == [
        PostState.SENT,
        PostState.UNKNOWN,
        PostState.PENDING,
    ]
    assert (await office.posts())[0]["message_id"] == answered.messages[-1].id
    await office.delivers()
    assert [one.text for one in answered.messages if one.sender.is_bot] == ["“一”"]
    assert [one.text for one in slow.messages if one.sender.is_bot] == ["“三”"]


async def test_after_the_machine_itself_was_started_anew_nothing_is_taken_as_known(
    office: Office,
) -> None:
    await killed(office)
    trail.STARTED.write_text("another-start\n")
    await office.dispatcher.recover(alone=True)
    assert {one["state"] for one in await office.posts()} == {PostState.UNKNOWN}


def test_a_trail_with_a_gap_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "linli.db.trail"
    monkeypatch.setattr(trail, "LARGEST", 80)
    kept = Trail(path, "a life")
    kept.begin()
    kept.leaves(1)
    kept.stayed(1)
    kept.leaves(1)
    kept.leaves(2)
    kept.arrived(2, 7)
    found = Trail(path, "the next").left_behind()
    assert found is not None
    assert (found.lease, found.left, found.arrived) == ("a life", {1, 2}, {2: 7})
    for number in range(20):
        kept.leaves(number)
    assert Trail(path, "the next").left_behind() is None
    for torn in ("", "x", path.read_text() + ">1\n<2"):
        path.write_text(torn)
        assert Trail(path, "the next").left_behind() is None


async def test_where_no_trail_can_be_left_nothing_leaves_and_later_it_does(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = await office.person("梅阿姨")
    await office.dispatcher.recover(alone=True)

    def broken(*_: object) -> int:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", broken)
        disk.setattr(os, "ftruncate", broken)
        for words in ("一", "二"):
            await office.says(mei.id, words)
        await office.delivers()
    assert [message for message in mei.chat() if message.sender.is_bot] == []
    await office.delivers_for(10)
    assert [message.text for message in mei.chat() if message.sender.is_bot] == ["“一”", "“二”"]


async def test_what_was_sent_is_known_as_sent_though_its_arrival_cannot_be_noted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = await office.person("梅阿姨")
    await office.dispatcher.recover(alone=True)

    def broken(*_: object) -> int:
        raise OSError(5, "Input/output error")

    async def breaks(method: str, params: dict[str, Any]) -> None:
        monkeypatch.setattr(os, "write", broken)
        monkeypatch.setattr(os, "ftruncate", broken)

    office.wires.on_the_way = breaks
    await office.says(mei.id, "一")
    await office.delivers()
    assert [post["state"] for post in await office.posts()] == [PostState.SENT]
