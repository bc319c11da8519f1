"""`linli key`"""

from __future__ import annotations

import asyncio
import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.config import Settings

keys = typer.Typer(help="The key that opens everything personal.")


@keys.callback()
def _whole() -> None:
    """So that `paper` is a command of its own."""


@keys.command()
def paper(
    out: Annotated[Path, typer.Option(help="The PDF to make; only you can read it.")],
    lang: Annotated[str, typer.Option(help="zh-CN, zh-TW or en.")] = "zh-CN",
    again: Annotated[bool, typer.Option("--again", help="Though it was printed before.")] = False,
) -> None:
    """Put the data key on one A4 page, as type and as QR, to be locked away; `linli doctor` asks for it."""
    from bot.config import read_settings
    from bot.ui.bundles import LANGUAGES

    if lang not in LANGUAGES:
        raise Stop(f"there is no language “{lang}”; there is: {', '.join(LANGUAGES)}", code=BAD_SETTINGS)
    asyncio.run(_print(read_settings(), out, lang, again))
    typer.echo(f"{out}: print it, lock it away, then delete the file")


async def _print(settings: Settings, out: Path, lang: str, again: bool) -> None:
    from bot.cli.opening import open_database, read_playbook
    from bot.clock import Clock
    from bot.config import data_key
    from bot.printing import paper as make_paper
    from bot.storage.papers import key_printed_at, record_key_paper
    from bot.ui.i18n import words_for
    from bot.ui.papers import key_words

    playbook, now = read_playbook(settings), Clock().now()
    async with open_database(settings, playbook) as database, database.work() as uow:
        key = data_key(settings)
        printed_at = await key_printed_at(uow, key)
        if printed_at is not None and not again:
            raise Stop(f"the key was printed on {printed_at:%Y-%m-%d}; --again prints another copy")
        words = words_for(lang, playbook.zone)
        title, lines = key_words(playbook, words, now.astimezone(playbook.zone).date())
        text = base64.b64encode(key).decode()
        record_key_paper(uow, key, now=now)
        write_secret(out, make_paper(title, lines, text, code=text))  # if this fails, nothing is recorded


def write_secret(file: Path, content: bytes) -> None:
    """A new file that only its owner can read. Raises Stop where there is one already or none can be made."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Stop(f"{file}: is there already; name another file", code=BAD_SETTINGS) from None
    except OSError as error:
        raise Stop(f"{file}: cannot be written ({error.strerror})", code=BAD_SETTINGS) from None
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
    except OSError as error:
        file.unlink(missing_ok=True)
        raise Stop(f"{file}: cannot be written ({error.strerror})") from None
