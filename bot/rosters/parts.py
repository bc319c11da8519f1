"""The small parts of an .xlsx: which sheets there are, what its texts are, which numbers are dates."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from posixpath import join, normpath
from xml.parsers import expat

from bot.domain.errors import RuleError
from bot.rosters import limits

CHUNK = 1 << 15
_TEXTS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_DATED = re.compile(r"[ymd年月日]", re.IGNORECASE)

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet's name, its part of the file, and whether people do not see it."""

    name: str
    part: str
    hidden: bool


def parse(
    packed: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> Iterator[int]:
    """Reads a part with expat, a piece at a time; yields how many bytes so far. Prefixes are left out of names.

    Raises RuleError("roster-broken") for XML that is not well formed, "roster-entities" for a DOCTYPE.
    """
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.CharacterDataHandler = text

    def root(name: str, found: Attributes) -> None:
        """Most files have no prefixes: then what is called for every cell is called directly."""
        prefixed = ":" in name
        parser.StartElementHandler = _without_prefix(start) if prefixed else start
        parser.EndElementHandler = _without_prefix(end) if prefixed and end else end
        start(name[name.find(":") + 1 :], found)

    parser.StartElementHandler = root
    done = 0
    try:
        with packed.open(part) as stream:
            while chunk := stream.read(CHUNK):
                parser.Parse(chunk, False)
                done += len(chunk)
                yield done
        parser.Parse(b"", True)
    except (expat.ExpatError, KeyError, ValueError):
        raise RuleError("roster-broken") from None


def _without_prefix(handler: Callable[..., None]) -> Callable[..., None]:
    return lambda name, *found: handler(name[name.find(":") + 1 :], *found)


def _refuse(*_: object) -> None:
    raise RuleError("roster-entities")


def sheet_parts(packed: zipfile.ZipFile) -> tuple[tuple[SheetPart, ...], bool]:
    """The sheets in order, and whether days are counted from 1904 as old Macs did."""
    workbook = next(
        name for name in packed.namelist() if name.startswith("xl/workbook") and name.endswith(".xml")
    )
    targets: dict[str, str] = {}
    found: list[SheetPart] = []
    since_1904: list[bool] = []

    def relation(name: str, at: Attributes) -> None:
        if name == "Relationship" and at.get("TargetMode") != "External":
            target = at.get("Target", "")
            targets[at.get("Id", "")] = (
                target.lstrip("/") if target[:1] == "/" else normpath(join("xl", target))
            )

    def element(name: str, at: Attributes) -> None:
        if name == "sheet":
            part = targets.get(next((v for k, v in at.items() if k.endswith(":id")), ""), "")
            if part in known and part.startswith("xl/worksheets/"):
                found.append(SheetPart(at.get("name", ""), part, at.get("state", "visible") != "visible"))
        elif name == "workbookPr":
            since_1904.append(at.get("date1904") in ("1", "true"))

    known = set(packed.namelist())
    for _ in parse(packed, workbook.replace("xl/", "xl/_rels/", 1) + ".rels", relation):
        pass
    for _ in parse(packed, workbook, element):
        pass
    if not found:
        raise RuleError("roster-broken")
    return tuple(found), any(since_1904)


def date_styles(packed: zipfile.ZipFile) -> frozenset[str]:
    """The styles, as cells name them, that show a number as a date."""
    if _STYLES not in packed.namelist():
        return frozenset()
    own: dict[int, bool] = {}
    styles: list[bool] = []
    inside: list[str] = []

    def start(name: str, at: Attributes) -> None:
        if name == "numFmt":
            own[int(at.get("numFmtId", -1))] = bool(
                _DATED.search(_NOT_LETTERS.sub("", at.get("formatCode", "")))
            )
        elif name == "cellXfs":
            inside.append(name)
        elif name == "xf" and inside:
            number = int(at.get("numFmtId", 0))
            styles.append(own.get(number, number in _DATES))

    def end(name: str) -> None:
        if name == "cellXfs":
            inside.clear()

    for _ in parse(packed, _STYLES, start, end):
        pass
    return frozenset(str(number) for number, dated in enumerate(styles) if dated)


def shared_texts(packed: zipfile.ZipFile, into: list[str]) -> Iterator[None]:
    """Fills `into` with the workbook's texts, a piece at each step; how a text is read aloud is left out."""
    if _TEXTS not in packed.namelist():
        return
    pieces: list[str] = []
    state = {"t": False, "rPh": False}

    def start(name: str, _: Attributes) -> None:
        if name in state:
            state[name] = True

    def text(piece: str) -> None:
        if state["t"] and not state["rPh"]:
            pieces.append(piece)

    def end(name: str) -> None:
        if name in state:
            state[name] = False
        elif name == "si":
            into.append("".join(pieces)[: limits.CELL])
            pieces.clear()
            if len(into) > limits.STRINGS:
                raise RuleError("roster-too-big", n=limits.FILE // limits.MB)

    for _ in parse(packed, _TEXTS, start, end, text):
        yield
