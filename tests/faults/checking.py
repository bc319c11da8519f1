"""What must hold when the dust has settled, however often the bot was killed."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.domain.case import Case
from bot.domain.task import HoldState, Task
from bot.storage import tables
from bot.storage.database import Database
from bot.storage.machinery import Fate, InboxState, PlaceState, PostState, event, inbox, outbox, placement
from bot.storage.work import UnitOfWork
from bot.ui.cards import CARDS
from bot.ui.i18n import words_for
from bot.ui.screen import Reader
from tests.faults.crowd import Crowd
from tests.faults.people import Shown

MARK = "这条可能发过一次"
_TAG = re.compile(r"<[^>]*>")


async def pending(database: Database) -> int:
    """How many updates, posts and cards are still on their way."""
    async with database.look() as uow:
        waits = await uow.inbox.count(InboxState.PENDING)
        unsettled = outbox.c.state.in_([PostState.PENDING, PostState.SENDING])
        posts = (await uow.session.scalars(select(outbox.c.id).where(unsettled))).all()
        behind = (placement.c.wanted > placement.c.shown) & (placement.c.state == PlaceState.LIVE)
        cards = await uow.session.scalars(
            select(placement.c.id).where(behind | placement.c.lease.is_not(None))
        )
        return waits + len(posts) + len(cards.all())


async def check(
    database: Database,
    crowd: Crowd,
    left_at_telegram: Sequence[dict[str, Any]],
    later: timedelta = timedelta(),
) -> list[str]:
    """Every promise that was broken, in words; `later`: the last bot's clock was so much ahead."""
    wrong: list[str] = []
    async with database.look() as uow:
        wrong += await _updates(uow, crowd, left_at_telegram)
        wrong += await _cases(uow, crowd)
        wrong += await _tasks(uow)
        wrong += await _followers(uow)
        wrong += await _posts(uow)
        wrong += await _cards(uow, crowd, datetime.now(UTC) + later)
        wrong += await _doubles(uow, crowd)
    return wrong


async def _updates(uow: UnitOfWork, crowd: Crowd, left: Sequence[dict[str, Any]]) -> list[str]:
    rows = (await uow.session.execute(select(inbox.c.update_id, inbox.c.state))).all()
    known, states = {number for number, _ in rows}, Counter(state for _, state in rows)
    wrong = [f"update {u['update_id']} was never stored" for u in left if u["update_id"] not in known]
    if len(rows) != crowd.people.acted:
        wrong.append(f"{crowd.people.acted} acts, but {len(rows)} updates")
    bad = {state: n for state, n in states.items() if state in (InboxState.PENDING, InboxState.DEAD)}
    return wrong + [f"{n} updates are {state}" for state, n in bad.items()]


async def _cases(uow: UnitOfWork, crowd: Crowd) -> list[str]:
    told = Counter(case.text for case in await uow.session.scalars(select(Case)))
    said = Counter(crowd.said)
    lost = [f"“{words}” became no case" for words in said - told]
    return lost + [f"“{words}” became a case too many" for words in told - said]


async def _tasks(uow: UnitOfWork) -> list[str]:
    found = await uow.session.scalars(select(Task.id))  # type: ignore[call-overload]
    tasks = (await uow.tasks.many(found)).values()
    log = await uow.session.execute(select(event.c.subject, event.c.kind))
    count = Counter((subject, kind) for subject, kind in log)
    wrong = []
    for task in tasks:
        name = f"task:{task.id}"
        taken, back = count[name, "claimed"], count[name, "released"] + count[name, "undone"]
        if len(task.holders) > task.slots:
            wrong.append(f"T{task.id} has {len(task.holders)} holders")
        if taken - back != len(task.holders):
            wrong.append(f"T{task.id}: claimed {taken}, let go {back}, holders {len(task.holders)}")
        done = sum(hold.state is HoldState.DONE for hold in task.holdings)
        if count[name, "finished"] != done:
            wrong.append(f"T{task.id}: done {done}, said so {count[name, 'finished']} times")
    if sum(number for (_, kind), number in count.items() if kind == "case_reported") != len(tasks):
        wrong.append("reports and tasks are not as many")
    by_case = Counter(task.case_id for task in tasks)
    wrong += [f"case {case} has {number} tasks" for case, number in by_case.items() if number != 1]
    twice = [name for name, number in count.items() if name[1] in _ONCE and number > 1]
    return wrong + [f"{subject}: {kind} more than once" for subject, kind in twice]


_ONCE = ("case_reported", "case_accepted", "confirmed")


async def _followers(uow: UnitOfWork) -> list[str]:
    rows = await uow.session.scalars(select(tables.follower.c.case_id))
    real = Counter(rows)
    cases = await uow.session.scalars(select(Case))
    return [f"case {c.id} counts {c.followers} followers" for c in cases if c.followers != real[c.id]]


async def _posts(uow: UnitOfWork) -> list[str]:
    rows = await uow.session.execute(select(outbox.c.dedupe_key, outbox.c.state, outbox.c.fate))
    fine = (PostState.SENT, PostState.EXPIRED)
    return [
        f"post {key} is {state}"
        for key, state, fate in rows
        if state not in fine and not (state is PostState.UNKNOWN and fate is Fate.PARK)
    ]


async def _cards(uow: UnitOfWork, crowd: Crowd, now: datetime) -> list[str]:
    """Every card shows how things stand, in its message; a group's list of the hour does when it is pressed."""
    wrong = []
    query = select(placement).where(placement.c.state == PlaceState.LIVE, placement.c.card != "case_list")
    for row in (await uow.session.execute(query)).mappings():
        name = f"card {row['card']} {row['ref']} in {row['chat_id']}"
        reader = Reader(
            row["chat_id"], words_for("zh-CN", uow.playbook.zone).at(now), now, uow.playbook, "linli_bot"
        )
        screen = await CARDS[row["card"]](uow, row["ref"], reader)
        shown = crowd.people.messages.get((row["chat_id"], row["message_id"]))
        if screen is None or shown is None or shown["deleted"]:
            wrong.append(f"{name} is not there")
        elif not _text(shown["html"]).startswith(_text(screen.text)):
            wrong.append(f"{name} shows {_text(shown['html'])!r} instead of {_text(screen.text)!r}")
    return wrong


def _text(markup: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(_TAG.sub("", markup.replace("<br>", "\n")))).strip()


async def _doubles(uow: UnitOfWork, crowd: Crowd) -> list[str]:
    """A message nobody knows of was sent by a bot that died before it could write that down: its repeat says so."""
    known = set()
    for table in (outbox, placement):
        rows = await uow.session.execute(select(table.c.chat_id, table.c.message_id))
        known |= {(chat, message) for chat, message in rows}
    orphans: Counter[int] = Counter()
    marked: Counter[int] = Counter()
    for shown in crowd.people.posted:
        here = (shown["chat"], shown["id"])
        marked[shown["chat"]] += MARK in shown["html"]
        orphans[shown["chat"]] += here not in known and not _deleted(crowd, shown)
    return [
        f"chat {chat}: {number} messages came twice, {marked[chat]} say so"
        for chat, number in orphans.items()
        if number > marked[chat] + await _parked(uow, chat)
    ]


def _deleted(crowd: Crowd, shown: Shown) -> bool:
    return bool(crowd.people.messages[shown["chat"], shown["id"]]["deleted"])


async def _parked(uow: UnitOfWork, chat_id: int) -> int:
    parked = select(outbox.c.id).where(outbox.c.chat_id == chat_id, outbox.c.state == PostState.UNKNOWN)
    return len((await uow.session.scalars(parked)).all())
