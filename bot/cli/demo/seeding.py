"""The invented community comes to be the way a real one does: invites, Start, and /bind in each group."""

from __future__ import annotations

import secrets

from bot.app import Linli
from bot.cli.demo.cast import Cast
from bot.domain.member import Role
from bot.domain.playbook import Playbook
from bot.sandbox import Group, Person, Sandbox
from bot.services.invites import make_invite


class Seeding:
    """Brings the cast into the stand-in Telegram, then lets them do what they would do in the first week."""

    def __init__(self, sandbox: Sandbox, linli: Linli, cast: Cast) -> None:
        self._linli = linli
        self._cast = cast
        self._people = {name: sandbox.person(name) for name in cast.everybody}
        volunteers = [self._people[name] for name in cast.volunteers]
        neighbours = [self._people[name] for name in cast.residents]
        self._building = self._group(sandbox, cast.building_group, neighbours)
        self._teams = {team: self._group(sandbox, title, volunteers) for team, title in cast.teams.items()}

    def _group(self, sandbox: Sandbox, title: str, members: list[Person]) -> Group:
        return sandbox.group(title, self._people[self._cast.coordinator], *members, with_bot=False)

    async def settle_in(self) -> None:
        """Everybody acts at once; the bot answers in its own time, and in this order."""
        cast, coordinator = self._cast, self._people[self._cast.coordinator]
        await coordinator.starts(await self._invite(Role.COORDINATOR))
        await self._bind(coordinator, self._building, f"{cast.compound} {cast.building}")
        for team, group in self._teams.items():
            await self._bind(coordinator, group, team)
            for name in cast.volunteers:
                await self._people[name].starts(await self._invite(Role.VOLUNTEER, team))
        for name, started in cast.residents.items():
            if started:
                await self._people[name].starts(door(self._linli.database.playbook, cast))

    async def _bind(self, coordinator: Person, group: Group, purpose: str) -> None:
        await coordinator.adds_bot(group, admin=True)
        await coordinator.says(f"/bind {purpose}", in_=group)

    async def _invite(self, role: Role, team: str | None = None) -> str:
        now, code = self._linli.clock.now(), secrets.token_urlsafe(32)
        async with self._linli.database.work() as uow:
            return await make_invite(uow, role, team, by=None, now=now, code=code)


def door(playbook: Playbook, cast: Cast) -> str:
    """What the link on the building's door carries."""
    compounds = [one.name for one in playbook.compounds]
    compound = playbook.compounds[compounds.index(cast.compound)]
    buildings = [one.name for one in compound.buildings]
    return f"b_{compounds.index(cast.compound)}_{buildings.index(cast.building)}"
