"""A hundred volunteers press the same button at once: one has it, everybody is told."""

from __future__ import annotations

from bot.domain.task import HoldState
from bot.sandbox import Press
from bot.ui.buttons.tasks import ClaimButton
from tests.bench.bots import START_S, running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, milliseconds, must_be

NAME = "hundred"
VOLUNTEERS = 100


async def measure(short: bool) -> list[Figure]:
    """One race after the other, each on a task of its own."""
    races = 1 if short else 5
    async with community(groups=races, residents=10, volunteers=VOLUNTEERS) as town:
        waits: list[float] = []
        presses: list[Press] = []
        async with running("tests.bench.linli_bot", town.root, town.sandbox.token, town.url):
            for n in range(races):
                pressed, waited = await _race(town, n)
                presses += pressed
                waits += waited
        holders = await _holders(town)
    told = sum(press.toast is not None and bool(press.toast.text) for press in presses)
    return [
        *milliseconds(NAME, f"{VOLUNTEERS} presses at once, answered", waits, 1500),
        must_be(NAME, "winners, fewest of a race", min(holders, default=0), 1),
        must_be(NAME, "winners, most of a race", max(holders, default=0), 1),
        must_be(NAME, "presses not answered in words", races * VOLUNTEERS - told, 0),
    ]


async def _race(town: Community, n: int) -> tuple[list[Press], list[float]]:
    group = town.groups[n]
    await town.residents[n].says("/report 想学旧物回收", in_=group)
    await town.ear.until(lambda: len(town.cards(ClaimButton, town.teams)) > 0, quiet_s=START_S)
    card = town.cards(ClaimButton, town.teams)[-1]
    first = len(town.ear.calls)
    start = town.clock.monotonic()
    presses = [await card.pressed_by(volunteer) for volunteer in town.volunteers]
    await town.ear.until(lambda: town.ear.since(first)["answerCallbackQuery"] >= VOLUNTEERS)
    await town.ear.until(lambda: not town.cards(ClaimButton, town.teams))
    calls = town.ear.calls[first:]
    return presses, [call.at - start for call in calls if call.method == "answerCallbackQuery"]


async def _holders(town: Community) -> list[int]:
    """How many hold each task, by the database."""
    async with town.database() as database, database.look() as uow:
        tasks = await uow.tasks.open_for([team.name for team in database.playbook.teams])
        claimed = await uow.tasks.many(range(1, len(town.groups) + 1))
        everything = {task.id: task for task in (*tasks, *claimed.values())}
        return [
            sum(hold.state is HoldState.HOLDING for hold in task.holdings) for task in everything.values()
        ]
