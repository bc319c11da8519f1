"""editMessageMedia: another file in the place of the one that was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.formatting import read_caption
from bot.sandbox.methods.editing import change, editable
from bot.sandbox.methods.sending import find_media
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

_KINDS = ("photo", "video", "document", "audio", "animation")
_SEEN = {"photo", "video"}


def edit_message_media(sandbox: Sandbox, params: Params) -> Json:
    """The file, its caption and the buttons. A voice is no media one can edit; part of an album stays of its kind."""
    item = params.tree("media", "media")
    if not isinstance(item, dict) or item.get("type") not in _KINDS:
        raise bad_request("can't parse InputMedia")
    part = Params(item)
    caption = read_caption(part.text("caption"), part.text("parse_mode"), part.entities("caption_entities"))
    media = find_media(sandbox, str(item["type"]), part.text("media"), params)
    message = editable(sandbox, params)
    if message.media is not None and message.media.kind not in _KINDS:
        raise bad_request("message can't be edited")
    if message.album is not None and message.media is not None:
        same = message.media.kind == media.kind or {message.media.kind, media.kind} <= _SEEN
        if not same:
            raise bad_request("message content type can't be changed in the album")
    return change(sandbox, params, message, caption, media)
