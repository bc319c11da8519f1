"""The week's visits on paper: a helper's page each, or a building's; made beside everything else, sent to who asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.rights import Verb, may
from bot.printing.rounds import RoundLine, RoundPage, rounds
from bot.rosters.tables import Say
from bot.services.visits.coming import Coming, coming_visits
from bot.storage.coverage import CoverageRows
from bot.storage.database import Database
from bot.storage.machinery import Fate
from bot.storage.work import UnitOfWork

Speaking = Callable[[str, tzinfo], Say]
SHEETS = ("sheet_helpers", "sheet_buildings")
"""By helper, by building; with names and doors, so only for a reason and after a second press."""
WEEK = timedelta(days=7)
_SLICE = 200
_TAKEN_AWAY_AFTER = timedelta(hours=47)


class SheetPrinting:
    """`job.args`: as `ask_export` gives them."""

    def __init__(self, database: Database, clock: Clock, speaking: Speaking) -> None:
        self._database, self._speaking = database, speaking
        self._content: bytes | None = None
        self._none = False

    async def prepare(self, job: Job) -> bool:
        """All of it; the pages are drawn in a thread of their own."""
        if self._content is None and not self._none:
            zone = self._database.playbook.zone
            say = self._speaking(job.args["language"], zone)
            pages = await self._pages(job, say, zone)
            if not pages:
                self._none = True
                return True
            day = job.created_at.astimezone(zone).strftime("%Y-%m-%d")
            heading = say("round-heading", day=day, by=job.args["name"])
            self._content = await asyncio.to_thread(rounds, pages, heading, say)
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """Sends it, if they still may have it; it is taken away again within 47 h."""
        chat = int(job.args["chat"])
        member = (await uow.members.by_telegram([chat])).get(chat)
        if member is None or not may(member, Verb.EXPORT_FULL):
            return False
        if self._content is None:
            uow.say(chat, "round-none", dedupe=f"export:{job.id}", now=now)
            return False
        uow.send_document(
            chat, f"{job.args['list']}-{job.id}.pdf", self._content, dedupe=f"export:{job.id}", now=now,
            key="round-file", protect=False, delete_after=_TAKEN_AWAY_AFTER, fate=Fate.PARK,
        )  # fmt: skip
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """They hear that it did not work."""
        chat = int(job.args["chat"])
        uow.say(chat, error.key, dedupe=f"export-failed:{job.id}", now=now, **error.args_)

    async def _pages(self, job: Job, say: Say, zone: tzinfo) -> list[RoundPage]:
        """Every visit to be made in the next seven days, under its helper or its building."""
        found = await coming_visits(self._database, job.created_at, job.created_at + WEEK, _SLICE)
        async with self._database.look() as uow:
            titles = await self._titles(uow, found, job, say)
        by: dict[str, list[RoundLine]] = {}
        for one in found:
            by.setdefault(titles[one.plan_id], []).append(_line(one, zone))
        return [RoundPage(title, lines) for title, lines in sorted(by.items())]

    async def _titles(self, uow: UnitOfWork, found: list[Coming], job: Job, say: Say) -> dict[int, str]:
        """Plan → its page. What is hidden from volunteers is on one of its own, so that it can be kept back."""
        hidden = {one.key for one in self._database.playbook.visits.programmes if one.hidden}
        titles = await self._all_titles(uow, found, job, say)
        return titles | {one.plan_id: say("round-hidden") for one in found if one.programme in hidden}

    async def _all_titles(self, uow: UnitOfWork, found: list[Coming], job: Job, say: Say) -> dict[int, str]:
        if job.args["list"] == "sheet_buildings":
            return {one.plan_id: f"{one.home.place.compound} {one.home.place.building}" for one in found}
        paired = await CoverageRows(uow.session).helpers(sorted({one.plan_id for one in found}))
        people = await uow.members.many(sorted(set(paired.values())))
        nobody = say("coverage-nobody")
        return {
            one.plan_id: people[who].name if (who := paired.get(one.plan_id)) in people and who else nobody
            for one in found
        }


def _line(one: Coming, zone: tzinfo) -> RoundLine:
    place = one.home.place
    door = "-".join(filter(None, (place.building, place.unit, place.room)))
    who = "、".join(person.name for person in one.home.present)
    opens, due = (f"{at.astimezone(zone):%m-%d}" for at in (one.opens_at, one.due_at))
    return RoundLine(one.label, f"{place.compound} {door}", who, opens, due)
