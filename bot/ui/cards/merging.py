"""Which open case is this one the same as?"""

from __future__ import annotations

from datetime import timedelta

from bot.domain.case import Case
from bot.domain.rights import Verb, may
from bot.storage.work import UnitOfWork
from bot.ui.buttons.merging import MergeButton
from bot.ui.buttons.triage import TriagePageButton
from bot.ui.cards.cases import SHORT, shorten
from bot.ui.cards.status import category_name, place_line
from bot.ui.cards.triage import triage
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen

_LATELY = timedelta(days=30)
_MOST = 8


async def merge(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The open cases of the same building, the same category first, each with a button."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None or not may(member, Verb.MERGE):
        return None
    case = await uow.cases.get(ref)
    if not case.is_open:
        return await triage(uow, ref, reader)
    others = await _others(uow, case, reader)
    place = place_line(case.place.public, reader) or reader.words("alarm-no-place")
    lines = [reader.words("merge-which" if others else "merge-none", no=case.number, place=place)]
    lines += [
        reader.words(
            "merge-line",
            no=one.number,
            category=category_name(one.category, reader),
            text=_words(one),
            at=one.reported_at,
        )
        for one in others
    ]
    rows = [[reader.key("button-merge-into", MergeButton(ref, one.id or 0), no=one.number)] for one in others]
    return Screen(Markup("\n".join(lines)), [*rows, [reader.key("button-back", TriagePageButton(ref, ""))]])


def _words(case: Case) -> str:
    return "…" if case.sensitive else shorten(case.text, SHORT)


async def _others(uow: UnitOfWork, case: Case, reader: Reader) -> list[Case]:
    alike = await uow.cases.alike(case.place.public, case.category, reader.now - _LATELY)
    there = await uow.cases.open_in(case.compound, case.building) if case.building else []
    found = {one.id: one for one in [*alike[::-1], *there[::-1]] if one.id != case.id}
    return list(found.values())[:_MOST]
