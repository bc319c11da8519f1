"""A notice to 217 groups and to 6,000 people, within Telegram's limits, beside two bots as most are.

Meanwhile somebody presses a button every second, and every four seconds somebody reports something: who is answered,
and when? All three bots tell the same, to the same chats, at the same stand-in Telegram.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.domain.consent import TEXT
from bot.domain.member import Member, Role
from bot.domain.notice import NoticeState, Target, To, worded
from bot.services.notices import composing, releasing
from tests.bench.bots import running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, at_least, at_most, milliseconds, must_be, show
from tests.bench.meanwhile import ASKING, NOTICE, Meanwhile, Round

NAME = "broadcast"
GROUPS, PEOPLE = 217, 6000
PEOPLE_SHORT = 300
A_SECOND = 30
"""What Telegram takes."""
Begin = Callable[[str], Awaitable[None]]


async def measure(short: bool) -> list[Figure]:
    """The three one after the other, each in a community of its own."""
    people = PEOPLE_SHORT if short else PEOPLE
    figures: list[Figure] = []
    async with _town(people) as town, running("tests.bench.linli_bot", *town.linli, "--limits"):
        groups, private = await _both(town, people, lambda to: _linli_tells(town, to))
    figures += _shown(_linli(groups, private, people))
    for name, module in (
        ("PTB + AIORateLimiter", "tests.bench.ptb_teller"),
        ("aiogram, sleeps on 429", "tests.bench.aiogram_teller"),
    ):
        async with _town(people) as town:
            with tempfile.TemporaryDirectory(prefix="linli-bench-") as folder:
                chats = Path(folder) / "chats.json"
                chats.write_text(json.dumps(_chats(town, people)))
                async with running(module, town.root, town.sandbox.token, str(chats)):
                    both = await _both(town, people, lambda to: _says(town, to))
        figures += _shown(_other(name, *both, people))
    return figures


def _shown(figures: list[Figure]) -> list[Figure]:
    """At once: the next bot takes minutes."""
    show(figures)
    return figures


@asynccontextmanager
async def _town(people: int) -> AsyncIterator[Community]:
    async with community(groups=GROUPS, residents=people, limits=True, neighbours=ASKING, noon=True) as town:
        await _offices(town)
        yield town


def _chats(town: Community, people: int) -> dict[str, list[int]]:
    return {
        "teams": [team.id for team in town.teams],
        "groups": [group.id for group in town.groups],
        "people": [person.id for person in town.residents[:people]],
    }


async def _both(town: Community, people: int, begin: Begin) -> tuple[Round, Round]:
    meanwhile = Meanwhile(town)
    await meanwhile.warm_up()
    chats = _chats(town, people)
    groups = await meanwhile.during(lambda: begin("groups"), frozenset(chats["groups"]))
    private = await meanwhile.during(lambda: begin("people"), frozenset(chats["people"]))
    return groups, private


async def _says(town: Community, to: str) -> None:
    await town.residents[0].says(f"/tell {to}")


async def _offices(town: Community) -> None:
    """Two coordinators, because a notice to so many takes two."""
    now = town.clock.now()
    async with town.database() as database, database.work() as uow:
        for n in range(2):
            person = town.sandbox.person(f"社工{n}", language_code="en")
            person.private.started = True
            member = Member(person.id, person.name, "en", consented=TEXT)
            member.start(now)
            member.grant(Role.COORDINATOR, now)
            uow.add(member)


async def _linli_tells(town: Community, to: str) -> None:
    """As another process would, beside the running bot."""
    audience = (Target(To.ALL) if to == "groups" else Target(To.LANGUAGE, "zh-CN"),)
    now = town.clock.now()
    async with town.database() as database, database.work() as uow:
        first, second = await uow.members.reachable_coordinators()
        notice = await composing.begin_notice(uow, first, now=now, audience=audience)
        said = composing.Said(worded(f"{NOTICE}（{to}）"))
        number = notice.id or 0
        await composing.take_words(uow, number, first, said, "zh-CN", anew=True, now=now)
        await releasing.send_notice(uow, number, first, now=now)
        if notice.state is NoticeState.SECOND:
            await releasing.second_notice(uow, number, second, agree=True, now=now)


def _linli(groups: Round, private: Round, people: int) -> list[Figure]:
    name = "Linli"
    return [
        at_most(NAME, f"{name}: {GROUPS} groups", groups.seconds, 8, "s"),
        Figure(NAME, f"{name}: {people:,} private chats", private.seconds, "s"),
        at_least(NAME, f"{name}: of what the answers left", _share(private), 97, "%"),
        *_answers(name, groups, private, 1000),
        must_be(NAME, f"{name}: refused as too fast", groups.refused + private.refused, 0),
        must_be(NAME, f"{name}: unanswered", groups.unanswered + private.unanswered, 0),
        must_be(NAME, f"{name}: not told", GROUPS + people - groups.told - private.told, 0),
    ]


def _other(name: str, groups: Round, private: Round, people: int) -> list[Figure]:
    return [
        Figure(NAME, f"{name}: {GROUPS} groups", groups.seconds, "s"),
        Figure(NAME, f"{name}: {people:,} private chats", private.seconds, "s"),
        Figure(NAME, f"{name}: of what the answers left", _share(private), "%"),
        *_answers(name, groups, private, None),
        Figure(NAME, f"{name}: refused as too fast", groups.refused + private.refused),
        Figure(NAME, f"{name}: unanswered", groups.unanswered + private.unanswered),
        Figure(NAME, f"{name}: not told", GROUPS + people - groups.told - private.told),
    ]


def _answers(name: str, groups: Round, private: Round, aim: float | None) -> Sequence[Figure]:
    presses = [*groups.presses, *private.presses]
    reports = [*groups.reports, *private.reports]
    return [
        *milliseconds(NAME, f"{name}: a press answered", presses, aim)[::2],
        *milliseconds(NAME, f"{name}: a report answered", reports, aim)[::2],
    ]


def _share(one: Round) -> float:
    """In percent: of the messages that Telegram would have taken in that time, less those that were answers."""
    left = A_SECOND * one.seconds - one.others
    return 100 * (one.told - 1) / left if left > 0 else float("nan")
