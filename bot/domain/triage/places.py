"""Where a text says something is: 3号楼2单元501, 三栋, 3-2-501, A座, building 3."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.triage.lexicon import Span
from bot.domain.triage.numerals import NUMERAL, number_of
from bot.domain.triage.personal import contacts_in
from bot.domain.triage.reading import Reading

_BLANK = "\x00"
_N = rf"(?:\d{{1,3}}|[{NUMERAL}]{{1,4}})"
_ROOM_NUMBER = rf"(?:[a-z]?\d{{3,4}}|[{NUMERAL}]{{3,4}})"
_NOT_COUNTED = (
    r"(?![\d%]| ?(?:元|块|万|千|人|个|米|斤|度|次|年|天(?!花)|平|岁|分|点|月|页|路|瓦|公里|毫|kg|w\b|yuan))"
)
_COUNT_BEFORE = "这那每整同哪某几另两多"

# Figures that are no place: dates, times, money, amounts, service numbers.
_FIGURES = re.compile(
    r"(?<![\d.])(?:"
    r"(?:19|20)\d{2}[年./-]\d{1,2}(?:[月./-]\d{1,2}[日号]?)?"
    r"|\d{1,2}月(?:\d{1,2}(?:[日号](?!楼))?)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}点(?:\d{1,2}分?|半)?"
    r"|(?<=[¥￥$]) ?\d[\d.,]{0,9}"
    r"|\d{1,6}(?:\.\d{1,2})?(?: ?[-~至到] ?\d{1,6}(?:\.\d{1,2})?)? ?"
    r"(?:元|块|万|小时|分钟|个月|岁|公里|米|斤|度|%|kg)"
    r"|(?<!-)(?:11[0249]|12[02]|12\d{3}|96\d{3,4}|95\d{3}|400[- ]?\d{3}[- ]?\d{4})(?! ?[\d室房])"
    r")"
)
_RANGE = re.compile(rf"(?<!\d){_N} ?(?:号楼|栋|幢|号)? ?[-~至到] ?{_N} ?(?:号楼|栋|幢|座)")
_BUILDING = re.compile(
    rf"(?<![\d.\-~{NUMERAL}{_COUNT_BEFORE}])第?(?P<mark>{_N}|(?<![a-z])[a-z]) ?"
    rf"(?:号 ?楼|# ?楼?|号院|[栋幢座](?!楼(?![下上道梯顶里间门口层])|[桥山城房位车])"
    rf"|号(?= ?{_N} ?单元| ?\d{{1,2}}-\d{{3,4}}| ?\d{{3,4}}(?!\d))"
    rf"|(?=(?:[,、和] ?{_N}){{1,8}} ?(?:号楼|栋|幢|座)))"
    r"|\b(?:building|block|bldg|blk|tower)\.? ?(?:no\.? ?)?#?(?P<english>\d{1,3}|[a-z])\b"
)
_TAIL = re.compile(
    rf" ?[,-]? ?(?:(?P<unit>{_N}|[a-z]) ?单元|unit ?(?P<unit_en>\d{{1,2}}|[a-z])\b"
    rf"|(?P<unit_dash>\d{{1,2}})(?=-\d{{3,4}}))?"
    rf" ?[,-]? ?(?:\d{{1,2}} ?[楼层] ?)?(?:(?:room|flat|apt|rm)\.? ?)?"
    rf"(?:(?P<room>{_ROOM_NUMBER}){_NOT_COUNTED})?"
)
_DASHED = re.compile(
    rf"(?<![\d.\-~a-z])(?P<mark>\d{{1,2}}|[a-z])-(?:(?P<unit>\d{{1,2}})-)?(?P<room>\d{{3,4}})(?!-){_NOT_COUNTED}"
)
_UNIT = re.compile(
    rf"(?<![\d{NUMERAL}{_COUNT_BEFORE}])(?P<unit>{_N}|(?<![a-z])[a-z]) ?单元"
    rf"(?: ?[,-]? ?(?P<room>{_ROOM_NUMBER}){_NOT_COUNTED})?|\bunit ?(?P<english>\d{{1,2}})\b"
)
_ROOM = re.compile(
    rf"(?<![\d.\-~{NUMERAL}])(?:(?P<signed>{_ROOM_NUMBER}) ?(?:室|房(?![间租价子东])|号房)"
    rf"|(?:住在|家住|我家|我住|住|我是) ?(?P<lived>\d{{3,4}}){_NOT_COUNTED}"
    r"|(?P<named>\d{3,4})(?=厨房|阳台|卫生间|厕所|那家|那户|家里|家的|住户|业主|门口|邻居)"
    r"|\b(?:room|flat|apt|apartment|rm)\.? ?#?(?P<english>[a-z]?\d{2,4}[a-z]?)\b)"
)


def place_in(reading: Reading, playbook: Playbook, home: Place) -> Place:
    """The place a text names; `home` only tells how the buildings there are called."""
    compounds = reading.of("compound")
    first = min(compounds, key=lambda hit: (hit.start, -hit.end), default=None)
    compound = first.meaning.key if first else None
    said = door_in(_without_figures(reading))
    return replace(
        said, compound=compound, building=building_called(said.building, compound or home.compound, playbook)
    )


def _without_figures(reading: Reading) -> str:
    """The text with compounds' names and figures that are no place blanked out, character for character."""
    blanked = [hit.spans[0] for hit in reading.of("compound")] + contacts_in(reading.plain)
    plain = _RANGE.sub(lambda found: _BLANK * len(found.group()), _without(reading.plain, blanked))
    return _FIGURES.sub(lambda found: _BLANK * len(found.group()), plain)


