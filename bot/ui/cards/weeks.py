"""本周办好, as a building's group reads it: numbers and categories; no name, no flat, nothing sensitive."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.notice.week import week_of
from bot.storage.weeks import Weeks
from bot.storage.work import UnitOfWork
from bot.ui.cards.status import category_name
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen

_MOST = 8


async def week_done(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What was reported in that week and what was solved, in the building whose group reads it."""
    chat = await uow.chats.find(reader.chat_id)
    if chat is None or not chat.building:
        return None
    since, until = week_of(reader.playbook, ref)
    weeks = Weeks(uow.session, since, until)
    reported, solved = await weeks.reported(chat.place), await weeks.solved(chat.place)
    if not reported and not solved:
        return None
    zone = reader.playbook.zone
    first, last = since.astimezone(zone).date() + timedelta(days=1), until.astimezone(zone).date()
    count = sum(number for _, number in solved)
    lines = [reader.words("week-head", first=first, last=last)]
    lines.append(reader.words("week-numbers", n=reported, count=count))
    for category, number in solved[:_MOST]:
        name = category_name(category, reader)
        lines.append(reader.words("week-line", category=name, count=number))
    return Screen(Markup("\n".join(lines)), silent=True)
