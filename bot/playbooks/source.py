"""A playbook file and those it includes, read as one document that remembers where everything stood."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.playbooks import lines
from bot.playbooks.lines import Lines
from bot.playbooks.mistakes import Mistake, PlaybookError

SHIPPED = Path(__file__).parent
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


@dataclass
class Source:
    """A playbook and its includes put together: lists of tables add up, a plain table is said once."""

    name: str
    document: dict[str, Any] = field(default_factory=dict)
    _origins: dict[lines.Path, tuple[str, Lines, int]] = field(default_factory=dict)
    _mistakes: list[Mistake] = field(default_factory=list)

    def mistake(self, path: lines.Path, what: str) -> Mistake:
        """A mistake at `path` of the document, with the file and line it stands on."""
        whole = self._origins[()]
        file, found, moved = self._origins.get(path[:2]) or self._origins.get(path[:1]) or whole
        own = (path[0], int(path[1]) - moved, *path[2:]) if moved else path
        return Mistake(file, found.of(own), what)

    def add(self, path: Path, include_from: Mistake | None = None) -> None:
        """Read one file and what it includes; `include_from` is the mistake it would be not to find it."""
        text = _text(path, include_from)
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = _AT_LINE.search(str(error))
            what = "this is not TOML: " + _AT_LINE.sub("", str(error))
            raise PlaybookError([Mistake(path.name, int(found[1]) if found else None, what)]) from None
        found_lines = Lines(text)
        self._origins.setdefault((), (path.name, found_lines, 0))
        includes = tables.pop("include", [])
        for key, value in tables.items():
            self._take(path.name, found_lines, key, value)
        for position, name in enumerate(includes if isinstance(includes, list) else [includes]):
            line = found_lines.of(("include", position))
            if include_from is not None or not isinstance(name, str):
                what = "only a playbook may include, and only file names"
                raise PlaybookError([Mistake(path.name, line, what)])
            beside = path.parent / name
            missing = Mistake(path.name, line, f"there is no file “{name}” to include")
            self.add(beside if beside.exists() else SHIPPED / name, missing)

    def _take(self, file: str, found: Lines, key: str, value: Any) -> None:
        already = self.document.get(key)
        if isinstance(already, list) and isinstance(value, list):
            for position in range(len(value)):
                self._origins[(key, len(already) + position)] = (file, found, len(already))
            self.document[key] = already + value
        elif already is not None:
            what = f"[{key}] is also in {self._origins[(key,)][0]}; it may be said in one file only"
            raise PlaybookError([Mistake(file, found.of((key,)), what)])
        else:
            self._origins[(key,)] = (file, found, 0)
            self.document[key] = value


def read_source(path: Path) -> Source:
    """The playbook in that file; raises PlaybookError where it cannot be read or is not TOML."""
    source = Source(path.stem)
    source.add(path)
    return source


def _text(path: Path, include_from: Mistake | None) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise PlaybookError([include_from or Mistake(path.name, None, "there is no such file")]) from None
    except UnicodeDecodeError:
        raise PlaybookError([Mistake(path.name, None, "this file is not UTF-8 text")]) from None
    except OSError as error:
        raise PlaybookError([Mistake(path.name, None, f"cannot be read: {error.strerror}")]) from None
