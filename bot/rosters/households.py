"""A line of a household roster as a typed row."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from bot.domain.playbook import Playbook
from bot.domain.triage.writing import fold
from bot.rosters.book import Cell
from bot.rosters.cells import WrongCell, born, date_of, items_of, said, text_of, yes_or_no
from bot.rosters.doors import Doors, Said
from bot.rosters.found import Found, all_phones
from bot.rosters.phones import phones_of
from bot.rosters.rows import Contact, HouseholdRow, Refused

_ORDINARY = frozenset({"普通", "一般", "正常", "否", "其他", "普通居民"})
_PEOPLE = re.compile(r"[;；\n/、,，]")
_EACH = re.compile(r"[;；\n]")


def household_of(
    found: Found, sheet: str, playbook: Playbook, doors: Doors, today: date
) -> HouseholdRow | Refused:
    """The row, or everything that is wrong with it. An identity number gives the day of birth and is not kept."""
    name, phones = found.name(), found.phones()
    where = found.take(said_place, found)
    place = found.take(doors.door, where) if where else None
    birth = found.take(date_of, found.cell("birth"), today) or found.take(born, found.cell("identity"))
    categories = found.take(_categories, found, playbook) or ()
    contacts = found.take(_contacts, found) or ()
    languages = found.take(items_of, found.cell("languages")) or ()
    remark = found.take(text_of, found.cell("remark"))
    if found.problems or place is None or name is None:
        return found.refused(sheet)
    return HouseholdRow(
        row=found.line.number,
        sheet=sheet,
        compound=place.compound or "",
        building=place.building or "",
        unit=place.unit,
        room=place.room or "",
        name=name,
        phones=phones,
        categories=categories,
        birth=birth,
        contacts=contacts,
        languages=languages,
        remark=remark,
    )


def said_place(found: Found) -> Said:
    """The cells that say where. Raises WrongCell where Excel made a date of 3-1 or 1-101."""
    cells = [found.cell(part) for part in Said._fields]
    for cell in cells:
        if isinstance(cell, date):
            raise WrongCell("row-place-became-date", value=cell.isoformat())
    return Said._make([said(cell) for cell in cells])


def _categories(found: Found, playbook: Playbook) -> tuple[str, ...]:
    """From words divided by commas and from 是/否 columns, in the playbook's order."""
    return _keys(found.cell("categories"), tuple(found.flags()), playbook)


@lru_cache(maxsize=1_000)
def _keys(words: Cell, flags: tuple[tuple[str, Cell], ...], playbook: Playbook) -> tuple[str, ...]:
    """Remembered: thousands of households say the same few things."""
    known = _words(playbook)
    keys = set()
    for word in items_of(words, known):
        plain = fold(word)
        if plain in known:
            keys.add(known[plain])
        elif plain not in _ORDINARY:
            raise WrongCell("row-category-unknown", value=word)
    for key, cell in flags:
        if cell is not None and yes_or_no(cell, also_yes=_own_words(playbook, key)):
            keys.add(key)
    return tuple(one.key for one in playbook.household_categories if one.key in keys)


@lru_cache(maxsize=8)
def _words(playbook: Playbook) -> dict[str, str]:
    """Word of a roster → key of the category."""
    return {
        fold(word): one.key
        for one in playbook.household_categories
        for word in (*one.words, *one.names.values())
    }


@lru_cache(maxsize=200)
def _own_words(playbook: Playbook, key: str) -> frozenset[str]:
    """What else means yes in the column of a category: its own name."""
    return frozenset(word for word, meant in _words(playbook).items() if meant == key)


def _contacts(found: Found) -> tuple[Contact, ...]:
    """Relatives: each in numbered columns of their own, or several divided by ; in each of the three columns."""
    return tuple(one for cells in found.relatives() for one in _told_of(*cells))


def _told_of(name: Cell, relation: Cell, cells: tuple[Cell, ...]) -> tuple[Contact, ...]:
    names = _divided(said(name), _PEOPLE)
    relations = _divided(said(relation), _PEOPLE)
    count = max(len(names), 1)
    if count == 1:
        one = Contact(names[0] if names else None, "、".join(relations) or None, all_phones(cells))
        return () if one == Contact() else (one,)
    phones = _phones_each(cells, count)
    if len(relations) not in (0, 1, count) or phones is None:
        raise WrongCell("row-contacts-unclear", names="、".join(names))
    each = relations * count if len(relations) == 1 else relations or [""] * count
    return tuple(
        Contact(name or None, relation or None, numbers)
        for name, relation, numbers in zip(names, each, phones, strict=True)
    )


def _divided(text: str | None, between: re.Pattern[str]) -> list[str]:
    """The parts in order; one left out between two marks stays, empty."""
    return [part.strip() for part in between.split(text)] if text else []


def _phones_each(cells: tuple[Cell, ...], count: int) -> list[tuple[str, ...]] | None:
    """Which numbers are whose: by ; if that gives one part for each, else one number for each."""
    if not cells:
        return [()] * count
    parts = [part for cell in cells for part in _divided(said(cell), _EACH)]
    if len(parts) == count:
        return [phones_of(part) for part in parts]
    numbers = all_phones(cells)
    return [(number,) for number in numbers] if len(numbers) == count else None
