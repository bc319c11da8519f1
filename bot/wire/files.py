"""A file that a person sent: fetched from Telegram, or read where a Bot API server of our own has put it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import quote

from telegram.error import BadRequest

from bot.wire.errors import FileTooLarge, NotSent
from bot.wire.telegram import WireBot
from bot.wire.transport import LARGEST_FILE


async def fetch_file(bot: WireBot, file_id: str, *, largest: int = LARGEST_FILE) -> bytes:
    """The whole file. Raises PTB's errors; none of them holds the path, for the token is in it.

    A server started with `--local` names a file on its own disk, which must be ours too (the same machine, or a folder
    both have). Telegram itself never does, so nothing of this machine is read on its word.
    """
    told = await bot.raw_call("getFile", file_id=file_id)
    path = told.get("file_path") if isinstance(told, dict) else None
    if not isinstance(path, str) or not path:
        raise BadRequest("the file cannot be fetched (Telegram does not say where it is)")
    if not path.startswith("/"):
        return bytes(await bot.request.retrieve(f"{bot.base_file_url}/{quote(path)}"))
    if bot.is_telegrams_own:
        raise BadRequest("the file cannot be fetched (Telegram says it is on this machine)")
    return await asyncio.to_thread(_read, Path(path), largest)


def _read(file: Path, largest: int) -> bytes:
    """Raises NotSent where we may not read it, which somebody can put right; BadRequest where it is not there."""
    problem: BadRequest | NotSent
    try:
        with file.open("rb") as opened:
            content = opened.read(largest + 1)
    except PermissionError:
        problem = NotSent("the Bot API server's file may not be read by this user")
    except OSError as error:
        problem = BadRequest(f"the file cannot be fetched ({error.strerror})")
    else:
        if len(content) <= largest:
            return content
        problem = FileTooLarge(f"the file is larger than {largest} bytes")
    raise problem
