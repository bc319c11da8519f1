"""One evening of `linli demo`: the bot, the stand-in Telegram and its page, until Ctrl-C."""

from __future__ import annotations

import asyncio
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import typer

from bot.app import Linli
from bot.cli.demo.cast import read_cast
from bot.cli.demo.hours import Hours
from bot.cli.demo.house import build, folder
from bot.cli.demo.seeding import Seeding
from bot.cli.signals import until_told_to_stop
from bot.cli.stopping import BAD_SETTINGS, Stop
from bot.sandbox import SandboxApp, http_app, listening

LANGUAGE = "zh-CN"
DOORS = 20
"""So many ports are tried, from the one asked for upwards."""


async def play(port: int, *, keep: bool, browser: bool) -> None:
    """Until told to stop. Raises Stop when no port can be had."""
    with folder(keep) as at:
        sandbox, linli = build(at)
        await linli.start()
        seeding = Seeding(sandbox, linli, read_cast())
        hours = Hours(linli, sandbox, LANGUAGE)
        async with AsyncExitStack() as open_parts:
            open_parts.push_async_callback(linli.stop)
            url = await open_parts.enter_async_context(_page(http_app(sandbox, on_clock=hours.pass_by), port))
            await until_told_to_stop(_evening(linli, seeding, url, browser=browser))
        if keep:
            typer.echo(f"The database stays in {at}.")


async def _evening(linli: Linli, seeding: Seeding, url: str, *, browser: bool) -> None:
    running = asyncio.create_task(linli.run())
    try:
        await seeding.settle_in()
        typer.echo(f"The demo is at {url} – Ctrl-C ends it.")
        if browser:
            await asyncio.to_thread(_open, url)
        await running
    finally:
        if not running.cancelling():
            running.cancel()
        await asyncio.wait({running})


@asynccontextmanager
async def _page(app: SandboxApp, port: int) -> AsyncIterator[str]:
    """Serves on the first free port from `port` on, and says so if it is another one."""
    for offered in range(port, min(port + DOORS, 65536)) if port else (0,):
        server = listening(app, port=offered)
        try:
            url = await server.__aenter__()
        except OSError:
            continue
        if port and offered != port:
            typer.echo(f"Port {port} is taken; using {offered}.")
        try:
            yield url
        finally:
            await server.__aexit__(None, None, None)
        return
    raise Stop(f"--port: none of {port}–{port + DOORS - 1} is free", code=BAD_SETTINGS)


def _open(url: str) -> None:
    """In a window if there is one; never in the terminal, where a text browser would take over."""
    if not sys.stdout.isatty():
        return
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return
    if type(found) is not webbrowser.GenericBrowser:
        found.open(url)