def without_place(reading: Reading) -> str:
    """The text with the place it names blanked out, character for character: where is not what."""
    return without_doors(_without(reading.plain, [hit.spans[0] for hit in reading.of("compound")]))


def without_doors(plain: str) -> str:
    """The text with buildings, units and rooms blanked out, character for character."""
    spans = [found.span() for door in (_BUILDING, _DASHED, _UNIT, _ROOM) for found in door.finditer(plain)]
    tails = [found.span() for _, end in spans if (found := _TAIL.match(plain, end))]
    return _without(plain, spans + tails)


def _without(plain: str, spans: Iterable[Span]) -> str:
    chars = list(plain)
    for start, end in spans:
        chars[start:end] = _BLANK * (end - start)
    return "".join(chars)


def door_in(plain: str) -> Place:
    """Building, unit and room as the text writes them, whichever of them it gives."""
    building = _BUILDING.search(plain)
    dashed = _DASHED.search(plain)
    if building is None and dashed is not None:
        parts = [dashed]
        mark: str | None = dashed["mark"]
    else:
        tail = _TAIL.match(plain, building.end()) if building else None
        parts = [found for found in (tail, _UNIT.search(plain), _ROOM.search(plain)) if found]
        mark = building[building.lastgroup or 0] if building else None
    unit = _first(parts, ("unit", "unit_en", "unit_dash"), _UNIT)
    return Place(None, mark, unit, _first(parts, ("room", "signed", "lived", "named"), _ROOM))


def _first(parts: list[re.Match[str]], groups: tuple[str, ...], also: re.Pattern[str]) -> str | None:
    """The number in the first group of the matches that holds one; `english` counts in one of `also`."""
    for found in parts:
        for group in (*groups, "english") if found.re is also else groups:
            if written := found.groupdict().get(group):
                lettered = any("a" <= char <= "z" for char in written)
                return written.upper() if lettered else number_of(written) or written
    return None


def building_called(mark: str | None, compound: str | None, playbook: Playbook) -> str | None:
    """How a building is called in its compound: 3栋 is 3号楼, 2座 may be 2号楼, a lone letter is A座."""
    if mark is None:
        return None
    number = mark.upper() if mark.isascii() and mark.isalpha() else number_of(mark)
    if number is None:
        return None
    known = playbook.compound(compound)
    for building in known.buildings if known else ():
        if building.mark == number:
            return building.name
    return f"{number}号楼" if number.isdigit() else f"{number}座"
