"""Where in a TOML file a value stands, so that a mistake can be shown with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Keys and positions down to a value, as ("category", 2, "words", 0)."""

_TOKEN = re.compile(
    r'"""(?:.|\n)*?"""'
    r"|'''(?:.|\n)*?'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*|[\[\]{},\n]|[^\s\[\]{},\#\"']+"
)
_HEADER = re.compile(r"[ \t]*(\[\[?)\s*([^\[\]\n]+?)\s*\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_NAME = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = re.compile(rf"[ \t]*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")
_PART = re.compile(_NAME)


class Lines:
    """The line of each table, key and list element of one file that is valid TOML; looked for once one is asked."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        self._unread: str | None = text

    def of(self, path: Path) -> int:
        """The line of the value at `path`, or of the nearest thing that holds it."""
        if self._unread is not None:
            text, self._unread = self._unread, None
            self._read(text)
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _read(self, text: str) -> None:
        table: Path = ()
        after = 0
        for number, start in enumerate(_starts(text), 1):
            if start < after:
                continue
            if header := _HEADER.match(text, start):
                table = self._table(_parts(header[2]), array=header[1] == "[[")
                self._lines.setdefault(table, number)
            elif key := _KEY.match(text, start):
                path = (*table, *_parts(key[1]))
                self._lines[path] = number
                after = self._elements(path, text, key.end(), number)

    def _table(self, names: tuple[str, ...], *, array: bool) -> Path:
        """The path of a header: each list of tables it passes through stands for its last table so far."""
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, names[-1])
        if array:
            self._lines.setdefault(path, self._lines[()])
            self._counts[path] = self._counts.get(path, 0) + 1
            path = (*path, self._counts[path] - 1)
        return path

    def _elements(self, path: Path, text: str, start: int, line: int) -> int:
        """Note where each element of a list stands, over as many lines as it takes; where the value ends."""
        depth = index = 0
        for found in _TOKEN.finditer(text, start):
            token = found.group()
            if token == "\n":
                if depth == 0:
                    return found.end()
                line += 1
            elif token in "[{":
                depth += 1
            elif token in "]}":
                depth -= 1
            elif token == ",":
                index += depth == 1
            elif not token.startswith("#"):
                self._lines.setdefault((*path, index), line)
                line += token.count("\n")
        return len(text)


def _starts(text: str) -> Iterator[int]:
    """Where each line begins."""
    yield 0
    yield from (found.end() for found in re.finditer("\n", text))


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
