"""`linli run`"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.app import Linli
    from bot.config import Settings
    from bot.config.parts import Part
    from bot.domain.playbook import Playbook
    from bot.storage.database import Database


def run(
    role: Annotated[
        list[str] | None,
        typer.Option(
            help="What of the bot this process does: all (which is meant when nothing is said), intake, worker,"
            " dispatcher, clock; several by commas or by saying it again. Anything but all needs PostgreSQL."
        ),
    ] = None,
) -> None:
    """Run the bot until it is told to stop (Ctrl-C or SIGTERM)."""
    gc.disable()  # nothing of what is read and built until it runs is thrown away: looking for it costs a second
    import uvloop

    from bot.cli.opening import read_playbook
    from bot.config import read_settings
    from bot.logs import setup_logging

    settings = read_settings()
    settings.require_token()
    setup_logging(settings.log_level)
    uvloop.run(_run(settings, read_playbook(settings), _parts(settings, role or [])))


def _parts(settings: Settings, words: list[str]) -> frozenset[Part]:
    """What this process does; raises Stop."""
    from bot.config.parts import ALL, EVERY, Part, read_parts

    try:
        parts = read_parts(words)
    except ValueError as error:
        known = ", ".join((ALL, *Part))
        raise Stop(f"--role: there is no {error}; there are {known}", code=BAD_SETTINGS) from None
    if parts != EVERY and settings.database_url.startswith("sqlite"):
        raise Stop(
            "--role: on SQLite one process does everything (one process a file); leave --role out, or move to"
            " PostgreSQL with `linli migrate-db`",
            code=BAD_SETTINGS,
        )
    return parts


async def _run(settings: Settings, playbook: Playbook, parts: frozenset[Part]) -> None:
    import structlog

    from bot.cli.alone import alone
    from bot.cli.opening import open_database
    from bot.cli.signals import until_told_to_stop

    async with AsyncExitStack() as open_parts:
        database = await open_parts.enter_async_context(open_database(settings, playbook))
        open_parts.enter_context(alone(settings.sqlite_file))
        linli = await open_parts.enter_async_context(_linli(settings, database, parts))
        if "http_port" in settings.model_fields_set or linli.hook:
            url = await open_parts.enter_async_context(_web(linli, settings))
            structlog.get_logger(__name__).info("web_listens", url=url)
        await until_told_to_stop(_work(linli, settings))


async def _work(linli: Linli, settings: Settings) -> None:
    """From the first word with Telegram on, for ever. Raises Stop when Telegram does not know the token."""
    import structlog

    from bot.config.parts import ALL, EVERY
    from bot.wire.meeting import refuses_token

    log = structlog.get_logger(__name__)
    try:
        await linli.start()
    except Exception as error:
        if refuses_token(error):
            raise Stop(
                "TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it again from BotFather",
                code=BAD_SETTINGS,
            ) from None
        raise
    role = ",".join(sorted(linli.parts)) if linli.parts != EVERY else ALL
    log.info("linli-runs", bot=linli.bot.username, playbook=linli.database.playbook.name, role=role)
    await linli.run()


@asynccontextmanager
async def _linli(settings: Settings, database: Database, parts: frozenset[Part]) -> AsyncIterator[Linli]:
    """All parts together, talking to the Telegram of the settings."""
    from bot.app import Linli
    from bot.cli.nightly import Nightly
    from bot.clock import Clock
    from bot.config import hook_of
    from bot.config.parts import Part
    from bot.delivery.pacing import Pacer
    from bot.wire.telegram import api_urls, make_bot
    from bot.wire.transport import AiohttpRequest

    clock = Clock()
    sending, polling = (AiohttpRequest(proxy_url=settings.proxy_url) for _ in range(2))
    bot = make_bot(settings.require_token(), sending, polling, *api_urls(settings.telegram_api_url))
    beside = []
    if settings.backup_folder is not None:
        beside.append(Nightly(database, clock, settings.backup_folder, settings.backup_at).run)
    hook = hook_of(settings) if Part.INTAKE in parts else None
    linli = Linli(database, bot, clock, Pacer(clock.monotonic), hook=hook, parts=parts, beside=beside)
    try:
        yield linli
    finally:
        if linli.heard_at() is not None:
            await linli.stop()
        await sending.shutdown()
        await polling.shutdown()


def _web(linli: Linli, settings: Settings) -> AbstractAsyncContextManager[str]:
    """The webhook, health and metrics while the block lasts; raises Stop when the port cannot be had."""
    from bot.web.hook import HookDoor
    from bot.web.serving import listening, open_door, web_app
    from bot.web.watch import Watch

    try:
        door = open_door(settings.http_host, settings.http_port)
    except OSError as error:
        port = settings.http_port
        raise Stop(f"HTTP_PORT: {port} cannot be used ({error.strerror})", code=BAD_SETTINGS) from None
    hook = HookDoor(linli.hook, linli.receiver) if linli.hook else None
    return listening(web_app(Watch(linli.database, linli.clock, linli.heard_at), hook), door)
