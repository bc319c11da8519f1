"""What all tables of a playbook file have in common."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.playbooks.values import Text

OtherNames = dict[Literal["zh-TW", "en"], Text]


class Table(BaseModel):
    """A table of the file: no key it does not know, no value of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True)


class NeedsTable(Table):
    certified: bool = False
    home_entry: bool = False
    strength: bool = False
    language: Text | None = None
    pair: bool = False
