"""How a command ends when it cannot go on: plain lines and an exit code."""

from __future__ import annotations

import traceback
from pathlib import Path

import typer

FAILED = 1
BAD_SETTINGS = 2
_HOUSE = Path(__file__).parents[2]


class Stop(Exception):
    """A command cannot go on. `lines` say why and what to do; `code` 2 is for what is set wrongly, else 1."""

    def __init__(self, *lines: str, code: int = FAILED) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
        self.code = code


def last_words(error: Exception) -> int:
    """Says why it ended, without secrets; gives the exit code."""
    from bot.config import SettingsError
    from bot.logs import redact
    from bot.storage.excuses import is_trouble, why

    if isinstance(error, Stop):
        lines, code = error.lines, error.code
    elif isinstance(error, SettingsError):
        lines, code = tuple(error.problems), BAD_SETTINGS
    elif is_trouble(error):
        lines, code = (
            (f"The disk or the database could not do it: {why(error)}. Mend that, then try again.",),
            FAILED,
        )
    else:
        lines, code = (_our_fault(error),), FAILED
    for line in lines:
        typer.secho(redact(line), err=True, fg=typer.colors.RED)
    return code


def _our_fault(error: Exception) -> str:
    """Where it happened and what kind it was; not its text, which may hold somebody's data."""
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(_HOUSE) and ".venv" not in frame.filename
    ]
    where = ""
    if ours:
        where = f" in {Path(ours[-1].filename).relative_to(_HOUSE)}, line {ours[-1].lineno}"
    return f"Linli itself failed: {type(error).__name__}{where}. Please report it."
