"""Sending again what somebody said, with or without their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.access import find_message, readable_chat, reply_target, writable_chat
from bot.sandbox.bot_api import message_json, user_json
from bot.sandbox.formatting import read_caption
from bot.sandbox.markup import read_markup
from bot.sandbox.messages import Message
from bot.sandbox.methods.sending import deliver
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox


def copy_message(sandbox: Sandbox, params: Params) -> Json:
    """copyMessage: as if the bot had said it; a protected message refuses."""
    source = _source(sandbox, params, "message to copy")
    if source.protected or source.service:
        raise bad_request("the message can't be copied")
    text = (source.text, source.entities)
    if "caption" in params and source.media:
        text = read_caption(
            params.text("caption"), params.text("parse_mode"), params.entities("caption_entities")
        )
    return {"message_id": deliver(sandbox, params, text, source.media).id}


def forward_message(sandbox: Sandbox, params: Params) -> Json:
    """forwardMessage: with the writer's name; a protected message refuses."""
    source = _source(sandbox, params, "message to forward")
    if source.protected or source.service:
        raise bad_request("the message can't be forwarded")
    read_markup(params)
    chat = writable_chat(sandbox, params)
    reply_target(chat, params)
    sandbox.limits.take(chat.id, group=not chat.private)
    written = int(source.at.timestamp())
    origin = source.origin or {"type": "user", "sender_user": user_json(source.sender), "date": written}
    message = Message(
        next(chat.numbers),
        chat,
        sandbox.bot,
        sandbox.now(),
        source.text,
        source.entities,
        source.media,
        origin=origin,
        protected=params.flag("protect_content"),
    )
    return message_json(sandbox.post(message))


def _source(sandbox: Sandbox, params: Params, what: str) -> Message:
    read = Params({"chat_id": params.text("from_chat_id")})
    if not params.text("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    return find_message(readable_chat(sandbox, read), params.number("message_id"), what)
