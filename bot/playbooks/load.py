"""From a playbook's name or path to a Playbook, or to every mistake in it with its file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from bot.domain.playbook import Playbook
from bot.playbooks.build import build_playbook
from bot.playbooks.check import mistakes_in
from bot.playbooks.mistakes import Mistake, PlaybookError, in_words
from bot.playbooks.sheet import Sheet
from bot.playbooks.source import SHIPPED, read_source

__all__ = ["Mistake", "PlaybookError", "load_playbook", "shipped_playbooks"]


def load_playbook(name_or_path: str) -> Playbook:
    """The playbook of that name among the shipped ones ("heyuan"), read once, or the one in that file.

    Raises PlaybookError with every mistake found, each with its file, its line and what is wrong.
    """
    bare = not any(sign in name_or_path for sign in ("/", "\\", ".toml"))
    return _shipped(name_or_path) if bare else _read(Path(name_or_path))


@cache
def _shipped(name: str) -> Playbook:
    path = SHIPPED / f"{name}.toml"
    if name not in shipped_playbooks():
        known = ", ".join(shipped_playbooks())
        what = f"there is no playbook “{name}” (there is: {known}); a file's path must end in .toml"
        raise PlaybookError([Mistake(path.name, None, what)])
    return _read(path)


def _read(path: Path) -> Playbook:
    source = read_source(path)
    try:
        sheet = Sheet.model_validate(source.document)
    except ValidationError as error:
        raise PlaybookError([source.mistake(*found) for found in in_words(error)]) from None
    mistakes = [source.mistake(path, what) for path, what in mistakes_in(sheet)]
    if mistakes:
        raise PlaybookError(mistakes)
    return build_playbook(source.name, sheet)


def shipped_playbooks() -> tuple[str, ...]:
    """The names of the playbooks that come with Linli."""
    whole = (path for path in SHIPPED.glob("*.toml") if "[community]" in path.read_text(encoding="utf-8"))
    return tuple(sorted(path.stem for path in whole))
