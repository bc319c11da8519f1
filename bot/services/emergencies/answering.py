"""平安 and 需要帮助 of oneself. The group never learns who."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.notice.emergency import BOARD_EVERY, Safety, Word
from bot.domain.notice.question import Per
from bot.domain.place import Place
from bot.domain.rights import Verb, must
from bot.services.emergencies.crying import calm, cry, told
from bot.storage.nearby import household_of
from bot.storage.questions import show_own
from bot.storage.receipts import Receipts
from bot.storage.roll_calls import RollCalls
from bot.storage.voters import voter_of
from bot.storage.work import UnitOfWork


async def say_safe(uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, *, now: datetime) -> bool:
    """平安, also of whoever needed help before; False where they had said so. Raises RuleError for a preview, and once
    it is 解除."""
    must(by, Verb.CALL_HELP)
    await told(uow, notice_id, by)
    (await RollCalls(uow.session).get(notice_id)).must_go_on()
    said, before = await _say(uow, notice_id, chat_id, by, Word.SAFE, now)
    await calm(uow, said, before, "alarm-safe-now", by, now=now)
    return before is not Word.SAFE


async def need_help(
    uow: UnitOfWork, notice_id: int, chat_id: int, text: str, by: Member, *, now: datetime
) -> Safety:
    """需要帮助, even when it is 解除 already: an urgent case under `text`, and the coordinators are called.

    Who pressed it before, and is still waited for, calls nobody twice. Raises RuleError for a preview.
    """
    must(by, Verb.CALL_HELP)
    await told(uow, notice_id, by)
    await RollCalls(uow.session).get(notice_id)
    said, _ = await _say(uow, notice_id, chat_id, by, Word.HELP, now)
    await cry(uow, said, text, by.home if by.building else said.place, by, now=now)
    return said


async def _say(
    uow: UnitOfWork, number: int, chat_id: int, by: Member, word: Word, now: datetime
) -> tuple[Safety, Word | None]:
    """What they say now, and what they said before. Who answers has read it."""
    rolls = RollCalls(uow.session)
    said = await rolls.said_by(number, by.id, "")
    before = said.word if said is not None else None
    if said is None:
        place = await _where(uow, by, chat_id)
        home = await voter_of(uow, by, Per.HOME)
        said = Safety(number, by.id or 0, "", home, word, now, await household_of(uow, by))
        said.compound, said.building = place.compound, place.building
        uow.add(said)
    said.word, said.changed_at = word, now
    await Receipts(uow.session, number).add(
        by.id or 0, chat_id, now, place=by.home, household_id=said.household_id
    )
    await uow.session.flush()
    await rolls.show_boards(number, BOARD_EVERY, now)
    await show_own(uow.session, number, by.telegram_id)
    return said, before


async def _where(uow: UnitOfWork, by: Member, chat_id: int) -> Place:
    """Their building; of who never said where they live, the group's."""
    if by.building:
        return by.home.public
    chat = await uow.chats.find(chat_id) if chat_id < 0 else None
    return chat.place if chat else Place(by.compound)
