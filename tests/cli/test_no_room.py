"""A disk without room is said in one line, is nobody's mistake to report, and loses nothing."""

from __future__ import annotations

import pytest

from tests.cli.conftest import NOBODYS_TOKEN
from tests.cli.program import Program
from tests.cli.test_backup import _name, backed_up
from tests.cli.test_rotation import _in
from tests.room import no_file_above
from tests.storage.test_sealing import NAME


@pytest.mark.parametrize("size", [100, 50_000, 400_000])
def test_a_restore_for_which_there_is_no_room_changes_nothing(linli: Program, size: int) -> None:
    file = backed_up(linli)
    with no_file_above(size):
        ended = linli("restore", str(file), "--yes")
    assert (ended.code, ended.err.count("\n")) == (1, 1), ended.err
    assert "cannot be" in ended.err
    assert _in(linli, _name) == NAME
    assert [one.name for one in (linli.home / "data").iterdir() if "restoring" in one.name] == []
    assert list((linli.home / "data" / "backups").glob(".*")) == []
    assert linli("restore", str(file), "--yes").code == 0


@pytest.mark.parametrize("size", [100, 4_000])
@pytest.mark.parametrize(
    "command",
    [
        ["migrate"],
        ["invite", "coordinator", "--username", "linli_bot"],
        ["backup", "--without-paper"],
        ["run"],
        ["template", "households"],
    ],
)
def test_a_command_that_finds_no_room_says_so_in_a_line(
    linli: Program, command: list[str], size: int
) -> None:
    linli.settings["TELEGRAM_BOT_TOKEN"] = NOBODYS_TOKEN
    with no_file_above(size):
        ended = linli(*command)
    assert (ended.code, ended.err.count("\n")) == (1, 1), ended.err
    assert "try again" in ended.err
    assert linli("migrate").code == 0


def test_a_change_of_the_key_for_which_there_is_no_room_leaves_no_key_lying_about(linli: Program) -> None:
    backed_up(linli)
    for size in (10, 100, 5_000):
        with no_file_above(size):
            ended = linli("key", "rotate", "--wait", "0")
        assert (ended.code > 0, ended.err.count("\n")) == (True, 1), ended.err
        keys = [one.name for one in (linli.home / "data").iterdir() if "key" in one.name]
        assert keys == ["linli.key"]
        assert _in(linli, _name) == NAME
    assert linli("key", "rotate", "--wait", "0").code == 0
    assert _in(linli, _name) == NAME
