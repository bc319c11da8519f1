"""What a post carries: arguments as JSON can keep them, and files by Telegram's id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


def pack(args: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments as JSON can keep them."""
    return {k: {"$at": v.isoformat()} if isinstance(v, datetime) else v for k, v in args.items()}


def unpack(args: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments again."""
    return {
        k: datetime.fromisoformat(v["$at"]) if isinstance(v, dict) and "$at" in v else v
        for k, v in args.items()
    }


@dataclass(frozen=True)
class File:
    """A file of a person's, by Telegram's file id; kind as in Telegram: photo, voice, video, document."""

    kind: str
    file_id: str
