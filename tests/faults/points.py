"""A story told again and again, with a process that dies one point later each time: at a statement, a commit, a request.

1. Somebody reports, somebody claims, it is done, the resident says so; in between the bot does what it does.
2. Whatever it does passes points: before each statement and each commit, after each commit, before and after each
   request to Telegram. At point n it dies: from then on no statement, commit or request of that process gets through,
   so that nothing it would clean up is cleaned up.
3. The next one starts, the story goes on, and at the end everything is counted.

The number of the point replays a failure.
"""

from __future__ import annotations

import asyncio
import gc
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.domain.consent import TEXT
from bot.domain.member import Member
from bot.domain.place import Place
from bot.sandbox import Group, Person
from bot.sandbox.views import message_view
from tests.faults.checking import check
from tests.faults.crowd import BUILDINGS, COMPOUND, TEAM, WORDS, Crowd
from tests.faults.fragile import DiedError, FragileTown

IN_A_TOWN = 10
"""So many stories are told in one town before all is counted."""


@dataclass
class Died:
    """What came of a town. `points`: so many deaths; `last`: whether the stories have fewer points than that."""

    points: int = 0
    seconds: float = 0.0
    over: bool = False
    wrong: list[str] = field(default_factory=list)


async def die_at_each(url: str, points: Sequence[int]) -> Died:
    """A story for each of these points, in one town on a migrated database."""
    began, town = time.monotonic(), FragileTown(url)
    died = Died()
    asyncio.get_running_loop().set_exception_handler(_tell_all_but_deaths)
    with town.points.listening():
        await town.open()
        stories = await _Stories.begin(town)
        for point in points:
            town.points.arm(point)
            try:
                await stories.tell()
            except Exception as error:
                died.wrong.append(f"the story with point {point} ({town.points.where}) ended with {error!r}")
                break
            if town.points.last:  # never reached
                died.over = True
                break
            died.points += 1
        town.points.revive()
        await town.settle()
        died.wrong += [f"{one} (points {points[0]} to {points[-1]})" for one in await stories.wrong()]
        await town.close()
    died.seconds = time.monotonic() - began
    gc.collect()
    return died


def _tell_all_but_deaths(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    if not isinstance(context.get("exception"), DiedError):
        loop.default_exception_handler(context)


@dataclass
class _Stories:
    town: FragileTown
    crowd: Crowd
    mei: Person
    chen: Person
    group: Group
    team: Group

    @classmethod
    async def begin(cls, town: FragileTown) -> _Stories:
        """Who lives and helps here."""
        mei, chen = town.sandbox.person("梅姨"), await town.volunteer("陈姐", TEAM)
        member = Member(mei.id, mei.name, consented=TEXT)
        member.settle_at(Place(COMPOUND.name, BUILDINGS[0]), town.clock.now())
        async with town.linli.database.work() as uow:
            uow.add(member)
        await mei.starts()
        group = await town.building_group(mei, compound=COMPOUND.name, building=BUILDINGS[0])
        team = await town.team_group(chen, team=TEAM)
        town.seen.acted = 2  # they pressed Start
        town.sandbox.on_action = None
        return cls(town, Crowd(town.seen, random.Random(0)), mei, chen, group, team)

    async def tell(self) -> None:
        """Reported, claimed, done, confirmed."""
        words = f"{WORDS}，第{len(self.crowd.said) + 1}次"
        self.crowd.said.append(words)
        await self._after(self.mei.says(f"/report {words}", in_=self.group))
        await self._after(self.chen.presses("认领", in_=self.team))
        await self._after(self.chen.presses("办好了"))
        await self._after(self.mei.presses("已解决"))

    async def _after(self, act: Any) -> None:
        """Somebody acts, and the bot does what it does about it."""
        await act
        self.town.seen.acted += 1
        await self.town.settle()

    async def wrong(self) -> list[str]:
        """Every promise that was broken."""
        for chat in self.town.sandbox.chats.values():
            for number, message in chat.messages.items():
                self.town.seen.messages[chat.id, number] = message_view(self.town.sandbox, message)
        ahead = self.town.clock.now() - datetime.now(UTC)
        return await check(self.town.linli.database, self.crowd, [], ahead)
