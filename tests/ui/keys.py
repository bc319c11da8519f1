"""Which message keys the code uses, read from its string literals.

A literal that looks like a key (`no-such-task`, `task-card.short`) is taken for one, wherever it stands,
except the names of log lines and the few words below. Keys put together at run time are declared in
bot/ui/dynamic.py.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+(\.[a-z]+(-[a-z0-9]+)*)?")
BEGINNING = re.compile(r"[a-z]+(-[a-z0-9]+)*-")
LOGGERS = {"log", "_log", "logger", "_logger"}
NOT_KEYS = {
    "utf-8",  # an encoding
    "utf-8-sig",  # another
    "migrate-db",  # a command
    "content-length",  # a header of HTTP
    "look-up",  # a key derived from DATA_KEY
    "half-yearly",  # how a playbook writes a cadence; so are the festivals
    "dragon-boat",
    "mid-autumn",
    "double-ninth",  # a command
}


NOT_BEGINNINGS = {"linli-"}  # how the name of a backup begins


def sources() -> list[Path]:
    """Our Python files, but not the sandbox's: it stands in for Telegram and says nothing of ours."""
    files = [file for part in ("bot", "handlers", "scheduler") for file in (ROOT / part).rglob("*.py")]
    return [file for file in sorted(files) if "sandbox" not in file.parts]


def literals() -> Iterator[tuple[str, str]]:
    """Every string literal that is not the name of a log line, with the place it stands at."""
    for file in sources():
        tree = ast.parse(file.read_text("utf-8"))
        log_lines = {id(node) for node in _log_lines(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in log_lines:
                yield node.value, f"{file.relative_to(ROOT)}:{node.lineno}"


def beginnings() -> Iterator[tuple[str, str]]:
    """What f-strings begin with where that looks like the beginning of a key, with the place."""
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else None
            if not isinstance(first, ast.Constant) or first.value in NOT_BEGINNINGS:
                continue
            if BEGINNING.fullmatch(str(first.value)):
                yield str(first.value), f"{file.relative_to(ROOT)}:{first.lineno}"


def _log_lines(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.args:
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if name in LOGGERS:
                yield node.args[0]
        elif getattr(node.func, "id", "") == "tell_failure":
            yield node.args[1]
