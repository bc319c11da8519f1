"""sendMediaGroup: several files as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.access import must_let_send, reply_target, writable_chat
from bot.sandbox.bot_api import message_json
from bot.sandbox.formatting import read_caption
from bot.sandbox.messages import Media, Message
from bot.sandbox.methods.sending import find_media
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

_ALBUM_KINDS = ("photo", "video", "document", "audio")


def send_media_group(sandbox: Sandbox, params: Params) -> list[Json]:
    """sendMediaGroup: up to 10 files; photos and videos may mix, others may not; no buttons."""
    items = params.tree("media", "media")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    parts = [_part(sandbox, item, params) for item in items]
    kinds = {media.kind for media, _ in parts}
    if len(kinds) > 1 and kinds != {"photo", "video"}:
        raise bad_request("can't use the media of the specified type in the album")
    chat = writable_chat(sandbox, params)
    must_let_send(sandbox, chat, parts[0][0].kind)
    reply = reply_target(chat, params)
    sandbox.limits.take(chat.id, group=not chat.private, count=len(parts))
    album = str(13_500_000_000 + next(sandbox.ids)) if len(parts) > 1 else None
    sent: list[Json] = []
    for media, caption in parts:
        message = Message(
            next(chat.numbers),
            chat,
            sandbox.bot,
            sandbox.now(),
            *caption,
            media,
            reply_to=reply,
            album=album,
            protected=params.flag("protect_content"),
        )
        sent.append(message_json(sandbox.post(message)))
    return sent


def _part(sandbox: Sandbox, item: Json, params: Params) -> tuple[Media, tuple[str, list[Json]]]:
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = str(item.get("type"))
    if kind not in _ALBUM_KINDS:
        raise bad_request(f"can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup")
    part = Params(item)
    caption = read_caption(part.text("caption"), part.text("parse_mode"), part.entities("caption_entities"))
    if not part.text("media"):
        raise bad_request("can't parse InputMedia: media not found")
    return find_media(sandbox, kind, part.text("media"), params), caption
