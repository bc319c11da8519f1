"""Who may be written to, in which language, and where they live."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.services.homes import settle_home, settle_newcomer
from bot.services.members import mark_blocked, mark_started, speak_language
from bot.storage.database import Database
from bot.storage.machinery import PlaceState, placement
from tests.services.cast import NOW, newcomer

HOME = Place("源昌鑫海湾", "3号楼", "2", "1502")


async def test_who_writes_to_us_can_be_written_to_and_sees_what_could_not_be_shown(
    database: Database,
) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨", started=False)
        uow.place("home", mei.id, mei.telegram_id, now=NOW, subject=f"member:{mei.id}")
        await uow.flush()
        await uow.session.execute(update(placement).values(state=PlaceState.GONE))
        assert await mark_started(uow, mei, now=NOW)
        assert not await mark_started(uow, mei, now=NOW)
        assert mei.reachable
        await uow.flush()
        row = (
            await uow.session.execute(select(placement.c.state, placement.c.wanted, placement.c.shown))
        ).one()
        assert row.state is PlaceState.LIVE
        assert row.wanted > row.shown


async def test_who_blocks_us_is_left_alone_until_they_come_back(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        await mark_blocked(uow, mei, now=NOW)
    async with database.look() as uow:
        assert not (await uow.members.get(mei.id)).reachable
    async with database.work() as uow:
        mei = await uow.members.get(mei.id)
        assert await mark_started(uow, mei, now=NOW)
        assert mei.reachable


async def test_a_language_is_kept(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        await speak_language(uow, mei, "zh-TW", now=NOW)
    async with database.look() as uow:
        assert (await uow.members.get(mei.id)).language == "zh-TW"


async def test_whoever_moves_leaves_unit_and_room_behind(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        mei.settle_at(HOME, NOW)
    async with database.work() as uow:
        mei = await uow.members.get(mei.id)
        await settle_home(uow, mei, HOME.public, now=NOW)
        assert mei.home == HOME
        await settle_home(uow, mei, Place("源昌鑫海湾", "4号楼"), now=NOW)
    async with database.look() as uow:
        assert (await uow.members.get(mei.id)).home == Place("源昌鑫海湾", "4号楼")


async def test_a_place_the_playbook_does_not_know_is_refused(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        for place in (
            Place("没有的小区", "3号楼"),
            Place("源昌鑫海湾", "99号楼"),
            Place("源昌鑫海湾", "3号楼", "9"),
        ):
            with pytest.raises(RuleError) as refusal:
                await settle_home(uow, mei, place, now=NOW)
            assert refusal.value.key == "no-such-place"
        assert mei.home == Place()


async def test_the_link_on_a_door_tells_a_newcomer_s_home_but_moves_nobody(database: Database) -> None:
    door = Place("源昌鑫海湾", "3号楼", "2")
    async with database.work() as uow:
        mei, qiang = await newcomer(uow, "梅阿姨"), await newcomer(uow, "阿强")
        qiang.settle_at(Place("源昌鑫海湾", "4号楼"), NOW)
        assert await settle_newcomer(uow, mei, door, now=NOW)
        assert mei.home == door
        assert not await settle_newcomer(uow, qiang, door, now=NOW)
        assert qiang.building == "4号楼"
