"""Which list? And a full one: why, and once more."""

from __future__ import annotations

from bot.domain.rights import Verb, may
from bot.storage.dialogs import Dialog
from bot.storage.work import UnitOfWork
from bot.ui.buttons.exporting import ExportButton, FullExportButton, WholeButton
from bot.ui.grid import grid
from bot.ui.screen import Reader, Screen

_LABELS = {
    "households": "button-export-households",
    "members": "button-export-members",
    "cases": "button-export-cases",
    "tasks": "button-export-tasks",
    "visits": "button-export-visits",
    "ledger": "button-export-ledger",
    "ledger_before": "button-export-before",
}

_SHEETS = {"sheet_helpers": "button-sheet-helpers", "sheet_buildings": "button-sheet-buildings"}
"""On paper for a week; never without names and doors."""


async def export(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The lists there are."""
    member = await uow.members.get(ref)
    if not may(member, Verb.EXPORT):
        return None
    keys = [reader.key(label, ExportButton(kind)) for kind, label in _LABELS.items()]
    rows = grid(keys, 2)
    if may(member, Verb.EXPORT_FULL):
        rows.append([reader.key("button-export-whole", WholeButton())])
    return Screen(reader.words("export-which"), rows)


async def export_full(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """With the reason they gave; nothing once that is too long ago."""
    member = await uow.members.get(ref)
    asked = await uow.dialogs.open_with(member.id, reader.now)
    if asked is None or asked.kind != "export_full" or not may(member, Verb.EXPORT_FULL):
        return None
    if notice_id := asked.detail.get("notice"):
        return _signed(asked, notice_id, reader)
    keys = [reader.key(label, FullExportButton(kind)) for kind, label in _LABELS.items()]
    sheets = [reader.key(label, FullExportButton(kind)) for kind, label in _SHEETS.items()]
    key = "export-full-again" if asked.detail.get("pressed") else "export-full-which"
    return Screen(reader.words(key, reason=asked.detail["reason"]), [*grid(keys, 2), sheets], protect=True)


def _signed(asked: Dialog, notice_id: int, reader: Reader) -> Screen:
    """The list of who signed up alone."""
    key = "export-full-again" if asked.detail.get("pressed") else "export-full-which"
    rows = [[reader.key("button-ask-list-full", FullExportButton(f"signed_{notice_id}"))]]
    return Screen(reader.words(key, reason=asked.detail["reason"]), rows, protect=True)
