"""The heading row of a sheet, found by meaning among titles and remarks; it may be two rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.playbook import Playbook
from bot.domain.triage.writing import fold
from bot.rosters.book import Line
from bot.rosters.columns import Columns, meaning_of, recognise, which_relative
from bot.rosters.kinds import Kind

LOOK_IN = 30
"""How many rows with something in them may stand before the first row of data."""
_FEWEST = 2
_RELATIVES = ("家属", "联系人", "子女", "亲属", "监护", "家人", "紧急")
_RELATIVES_ARE = "家属"


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a sheet, what stands above them, and how many of the lines looked at belong to both."""

    columns: Columns
    texts: Mapping[int, str]
    above: tuple[str, ...]
    used: int


def find_heading(lines: Sequence[Line], kind: Kind, playbook: Playbook) -> Heading | None:
    """The heading among the first lines of a sheet; None where there is none.

    Raises RuleError("roster-column-twice") where two columns of the best candidate claim one meaning.
    """
    best: tuple[int, int, int] | None = None  # understood, minus rows, minus position
    for position in range(min(LOOK_IN, len(lines))):
        for rows in (1, 2):
            texts = _texts(lines[position : position + rows], kind, playbook)
            understood = sum(meaning_of(text, kind, playbook) is not None for text in texts.values())
            candidate = (understood, -rows, -position)
            if understood >= _FEWEST and understood * 2 > len(texts):
                best = max(best or candidate, candidate)
    if best is None:
        return None
    rows, position = -best[1], -best[2]
    texts = _texts(lines[position : position + rows], kind, playbook)
    above = tuple(str(cell) for line in lines[:position] for cell in line.cells.values())
    return Heading(recognise(texts, kind, playbook), texts, above, position + rows)


def _texts(lines: Sequence[Line], kind: Kind, playbook: Playbook) -> dict[int, str]:
    """What stands over each column; nothing where two lines do not make one heading."""
    upper = _spread(lines[0])
    if len(lines) == 1:
        return {column: text for column, text in upper.items() if column in lines[0].cells}
    lower = {at: cell for at, cell in lines[1].cells.items() if isinstance(cell, str)}
    groups = [(first, last) for first, last in lines[0].wide.items() if last > first]
    title = any(last - first + 1 > len(lower) for first, last in groups)
    if not groups or title or len(lower) < len(lines[1].cells):
        return {}
    both = {at: _joined(upper.get(at, ""), text, kind, playbook) for at, text in lower.items()}
    alone = {at: text for at, text in upper.items() if at not in lower and at in lines[0].cells}
    return alone | both


def _spread(line: Line) -> dict[int, str]:
    """The texts of a line; one merged over several columns stands over each of them."""
    texts = {at: cell for at, cell in line.cells.items() if isinstance(cell, str)}
    for first, last in line.wide.items():
        if first in texts:
            texts |= dict.fromkeys(range(first, min(last, first + 50) + 1), texts[first])
    return texts


def _joined(upper: str, lower: str, kind: Kind, playbook: Playbook) -> str:
    """姓名 under 家属信息 is 家属姓名; 楼栋 under 住址 is 楼栋."""
    if any(word in fold(upper) for word in _RELATIVES):
        for whole in (upper + lower, _RELATIVES_ARE + which_relative(upper) + lower):
            if meaning_of(whole, kind, playbook) is not None:
                return whole
    return lower
