"""The invented community comes to be as a real one does: invites, Start, a purpose for each group."""

from __future__ import annotations

import secrets

from bot.app import Linli
from bot.cli.demo.cast import Cast
from bot.domain.consent import TEXT
from bot.domain.door import door_payload
from bot.domain.marks import STRONG
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.sandbox import Group, Person, Sandbox
from bot.services.chats import bind_group
from bot.services.invites import make_invite
from bot.services.marks import mark_member
from bot.services.purposes import Purpose

LOOK_S = 0.03


class Seeding:
    """Brings the cast into the stand-in Telegram, then lets them do what they would do in the first week."""

    def __init__(self, sandbox: Sandbox, linli: Linli, cast: Cast) -> None:
        self._linli = linli
        self._cast = cast
        self._people = {name: sandbox.person(name) for name in cast.everybody}
        volunteers = [self._people[name] for name in cast.volunteers]
        neighbours = [self._people[name] for name in cast.residents]
        building = self._group(sandbox, cast.building_group, neighbours)
        self._groups = {building: Purpose(cast.compound, cast.building)}
        for team, title in cast.teams.items():
            self._groups[self._group(sandbox, title, volunteers)] = Purpose(team=team)

    def _group(self, sandbox: Sandbox, title: str, members: list[Person]) -> Group:
        return sandbox.group(title, self._people[self._cast.coordinator], *members, with_bot=False)

    async def settle_in(self) -> None:
        """Everybody follows their link; the coordinator adds Linli to the groups and binds them."""
        cast, coordinator = self._cast, self._people[self._cast.coordinator]
        await self._agreed()
        await coordinator.starts(await self._invite(Role.COORDINATOR))
        for group in self._groups:
            await coordinator.adds_bot(group, admin=True)
        for team in cast.teams:
            for name in cast.volunteers:
                await self._people[name].starts(await self._invite(Role.VOLUNTEER, team))
        for name, started in cast.residents.items():
            if started:
                await self._people[name].starts(door_payload(Place(cast.compound, cast.building)))
        await self._bind()
        await self._vouch()

    async def _agreed(self) -> None:
        """Whoever pressed Start has read what is stored and pressed 同意, before the page is opened."""
        strangers = {name for name, started in self._cast.residents.items() if not started}
        async with self._linli.database.work() as uow:
            for name, person in self._people.items():
                if name not in strangers:
                    uow.add(Member(person.id, name, consented=TEXT))

    async def _bind(self) -> None:
        database, now = self._linli.database, self._linli.clock.now()
        while not await self._groups_known():
            await self._linli.clock.sleep(LOOK_S)
        async with database.work() as uow:
            (by,) = await uow.members.coordinators()
            for group, purpose in self._groups.items():
                await bind_group(uow, group.id, group.title, purpose, by=by, now=now, round_=0)

    async def _vouch(self) -> None:
        """The coordinator knows that the volunteers can carry, once all of them have joined."""
        while not await self._all_joined():
            await self._linli.clock.sleep(LOOK_S)
        now = self._linli.clock.now()
        async with self._linli.database.work() as uow:
            (by,) = await uow.members.coordinators()
            for team in self._cast.teams:
                for member in await uow.members.in_team(team):
                    if (place := member.in_team(team)) is not None:
                        mark_member(uow, member, place, STRONG, True, by=by.id, now=now)

    async def _groups_known(self) -> bool:
        async with self._linli.database.look() as uow:
            return len(await uow.chats.every()) == len(self._groups)

    async def _all_joined(self) -> bool:
        async with self._linli.database.look() as uow:
            joined = [len(await uow.members.in_team(team)) for team in self._cast.teams]
        return min(joined) >= len(self._cast.volunteers)

    async def _invite(self, role: Role, team: str | None = None) -> str:
        now, code = self._linli.clock.now(), secrets.token_urlsafe(32)
        async with self._linli.database.work() as uow:
            return await make_invite(uow, role, team, by=None, now=now, code=code)
