"""Where whoever is in charge finds the board of an emergency again, however far up their chat it has gone."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.charge import places_of
from bot.domain.member import Member
from bot.domain.notice import Audience, groups
from bot.domain.rights import Subject, Verb, may
from bot.storage.notices import Notices
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.emergencies import RollButton
from bot.ui.grid import choice
from bot.ui.screen import Reader, Rows

_KEPT = timedelta(days=2)
"""So long after 解除 it can still be found."""
_MOST = 3
_LABEL = 12


async def board_rows(uow: UnitOfWork, member: Member, reader: Reader) -> Rows:
    """点名, for each emergency of which something is theirs to see."""
    rows: Rows = []
    for number in (await RollCalls(uow.session).current(reader.now - _KEPT))[:_MOST]:
        notice = await Notices(uow.session).get(number)
        if _sees(member, notice.audience, reader):
            text = notice.short(reader.language, _LABEL)
            rows.append([choice(reader.words.plain("roll-board", text=text), RollButton(number, "board"))])
    return rows


def _sees(member: Member, audience: Audience, reader: Reader) -> bool:
    if may(member, Verb.ROLL_CALL):
        return True
    mine = [
        one
        for one in places_of(member.wards, reader.playbook)
        if may(member, Verb.ROLL_CALL, Subject(place=one))
    ]
    return any(groups(audience, place, None) for place in mine)
