"""Two thousand notices wait, Telegram's limits hold: who presses a button is answered all the same."""

from __future__ import annotations

import asyncio

from bot.domain.priority import Priority
from bot.sandbox import Message
from bot.ui.buttons.reports import OpenCaseButton
from tests.bench.bots import START_S, running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, milliseconds, must_be

NAME = "crowded"
POSTS = 2000
GROUPS = 100
PEOPLE = 60
_GAP_S = 0.5  # between two presses, so that one person presses every half minute


async def measure(short: bool) -> list[Figure]:
    """Everybody has a case; then the notices are queued, and one after the other looks at theirs."""
    async with community(groups=GROUPS, residents=PEOPLE, limits=True, noon=True) as town:
        async with running("tests.bench.linli_bot", *town.linli, "--limits"):
            for n in range(PEOPLE):
                await town.reports(n)
            await town.ear.until(lambda: town.ear.since(0)["sendMessage"] >= 3 * PEOPLE, quiet_s=START_S)
            await asyncio.sleep(4)
            await _queue(town)
            first = len(town.ear.calls)
            await town.ear.until(lambda: town.ear.since(first)["sendMessage"] > 0)
            start = town.clock.monotonic()
            pressed = await _press(town, 30 if short else 120)
            lasted = town.clock.monotonic() - start
        return _figures(town, first, pressed, lasted)


Pressed = dict[str, tuple[int, float]]
"""By the number of the press: who, and when."""


async def _queue(town: Community) -> None:
    """As another process would, beside the running bot."""
    async with town.database() as database, database.work() as uow:
        for n in range(POSTS):
            chat_id = town.groups[n % GROUPS].id
            dedupe, now = f"notice:{n}", town.clock.now()
            uow.say(chat_id, "small-talk", dedupe=dedupe, now=now, priority=Priority.BULK)


async def _press(town: Community, times: int) -> Pressed:
    """Each opens a case of theirs: a toast, and the receipt anew at the bottom of the private chat."""
    receipts = {person: receipt_of(person.chat()) for person in town.residents}
    pressed: Pressed = {}
    for n in range(times):
        person = town.residents[n % PEOPLE]
        number, receipt = receipts[person]
        press = await person.presses_data(OpenCaseButton(number).pack(), on=receipt)
        pressed[press.id] = (person.id, town.clock.monotonic())
        await asyncio.sleep(_GAP_S)
    await asyncio.sleep(2)
    return pressed


def receipt_of(chat: list[Message]) -> tuple[int, Message]:
    """One's receipt, and the number of the case on its button."""
    for message in chat:
        data = next((b.data for row in message.buttons for b in row if b.data), None)
        if data is not None:
            return int(data.split(":")[1]), message
    raise LookupError("no receipt")


def _figures(town: Community, first: int, pressed: Pressed, lasted: float) -> list[Figure]:
    toasts: list[float] = []
    messages: list[float] = []
    calls = sorted(town.ear.calls[first:], key=lambda call: call.at)
    for who, at in pressed.values():
        said = (call.at for call in calls if call.chat_id == who and call.at > at)
        messages.append(next(said, float("inf")) - at)
    for call in calls:
        if call.method == "answerCallbackQuery" and call.press_id in pressed:
            toasts.append(call.at - pressed[call.press_id][1])
    groups = {group.id for group in town.groups}
    notices = sum(call.method == "sendMessage" and call.chat_id in groups for call in calls)
    return [
        *milliseconds(NAME, "press answered by a toast", toasts, 1000),
        *milliseconds(NAME, "press answered by a message", messages, 1000),
        Figure(NAME, f"notices sent meanwhile (of {POSTS})", notices / lasted, "/s"),
        must_be(NAME, "429 of our own doing", town.ear.too_fast, 0),
        must_be(NAME, "unanswered", len(pressed) - len(toasts), 0),
    ]
