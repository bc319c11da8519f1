"""Groups: what each is for, who may say so, and what happens when it moves or is lost."""

from __future__ import annotations

import pytest

from bot.domain.chat import ChatKind, ChatState
from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.place import Place
from bot.services.chats import (
    bind_by_words,
    bind_group,
    enter_group,
    hear_group,
    help_in_group,
    known_group,
    leave_group,
    move_group,
)
from bot.services.purposes import Purpose, purposes
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, TEAM, cards_in, newcomer, said_to
from tests.storage.stores import PLAYBOOK

GROUP, SUPERGROUP = -4_000_000_001, -1_002_000_000_002
HOUSE = Purpose("源昌鑫海湾", "3号楼")


async def _bound(uow: UnitOfWork, purpose: Purpose = HOUSE, chat_id: int = GROUP) -> None:
    wang = await newcomer(uow, "王社工", Role.COORDINATOR)
    await bind_group(uow, chat_id, "三号楼邻里", purpose, by=wang, now=NOW, round_=1)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("源昌鑫海湾 3号楼", [HOUSE]),
        ("源昌鑫海湾3号楼", [HOUSE]),
        ("鑫海湾三栋", [HOUSE]),
        ("源昌鑫海灣 ３號樓", [HOUSE]),
        ("源昌鑫海湾 3", [HOUSE]),
        ("阳光姐姐", [Purpose(team="阳光姐姐")]),
        ("陽光姐姐", [Purpose(team="阳光姐姐")]),
        ("阳光姐姐群", [Purpose(team="阳光姐姐")]),
        ("Sunshine Sisters", [Purpose(team="阳光姐姐")]),
        ("源昌鑫海湾 99号楼", []),
        ("不知道什么群", []),
        ("", []),
    ],
)
def test_what_a_group_is_for_is_understood_as_people_write_it(text: str, meant: list[Purpose]) -> None:
    assert purposes(text, PLAYBOOK) == meant


def test_a_building_alone_may_be_in_several_compounds() -> None:
    found = purposes("3号楼", PLAYBOOK)
    assert HOUSE in found
    assert len(found) > 1
    assert found == purposes("三", PLAYBOOK)


