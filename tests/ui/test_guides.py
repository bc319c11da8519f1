"""What the guides in docs/ tell people to press, type and look at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main
from fluent.syntax import FluentParser, ast
from telegram.ext import CommandHandler

import handlers
from bot.cli.program import program
from bot.ui.bundles import LOCALES

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = sorted(DOCS.glob("guide-*.md"))
PICTURES = sorted((DOCS / "pictures").glob("*.png"))
ONE_PICTURE, ALL_PICTURES = 150_000, 2_000_000  # bytes
guides = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)


def labels() -> list[re.Pattern[str]]:
    """What is written on every button, in simplified Chinese; a variable may be anything."""
    found = []
    for file in (LOCALES / "zh-CN").glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.id.name.startswith(("button-", "menu-")):
                found.append(re.compile(_label(entry)))
    return found


def _label(message: ast.Message) -> str:
    assert message.value
    parts = message.value.elements
    return "".join(re.escape(one.value) if isinstance(one, ast.TextElement) else ".+" for one in parts)


@guides
def test_every_button_a_guide_names_is_one_of_ours(guide: Path) -> None:
    named = re.findall(r"【([^】]+)】", guide.read_text("utf-8"))
    known = labels()
    assert [name for name in named if not any(label.fullmatch(name) for label in known)] == []


@guides
def test_every_command_a_guide_names_is_understood(guide: Path) -> None:
    understood = {
        command
        for routes in handlers.routes().values()
        for route in routes
        if isinstance(route, CommandHandler)
        for command in route.commands
    }
    text = guide.read_text("utf-8")
    of_botfather = {"newbot", "revoke", "setprivacy"}
    named = set(re.findall(r"`/([a-z]+)(?=[` ])", text)) - {"healthz", "metrics"}
    assert named <= understood | of_botfather
    of_linli = typer.main.get_command(program)
    assert isinstance(of_linli, typer.core.TyperGroup)
    assert set(re.findall(r"\blinli ([a-z]+)", text)) <= set(of_linli.commands)


@guides
def test_every_picture_a_guide_shows_is_there_and_says_what_is_on_it(guide: Path) -> None:
    text = guide.read_text("utf-8")
    shown = re.findall(r'<img src="pictures/([^"]+)" width="360" alt="([^"]+)">', text)
    assert len(shown) == text.count("<img")
    assert {name for name, _ in shown} <= {picture.name for picture in PICTURES}


def test_every_picture_is_shown_somewhere_and_small() -> None:
    texts = "".join(file.read_text("utf-8") for file in [*GUIDES, DOCS.parent / "README.md"])
    assert [one.name for one in PICTURES if f"pictures/{one.name}" not in texts] == []
    sizes = [picture.stat().st_size for picture in PICTURES]
    assert max(sizes) < ONE_PICTURE
    assert sum(sizes) < ALL_PICTURES
