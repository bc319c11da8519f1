"""PTB's Bot as Linli uses it: its token kept to itself, updates as they come, presses answered at best."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.config.settings import TELEGRAM
from bot.wire.errors import AnswerTooLarge, FateUnknown
from bot.wire.form import plain

POLL_MARGIN = 10.0
"""Seconds given to a long poll's answer beyond those it was asked to wait."""
LONGEST_TOAST = 200
"""Characters Telegram shows in the answer to a press."""
_SOON = {"read_timeout": 5.0, "write_timeout": 2.0, "connect_timeout": 5.0, "pool_timeout": 2.0}
TALKATIVE = ("telegram.Bot", "telegram.request")
"""PTB's loggers that write down what people said: every call's parameters, every unreadable answer."""


class WireBot(Bot):
    """A Bot that never shows its token, neither printed nor in the error when Telegram refuses it."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}[token=***]"

    @property
    def is_telegrams_own(self) -> bool:
        """Is it Telegram itself that we speak to, and not a Bot API server of our own?"""
        return self.base_url.startswith(f"{TELEGRAM}/")

    async def initialize(self) -> None:
        """Open the transports and ask Telegram who we are. Raises InvalidToken, or why nobody answered."""
        try:
            return await super().initialize()
        except InvalidToken:
            pass
        raise InvalidToken("Telegram does not know this bot token")

    async def raw_updates(self, read_timeout: float, **parameters: object) -> Any:
        """getUpdates as Telegram wrote it: PTB's own parses, and one it cannot parse would stall the rest."""
        return await self._post("getUpdates", dict(parameters), read_timeout=read_timeout)

    async def raw_call(
        self, method: str, *, within: Mapping[str, Any] = MappingProxyType({}), **parameters: object
    ) -> Any:
        """What Telegram made of a call, as it wrote it: PTB's own make an object of every message they sent.

        `within`: time-outs in seconds, by PTB's names for them.
        """
        plainly = {name: plain(value) for name, value in parameters.items() if value is not None}
        return await self._post(method, plainly, **within)


def api_urls(root: str) -> tuple[str, str]:
    """`base_url` and `base_file_url` for a TELEGRAM_API_URL such as `https://api.telegram.org`."""
    root = root.rstrip("/")
    return f"{root}/bot", f"{root}/file/bot"


def make_bot(
    token: str, request: BaseRequest, get_updates_request: BaseRequest, base_url: str, base_file_url: str
) -> WireBot:
    """The one Bot of the process; `async with` it, or `initialize` and `shutdown`."""
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return WireBot(
        token,
        base_url=base_url,
        base_file_url=base_file_url,
        request=request,
        get_updates_request=get_updates_request,
    )


async def fetch_updates(
    bot: WireBot,
    offset: int | None,
    timeout: int,  # noqa: ASYNC109 - Telegram's own parameter: it ends the wait, nothing here is cancelled
    allowed_updates: Sequence[str] | None,
    *,
    limit: int = 100,
) -> list[dict[str, Any]]:
    """The next updates, raw: whatever has an `update_id`. Waits up to `timeout` seconds for the first.

    `offset` confirms everything before it, so pass only what is committed. A batch too large to read is asked
    for again in halves. Raises PTB's errors (`Conflict`: somebody else polls; `NetworkError`: try later).
    """
    wanted = None if allowed_updates is None else list(allowed_updates)
    try:
        batch = await bot.raw_updates(
            timeout + POLL_MARGIN, offset=offset, limit=limit, timeout=timeout, allowed_updates=wanted
        )
    except AnswerTooLarge:
        if limit == 1:
            raise
        return await fetch_updates(bot, offset, timeout, allowed_updates, limit=limit // 2)
    if not isinstance(batch, list):
        raise FateUnknown("the updates cannot be read")
    return [update for update in batch if isinstance(update, dict) and type(update.get("update_id")) is int]


async def answer_callback(
    bot: WireBot, query_id: str, text: str | None = None, alert: bool = False, url: str | None = None
) -> bool:
    """Answer a press so that its button stops turning; True if Telegram took the answer.

    Best effort: a press too old, answered before, or a Telegram out of reach is False, never an error. A text
    too long for a toast is cut, because a cut answer is better than none.
    """
    if text is not None and len(text) > LONGEST_TOAST:
        text = text[: LONGEST_TOAST - 1] + "…"
    try:
        return bool(
            await bot.raw_call(
                "answerCallbackQuery",
                within=_SOON,
                callback_query_id=query_id,
                text=text,
                show_alert=alert or None,
                url=url,
            )
        )
    except TelegramError:
        return False