async def test_brought_in_by_a_coordinator_we_ask_and_by_anybody_else_we_say_who_must_bind(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        mei = await newcomer(uow, "梅阿姨")
        for chat_id, by in ((-1, wang), (-2, mei), (-3, None)):
            await enter_group(uow, chat_id, "群", by=by, hears_all=False, now=NOW, round_=1)
    assert await cards_in(database, -1) == ["group"]
    assert await cards_in(database, -2) == await cards_in(database, -3) == []
    assert [key for key, _ in await said_to(database, -1)] == []
    assert [key for key, _ in await said_to(database, -2)] == ["group-needs-coordinator"]
    assert [key for key, _ in await said_to(database, -3)] == ["group-needs-coordinator"]


async def test_a_group_that_was_bound_goes_on_as_it_was_when_we_are_back(database: Database) -> None:
    async with database.work() as uow:
        await _bound(uow)
        mei = await newcomer(uow, "梅阿姨")
        await leave_group(uow, GROUP, now=NOW)
        chat = await enter_group(uow, GROUP, "三号楼邻里", by=mei, hears_all=True, now=NOW, round_=2)
        assert (chat.state, chat.kind, chat.hears_all) == (ChatState.ACTIVE, ChatKind.BUILDING, True)
    assert [key for key, _ in await said_to(database, GROUP)] == []


async def test_only_a_coordinator_says_what_a_group_is_for(database: Database) -> None:
    async with database.work() as uow:
        leader = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        with pytest.raises(RuleError) as refusal:
            await bind_by_words(uow, GROUP, "群", "阳光姐姐", by=leader, now=NOW, round_=1)
        assert refusal.value.key == "no-coordinators-only"
        assert await uow.chats.find(GROUP) is None


async def test_what_the_playbook_does_not_know_is_refused(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        for purpose, key in (
            (Purpose("没有", "3号楼"), "no-such-place"),
            (Purpose(team="没有"), "no-such-team"),
        ):
            with pytest.raises(RuleError) as refusal:
                await bind_group(uow, GROUP, "群", purpose, by=wang, now=NOW, round_=1)
            assert refusal.value.key == key
        with pytest.raises(RuleError) as refusal:
            await bind_by_words(uow, wang.telegram_id, None, "3号楼", by=wang, now=NOW, round_=1)
        assert refusal.value.key == "no-groups-only"


async def test_words_bind_ask_which_or_are_not_understood(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        assert not await bind_by_words(uow, GROUP, "群", "随便什么", by=wang, now=NOW, round_=1)
        assert await bind_by_words(uow, GROUP, "群", "3号楼", by=wang, now=NOW, round_=2)
        assert (await known_group(uow, GROUP, None)).kind is ChatKind.UNBOUND
        assert await bind_by_words(uow, GROUP, "群", "源昌鑫海湾 3号楼", by=wang, now=NOW, round_=3)
        assert (await known_group(uow, GROUP, None)).place == Place("源昌鑫海湾", "3号楼")
        assert await bind_by_words(uow, GROUP, "群", "阳光姐姐", by=wang, now=NOW, round_=4)
        assert [chat.chat_id for chat in await uow.chats.of_team("阳光姐姐")] == [GROUP]
    assert await cards_in(database, GROUP) == ["group_which", "group", "group"]


async def test_a_coordinator_hears_that_a_group_is_hard_of_hearing(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await hear_group(uow, -1, "听得见", hears_all=True, now=NOW)
        await bind_group(uow, -1, "听得见", HOUSE, by=wang, now=NOW, round_=1)
        await bind_group(uow, -2, "听不见", HOUSE, by=wang, now=NOW, round_=2)
    assert await said_to(database, wang.telegram_id) == [("group-deaf", {"title": "听不见"})]


async def test_a_lost_group_is_told_to_coordinators_once_and_only_if_it_served_somebody(
    database: Database,
) -> None:
    async with database.work() as uow:
        await _bound(uow)
        await known_group(uow, -99, "没绑的群")
        for chat_id in (GROUP, GROUP, -99, -100):
            await leave_group(uow, chat_id, now=NOW)
        wang = (await uow.members.coordinators())[0]
    told = [said for said in await said_to(database, wang.telegram_id) if said[0] == "alert-chat-left"]
    assert told == [("alert-chat-left", {"title": "三号楼邻里", "serves": "源昌鑫海湾 3号楼"})]


@pytest.mark.parametrize("first", ["nothing", "new group", "old group lost", "both"])
async def test_a_group_keeps_what_it_is_for_under_its_new_number_whatever_came_first(
    database: Database, first: str
) -> None:
    async with database.work() as uow:
        await _bound(uow)
    async with database.work() as uow:
        if first in ("new group", "both"):
            await enter_group(uow, SUPERGROUP, "三号楼邻里", by=None, hears_all=True, now=NOW, round_=2)
        if first in ("old group lost", "both"):
            await leave_group(uow, GROUP, now=NOW)
    for _ in range(2):  # told in the old group and in the new one
        async with database.work() as uow:
            await move_group(uow, GROUP, SUPERGROUP, now=NOW)
    async with database.look() as uow:
        old, new = await uow.chats.find(GROUP), await uow.chats.find(SUPERGROUP)
        assert old is not None
        assert new is not None
        assert old.state is ChatState.GONE
        assert (new.state, new.place, new.kind) == (ChatState.ACTIVE, old.place, ChatKind.BUILDING)
        assert [chat.chat_id for chat in await uow.chats.of_building("源昌鑫海湾", "3号楼")] == [SUPERGROUP]
    assert await cards_in(database, GROUP) == []
    assert "group" in await cards_in(database, SUPERGROUP)


async def test_many_who_ask_for_help_in_a_group_get_one_card(database: Database) -> None:
    async with database.work() as uow:
        for _ in range(5):
            await help_in_group(uow, GROUP, now=NOW)
    assert await cards_in(database, GROUP) == ["group_help"]
