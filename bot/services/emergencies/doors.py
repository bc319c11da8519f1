"""In an emergency somebody went to a door: who was met there is safe, who needs help needs help, until that is taken back;
the boards follow."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.household import Household
from bot.domain.member import Member
from bot.domain.notice.emergency import BOARD_EVERY, Safety, Word
from bot.storage.notice_cases import NoticeCases
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork


async def say_at_door(
    uow: UnitOfWork, notice_id: int, home: Household, word: Word | None, by: Member, *, now: datetime
) -> bool:
    """How they are there, as who went says; None: that was a wrong press. False where it is no emergency."""
    rolls = RollCalls(uow.session)
    if await rolls.of(notice_id) is None:
        return False
    whom = f"household:{home.id}"
    said = await rolls.said_by(notice_id, by.id, whom)
    if word is None:
        if said is not None:
            await uow.session.delete(said)
    else:
        if said is None:
            said = Safety(notice_id, by.id or 0, whom, whom, word, now, home.id)
            said.compound, said.building = home.place.compound, home.place.building
            uow.add(said)
        said.word, said.changed_at = word, now
    await uow.session.flush()
    await rolls.show_boards(notice_id, BOARD_EVERY, now)
    return True


async def need_nothing_at_door(uow: UnitOfWork, case: Case, by: Member, *, now: datetime) -> None:
    """不用办了 of a case that came of their 要帮忙 at a door: who was met there is safe. Nothing for any other case."""
    found, rolls = await NoticeCases(uow.session).home_behind(case.id), RollCalls(uow.session)
    if found is None or case.reporter_id != by.id:
        return
    said = await rolls.said_by(found.notice_id, by.id, f"household:{found.household_id}")
    if said is not None and said.word is Word.HELP and said.alarm_id is None:
        said.word, said.changed_at = Word.SAFE, now
        await uow.session.flush()
        await rolls.show_boards(found.notice_id, BOARD_EVERY, now)
