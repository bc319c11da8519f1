"""The answer to a press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sandbox.parameters import Params
from bot.sandbox.pressing import Toast
from bot.sandbox.refusals import QUERY_TOO_OLD, bad_request
from bot.sandbox.updates import QUERY_LIVES

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

TOAST_LIMIT = 200


def answer_callback_query(sandbox: Sandbox, params: Params) -> bool:
    """answerCallbackQuery: once, within 150 s, at most 200 characters; a link may only open this bot."""
    press = sandbox.presses.get(params.text("callback_query_id"))
    if press is None or press.answered or sandbox.monotonic() - press.pressed_at > QUERY_LIVES:
        raise bad_request(QUERY_TOO_OLD)
    text, url = params.text("text"), params.text("url")
    if len(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not _opens_bot(url, sandbox.bot.username or ""):
        raise bad_request("URL_INVALID")
    press.answered = True
    if text or url:
        press.toast = toast = Toast(text, params.flag("show_alert"), url or None)
        press.person.toasts.append(toast)
        sandbox.journal.note("toast", lambda: {"person": press.person.id, "toast": toast})
    return True


def _opens_bot(url: str, username: str) -> bool:
    link = rf"(?:https?://)?t(?:elegram)?\.me/{re.escape(username)}\?start=[A-Za-z0-9_-]{{1,64}}"
    return re.fullmatch(link, url, re.IGNORECASE) is not None
