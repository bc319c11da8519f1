"""A notice goes to many groups while the bot is killed again and again; then every group is looked into."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.domain.chat import Chat
from bot.domain.consent import TEXT
from bot.domain.member import Member, Role
from bot.domain.notice import Target, To, worded
from bot.services.notices import composing, releasing
from bot.storage.course import CARD, Course
from bot.storage.database import Database
from bot.storage.machinery import PlaceState, PostState, outbox, placement
from bot.storage.notices import KIND
from tests.faults.checking import MARK, pending
from tests.faults.people import People
from tests.faults.processes import Nursery, Telegram
from tests.storage.stores import migrate_now, open_database

WORDS = "明天停水，请今晚存些水"
COMPOUND = "源昌鑫海湾"
NUMBER = 1
"""Of the only notice there is."""
LONGEST_S = 20.0
"""A life ends after so many seconds even where nothing happens."""
REST_S = 300


@dataclass
class Report:
    """What was seen. `wrong`: every promise that was broken; `unknown`: groups a person has to look into."""

    groups: int
    kills: int
    midway: int = 0  # kills between the first message and the last
    arrived: int = 0
    unknown: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


async def broadcast(folder: Path, *, groups: int, kills: int, seed: int) -> Report:
    """Kills the bot so often, at moments the seed decides, spread over the whole of it."""
    url, started = f"sqlite+aiosqlite:///{folder}/linli.db", time.monotonic()
    migrate_now(url)
    telegram, nursery = await asyncio.gather(Telegram.start(), Nursery.open())
    people, database = People(telegram.url), open_database(url)
    async with AsyncExitStack() as at_end:
        for end in (telegram.stop, nursery.close, database.close, people.close):
            at_end.push_async_callback(end)
        await people.open()
        chats = await _make_groups(people, groups)
        boss = (await people.does("person", name="王社工"))["id"]
        await people.does("start", person=boss)
        dice, ahead, midway = random.Random(seed), _until_noon(), 0
        await _send(database, boss, chats, datetime.now(UTC) + timedelta(seconds=ahead))
        for _ in range(kills):
            before = _told(people, chats)
            await nursery.birth(telegram, url, folder / "bot.log", ahead=ahead, paced=True)
            await _live_a_while(people, chats, dice.randint(0, 2 * groups // kills))
            await asyncio.sleep(dice.uniform(0, 0.05))
            assert nursery.lives(), "the bot ended by itself; see its log"
            nursery.kill()
            midway += before < groups and _told(people, chats) > 0
        await nursery.birth(telegram, url, folder / "bot.log", ahead=ahead, paced=True)
        await _come_to_rest(database)
        nursery.kill()
        await people.has_seen_everything()
        report = await _look(database, people, chats, boss)
    return replace(report, kills=kills, midway=midway, seconds=time.monotonic() - started)


def _until_noon() -> float:
    """Seconds to an hour at which nothing is held till the morning."""
    now = datetime.now(UTC)
    return (now.replace(hour=4, minute=0) - now).total_seconds()


async def _make_groups(people: People, groups: int) -> list[int]:
    resident = (await people.does("person", name="梅姨"))["id"]
    made = []
    for n in range(groups):
        body = {"title": f"{n}号楼邻里群", "people": [resident], "bot_admin": True}
        made.append((await people.does("group", **body))["id"])
    return made


async def _send(database: Database, boss: int, chats: list[int], now: datetime) -> None:
    """Without half a minute to think better of it, and without a second person."""
    async with database.work() as uow:
        rules = replace(uow.playbook.notices, hold=timedelta(), second_from=10**9)
        uow.playbook = replace(uow.playbook, notices=rules)
        member = Member(boss, "王社工", started_at=now, consented=TEXT)
        member.grant(Role.COORDINATOR, now)
        uow.add(member)
        for n, chat_id in enumerate(chats):
            chat = Chat(chat_id, f"{n}号楼邻里群", hears_all=True)
            chat.bind_building(COMPOUND, f"{n}号楼", None, now)
            uow.add(chat)
        await uow.numbered()
        notice = await composing.begin_notice(uow, member, now=now, audience=(Target(To.ALL),))
        said = composing.Said(worded(WORDS))
        await composing.take_words(uow, notice.id or 0, member, said, "zh-CN", anew=True, now=now)
        await releasing.send_notice(uow, notice.id or 0, member, now=now)


def _told(people: People, chats: list[int]) -> int:
    groups = set(chats)
    return sum(one["chat"] in groups and WORDS in one["html"] for one in people.posted)


async def _live_a_while(people: People, chats: list[int], deeds: int) -> None:
    """Until the bot has done so much, or all there was to do."""
    enough, end = people.done_by_bot + deeds, time.monotonic() + LONGEST_S
    while (  # noqa: ASYNC110 - nobody tells us
        people.done_by_bot < enough and time.monotonic() < end and _told(people, chats) < len(chats)
    ):
        await asyncio.sleep(0.005)


async def _come_to_rest(database: Database) -> None:
    quiet = 0
    async with asyncio.timeout(REST_S):
        while quiet < 3:
            await asyncio.sleep(0.2)
            async with database.look() as uow:
                over = (await uow.session.scalars(select(outbox.c.id).where(outbox.c.kind == KIND))).all()
            quiet = quiet + 1 if over and not await pending(database) else 0


async def _look(database: Database, people: People, chats: list[int], boss: int) -> Report:
    """Each group has it once, or is listed; what the card says is what is."""
    seen = Counter(one["chat"] for one in people.posted if WORDS in one["html"])
    marked = {one["chat"] for one in people.posted if MARK in one["html"] and one["chat"] in seen}
    async with database.look() as uow:
        rows = await uow.session.execute(
            select(outbox.c.id, outbox.c.chat_id, outbox.c.state).where(outbox.c.kind == KIND)
        )
        posts = {row.chat_id: row for row in rows}
        listed = {post for post, _, _ in await Course(uow.session, NUMBER).troubled(limit=len(chats))}
        live = (placement.c.card == CARD, placement.c.state == PlaceState.LIVE)
        cards = set(await uow.session.scalars(select(placement.c.chat_id).where(*live)))
    report = Report(len(chats), 0)
    for chat in chats:
        state = posts[chat].state if chat in posts else None
        report.arrived += state is PostState.SENT
        report.unknown += state is PostState.UNKNOWN
        fine = (state is PostState.SENT and seen[chat] == 1 and chat in cards) or (
            state is PostState.UNKNOWN and seen[chat] <= 1 and posts[chat].id in listed
        )
        if not fine or chat in marked:
            report.wrong.append(f"group {chat}: {state}, {seen[chat]} times, marked {chat in marked}")
    told = f"发到 {report.arrived} · 没发成 {report.unknown} · 还没发 0"
    if not any(one["chat"] == boss and told in one["html"] for one in people.messages.values()):
        report.wrong.append(f"no card says “{told}”")
    return report
