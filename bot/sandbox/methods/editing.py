"""Changing what the bot has said. There is no time limit on a bot's own messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.access import find_message, writable_chat
from bot.sandbox.bot_api import message_json
from bot.sandbox.formatting import read_caption, read_message
from bot.sandbox.markup import read_inline_markup
from bot.sandbox.messages import Media, Message
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import NOT_MODIFIED, Json, bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

Text = tuple[str, list[Json]]


def edit_message_text(sandbox: Sandbox, params: Params) -> Json:
    """editMessageText: buttons that are not repeated are gone."""
    text = read_message(params.text("text"), params.text("parse_mode"), params.entities("entities"))
    message = editable(sandbox, params)
    if message.media:
        raise bad_request("there is no text in the message to edit")
    return change(sandbox, params, message, text)


def edit_message_caption(sandbox: Sandbox, params: Params) -> Json:
    """editMessageCaption."""
    caption = read_caption(
        params.text("caption"), params.text("parse_mode"), params.entities("caption_entities")
    )
    message = editable(sandbox, params)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return change(sandbox, params, message, caption)


def edit_message_reply_markup(sandbox: Sandbox, params: Params) -> Json:
    """editMessageReplyMarkup: only the buttons; they do not mark the message as edited."""
    message = editable(sandbox, params)
    return change(sandbox, params, message, (message.text, message.entities))


def editable(sandbox: Sandbox, params: Params) -> Message:
    """The message a call changes, if it is the bot's own and still there."""
    if not params.number("message_id"):
        raise bad_request("message identifier is not specified")
    chat = writable_chat(sandbox, params)
    message = find_message(chat, params.number("message_id"), "message to edit")
    if message.sender is not sandbox.bot or message.service or message.reply_keyboard or message.origin:
        raise bad_request("message can't be edited")
    return message


def change(
    sandbox: Sandbox, params: Params, message: Message, text: Text, media: Media | None = None
) -> Json:
    """Shows the message anew, perhaps with another file. Refused where nothing would change."""
    inline = read_inline_markup(params)
    sandbox.limits.take(message.chat.id, group=not message.chat.private)
    same_text = (message.text, message.entities) == text
    same_media = media is None or (message.media is not None and message.media.file_id == media.file_id)
    if same_text and same_media and message.inline == inline:
        raise bad_request(NOT_MODIFIED)
    message.text, message.entities = text
    message.media = media or message.media
    message.inline = inline
    if not (same_text and same_media):
        message.edited_at = sandbox.now()
    sandbox.journal.note("edit", lambda: {"message": message})
    return message_json(message)
