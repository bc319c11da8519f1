"""Where is it? Asked on the preview itself: a compound, then a building, in pages."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.draft import Draft
from bot.domain.pages import row_and_page
from bot.domain.place import Place
from bot.ui.buttons.reports import BackToDraftButton, ChangePlaceButton, DraftPlaceButton
from bot.ui.grid import grid, turning
from bot.ui.screen import Key, Reader, Rows, Screen

_COMPOUNDS_A_PAGE = 8
_BUILDINGS_A_PAGE = 12


def picking_screen(draft: Draft, reader: Reader) -> Screen:
    """The list that is open: of compounds, or of one compound's buildings."""
    ref, (number, page) = draft.id or 0, row_and_page(draft.picking or 0)
    back = reader.key("button-back", BackToDraftButton(ref))
    compounds = reader.playbook.compounds
    if not 0 < number <= len(compounds):
        return Screen(reader.words("draft-pick-compound"), [*compound_rows(draft, reader, page=page), [back]])
    compound = compounds[number - 1]
    keys = [
        Key(_called(building.name, reader), DraftPlaceButton(ref, number - 1, position).pack())
        for position, building in enumerate(compound.buildings)
    ]
    rows = grid(_page(keys, page, _BUILDINGS_A_PAGE), 3)
    rows.append(_turning(ref, number - 1, page, len(keys), _BUILDINGS_A_PAGE, reader))
    rows.append([reader.key("button-whole-compound", DraftPlaceButton(ref, number - 1, -1))])
    rows.append([reader.key("button-other-compound", ChangePlaceButton(ref, -1, 0)), back])
    return Screen(reader.words("draft-pick-building", compound=compound.title(reader.language)), rows)


def compound_rows(draft: Draft, reader: Reader, *, page: int = 0) -> Rows:
    """The compounds; where the building was named, only those that have one of that name, chosen at a press."""
    ref, keys = draft.id or 0, []
    for number, compound in enumerate(reader.playbook.compounds):
        label = compound.title(reader.language)
        names = [building.name for building in compound.buildings]
        if draft.building is None or draft.compound is not None:
            keys.append(Key(label, ChangePlaceButton(ref, number, 0).pack()))
        elif draft.building in names:
            keys.append(Key(label, DraftPlaceButton(ref, number, names.index(draft.building)).pack()))
    rows = grid(_page(keys, page, _COMPOUNDS_A_PAGE), 2)
    return [*rows, _turning(ref, -1, page, len(keys), _COMPOUNDS_A_PAGE, reader)]


def home_row(draft: Draft, home: Place, reader: Reader) -> Rows:
    """The writer's own building, first of all."""
    for number, compound in enumerate(reader.playbook.compounds):
        for position, building in enumerate(compound.buildings):
            if (compound.name, building.name) == (home.compound, home.building):
                key = DraftPlaceButton(draft.id or 0, number, position).pack()
                return [[Key(_called(building.name, reader), key)]]
    return []


def _called(building: str, reader: Reader) -> str:
    return reader.words.plain("place-building", building=building)


def _page(keys: Sequence[Key], page: int, size: int) -> Sequence[Key]:
    return keys[page * size : (page + 1) * size]


def _turning(ref: int, compound: int, page: int, count: int, size: int, reader: Reader) -> list[Key]:
    return turning(reader, page, size, count, lambda to: ChangePlaceButton(ref, compound, to))
