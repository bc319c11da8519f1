"""What single cells say: text, yes or no, lists, dates."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date, timedelta

from bot.domain.triage.numerals import NUMERAL, number_of
from bot.domain.triage.writing import clean, fold
from bot.rosters.book import Cell, Failed
from bot.rosters.rows import Problem

_NOTHING = frozenset(
    (
        "",
        "无",
        "没有",
        "没",
        "暂无",
        "不详",
        "未知",
        "空",
        "-",
        "--",
        "---",
        "/",
        "\\",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
    )
)
_LONGEST_NOTHING = max(map(len, _NOTHING))
_YES = frozenset({*"是√✓✔☑v●1y有对能可会", "☑️", "yes", "true", "可以"})
_NO = frozenset({*"否×✗✘x○□☐0n不", "no", "false", "不是", "不能", "不可", "不可以", "不会"})
_BETWEEN = re.compile(r"[,，、;；/|\n+&]+")
_YEAR = rf"(?:\d{{4}}|[{NUMERAL}]{{4}})"
_PART = rf"(?:\d{{1,2}}|[{NUMERAL}]{{1,3}})"
_SPELLED = re.compile(
    rf"({_YEAR})(?:[-/.年 ]\s*({_PART})(?:[-/.月 ]\s*({_PART})?\s*[日号]?)?)?年?(?:[ t]\d.*)?"
)
_FIGURES = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})?")
_SERIAL_0 = date(1899, 12, 30)
_FIRST_SERIAL = 10_000
_IDENTITY = re.compile(r"\d{6}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dx]|\d{6}(\d{2})(\d{2})(\d{2})\d{3}")


class WrongCell(Exception):
    """A cell that cannot be taken as it is; `problem` says why."""

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key)
        self.problem = Problem(key, args)


def text_of(cell: Cell) -> str | None:
    """What a cell says, without what nobody sees; None for empty. Raises WrongCell for a failed formula."""
    if cell is None:
        return None
    if isinstance(cell, str):
        if isinstance(cell, Failed):
            raise WrongCell("row-formula-failed", value=str(cell))
        return clean(cell) or None
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(int(cell)) if float(cell).is_integer() else repr(cell)


def said(cell: Cell) -> str | None:
    """The same, but None too where the cell only says that there is nothing: 无, /, 不详."""
    text = text_of(cell)
    if text is None or (len(text) <= _LONGEST_NOTHING and fold(text) in _NOTHING):
        return None
    return text


def items_of(cell: Cell, known: Container[str] = ()) -> tuple[str, ...]:
    """A list written in one cell, however its items are divided; each once. A `known` item may hold spaces."""
    items: list[str] = []
    for part in _BETWEEN.split(said(cell) or ""):
        one = part.strip()
        items += [one] if fold(one) in known else one.split()
    return tuple(dict.fromkeys(items))


def yes_or_no(cell: Cell, *, also_yes: frozenset[str] = frozenset()) -> bool | None:
    """是, √, 1 … or 否, ×, 0 …; None where nothing is said. Raises WrongCell for anything else."""
    text = text_of(cell)
    plain = fold(text).strip() if text else ""
    if plain in _YES or plain in also_yes:
        return True
    if plain in _NO or (plain and plain in _NOTHING):
        return False
    if plain:
        raise WrongCell("row-yes-no-unclear", value=text)
    return None


def date_of(cell: Cell, today: date) -> date | None:
    """A day, from a date, an Excel serial, 19400305, 1940/3/5 or 1940年3月; what is left out is the first.

    Raises WrongCell for what is no day, or none between 1900 and `today`.
    """
    text = said(cell)
    if text is None:
        return None
    found = cell if isinstance(cell, date) else _day(fold(text).strip(), exact=not isinstance(cell, float))
    if found is None or not date(1900, 1, 1) <= found <= today:
        raise WrongCell("row-date-wrong", value=text)
    return found


def _day(text: str, *, exact: bool) -> date | None:
    if not exact:  # 1940.1 may have been 1940.10
        return None
    if text.isdigit() and len(text) == 5 and int(text) >= _FIRST_SERIAL:
        return _SERIAL_0 + timedelta(days=int(text))
    if figures := _FIGURES.fullmatch(text):
        return _made(*figures.groups())
    spelled = _SPELLED.fullmatch(re.sub(r"\s*([年月日号])\s*", r"\1", text))
    return _made(*spelled.groups()) if spelled else None


def _made(year: str, month: str | None, day: str | None) -> date | None:
    try:
        return date(*(int(number_of(one) or 0) if one else 1 for one in (year, month, day)))
    except ValueError:
        return None


def born(cell: Cell) -> date | None:
    """The day of birth inside an identity number. The number itself goes no further than this."""
    found = _IDENTITY.match(fold(said(cell) or "").replace(" ", ""))
    if found is None:
        return None
    year, month, day, short, old_month, old_day = found.groups()
    return _made(year, month, day) if year else _made(f"19{short}", old_month, old_day)
