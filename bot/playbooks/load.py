"""From a playbook's name or path to a Playbook, or to every mistake in it with its file and line."""

from __future__ import annotations

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
    """The playbook of that name among the shipped ones ("heyuan"), or the one in that file.

    Raises PlaybookError with every mistake found, each with its file, its line and what is wrong.
    """
    source = read_source(_path_of(name_or_path))
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


def _path_of(name_or_path: str) -> Path:
    """A bare name means a shipped playbook, everything else a path."""
    bare = not any(sign in name_or_path for sign in ("/", "\\", ".toml"))
    if not bare:
        return Path(name_or_path)
    path = SHIPPED / f"{name_or_path}.toml"
    if name_or_path not in shipped_playbooks():
        known = ", ".join(shipped_playbooks())
        what = f"there is no playbook “{name_or_path}” (there is: {known}); a file's path must end in .toml"
        raise PlaybookError([Mistake(path.name, None, what)])
    return path
