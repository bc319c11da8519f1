"""What lies in deploy/ names only commands, settings and files there are."""

from __future__ import annotations

import re
from pathlib import Path

import typer.main

from bot.cli.program import program
from bot.config import Settings

ROOT = Path(__file__).parents[2]
COMPOSE = sorted((ROOT / "deploy").glob("compose*.yaml"))


def test_the_unit_runs_a_command_there_is_and_heeds_its_exit_codes() -> None:
    unit = (ROOT / "deploy" / "linli.service").read_text("utf-8")
    (command,) = re.findall(r"^ExecStart=\S+/linli (\w+)$", unit, re.MULTILINE)
    assert command in typer.main.get_command(program).commands  # type: ignore[attr-defined]
    assert "RestartPreventExitStatus=2" in unit


def test_compose_files_set_only_settings_that_are_known() -> None:
    assert len(COMPOSE) == 2
    for file in COMPOSE:
        text = file.read_text("utf-8")
        ours = re.findall(r"^  linli:\n(.*?)(?=^  \w|^\w|\Z)", text, re.MULTILINE | re.DOTALL)[0]
        named = set(re.findall(r"^      ([A-Z_]+):", ours, re.MULTILINE))
        assert named
        assert {one.lower() for one in named} <= Settings.model_fields.keys(), file.name


def test_the_image_copies_only_what_is_there_and_all_that_is_needed() -> None:
    said = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    copied = {name for line in re.findall(r"^COPY (.*) \S+$", said, re.MULTILINE) for name in line.split()}
    assert all((ROOT / name).exists() for name in copied)
    assert {"bot", "handlers", "scheduler", "locales", "requirements.lock", "pyproject.toml"} <= copied
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().split() if line.startswith("!")}
    assert copied <= let_in
