"""What commands tell about the program itself, for people and for programs."""

from __future__ import annotations

import resource

from tests.cli.program import Program

COMMANDS = (
    "run",
    "demo",
    "sandbox",
    "invite",
    "second",
    "teams",
    "roles",
    "migrate",
    "triage",
    "template",
    "export",
    "doctor",
)


def test_help_names_every_command_within_a_second(linli: Program) -> None:
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert linli.apart("--help").code == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(2)) < 1.0  # of computing: the machine may be busy with other things
    ended = linli("--help")
    for command in COMMANDS:
        assert f"\n  {command} " in ended.out


def test_an_unknown_command_is_refused_with_exit_code_2(linli: Program) -> None:
    ended = linli("fly")
    assert ended.code == 2
    assert "No such command 'fly'" in ended.err


def test_teams_are_listed_with_their_categories_for_programs(linli: Program) -> None:
    teams = linli("teams", "--json").json
    assert len(teams) == 10
    assert all(set(team) == {"name", "categories"} for team in teams)
    assert "便民维修" in next(team for team in teams if team["name"] == "爱禾缘志愿者")["categories"]


def test_teams_are_listed_for_people(linli: Program) -> None:
    ended = linli("teams")
    assert ended.code == 0
    assert "阳光姐姐" in ended.out


def test_every_role_is_listed_with_what_it_is_for(linli: Program) -> None:
    roles = linli("roles", "--json").json
    assert {role["name"] for role in roles} >= {"resident", "volunteer", "leader", "coordinator", "admin"}
    assert all(role["meaning"] for role in roles)
    assert "coordinator" in linli("roles").out


def test_migrating_twice_is_harmless_and_says_the_schema(linli: Program) -> None:
    first, second = linli.apart("migrate"), linli("migrate")
    assert first.code == second.code == 0
    assert first.out == second.out
    assert "schema 0" in first.out
