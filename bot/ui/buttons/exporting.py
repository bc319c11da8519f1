"""Buttons for lists that leave the house."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class ExportButton(Button):
    """A list without names, phones and flats."""

    tag = "ex"
    kind: str


@dataclass(frozen=True)
class WholeButton(Button):
    """要完整的."""

    tag = "ew"


@dataclass(frozen=True)
class FullExportButton(Button):
    """A full list; pressed twice."""

    tag = "ef"
    kind: str
