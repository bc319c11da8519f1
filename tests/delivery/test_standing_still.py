"""A process that stood still for longer than its lease: another may have sent what it had in hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.storage.machinery import PostState
from bot.storage.shared import LEASE
from tests.delivery.office import Office
from tests.storage.stores import empty_postgres

pytestmark = pytest.mark.postgres


@pytest.fixture
async def office(migrated_postgres: str) -> AsyncIterator[Office]:
    """Where others may be sending too."""
    empty_postgres(migrated_postgres)
    office = Office(migrated_postgres)
    await office.bot.initialize()
    yield office
    await office.dispatcher.close()
    await office.database.close()


async def test_what_another_may_have_in_hand_by_now_does_not_leave(office: Office) -> None:
    mei = await office.person("梅阿姨")
    frozen, other = office.dispatcher, office.new_dispatcher()
    for words in ("一", "二", "三"):
        await office.says(mei.id, words)

    async def freeze(method: str, params: dict[str, Any]) -> None:
        """During the first; another takes over and sends what is left, before this one comes to itself."""
        office.wires.on_the_way = None
        async with office.database.work() as uow:
            await uow.leases.abandoned(None, ["nobody"])
        await other.drain()
        office.clock.pass_seconds(LEASE.total_seconds())

    office.wires.on_the_way = freeze
    await frozen.drain()
    said = [message.text for message in mei.chat() if message.sender.is_bot]
    assert sum("二" in one for one in said) == sum("三" in one for one in said) == 1
    assert {post["state"] for post in await office.posts()} == {PostState.SENT}
    await other.close()


async def test_what_nobody_else_took_leaves_a_little_later(office: Office) -> None:
    mei = await office.person("梅阿姨")
    for words in ("一", "二"):
        await office.says(mei.id, words)

    async def freeze(method: str, params: dict[str, Any]) -> None:
        office.wires.on_the_way = None
        office.clock.pass_seconds(LEASE.total_seconds())

    office.wires.on_the_way = freeze
    await office.delivers_for(3)
    assert [message.text for message in mei.chat() if message.sender.is_bot] == ["“一”", "“二”"]
