"""`linli demo`"""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="If it is taken, the next free one.")] = 8080,
    keep: Annotated[bool, typer.Option("--keep/--fresh", help="Leave the database at the end.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the page, where there is a browser.")] = True,
) -> None:
    """Show the whole job on a page, with an invented community and no Telegram at all. Needs no settings."""
    from bot.cli.demo.stage import play
    from bot.logs import setup_logging

    setup_logging("WARNING")
    asyncio.run(play(port, keep=keep, browser=browser))
