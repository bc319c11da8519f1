"""Makes one request to Telegram out of one rendered row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from telegram import (
    InputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode

from bot.delivery.blank import blank_for
from bot.delivery.failures import Outcome, Verdict, judge
from bot.delivery.rendering import Ready
from bot.meter import METER
from bot.storage.blobs import Document
from bot.wire.errors import FateUnknown
from bot.wire.files import fetch_file
from bot.wire.telegram import WireBot

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_FILES = {
    "photo": "send_photo",
    "voice": "send_voice",
    "video": "send_video",
    "document": "send_document",
    "audio": "send_audio",
    "video_note": "send_video_note",
    "animation": "send_animation",
    "sticker": "send_sticker",
}
_ALBUM: dict[str, type[InputMediaPhoto | InputMediaVideo | InputMediaDocument | InputMediaAudio]] = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "document": InputMediaDocument,
    "audio": InputMediaAudio,
}
_WITHOUT_CAPTION = ("video_note", "sticker")


@dataclass(frozen=True)
class Sent:
    """How one request went. No verdict: well."""

    ready: Ready
    message_id: int | None = None
    verdict: Verdict | None = None
    content: bytes | None = None  # of a file that was fetched
    files: tuple[int, ...] = ()  # messages into which the files of a notice went by themselves


class Sender:
    """The only place from which messages leave."""

    def __init__(self, bot: WireBot) -> None:
        self._bot = bot

    async def send(self, ready: Ready) -> Sent:
        """One request; every failure comes back as a verdict."""
        if ready.needs_no_request:
            return Sent(ready, ready.due.message_id, ready.verdict)
        try:
            if ready.due.kind == "fetch" and not ready.due.is_card:
                return Sent(ready, content=await self._fetch(ready))
            if ready.due.kind == "album" and not ready.due.is_card:
                numbers = await self._album(ready) if len(ready.files) > 1 else [await self._words(ready)]
                return Sent(ready, numbers[0], files=tuple(numbers))
            return Sent(ready, await self._request(ready))
        except Exception as error:
            verdict = judge(error)
            METER.refusals[verdict.outcome.value] += 1
            if verdict.outcome is Outcome.SENT_ALREADY:
                return Sent(ready, ready.due.message_id)
            if verdict.outcome is Outcome.GONE and (ready.nothing or ready.due.kind in ("delete", "strip")):
                return Sent(ready)
            return Sent(ready, verdict=verdict)

    async def _request(self, ready: Ready) -> int | None:
        due = ready.due
        if due.is_card:
            return await self._card(ready)
        if due.kind == "delete":
            await self._bot.delete_message(due.chat_id, due.body["message_id"])
            return None
        if due.kind == "strip":
            number = due.body["message_id"]
            await self._bot.raw_call("editMessageReplyMarkup", chat_id=due.chat_id, message_id=number)
            return None
        if due.kind in ("pin", "unpin"):
            # The notice itself has rung.
            quietly: dict[str, Any] = {"disable_notification": True} if due.kind == "pin" else {}
            await self._bot.raw_call(
                f"{due.kind}ChatMessage", chat_id=due.chat_id, message_id=due.body["message_id"], **quietly
            )
            return None
        if due.kind == "blank":
            await self._blank(ready, due.body["message_id"], due.body["kind"])
            return None
        if due.kind == "file":
            return await self._file(ready)
        if ready.document is not None:
            return await self._document(ready, ready.document)
        return await self._words(ready)

    async def _fetch(self, ready: Ready) -> bytes:
        """A file as a person sent it."""
        return await fetch_file(self._bot, ready.due.body["file_id"])

    async def _card(self, ready: Ready) -> int | None:
        due = ready.due
        if ready.nothing:
            if due.message_id is not None:
                await self._bot.delete_message(due.chat_id, due.message_id)
            return None
        if due.message_id is None:
            return await self._words(ready)
        if ready.blank and ready.files:
            await self._blank(ready, due.message_id, ready.files[0].kind)
            return due.message_id
        await self._bot.raw_call(
            "editMessageCaption" if ready.files else "editMessageText",
            chat_id=due.chat_id,
            message_id=due.message_id,
            reply_markup=ready.keyboard,
            **_said(ready),
        )
        return due.message_id

    async def _words(self, ready: Ready) -> int:
        reply = ReplyParameters(ready.reply_to, allow_sending_without_reply=True) if ready.reply_to else None
        method: str = "sendMessage"
        file: dict[str, Any] = {}
        if ready.files:
            kind = ready.files[0].kind
            method, file = f"send{kind.capitalize()}", {kind: ready.files[0].file_id}
        made = await self._bot.raw_call(
            method,
            chat_id=ready.due.chat_id,
            **file,
            **_said(ready),
            reply_markup=ready.keyboard,
            protect_content=ready.protect or None,
            disable_notification=ready.silent or None,
            reply_parameters=reply,
        )
        return _number(made)

    async def _blank(self, ready: Ready, number: int, kind: str) -> None:
        """An empty file takes the place of that one, with the words below it."""
        if (media := blank_for(kind, ready.text)) is not None:
            await self._bot.edit_message_media(media, ready.due.chat_id, number)

    async def _album(self, ready: Ready) -> list[int]:
        """Several files as one; the numbers of their messages."""
        made = await self._bot.send_media_group(
            ready.due.chat_id,
            [_ALBUM[one.kind](one.file_id) for one in ready.files],
            disable_notification=ready.silent or None,
        )
        return [one.message_id for one in made]

    async def _file(self, ready: Ready) -> int:
        body: dict[str, Any] = ready.due.body
        send = getattr(self._bot, _FILES.get(body["kind"], "send_document"))
        caption = (
            {}
            if body["kind"] in _WITHOUT_CAPTION
            else {"caption": ready.text or None, "parse_mode": ParseMode.HTML}
        )
        message: Message = await send(
            ready.due.chat_id, body["file_id"], protect_content=ready.protect or None, **caption
        )
        return message.message_id

    async def _document(self, ready: Ready, document: Document) -> int:
        message = await self._bot.send_document(
            ready.due.chat_id,
            InputFile(document.content, document.name),
            caption=ready.text or None,
            parse_mode=ParseMode.HTML,
            protect_content=ready.protect or None,
        )
        return message.message_id


def _said(ready: Ready) -> dict[str, Any]:
    """The words, as text or below a file: in HTML, or as somebody formatted them."""
    name, formatted = ("caption", "caption_entities") if ready.files else ("text", "entities")
    preview = {} if ready.files else {"link_preview_options": _NO_PREVIEW}
    if not ready.text:
        return {}
    if ready.entities is None:
        return {name: ready.text, "parse_mode": ParseMode.HTML, **preview}
    return {name: str(ready.text), formatted: [dict(one) for one in ready.entities] or None, **preview}


def _number(made: object) -> int:
    if not isinstance(made, dict) or not isinstance(number := made.get("message_id"), int):
        raise FateUnknown("the answer holds no message")
    return number
