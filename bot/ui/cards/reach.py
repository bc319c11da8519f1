"""谁收到了: how a notice stands by building, edited in place; and the same as a line for who looks after one building."""

from __future__ import annotations

from bot.domain.notice import Notice, Reached, may_reach
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, may
from bot.storage.knocks import Knocks
from bot.storage.notice_cases import NoticeCases
from bot.storage.notices import Notices
from bot.storage.reached import ReachedQueries
from bot.storage.work import UnitOfWork
from bot.ui.buttons.notices import NoticeButton
from bot.ui.buttons.receiving import KnockButton, ReachTableButton
from bot.ui.cards.notices import short_of
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_MOST = 24
_LATEST = 3
_CASES = 12


async def notice_reach(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """All of it in one line, then the buildings, those first that are reached least."""
    notice = await Notices(uow.session).get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not (person.id == notice.member_id or may_reach(person, notice.audience)):
        return None
    found = await ReachedQueries(uow.session, ref).by_building(notice.audience)
    lost, whole = found.pop(Place(), Reached()), Reached()
    for one in found.values():
        whole = whole.plus(one)
    lines = [reader.words("notice-quoted", text=short_of(notice, reader, 60)), *_whole(whole, lost, reader)]
    lines += _buildings(found, reader)
    if may(person, Verb.ACCEPT) and (numbers := await NoticeCases(uow.session).numbers(ref, _CASES)):
        lines.append(reader.words("reach-cases", nos=[f"#{no}" for no in numbers]))
    rows: Rows = []
    if may(person, Verb.KNOCK) and notice.valid(reader.now):
        silent = await Knocks(uow.session, ref).count(notice.audience, None, reader.playbook.visits)
        if silent:
            lines.append(reader.words("reach-silent", count=silent))
            rows.append([reader.key("button-knock", KnockButton(ref))])
    rows.append(
        [
            reader.key("button-reach-table", ReachTableButton(ref)),
            reader.key("button-notice-back", NoticeButton(ref, "back")),
        ]
    )
    return Screen(Markup("\n".join(lines)), rows)


def _whole(whole: Reached, lost: Reached, reader: Reader) -> list[Markup]:
    """Everybody together; each way of being reached for itself."""
    lines = [reader.words("reach-read", read=whole.read, linked=whole.linked, unread=whole.unread)]
    for name in ("family", "door", "going", "silent", "help"):
        if count := getattr(whole, name) + getattr(lost, name):
            lines.append(reader.words("reach-also", what=name, count=count))
    if lost.read:
        lines.append(reader.words("reach-lost", count=lost.read))
    return lines


def _buildings(found: dict[Place, Reached], reader: Reader) -> list[Markup]:
    """A line each, below the name of their compound."""
    known = sorted(
        (place for place, one in found.items() if one.homes or one.linked or one.read or one.help),
        key=lambda place: (-found[place].unread, place.compound or "", place.building or ""),
    )[:_MOST]
    lines: list[Markup] = []
    for compound in reader.playbook.compounds:
        mine = [place for place in known if place.compound == compound.name]
        if mine:
            lines.append(reader.words("reach-compound", compound=compound.title(reader.language)))
            lines += [_line(place.building or "", found[place], reader) for place in mine]
    if len(found) > len(known) == _MOST:
        lines.append(reader.words("reach-more", count=len(found) - _MOST))
    return lines


def _line(building: str, one: Reached, reader: Reader) -> Markup:
    counts = {"read": one.read, "unread": one.unread, "homes": one.homes, "help": one.help}
    return reader.words("reach-line", building=building, **counts)


async def unread_lines(uow: UnitOfWork, place: Place, reader: Reader) -> list[Markup]:
    """For who looks after that building: what holds there, as long as somebody has not said 收到
    or needs help."""
    lines: list[Markup] = []
    for one in await told_here(uow, place, reader):
        tally = (await ReachedQueries(uow.session, one.id or 0).by_building(one.audience, place)).get(place)
        if tally is not None and (tally.unread or tally.help):
            text = short_of(one, reader, 20)
            count = {"read": tally.read, "unread": tally.unread, "help": tally.help}
            lines.append(reader.words("building-notice", text=text, **count))
    return lines


async def told_here(uow: UnitOfWork, place: Place, reader: Reader) -> list[Notice]:
    """What still holds in that building, the newest."""
    every = await Notices(uow.session).out()
    here = [one for one in every if one.valid(reader.now) and any(t.holds(place) for t in one.audience)]
    return here[:_LATEST]


async def knock_rows_here(uow: UnitOfWork, place: Place, reader: Reader) -> Rows:
    """请人敲门, for who may send somebody in that building."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.KNOCK, Subject(place=place)):
        return []
    rows: Rows = []
    for one in await told_here(uow, place, reader):
        if await Knocks(uow.session, one.id or 0).count(one.audience, [place], reader.playbook.visits):
            text = short_of(one, reader, 8)
            rows.append([reader.key("button-knock-here", KnockButton(one.id or 0), text=text)])
    return rows
