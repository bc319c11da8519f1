"""Keys: each person has one, the community has one over them all, and a wrong one is told apart."""

from __future__ import annotations

import pytest

from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.storage import tables
from bot.storage.crypto import Keychain, WrongKeyError
from bot.storage.database import Database
from bot.storage.key_check import check_key
from tests.storage.stores import ANOTHER_KEY, KEY, NOW, open_database
from tests.storage.test_sealing import NAME, WORDS, new_mei, raw_rows


async def test_two_people_of_the_same_name_cannot_be_told_to_be_the_same(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(1, NAME))
        uow.add(Member(2, NAME))
    async with database.look() as uow:
        first, second = await raw_rows(uow, tables.member)
        assert bytes(first["sealed"]) != bytes(second["sealed"])
        assert bytes(first["data_key"]) != bytes(second["data_key"])


async def test_forgetting_a_persons_key_forgets_the_person(database: Database) -> None:
    async with database.work() as uow:
        uow.add(new_mei())
        uow.add(Member(2, "另一位"))
    async with database.work() as uow:
        await uow.session.execute(tables.member.update().where(tables.member.c.id == 1).values(data_key=None))
    async with database.look() as uow:
        forgotten = await uow.members.get(1)
        assert (forgotten.name, forgotten.unit, forgotten.room, forgotten.phone) == ("", None, None, None)
        assert (await uow.members.get(2)).name == "另一位"


async def test_another_key_is_a_clear_error_and_no_gibberish(url: str) -> None:
    database = open_database(url)
    async with database.work() as uow:
        uow.add(new_mei())
    await check_key(database)
    await database.close()
    stranger = open_database(url, ANOTHER_KEY)
    with pytest.raises(WrongKeyError, match="DATA_KEY"):
        await check_key(stranger)
    with pytest.raises(WrongKeyError, match="DATA_KEY"):
        async with stranger.look() as uow:
            await uow.members.get(1)
    await stranger.close()


async def test_another_key_does_not_open_letters_either(url: str) -> None:
    database = open_database(url)
    async with database.work() as uow:
        uow.say(1, "task-news", dedupe="a", now=NOW, text=WORDS)
    await database.close()
    stranger = open_database(url, ANOTHER_KEY)
    with pytest.raises(WrongKeyError):
        await check_key(stranger)
    async with stranger.look() as uow:
        with pytest.raises(WrongKeyError):
            await uow.leases.due(NOW, [], {}, 10, Priority.BULK)
    await stranger.close()


async def test_an_empty_database_takes_any_key(url: str) -> None:
    database = open_database(url, ANOTHER_KEY)
    await check_key(database)
    await database.close()


def test_a_sealed_value_that_was_tampered_with_is_refused() -> None:
    keychain = Keychain(KEY)
    sealed = bytearray(keychain.close(b"1502"))
    sealed[-1] ^= 1
    with pytest.raises(WrongKeyError):
        keychain.open(bytes(sealed))
    with pytest.raises(WrongKeyError, match="newer"):
        keychain.open(b"\x03" + bytes(sealed[1:]))


def test_a_look_up_is_equal_for_equal_values_and_only_under_the_same_key() -> None:
    assert Keychain(KEY).look_up("13800000421") == Keychain(KEY).look_up("13800000421")
    assert Keychain(KEY).look_up("13800000421") != Keychain(ANOTHER_KEY).look_up("13800000421")
    assert Keychain(KEY).look_up("13800000421") != Keychain(KEY).look_up("13800000422")
