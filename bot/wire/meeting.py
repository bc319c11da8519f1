"""Who Telegram says we are, asked once, with little patience: for commands, not for the running bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp
from telegram.error import InvalidToken, TelegramError

from bot.wire.proxy import connector_through, read_proxy_url
from bot.wire.telegram import api_urls, make_bot
from bot.wire.transport import AiohttpRequest, Patience

HASTE = Patience(free=2.0, connect=5.0, write=5.0, read=5.0)


@dataclass(frozen=True, slots=True)
class Meeting:
    """How it went: a `username`, or the token was `refused`, or nobody answered; `why` in words."""

    username: str | None = None
    reads_all: bool = False
    refused: bool = False
    why: str = ""


async def meet(token: str, api_url: str, proxy_url: str | None = None) -> Meeting:
    """Asks Telegram for our name. Never raises for what Telegram or the network does."""
    request = AiohttpRequest(proxy_url=proxy_url, connections=1, patience=HASTE)
    bot = make_bot(token, request, request, *api_urls(api_url))
    try:
        await bot.initialize()
        return Meeting(username=bot.username, reads_all=bool(bot.bot.can_read_all_group_messages))
    except InvalidToken as error:
        return Meeting(refused=True, why=str(error))
    except TelegramError as error:
        return Meeting(why=str(error))
    finally:
        await request.shutdown()


@dataclass(frozen=True, slots=True)
class Calls:
    """Where Telegram calls us (`url` empty: it is asked), how much waits there, and what went wrong the last time."""

    url: str
    waiting: int = 0
    wrong: str = ""
    wrong_at: datetime | None = None


async def where_telegram_calls(token: str, api_url: str, proxy_url: str | None = None) -> Calls | None:
    """What Telegram knows of a webhook; None when it does not say. Never raises."""
    async with AiohttpRequest(proxy_url=proxy_url, connections=1, patience=HASTE) as request:
        bot = make_bot(token, request, request, *api_urls(api_url))
        try:
            told = await bot.get_webhook_info()
        except TelegramError:
            return None
    return Calls(told.url, told.pending_update_count, told.last_error_message or "", told.last_error_date)


async def listens(proxy_url: str) -> bool:
    """Is there anything at all at the proxy's address?"""
    url = read_proxy_url(proxy_url)
    try:
        async with asyncio.timeout(HASTE.connect):
            _, writer = await asyncio.open_connection(url.host, url.explicit_port)
    except OSError:
        return False
    writer.close()
    return True


async def telegrams_time(api_url: str, proxy_url: str | None = None) -> datetime | None:
    """What Telegram's clock shows, to the second; None when nobody answers."""
    connector, proxy = connector_through(read_proxy_url(proxy_url) if proxy_url else None)
    limits = aiohttp.ClientTimeout(total=5)
    async with aiohttp.ClientSession(connector=connector, timeout=limits, trust_env=False) as session:
        try:
            async with session.head(f"{api_url}/", proxy=proxy, allow_redirects=False) as answer:
                return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
        except (aiohttp.ClientError, OSError, TimeoutError, KeyError, ValueError):
            return None


def refuses_token(error: Exception) -> bool:
    """Is this Telegram saying that it does not know the token?"""
    return isinstance(error, InvalidToken)
