"""Every labelled sentence is understood as its label says, or its label says that it is not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.place import Place
from bot.domain.triage import present_danger, understand
from bot.playbooks.load import load_playbook

HEYUAN = load_playbook("heyuan")


def sentences() -> list[Any]:
    files = sorted(Path(__file__).parent.glob("sentences_*.toml"))
    return [
        pytest.param(one, id=one["say"])
        for file in files
        for one in tomllib.loads(file.read_text(encoding="utf-8"))["sentence"]
    ]


def place(written: str) -> Place:
    """The place of a label, "compound:building/unit/room", with what is unknown left empty."""
    compound, _, door = written.rpartition(":")
    building, unit, room = (*door.split("/"), "", "")[:3]
    return Place(compound or None, building or None, unit or None, room or None)


@pytest.mark.parametrize("label", sentences())
def test_a_sentence_is_understood_as_people_mean_it(label: dict[str, Any]) -> None:
    understood = understand(label["say"], HEYUAN)
    if not label.get("hard"):
        assert understood.danger == label.get("danger")
    assert understood.place == place(label.get("at", ""))
    for known in ("category", "sensitive", "report", "personal"):
        if known in label:
            assert getattr(understood, known) == label[known], known


@pytest.mark.parametrize("label", sentences())
def test_a_danger_overheard_in_a_group_is_told_from_talk_about_one(label: dict[str, Any]) -> None:
    heard = present_danger(label["say"], HEYUAN)
    if label.get("hard"):
        assert heard != label.get("danger"), "no longer hard: take the mark away"
    else:
        assert heard == label.get("danger")
