"""Messages of ours that no row knows: their answer was lost, and they were sent once more or parked.

1. A card is sent; the answer is lost (or the process dies), so its row has no message.
2. It is sent again, marked; the row knows the second message. The first one hangs there too, with live buttons.
3. Somebody presses the first. The press acts on the case, the task … like any other: buttons name rows, not messages.
4. Here the first copy is settled: where the row still waits to be sent, the copy becomes its message; else it goes.
   Words that were parked, and that somebody now answers or presses on, have arrived.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.chat import ChatState
from bot.domain.errors import RuleError
from bot.intake.sights import Sight
from bot.services.arrivals import adopt_copy, adopt_notice, confirm_arrival, remove_copy
from bot.services.notices.arriving import Landed
from bot.storage.bodies import unpack
from bot.storage.course import CARD
from bot.storage.work import UnitOfWork
from bot.ui.buttons.notices import ReceivedButton
from bot.ui.buttons.receiving import FamilyReceivedButton, NeedHelpButton
from bot.ui.cards import CARDS
from bot.ui.i18n import Markup, words_for
from bot.ui.screen import Reader

Message = tuple[int, int]
_BELOW = (ReceivedButton, FamilyReceivedButton, NeedHelpButton)


async def find_strays(uow: UnitOfWork, sights: Iterable[Sight]) -> set[Message]:
    """Those of them, by chat and number, that no row knows. In one statement for a whole batch."""
    messages = {(sight.chat_id, sight.message_id) for sight in sights}
    return await uow.shown.unknown(messages) if messages else set()


async def settle_stray(uow: UnitOfWork, sight: Sight, username: str, now: datetime) -> None:
    """Before the press is dealt with, so that it already finds an adopted card where it lives."""
    reader = await _reader(uow, sight.chat_id, username, now)
    if reader is None or await _was_parked(uow, sight, reader) or await _is_notice(uow, sight, reader):
        return
    if sight.data is None:
        return
    for row in await uow.shown.unsent_cards(sight.chat_id):
        same = sight.data in await _keys(uow, row.card, row.ref, reader)
        if same and await adopt_copy(uow, row.id, row.subject, sight.message_id, now=now):
            return
    remove_copy(uow, sight.chat_id, sight.message_id, sent_at=sight.sent_at, now=now)


async def _reader(uow: UnitOfWork, chat_id: int, username: str, now: datetime) -> Reader | None:
    """Who reads that chat; None for a group that we are not in, where nothing can be changed."""
    if chat_id < 0:
        chat = await uow.chats.find(chat_id)
        if chat is None or chat.state is ChatState.GONE:
            return None
        language = chat.language
    else:
        person = (await uow.members.by_telegram([chat_id])).get(chat_id)
        language = person.language if person else "zh-CN"
    words = words_for(language, uow.playbook.zone).at(now)
    return Reader(chat_id, words, now, uow.playbook, username)


async def _is_notice(uow: UnitOfWork, sight: Sight, reader: Reader) -> bool:
    """Is it a notice whose message we do not know? Told by its buttons, also by those that it has no more."""
    if sight.data is None:
        return False
    for row in await uow.shown.unseen_notices(sight.chat_id):
        before = {one(row.body["notice"]).pack() for one in _BELOW}
        if sight.data in before | await _keys(uow, CARD, row.body["notice"], reader):
            pin = bool(row.body.get("pin"))
            landed = Landed(row.body["notice"], sight.chat_id, sight.message_id, None, pin)
            await adopt_notice(uow, row.id, landed, now=reader.now)
            return True
    return False


async def _was_parked(uow: UnitOfWork, sight: Sight, reader: Reader) -> bool:
    """Is it a post of unknown fate? Then it has arrived. Told by what it says; of two alike, the older."""
    for row in await uow.shown.parked_posts(sight.chat_id):
        if _says(row.kind, row.body, reader, sight):
            await confirm_arrival(uow, row.id, sight.message_id, now=reader.now)
            return True
    return False


def _says(kind: str, body: dict[str, Any], reader: Reader, sight: Sight) -> bool:
    file = {"say": None, "file": body.get("kind"), "document": "document"}.get(kind, "no message of its own")
    if sight.file != file:
        return False
    said = reader.words(body["key"], **unpack(body.get("args") or {})) if body.get("key") else Markup("")
    mark = reader.words.plain("maybe-repeated")
    return sight.text.removesuffix(mark).strip() == said.plain.strip()


async def _keys(uow: UnitOfWork, card: str, ref: int, reader: Reader) -> set[str | None]:
    """What the buttons of that card bring, as things stand."""
    try:
        screen = await CARDS[card](uow, ref, reader) if card in CARDS else None
    except RuleError:
        screen = None
    return {key.data for row in screen.rows for key in row} if screen else set()
