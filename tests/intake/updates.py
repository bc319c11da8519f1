"""Updates as Telegram sends them, and the door they come to."""

from __future__ import annotations

from typing import Any

from bot.domain.triage import speaks_to_us
from bot.intake.wanted import Wanted
from tests.storage.stores import PLAYBOOK

BOT = 7_000_000_001
MEI: dict[str, Any] = {"id": 6_100_000_001, "is_bot": False, "first_name": "梅阿姨"}
US: dict[str, Any] = {"id": BOT, "is_bot": True, "first_name": "Linli", "username": "linli_bot"}
GROUP: dict[str, Any] = {"id": -1_001, "type": "supergroup", "title": "邻里群"}
PRIVATE: dict[str, Any] = {"id": MEI["id"], "type": "private", "first_name": "梅阿姨"}


def door() -> Wanted:
    """What decides, by the shipped playbook."""
    return Wanted(BOT, "linli_bot", lambda text: speaks_to_us(text, PLAYBOOK))


def said(chat: dict[str, Any] = GROUP, number: int = 1, **content: Any) -> dict[str, Any]:
    """Somebody said something there."""
    message = {
        "message_id": number,
        "date": 1_700_000_000 + 60 * number,
        "chat": chat,
        "from": MEI,
        **content,
    }
    return {"update_id": number, "message": message}


def ours(**content: Any) -> dict[str, Any]:
    """Something of ours, to reply to or to press on."""
    return {"message_id": 9, "date": 1, "chat": GROUP, "from": US, "text": "…", **content}
