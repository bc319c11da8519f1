"""`linli invite` prints a link that gives one person a role once; also while the bot runs."""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.cli.opening import open_database, read_playbook
from bot.config import Settings
from bot.domain.invite import Invite
from tests.cli.conftest import NOBODYS_TOKEN
from tests.cli.program import Program

LINK = re.compile(r"https://t\.me/([\w<>]+)\?start=(inv_[A-Za-z0-9_-]{43})\n")


def invite_of(linli: Program, payload: str) -> Invite:
    """What the database keeps of it."""
    file = linli.home / "data" / "linli.db"
    settings = Settings(
        database_url=f"sqlite+aiosqlite:///{file}", data_key_file=file.with_suffix(".key"), _env_file=None
    )

    async def look() -> Invite:
        async with open_database(settings, read_playbook(settings)) as database, database.look() as uow:
            return await uow.invites.by_code(payload.removeprefix("inv_"))

    return asyncio.run(look())


def test_the_first_coordinators_link_names_the_bot_that_telegram_knows(reached: Program) -> None:
    ended = reached("invite", "coordinator")
    assert ended.code == 0, ended.err
    found = LINK.fullmatch(ended.out)
    assert found is not None
    assert found[1] == "linli_bot"
    invite = invite_of(reached, found[2])
    assert (invite.role, invite.team, invite.by_id, invite.used_at) == ("coordinator", None, None, None)
    assert len(found[2]) <= 64


def test_only_a_hash_of_the_link_is_kept(linli: Program) -> None:
    made = linli("invite", "coordinator", "--username", "linli_bot", "--json").json
    code = made["url"].partition("inv_")[2]
    for file in (linli.home / "data").iterdir():
        assert code.encode() not in file.read_bytes()


def test_a_volunteers_link_is_for_a_team(linli: Program) -> None:
    made = linli("invite", "volunteer", "--team", "阳光姐姐", "--username", "@linli_bot", "--json").json
    assert (made["role"], made["team"], made["bot"]) == ("volunteer", "阳光姐姐", "linli_bot")
    assert invite_of(linli, made["url"].partition("start=")[2]).team == "阳光姐姐"


def test_a_heads_link_is_for_a_building_and_a_grid_workers_for_several_or_all(linli: Program) -> None:
    at = ("--compound", "源昌鑫海湾", "--username", "linli_bot", "--json")
    for arguments, buildings in (
        (("building_head", "--building", "3号楼"), "3号楼"),
        (("grid_worker", "--building", "3号楼", "--building", "4号楼"), "3号楼|4号楼"),
        (("grid_worker",), None),
    ):
        made = linli("invite", *arguments, *at).json
        invite = invite_of(linli, made["url"].partition("start=")[2])
        assert (invite.compound, invite.buildings) == ("源昌鑫海湾", buildings)


def test_what_waits_for_a_second_person_is_listed_and_unknown_numbers_are_one_line(linli: Program) -> None:
    assert linli("second", "--json").json == []
    ended = linli("second", "7")
    assert ended.code != 0
    assert "no such proposal waits" in ended.err


def test_without_a_way_to_telegram_the_link_is_printed_all_the_same_and_says_what_is_missing(
    linli: Program,
) -> None:
    linli.settings["TELEGRAM_BOT_TOKEN"] = NOBODYS_TOKEN
    ended = linli("invite", "coordinator")
    assert ended.code == 0
    found = LINK.fullmatch(ended.out)
    assert found is not None
    assert found[1] == "<bot>"
    assert "Telegram cannot be reached" in ended.err
    assert "<bot>" in ended.err


def test_with_a_token_that_telegram_does_not_know_no_link_is_made(reached: Program) -> None:
    reached.settings["TELEGRAM_BOT_TOKEN"] = NOBODYS_TOKEN
    ended = reached("invite", "coordinator")
    assert ended.code == 2
    assert ended.out == ""
    assert "Telegram does not know this token" in ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("king", "there is no role “king”"),
        ("volunteer", "--team NAME"),
        ("leader --team 火星队", "there is no team “火星队”"),
        ("coordinator --team 阳光姐姐", "is of no team"),
        ("building_head", "--compound NAME"),
        ("building_head --compound 源昌鑫海湾", "--building NAME"),
        ("building_head --compound 源昌鑫海湾 --building 99号楼", "has no “99号楼”"),
        ("coordinator --compound 源昌鑫海湾", "is of no place"),
    ],
)
def test_a_role_or_team_that_makes_no_sense_is_one_line(linli: Program, arguments: str, says: str) -> None:
    ended = linli("invite", *arguments.split())
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert says in ended.err
