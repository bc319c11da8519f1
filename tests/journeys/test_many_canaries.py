"""A whole stair of invented neighbours, each recognisable: what is theirs reaches nobody else, and goes when they go.

At the most talkative log level, everything the stand-in Telegram received, every log line, every byte of the database
and its WAL, the lists that are exported, and at the end every row as it reads with the key.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.place import Place
from bot.sandbox import Group, Person
from bot.services.exported import case_row
from bot.storage import machinery
from bot.storage.exporting import every_case
from tests.journeys.test_canaries import logged  # noqa: F401 - a fixture
from tests.storage.test_sealing import database_files
from tests.town import BUILDING, COMPOUND, PLAYBOOK, Town

pytestmark = pytest.mark.about_households  # hashes of a thousand doors hold any five digits

HOUSEHOLDS = 24


@dataclass
class Neighbour:
    """One of them. What is theirs stands nowhere else."""

    number: int
    person: Person

    @property
    def canaries(self) -> tuple[str, ...]:
        """Name, words, flat, phone."""
        return (name_of(self.number), words_of(self.number), room_of(self.number), phone_of(self.number))


def name_of(number: int) -> str:
    return f"金丝雀{number:04d}号阿姨"


def words_of(number: int) -> str:
    return f"金丝雀话{number:04d}"


def room_of(number: int) -> str:
    return f"9{number:02d}87"


def phone_of(number: int) -> str:
    return f"1370065{number:04d}"


async def _move_in(town: Town) -> list[Neighbour]:
    stair = []
    for number in range(HOUSEHOLDS):
        home = Place(COMPOUND, BUILDING, "2", room_of(number))
        person = await town.resident(name_of(number), home=home, phone=phone_of(number))
        stair.append(Neighbour(number, person))
    return stair


async def _everybody_reports(stair: list[Neighbour], group: Group) -> None:
    """By turns: in private, in the group, and begun but never sent."""
    for one in stair:
        text = f"{words_of(one.number)}楼道灯不亮，2单元{room_of(one.number)}，电话{phone_of(one.number)}"
        if one.number % 3 == 1:
            await one.person.says(f"/report {text}", in_=group)
        else:
            await one.person.says(text)
        if one.number % 3 == 0:
            await one.person.presses("提交")
        await one.person.says("/mine")
        if one.number % 4 == 0:
            await one.person.says("/mydata")


def _leaks(town: Town, stair: list[Neighbour], holders: tuple[int, ...]) -> list[str]:
    """Requests with somebody's canary for a chat that is neither theirs nor a holder's; files are looked into."""
    found = []
    for request in town.sandbox.requests:
        to, said = request.params.get("chat_id"), json.dumps(request.params, ensure_ascii=False, default=str)
        for one in stair:
            if to not in (one.person.id, *holders) and any(canary in said for canary in one.canaries):
                found.append(f"{request.method} to {to}: {said}")
    return found


def _in_files(stair: list[Neighbour]) -> list[str]:
    """Canaries of others in the files somebody was sent."""
    found = []
    for reader in stair:
        for message in reader.person.chat():
            if message.media is None or message.media.kind != "document":
                continue
            content = reader.person._sandbox.files.find(message.media.file_id).content.decode("utf-8")
            assert name_of(reader.number) in content
            for one in stair:
                if one is not reader and any(canary in content for canary in one.canaries):
                    found.append(f"{name_of(one.number)} in the file of {name_of(reader.number)}")
    return found


async def _with_the_key(town: Town) -> str:
    """Every row of every table, opened."""
    said = []
    async with town.linli.database.look() as uow:
        for table in machinery.inbox.metadata.sorted_tables:
            rows = (await uow.session.execute(select(table))).mappings().all()
            said += [json.dumps(dict(row), ensure_ascii=False, default=str) for row in rows]
        members = await uow.members.many(range(1, HOUSEHOLDS + 10))
        said += [repr(member) for member in members.values()]
    return "\n".join(said)


async def test_what_is_a_neighbours_reaches_no_other_and_goes_when_they_go(
    town: Town,
    logged: io.StringIO,  # noqa: F811
    tmp_path: Path,
) -> None:
    stair = await _move_in(town)
    chen, wang = await town.volunteer("陈姐"), await town.coordinator()
    group = await town.building_group(wang, *(one.person for one in stair))
    team = await town.team_group(chen, wang)
    await _everybody_reports(stair, group)
    for _ in range(3):
        await chen.presses("认领", in_=team)
    assert _leaks(town, stair, (chen.id,)) == []
    assert _in_files(stair) == []
    exported = json.dumps(
        [case_row(case, PLAYBOOK, full=False) async for case in every_case(town.linli.database)], default=str
    )
    assert not [one for one in stair if room_of(one.number) in exported or phone_of(one.number) in exported]
    await _nothing_lies_open(town, stair, logged, tmp_path)

    leaving = [one for one in stair if one.number % 2 == 0]
    for one in leaving:
        await one.person.says("/forgetme")
        await one.person.presses("忘记我" if one.number % 3 == 2 else "都不用办了")
        await one.person.presses("确定忘记")
    opened = await _with_the_key(town)
    assert [c for one in leaving for c in one.canaries if c in opened] == [], "not even with the key"
    assert not [c for one in leaving for c in one.canaries for m in one.person.chat() if _ours(m, c)]
    assert not [c for one in leaving for c in one.canaries for m in chen.chat() if _ours(m, c)]
    stays = next(one for one in stair if one.number % 2 and one.number % 3 == 1)
    assert words_of(stays.number) in opened, "who stays is not forgotten"
    await _nothing_lies_open(town, stair, logged, tmp_path)


def _ours(message: object, canary: str) -> bool:
    sender = getattr(message, "sender", None)
    return bool(sender and sender.is_bot and not message.deleted and canary in message.text)  # type: ignore[attr-defined]


async def _nothing_lies_open(town: Town, stair: list[Neighbour], log: io.StringIO, folder: Path) -> None:
    logged_words, files = log.getvalue(), database_files(folder)
    for one in stair:
        for canary in one.canaries:
            assert canary not in logged_words
            assert not [name for name, content in files.items() if canary.encode() in content]
