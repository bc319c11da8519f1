"""`linli codes`"""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.domain.playbook import Playbook
    from bot.rosters.streaming import XlsxStream
    from bot.storage.database import Database

_SLICE = 50


def codes(
    out: Annotated[Path, typer.Option(help="The Excel sheet to make.")],
    compound: Annotated[str | None, typer.Option(help="A code for every household of this compound.")] = None,
    building: Annotated[str | None, typer.Option(help="Of this building only, as 3号楼.")] = None,
    members: Annotated[
        bool, typer.Option("--members", help="For listed volunteers instead, who are not here yet.")
    ] = False,
    bot: Annotated[str | None, typer.Option(help="The bot's name, instead of asking Telegram.")] = None,
) -> None:
    """Print one-time codes that link people to their household. Earlier ones nobody used are void."""
    from bot.cli.opening import read_playbook
    from bot.cli.qr import bot_username
    from bot.config import read_settings

    if (compound is None) != members:
        raise Stop("say for whom: --compound NAME, or --members", code=BAD_SETTINGS)
    settings = read_settings()
    playbook = read_playbook(settings)
    known = playbook.compound(compound)
    if compound is not None and known is None:
        names = "、".join(one.name for one in playbook.compounds)
        raise Stop(f"there is no compound “{compound}”; there is: {names}", code=BAD_SETTINGS)
    if known is not None and building is not None and known.building(building) is None:
        raise Stop(f"there is no building “{building}” in {known.name}", code=BAD_SETTINGS)
    username = bot_username(settings, bot)
    made, content = asyncio.run(_made(settings, playbook, known.name if known else None, building, username))
    try:
        out.write_bytes(content)
        out.chmod(0o600)
    except OSError as error:
        raise Stop(f"{out} cannot be written: {error.strerror}") from None
    typer.echo(f"{out}: {made} codes, good for {playbook.limits.household_code.days} days; keep it safe")


async def _made(
    settings: Settings, playbook: Playbook, compound: str | None, building: str | None, bot: str
) -> tuple[int, bytes]:
    from bot.cli.opening import open_database
    from bot.rosters.streaming import XlsxStream
    from bot.ui.i18n import words_for

    say = words_for("zh-CN", playbook.zone).plain
    stream, made, after = XlsxStream(), 0, 0
    keys = (
        ["heading-compound", "heading-building", "heading-unit", "heading-room"]
        if compound
        else ["heading-name", "heading-teams"]
    )
    stream.sheet(
        say("code-sheet"), [say(key) for key in (*keys, "heading-code", "heading-link", "heading-until")]
    )
    async with open_database(settings, playbook) as database:
        while True:
            numbers = await _next(database, compound, building, after)
            await _slice(database, numbers, stream, bot, of_doors=compound is not None)
            made += len(numbers)
            if len(numbers) < _SLICE:
                return made, stream.finish()
            after = numbers[-1]


async def _next(database: Database, compound: str | None, building: str | None, after: int) -> list[int]:
    async with database.look() as uow:
        if compound is None:
            return await uow.households.unclaimed(after, _SLICE)
        return await uow.households.inhabited(compound, after, _SLICE, building)


async def _slice(
    database: Database, numbers: list[int], stream: XlsxStream, bot: str, *, of_doors: bool
) -> None:
    from bot.clock import Clock
    from bot.domain.code import shown
    from bot.services.codes import PREFIX, code_from, make_household_code, make_volunteer_code
    from bot.ui.screen import start_link

    now, make = Clock().now(), make_household_code if of_doors else make_volunteer_code
    zone = database.playbook.zone
    async with database.work() as uow:
        homes = {one.id: one for one in await uow.households.many(numbers)} if of_doors else {}
        for number in numbers:
            code = code_from(secrets.token_bytes(32))
            kept = await make(uow, number, by=None, now=now, code=code)
            if of_doors:
                place = homes[number].place
                whose = [place.compound, place.building, place.unit, place.room]
            else:
                row = await uow.households.volunteer(number)
                whose = [row.name, "、".join(row.teams)]
            until = kept.expires_at.astimezone(zone).date().isoformat()
            stream.add([[*whose, shown(code), start_link(bot, f"{PREFIX}{code}"), until]])
