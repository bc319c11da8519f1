"""Keyboards as a bot sends them: checked as Telegram checks them."""

from __future__ import annotations

from typing import Any

from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, bad_request

DATA_LIMIT = 64
BUTTONS_LIMIT = 100


class Markup:
    """An inline keyboard, a reply keyboard, or neither."""

    def __init__(self, inline: list[list[Json]], reply: Json | None) -> None:
        self.inline = inline
        self.reply = reply


def read_markup(params: Params) -> Markup:
    """The `reply_markup` of a call, refused when a button is not one."""
    value = params.tree("reply_markup", "reply keyboard markup")
    if value is None:
        return Markup([], None)
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if value.get("keyboard"):
        return Markup([], {**value, "keyboard": _rows(value["keyboard"], "keyboard", _reply_button)})
    if "inline_keyboard" in value:
        rows = _rows(value["inline_keyboard"], "inline_keyboard", _inline_button)
        if sum(map(len, rows)) > BUTTONS_LIMIT:
            raise bad_request("reply markup is too long")
        return Markup(rows, None)
    return Markup([], value if value.get("remove_keyboard") or value.get("force_reply") else None)


def read_inline_markup(params: Params) -> list[list[Json]]:
    """The inline keyboard of an edit; another kind of keyboard is refused."""
    markup = read_markup(params)
    if markup.reply:
        raise bad_request("inline keyboard expected")
    return markup.inline


def _rows(rows: Any, field: str, read: Any) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        of = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
        raise bad_request(f'field "{field}"{of} must be an Array of Arrays')
    return [[read(button) for button in row] for row in rows if row]


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not button.get("text"):
        raise bad_request("keyboard button text must be non-empty")
    return button


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not str(button["text"]).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if url := button.get("url"):
        if not _reachable(str(url)):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    elif data := button.get("callback_data"):
        if len(str(data).encode()) > DATA_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "copy_text" not in button and "switch_inline_query_current_chat" not in button:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    return button


def _reachable(url: str) -> bool:
    if " " in url or "\n" in url:
        return False
    scheme, found, rest = url.partition("://")
    if not found:
        return "." in url
    return scheme.lower() in ("http", "https", "tg", "ton") and bool(rest) and (scheme == "tg" or "." in rest)
