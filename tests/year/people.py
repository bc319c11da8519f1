"""What people do with what they are asked: they promise, forget, refuse, hand back, block the bot, and mostly go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import TypeVar

from sqlalchemy import select

from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.task import HoldState
from bot.domain.visit import CallState, Found, Outcome, PauseReason, Visit, VisitState
from bot.domain.visit.asking import times_to_go
from bot.services.members import mark_blocked, mark_started
from bot.services.visits.calling import finish_call, take_call
from bot.services.visits.knocking import end_search
from bot.services.visits.opening import open_search
from bot.services.visits.pausing import answer_pause, ask_pause
from bot.services.visits.promising import (
    claim_visit,
    hand_back_visit,
    keep_promise,
    tell_outcome,
)
from bot.storage import tables
from bot.storage.calls import Calls
from bot.storage.database import Database
from bot.storage.searches import Searches
from bot.storage.work import UnitOfWork

_v, _h, _m = tables.visit.c, tables.visit_hold.c, tables.member.c
_SLICE = 60
T = TypeVar("T")


@dataclass
class People:
    """Everybody's acts of one day. `did`: how often what was done; `refused`: what the services said no to."""

    database: Database
    random: Random
    did: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    async def look_at_lists(self, now: datetime, share: float) -> None:
        """Of those who are asked about a visit, that share has the list in front of them now."""
        query = select(_v.id).where(_v.state == VisitState.OFFERED).order_by(_v.id)
        numbers = await self._numbers(query)
        for some in _slices(numbers):
            async with self.database.work() as uow:
                for number in some:
                    if self.random.random() < share:
                        await self._decide(uow, await uow.visits.get(number), now)

    async def _decide(self, uow: UnitOfWork, visit: Visit, now: datetime) -> None:
        if not visit.tried:
            return
        by = await uow.members.get(self.random.choice(visit.tried))
        if not by.reachable:
            return
        luck = self.random.random()
        if luck < 0.12:
            self.did["forgot the list"] += 1
        elif luck < 0.2:
            await self._try("cannot this time", hand_back_visit(uow, visit.id or 0, by=by, now=now))
        else:
            times = times_to_go(visit, uow.playbook.zone, now)
            when = self.random.choice(times[:4])
            await self._try("promised", claim_visit(uow, visit.id or 0, when, by=by, now=now))

    async def go(self, since: datetime, now: datetime) -> None:
        """Whoever promised an hour that has come is at the door, or is not."""
        query = select(_h.visit_id, _h.member_id).where(
            _h.state == HoldState.HOLDING, _h.promised_at > since, _h.promised_at <= now
        )
        async with self.database.look() as uow:
            holds = [(row[0], row[1]) for row in await uow.session.execute(query.order_by(_h.id))]
        for some in _slices(holds):
            async with self.database.work() as uow:
                for visit_id, member_id in some:
                    await self._at_door(uow, visit_id, await uow.members.get(member_id), now)

    async def _at_door(self, uow: UnitOfWork, visit_id: int, by: Member, now: datetime) -> None:
        luck = self.random.random()
        if luck < 0.07:
            self.did["forgot the promise"] += 1
        elif luck < 0.10:
            await self._try("handed back", hand_back_visit(uow, visit_id, by=by, now=now))
        elif luck < 0.12:
            await self._try("nobody opened", open_search(uow, visit_id, by=by, now=now))
        elif luck < 0.22:
            await self._try("phoned", tell_outcome(uow, visit_id, Outcome.PHONED, by=by, now=now))
        elif luck < 0.24:
            await self._try("refused", tell_outcome(uow, visit_id, Outcome.REFUSED, by=by, now=now))
        else:
            await self._try("met", tell_outcome(uow, visit_id, Outcome.MET, by=by, now=now))

    async def answer_still(self, since: datetime, now: datetime) -> None:
        """还是您去吗: some go after all."""
        query = select(_h.visit_id, _h.member_id).where(
            _h.state == HoldState.HOLDING, _h.asked_still_at > since, _h.asked_still_at <= now
        )
        async with self.database.work() as uow:
            for visit_id, member_id in (await uow.session.execute(query)).all():
                if self.random.random() < 0.5:
                    by = await uow.members.get(member_id)
                    await self._try("still going", keep_promise(uow, visit_id, by=by, now=now))
                    await self._try("met late", tell_outcome(uow, visit_id, Outcome.MET, by=by, now=now))

    async def find(self, now: datetime) -> None:
        """Every search ends with somebody's word."""
        async with self.database.work() as uow:
            for state in await Searches(uow.session).open():
                by = await uow.members.get(state.holder_id)
                found = self.random.choice([Found.AT_HOME, Found.AT_HOME, Found.ELSEWHERE, Found.IN_HOSPITAL])
                await self._try("found", end_search(uow, state.id or 0, found, by=by, now=now))

    async def phone(self, now: datetime) -> None:
        """The office makes the calls after missed visits; not all are answered."""
        async with self.database.work() as uow:
            office = await uow.members.reachable_coordinators()
            for call in await Calls(uow.session).open(200):
                if self.random.random() < 0.3:
                    continue
                number = call.id or 0
                by = await uow.members.get(call.owner_id) if call.owner_id else self.random.choice(office)
                if call.state is CallState.OPEN:
                    await self._try("took a call", take_call(uow, number, by=by, now=now))
                reached = self.random.random() < 0.85
                await self._try(
                    "reached by phone" if reached else "gave the call back",
                    finish_call(uow, number, reached=reached, by=by, now=now),
                )

    async def come_and_go(self, now: datetime, share: float) -> None:
        """Some block the bot, some come back; some households are in hospital for a while."""
        volunteers = select(_m.id).where(_m.roles.like(f"%,{Role.VOLUNTEER},%")).order_by(_m.id)
        numbers = await self._numbers(volunteers)
        households = await self._numbers(select(tables.household.c.id).order_by(tables.household.c.id))
        async with self.database.work() as uow:
            for number in self.random.sample(numbers, _some(self.random, len(numbers) * share)):
                member = await uow.members.get(number)
                if member.reachable:
                    self.did["blocked the bot"] += 1
                    await mark_blocked(uow, member, now=now)
            away = select(_m.id).where(_m.blocked_at < now - timedelta(days=14)).order_by(_m.id)
            for number in list(await uow.session.scalars(away)):
                self.did["came back"] += 1
                await mark_started(uow, await uow.members.get(number), now=now)
            first, second = (await uow.members.reachable_coordinators())[:2]
            for number in self.random.sample(households, _some(self.random, len(households) * share / 4)):
                until = uow.playbook.day(now) + timedelta(days=self.random.randint(7, 40))
                await self._try("paused", _pause(uow, number, until, first, second, now))

    async def _try(self, what: str, act: Awaitable[object]) -> bool:
        """A service that says no has changed nothing, and says so in words."""
        try:
            await act
        except RuleError as no:
            self.refused[no.key] += 1
            return False
        self.did[what] += 1
        return True

    async def _numbers(self, query: object) -> list[int]:
        async with self.database.look() as uow:
            return list(await uow.session.scalars(query))  # type: ignore[call-overload]


async def _pause(
    uow: UnitOfWork, household: int, until: date, first: Member, second: Member, now: datetime
) -> None:
    pause = await ask_pause(uow, household, PauseReason.HOSPITAL, until, by=first, now=now)
    await answer_pause(uow, pause.id or 0, agree=True, by=second, now=now)


def _slices(many: list[T]) -> list[list[T]]:
    return [many[first : first + _SLICE] for first in range(0, len(many), _SLICE)]


def _some(random: Random, expected: float) -> int:
    return int(expected) + (random.random() < expected - int(expected))
