"""sendMessage and its sisters for one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.access import must_let_send, reply_target, writable_chat
from bot.sandbox.bot_api import message_json
from bot.sandbox.files import as_media
from bot.sandbox.formatting import read_caption, read_message
from bot.sandbox.markup import Markup, read_markup
from bot.sandbox.messages import Media, Message
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, Refused, bad_request

if TYPE_CHECKING:
    from bot.sandbox.chats import Chat
    from bot.sandbox.sandbox import Sandbox

LARGEST = {"photo": 10 * 1024 * 1024}
LARGEST_FILE = 50 * 1024 * 1024


def send_message(sandbox: Sandbox, params: Params) -> Json:
    """sendMessage."""
    text = read_message(params.text("text"), params.text("parse_mode"), params.entities("entities"))
    return message_json(deliver(sandbox, params, text, None))


def send_photo(sandbox: Sandbox, params: Params) -> Json:
    """sendPhoto."""
    return _send_file(sandbox, params, "photo")


def send_video(sandbox: Sandbox, params: Params) -> Json:
    """sendVideo."""
    return _send_file(sandbox, params, "video")


def send_voice(sandbox: Sandbox, params: Params) -> Json:
    """sendVoice."""
    return _send_file(sandbox, params, "voice")


def send_audio(sandbox: Sandbox, params: Params) -> Json:
    """sendAudio."""
    return _send_file(sandbox, params, "audio")


def send_animation(sandbox: Sandbox, params: Params) -> Json:
    """sendAnimation."""
    return _send_file(sandbox, params, "animation")


def send_document(sandbox: Sandbox, params: Params) -> Json:
    """sendDocument."""
    return _send_file(sandbox, params, "document")


def _send_file(sandbox: Sandbox, params: Params, kind: str) -> Json:
    caption = read_caption(
        params.text("caption"), params.text("parse_mode"), params.entities("caption_entities")
    )
    media = find_media(sandbox, kind, params.text(kind), params)
    return message_json(deliver(sandbox, params, caption, media))


def find_media(sandbox: Sandbox, kind: str, given: str, params: Params) -> Media:
    """A file of this call: uploaded under its own name, as attach://name, or known by its file id."""
    upload = params.files.get(given.removeprefix("attach://") if given.startswith("attach://") else kind)
    if upload is not None:
        if len(upload) > LARGEST.get(kind, LARGEST_FILE):
            raise Refused(413, "Request Entity Too Large")
        if not upload:
            raise bad_request("file must be non-empty")
        return as_media(sandbox.files.keep(kind, upload))
    if not given or given.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return as_media(sandbox.files.find(given, kind))


def deliver(sandbox: Sandbox, params: Params, text: tuple[str, list[Json]], media: Media | None) -> Message:
    """Post what the bot says in the chat it names, within the limits."""
    markup = read_markup(params)
    chat = writable_chat(sandbox, params)
    must_let_send(sandbox, chat, media.kind if media else "")
    reply = reply_target(chat, params)
    sandbox.limits.take(chat.id, group=not chat.private)
    message = Message(
        next(chat.numbers),
        chat,
        sandbox.bot,
        sandbox.now(),
        *text,
        media,
        markup.inline,
        markup.reply,
        reply_to=reply,
        protected=params.flag("protect_content"),
    )
    show_keyboard(sandbox, chat, markup)
    return sandbox.post(message)


def show_keyboard(sandbox: Sandbox, chat: Chat, markup: Markup) -> None:
    """A reply keyboard in private stays until another replaces or removes it."""
    if markup.reply is None or not chat.private:
        return
    if "keyboard" in markup.reply:
        chat.keyboard = markup.reply
    elif markup.reply.get("remove_keyboard"):
        chat.keyboard = None
    else:
        return
    sandbox.journal.note("keyboard", lambda: {"person": chat.id})
