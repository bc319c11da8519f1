"""Rosters are brought in: fetched, read, compared, applied when somebody says so, and taken back for some days."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.importing.applying import Applying
from bot.services.importing.joining import Joining
from bot.services.importing.reading import Reading
from bot.services.importing.restoring import Restoring
from bot.services.jobs import Kind

KINDS: Mapping[str, Kind] = {
    "roster_read": Reading,
    "roster_apply": Applying,
    "roster_undo": Restoring,
    "roster_families": Joining,
}
"""The long work of it."""

__all__ = ["KINDS"]
