"""100,000 households are brought in by the running bot, while people press buttons and are answered."""

from __future__ import annotations

import asyncio
from itertools import count

from bot.domain.roster import RosterState
from bot.rosters.writing import Table, as_csv
from bot.services.importing.deciding import apply_roster, bring_file
from bot.storage.blobs import Document
from bot.storage.database import Database
from bot.ui.buttons.reports import OpenCaseButton
from tests.bench.bots import START_S, running
from tests.bench.community import Community, community
from tests.bench.crowded import Pressed, receipt_of
from tests.bench.figures import Figure, at_most, milliseconds, must_be
from tests.bench.rosters import HEADINGS, ROWS, invented

NAME = "importing"
PEOPLE = 20
_GAP_S = 0.5
_PATIENCE_S = 600


async def measure(short: bool) -> list[Figure]:
    """Read and compared, then written; a press every half second all the while."""
    rows = ROWS // 10 if short else ROWS
    data = await asyncio.to_thread(lambda: as_csv(Table("名单", HEADINGS, invented(rows))))
    async with community(groups=PEOPLE, residents=PEOPLE) as town:
        async with running("tests.bench.linli_bot", town.root, town.sandbox.token, town.url) as bot:
            for n in range(PEOPLE):
                await town.reports(n)
            await town.ear.until(lambda: town.ear.since(0)["sendMessage"] >= 3 * PEOPLE, quiet_s=START_S)
            await asyncio.sleep(4)
            first, over = len(town.ear.calls), asyncio.Event()
            pressed: Pressed = {}
            presses = asyncio.create_task(_press(town, over, pressed))
            read_s, written_s, known = await _bring(town, data)
            over.set()
            await presses
            await asyncio.sleep(2)
        return [
            must_be(NAME, f"households of {rows:,} brought in", known, rows),
            Figure(NAME, "read and compared", read_s, "s"),
            Figure(NAME, "written", written_s, "s"),
            at_most(NAME, "reading, comparing, writing", read_s + written_s, 60 * rows / ROWS, "s"),
            at_most(NAME, "the bot's peak memory", bot.report.get("peak_mb", float("nan")), 500, "MB"),
            *_answers(town, first, pressed),
        ]


async def _bring(town: Community, data: bytes) -> tuple[float, float, int]:
    """As another process would, beside the running bot, which does all the work."""
    async with town.database() as database:
        start = town.clock.monotonic()
        async with database.work() as uow:
            document = Document("名单.csv", data)
            roster, _ = await bring_file(uow, "households", document, now=town.clock.now(), lease=None)
        number = roster.id or 0
        await _until(database, town, number, RosterState.READY)
        read = town.clock.monotonic()
        async with database.work() as uow:
            await apply_roster(uow, await uow.rosters.get(number), by=None, now=town.clock.now())
        await _until(database, town, number, RosterState.APPLIED)
        written = town.clock.monotonic()
        async with database.look() as uow:
            roster = await uow.rosters.get(number)
        return read - start, written - read, roster.new + roster.duplicate - roster.skipped


async def _until(database: Database, town: Community, number: int, state: RosterState) -> None:
    latest = town.clock.monotonic() + _PATIENCE_S
    while town.clock.monotonic() < latest:
        async with database.look() as uow:
            if (await uow.rosters.get(number)).state is state:
                return
        await asyncio.sleep(0.25)
    raise TimeoutError(f"the roster is not {state} after {_PATIENCE_S} s")


async def _press(town: Community, over: asyncio.Event, pressed: Pressed) -> None:
    """Each opens a case of theirs, one after the other."""
    receipts = {person: receipt_of(person.chat()) for person in town.residents}
    for n in count():
        if over.is_set():
            return
        person = town.residents[n % PEOPLE]
        number, receipt = receipts[person]
        press = await person.presses_data(OpenCaseButton(number).pack(), on=receipt)
        pressed[press.id] = (person.id, town.clock.monotonic())
        await asyncio.sleep(_GAP_S)


def _answers(town: Community, first: int, pressed: Pressed) -> list[Figure]:
    calls = town.ear.calls[first:]
    toasts = [
        call.at - pressed[call.press_id][1]
        for call in calls
        if call.method == "answerCallbackQuery" and call.press_id in pressed
    ]
    return [
        *milliseconds(NAME, "press answered meanwhile", toasts, 1000),
        must_be(NAME, "presses unanswered", len(pressed) - len(toasts), 0),
    ]
