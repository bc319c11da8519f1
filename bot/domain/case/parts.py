"""What comes with a case: photos and voices, and what somebody added later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass
class Attachment:
    """A photo, voice or video by Telegram's file id; `album` while the rest of its album may still come."""

    kind: str
    file_id: str
    album: str | None = None
    id: int | None = None
    case_id: int | None = None
    draft_id: int | None = None


@dataclass
class Addition:
    """What somebody added to a case later: a remark, or the words behind a 没解决."""

    member_id: int
    text: str
    at: datetime
    id: int | None = None
    case_id: int | None = None
