"""Which column means what: by its heading, never by its position."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from bot.domain.errors import RuleError
from bot.domain.playbook import Playbook
from bot.domain.triage.numerals import number_of
from bot.domain.triage.writing import fold
from bot.rosters.kinds import Kind

_BRACKETS = re.compile(r"[(\[【〔<{][^)\]】〕>}]*[)\]】〕>}]?")
_MARKS = re.compile(r"[\s*#:.·、,/_'\"?!|-]|(?:必|选)(?:填项?|录)")
_ASKED = re.compile(r"^(?:是否为?|有无)|是否$")
_COUNTED = re.compile(r"第?(\d|[一二三四五六七八九])(?:位|个|号)?")
_NUMBERED = re.compile(r"(?<=[\u4e00-\u9fff])(?:\d|[一二三])$")

DROPPED = "dropped"
SEVERAL = frozenset({"phones", "contact_phones"})
"""Meanings that may stand in several columns: 手机 and 座机."""
RELATIVES = ("contact_name", "contact_relation", "contact_phones")
"""What a sheet may tell several times, numbered: 家属1姓名, 家属1电话, 家属2姓名."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each meaning stands in one sheet.

    `at` is meaning → its columns, `flags` a 是/否 column → key of its household category; `dropped` are headings
    that are known and deliberately not kept, `unknown` those nobody here knows. `relatives` are the columns of each
    relative, where several are numbered.
    """

    at: Mapping[str, tuple[int, ...]]
    flags: Mapping[int, str]
    relatives: tuple[Mapping[str, tuple[int, ...]], ...] = ()
    dropped: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def missing(self, kind: Kind) -> tuple[str, ...]:
        """What a roster of that kind cannot be read without: the first word for each."""
        lacking = (need for need in kind.needed if need.isdisjoint(self.at))
        return tuple("address" if "room" in need else min(need) for need in lacking)


def plain_heading(text: str) -> str:
    """A heading as it is compared: no brackets, spaces, line breaks, marks or 必填; simplified and small."""
    folded = fold(text.replace("係", "系"))  # which folding takes for the Cantonese 是
    return _MARKS.sub("", _BRACKETS.sub("", folded)) or _MARKS.sub("", folded)


def meaning_of(heading: str, kind: Kind, playbook: Playbook) -> str | None:
    """What a heading means: a meaning, "flag:" and a category's key, DROPPED, or None."""
    known = _meanings(kind)
    flags = _flags(playbook) if kind is Kind.HOUSEHOLDS else {}
    plain = plain_heading(heading)
    for said in (plain, _ASKED.sub("", plain), _NUMBERED.sub("", plain)):
        if said in known:
            return known[said]
        if said in flags:
            return f"flag:{flags[said]}"
    one_of_several = known.get(_COUNTED.sub("", plain, count=1))
    return one_of_several if one_of_several in RELATIVES else None


def which_relative(heading: str) -> str:
    """The number in a heading about one of several relatives; empty without one."""
    found = _COUNTED.search(plain_heading(heading))
    return str(number_of(found[1])) if found else ""


def recognise(headings: Mapping[int, str], kind: Kind, playbook: Playbook) -> Columns:
    """The columns of a heading row.

    Raises RuleError("roster-column-twice") where two of a roster's columns claim one meaning.
    """
    rivals: tuple[int, int] | None = None
    at: dict[str, list[int]] = {}
    flags: dict[int, str] = {}
    dropped: list[str] = []
    unknown: list[str] = []
    for column, heading in sorted(headings.items()):
        meaning = meaning_of(heading, kind, playbook)
        if meaning is None:
            unknown.append(_shown(heading))
        elif meaning == DROPPED:
            dropped.append(_shown(heading))
        elif meaning.startswith("flag:"):
            flags[column] = meaning.removeprefix("flag:")
        else:
            taken = at.setdefault(meaning, [])
            beside = taken
            if meaning in RELATIVES:
                whose = which_relative(heading)
                beside = [one for one in taken if which_relative(headings[one]) == whose]
            rivals = rivals or _rivals(beside, column, headings, several=meaning in SEVERAL)
            taken.append(column)
    found = {meaning: tuple(columns) for meaning, columns in at.items()}
    columns = Columns(found, flags, _each_relative(found, headings), tuple(dropped), tuple(unknown))
    if rivals and not columns.missing(kind):
        first, second = (f"{_shown(headings[one])} ({letter(one)})" for one in rivals)
        raise RuleError("roster-column-twice", first=first, second=second)
    return columns


def _each_relative(
    at: Mapping[str, tuple[int, ...]], headings: Mapping[int, str]
) -> tuple[Mapping[str, tuple[int, ...]], ...]:
    """Their columns, in the order of the sheet; nothing where only one name has a column."""
    if len(at.get("contact_name", ())) < 2:
        return ()
    each: dict[str, dict[str, tuple[int, ...]]] = {}
    for column, meaning in sorted((one, kind) for kind in RELATIVES for one in at.get(kind, ())):
        theirs = each.setdefault(which_relative(headings[column]), {})
        theirs[meaning] = (*theirs.get(meaning, ()), column)
    return tuple(each.values())


def letter(column: int) -> str:
    """A column as a spreadsheet names it: A of 0, AB of 27."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _rivals(
    taken: list[int], column: int, headings: Mapping[int, str], *, several: bool
) -> tuple[int, int] | None:
    """Two columns of one meaning; only phones may have two, and those must be called differently."""
    same = (one for one in taken if plain_heading(headings[one]) == plain_heading(headings[column]))
    rival = next(same, None) if several else next(iter(taken), None)
    return None if rival is None else (rival, column)


def _shown(heading: str) -> str:
    return " ".join(heading.split())[:40]


@cache
def _meanings(kind: Kind) -> Mapping[str, str]:
    """Heading → meaning."""
    text = files("bot.rosters").joinpath("headings.toml").read_text("utf-8")
    table: dict[str, Iterable[str]] = tomllib.loads(text)[
        "household" if kind is Kind.HOUSEHOLDS else "member"
    ]
    return {plain_heading(word): meaning for meaning, words in table.items() for word in words}


@lru_cache(maxsize=8)
def _flags(playbook: Playbook) -> Mapping[str, str]:
    """Heading of a 是/否 column → key of the household category."""
    return {
        plain_heading(word): one.key
        for one in playbook.household_categories
        for word in (*one.words, *one.names.values())
    }
