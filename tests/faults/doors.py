"""Nobody opens the door, and the bot is killed at each step: by whom it is owned and what is next lies in rows."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.domain.cadence import Window
from bot.domain.consent import TEXT
from bot.domain.marks import MAY_ENTER, Mark
from bot.domain.member import Member, Role
from bot.domain.visit import Stage, Unanswered, open_visit
from bot.storage.machinery import event, inbox
from bot.storage.searches import Searches, subject_of
from tests.faults.campaign import Campaign, campaign
from tests.faults.checking import check, pending
from tests.services.rosters import bring, household
from tests.town import TEAM

REST_S = 180
LATE_S = 30 * 60
"""Half an hour later it is the building head's and the office's."""


@dataclass
class Told:
    """What came of it. `stages`: how far the search was at once, and after half an hour; `steps`: its log."""

    stages: tuple[Stage, Stage]
    steps: Counter[str]
    search: Unanswered
    wrong: list[str]


async def search_under_kills(folder: Path, seed: int) -> Told:
    """敲门没人应, half an hour of silence, 我来, and how she was found: the bot dies in the middle of each."""
    async with campaign(folder, f"sqlite+aiosqlite:///{folder}/linli.db", seed) as them:
        lin, wang = await _at_the_door(them)
        dice = random.Random(seed)
        await them.birth(0)
        await them.people.acts("say", person=lin, chat=lin, text="没人开门")
        begun = await _die_and_live_on(them, dice, 0)
        them.nursery.kill()
        await them.birth(LATE_S)
        last = later = await _die_and_live_on(them, dice, LATE_S)
        for label in ("我来", "找到了", "在家，平安"):
            await _press(them, label, wang)
            last = await _die_and_live_on(them, dice, LATE_S)
        them.nursery.kill()
        left = await them.people.asks_telegram(them.telegram.token, "getUpdates", timeout=0)
        await them.people.has_seen_everything()
        wrong = await check(them.database, them.crowd, left, timedelta(seconds=LATE_S))
        async with them.database.look() as uow:
            log = await uow.session.scalars(select(event.c.kind).where(event.c.subject == subject_of(1)))
            return Told((begun.stage, later.stage), Counter(log), last, wrong)


async def _at_the_door(them: Campaign) -> tuple[int, int]:
    """林伯 has promised to look in on 郑奶奶; 王社工 is at the office."""
    lin, wang = [(await them.people.does("person", name=name))["id"] for name in ("林伯", "王社工")]
    for person in (lin, wang):
        await them.people.acts("start", person=person)
    await bring(them.database, "households", household("郑奶奶", kinds="独居"))
    now = datetime.now(UTC)
    async with them.database.work() as uow:
        helper = Member(lin, "林伯", started_at=now, consented=TEXT)
        helper.join(TEAM, now).marks = (Mark(MAY_ENTER, now),)
        office = Member(wang, "王社工", started_at=now, consented=TEXT)
        office.grant(Role.COORDINATOR, now)
        uow.add(helper)
        uow.add(office)
        await uow.numbered()
        plans = await uow.visits.running(0, 100)
        for plan in plans:
            plan.next_at = None
        window = Window("today", now - timedelta(hours=1), now + timedelta(hours=6), now + timedelta(hours=8))
        visit = open_visit(plans[0].id or 0, plans[0].household_id, plans[0].programme, window)
        visit.claim(helper.id or 0, helper.name, now, now)
        uow.add(visit)
    return lin, wang


async def _die_and_live_on(them: Campaign, dice: random.Random, later_s: int) -> Unanswered:
    """Who lives dies in the middle of it; the next comes to rest. Returns the search as it is then."""
    await asyncio.sleep(dice.uniform(0, 0.1))
    them.nursery.kill()
    await them.birth(later_s)
    return await _rest(them, later_s)


async def _rest(them: Campaign, later_s: int) -> Unanswered:
    async with asyncio.timeout(REST_S):
        while (search := await _at_rest(them, later_s)) is None:  # noqa: ASYNC110 - another process works
            await asyncio.sleep(0.1)
    return search


async def _at_rest(them: Campaign, later_s: int) -> Unanswered | None:
    now = datetime.now(UTC) + timedelta(seconds=later_s)
    async with them.database.look() as uow:
        heard = len((await uow.session.scalars(select(inbox.c.id))).all())
    if heard < them.people.acted or await pending(them.database):
        return None
    async with them.database.look() as uow:
        search = await Searches(uow.session).get(1)
    return search if search.is_over or search.next_at > now else None


async def _press(them: Campaign, label: str, person: int) -> None:
    await them.people.has_seen_everything()
    message, data = them.people.showing(label, person)[-1]
    await them.people.acts("press", person=person, chat=person, message=message["id"], data=data)
