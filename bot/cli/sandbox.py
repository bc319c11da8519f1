"""`linli sandbox`"""

from __future__ import annotations

from typing import Annotated

import typer


def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free port.")] = 8081,
    limits: Annotated[bool, typer.Option(help="Refuse what is too fast, as Telegram does.")] = True,
    reads_all: Annotated[bool, typer.Option(help="The bot hears all that groups say.")] = False,
) -> None:
    """Run the stand-in Telegram as a process of its own; prints its address and the bot's token.

    Point a bot at it with TELEGRAM_API_URL=<address>. Everything in it is gone when it ends.
    """
    from bot.cli.stopping import BAD_SETTINGS, Stop
    from bot.clock import Clock
    from bot.sandbox import run_sandbox

    clock = Clock()
    try:
        run_sandbox(port, now=clock.now, monotonic=clock.monotonic, limits=limits, reads_all=reads_all)
    except OSError as error:
        raise Stop(f"--port: {port} cannot be used ({error.strerror})", code=BAD_SETTINGS) from None
