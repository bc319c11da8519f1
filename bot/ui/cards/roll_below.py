"""What stands below an emergency notice: 平安, 需要帮助 and 替家人回答, and nothing beside them."""

from __future__ import annotations

from bot.domain.notice import Notice
from bot.domain.notice.emergency import RollCall, Word
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.emergencies import FamilyButton, NeedHelpNowButton, SafeButton
from bot.ui.screen import Reader, Rows


async def roll_below(
    uow: UnitOfWork, notice: Notice, roll: RollCall, reader: Reader
) -> tuple[list[str], Rows]:
    """Lines and buttons; in private also what one has said oneself. Once it is 解除, how many were safe."""
    ref, words, found = roll.notice_id, reader.words.plain, RollCalls(uow.session)
    if roll.ended_at is not None:
        homes = {one.home for one in await found.said(ref) if one.word is Word.SAFE}
        return [words("emergency-over", at=roll.ended_at, count=len(homes))], []
    lines = [words("emergency-ask")]
    if not reader.in_group:
        member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
        said = await found.said_by(ref, member.id, "") if member else None
        lines += [words("emergency-you-said", word=str(said.word))] if said else []
    rows: Rows = [
        [reader.key("button-safe", SafeButton(ref))],
        [reader.key("button-need-help-now", NeedHelpNowButton(ref))],
        [reader.key("button-for-family", FamilyButton(ref))],
    ]
    return lines, rows if notice.ended_at is None else []
