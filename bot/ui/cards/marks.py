"""What was vouched for, in words: 可入户 · 王社工 3月4日."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.domain.marks import CERTIFIED, MAY_ENTER, STRONG, WOMAN, Mark
from bot.domain.member import Member, TeamPlace
from bot.domain.rights import Verb, may
from bot.ui.buttons.teams import MarkButton
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows

_NAMES = {
    CERTIFIED: "button-certified",
    MAY_ENTER: "button-may-enter",
    STRONG: "button-strong",
    WOMAN: "button-woman",
}


def mark_kinds(reader: Reader) -> list[str]:
    """Everything that can be vouched for in this community."""
    return [*_NAMES, *(tongue.key for tongue in reader.playbook.tongues)]


def mark_name(kind: str, reader: Reader) -> str:
    """In the reader's language; a language that the playbook knows no more by its key."""
    if kind in _NAMES:
        return reader.words.plain(_NAMES[kind])
    tongue = reader.playbook.tongue(kind)
    return tongue.name(reader.language) if tongue else kind


def mark_lines(marks: Iterable[Mark], people: Mapping[int, Member], reader: Reader) -> list[Markup]:
    """A line for each: what, who said so and when, and until when it holds."""
    return [_line(mark, people, reader) for mark in marks]


def mark_rows(place: TeamPlace, by: Member, reader: Reader) -> Rows:
    """A toggle for each that `by` may vouch for; ✓ where it holds today."""
    ref, today = place.id or 0, reader.playbook.day(reader.now)
    kinds = [one for one in mark_kinds(reader) if one != MAY_ENTER or may(by, Verb.LET_ENTER)]
    keys = []
    for kind in kinds:
        has = place.has(kind, today)
        keys.append(choice(mark_name(kind, reader), MarkButton(ref, kind, int(not has)), chosen=has))
    return grid(keys, 2)


def _line(mark: Mark, people: Mapping[int, Member], reader: Reader) -> Markup:
    words, what = reader.words, mark_name(mark.kind, reader)
    day = reader.playbook.day(mark.at)
    who = people.get(mark.by_id or 0)
    by = who.name if who else words("mark-by-roster")
    if mark.until is None:
        return words("mark-line", what=what, by=by, day=day)
    key = "mark-line-until" if mark.holds(reader.playbook.day(reader.now)) else "mark-line-over"
    return words(key, what=what, by=by, day=day, until=mark.until)
