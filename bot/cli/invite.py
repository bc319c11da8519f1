"""`linli invite`"""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.domain.place import Place
    from bot.domain.playbook import Playbook

UNKNOWN_BOT = "<bot>"
OF_A_TEAM = ("volunteer", "leader")
OF_A_PLACE = ("building_head", "grid_worker")


def invite(
    role: Annotated[str, typer.Argument(help="coordinator, volunteer, leader … (see `linli roles`)")],
    team: Annotated[str | None, typer.Option(help="The service team, for a volunteer or leader.")] = None,
    compound: Annotated[str | None, typer.Option(help="Where, for a building_head or grid_worker.")] = None,
    building: Annotated[
        list[str] | None,
        typer.Option(help="A building; several for a grid_worker, none for all of the compound."),
    ] = None,
    username: Annotated[str | None, typer.Option(help="The bot's name, instead of asking Telegram.")] = None,
    json: Annotated[bool, typer.Option("--json", help="An object {url, role, team, bot}.")] = False,
) -> None:
    """Print a link that gives one person a role. It works once, for a day; also while the bot runs."""
    from bot.cli.naming import bot_name
    from bot.cli.opening import read_playbook
    from bot.cli.showing import show_json
    from bot.config import read_settings

    settings = read_settings()
    playbook = read_playbook(settings)
    check(role, team, playbook)
    places = places_of(role, compound, building or [], playbook)
    bot, why = (username.removeprefix("@"), "") if username else asyncio.run(bot_name(settings))
    payload = asyncio.run(_make(settings, playbook, role, team, places))
    url = f"https://t.me/{bot or UNKNOWN_BOT}?start={payload}"
    if json:
        show_json({"url": url, "role": role, "team": team, "bot": bot})
    else:
        typer.echo(url)
    if not bot:
        typer.secho(
            f"{why}; put your bot's name in place of {UNKNOWN_BOT}.", err=True, fg=typer.colors.YELLOW
        )


def check(role: str, team: str | None, playbook: Playbook) -> None:
    """Raises Stop for a role or team that does not exist, or a team where there is none."""
    from bot.domain.member import Role

    known = [one.value for one in Role]
    if role not in known:
        raise Stop(f"there is no role “{role}”; there is: {', '.join(known)}", code=BAD_SETTINGS)
    if role in OF_A_TEAM and team is None:
        raise Stop(f"a {role} is of a team: --team NAME (see `linli teams`)", code=BAD_SETTINGS)
    if role not in OF_A_TEAM and team is not None:
        raise Stop(f"a {role} is of no team; leave out --team", code=BAD_SETTINGS)
    if team is not None and playbook.team(team) is None:
        names = "、".join(one.name for one in playbook.teams)
        raise Stop(f"there is no team “{team}”; there is: {names}", code=BAD_SETTINGS)


def places_of(role: str, compound: str | None, buildings: list[str], playbook: Playbook) -> list[Place]:
    """Where a head or grid worker is to be in charge. Raises Stop for a place there is not, or one too many."""
    from bot.domain.place import Place
    from bot.domain.role import Role

    if role not in OF_A_PLACE:
        if compound or buildings:
            raise Stop(f"a {role} is of no place; leave out --compound and --building", code=BAD_SETTINGS)
        return []
    if playbook.duty_of(Role(role)) is None:
        raise Stop(f'the playbook has no [[charge]] with role = "{role}"', code=BAD_SETTINGS)
    found = playbook.compound(compound)
    if found is None:
        names = "、".join(one.name for one in playbook.compounds)
        raise Stop(f"a {role} is of a compound: --compound NAME; there is: {names}", code=BAD_SETTINGS)
    if role == "building_head" and len(buildings) != 1:
        raise Stop("a building_head is of one building: --building NAME", code=BAD_SETTINGS)
    for name in buildings:
        if found.building(name) is None:
            names = "、".join(one.name for one in found.buildings)
            raise Stop(f"{found.name} has no “{name}”; there is: {names}", code=BAD_SETTINGS)
    return [Place(found.name, name) for name in buildings] or [Place(found.name)]


async def _make(
    settings: Settings, playbook: Playbook, role: str, team: str | None, places: list[Place]
) -> str:
    from bot.cli.opening import open_database
    from bot.clock import Clock
    from bot.domain.member import Role
    from bot.services.invites import invite_to_duty, make_invite

    code = secrets.token_urlsafe(32)
    async with open_database(settings, playbook) as database, database.work() as uow:
        now = Clock().now()
        duty = playbook.duty_of(Role(role))
        if places and duty is not None:
            return await invite_to_duty(uow, duty.key, places, by=None, now=now, code=code)
        return await make_invite(uow, Role(role), team, by=None, now=now, code=code)
