"""One person sends two hundred messages at once: how long do the others wait for their answers?"""

from __future__ import annotations

import asyncio

from bot.sandbox import Person
from tests.bench.bots import START_S, running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, milliseconds, must_be

NAME = "flood"
FLOOD, OTHERS = 200, 20
_GAP_S = 0.1


async def measure(short: bool) -> list[Figure]:
    """The others ask for help one after the other while the flood is dealt with."""
    async with community(groups=1, residents=OTHERS + 2) as town:
        flooder, first, *others = town.residents
        async with running("tests.bench.linli_bot", town.root, town.sandbox.token, town.url):
            await first.says("/help")
            await town.ear.until(lambda: bool(_answers(town, first, 0.0)), quiet_s=START_S)
            start = town.clock.monotonic()
            for n in range(FLOOD):
                await flooder.says(f"{n}楼的灯不亮了")
            asked: list[tuple[Person, float]] = []
            for person in others:
                asked.append((person, town.clock.monotonic()))
                await person.says("/help")
                await asyncio.sleep(_GAP_S)
            await town.ear.until(lambda: all(_answers(town, person, at) for person, at in asked))
            waits = [
                min(_answers(town, person, at)) - at for person, at in asked if _answers(town, person, at)
            ]
            lasted = town.clock.monotonic() - start
    return [
        *milliseconds(NAME, f"another's answer while one sends {FLOOD} messages", waits, 1000),
        Figure(NAME, "the flood and the questions together", lasted, "s"),
        must_be(NAME, "of the others unanswered", OTHERS - len(waits), 0),
    ]


def _answers(town: Community, person: Person, since: float) -> list[float]:
    """When they were answered after that moment."""
    return [
        call.at
        for call in town.ear.calls
        if call.chat_id == person.id
        and call.method == "sendMessage"
        and call.status == 200
        and call.at > since
    ]
