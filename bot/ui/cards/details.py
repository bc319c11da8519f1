"""The private details: shown to who holds the task, for as long as they hold it."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.member import Member
from bot.domain.pages import row_and_page, story_of
from bot.domain.proxy import Proxy
from bot.domain.task import Holding, HoldState, Task, TaskKind, TaskState
from bot.storage.work import UnitOfWork
from bot.ui.buttons.tasks import (
    ArrivedButton,
    DoneButton,
    ReleaseButton,
    StoryButton,
    UndoClaimButton,
    WriteButton,
)
from bot.ui.buttons.undoing import UndoDoneButton
from bot.ui.cards.cases import shorten
from bot.ui.cards.status import far_day, party_name, place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Reader, Rows, Screen

_TEXT, _ADDED, _LAST = 1000, 200, 3


async def details(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Whom, where, what, until when; 已收走 for who does not hold it (any more)."""
    found = await uow.tasks.get(ref)
    person = await _reader(uow, reader)
    hold = found.held_by(person.id) if person and found.is_live else None
    if person is None or hold is None:
        return _gone(found, person, reader)
    case = await uow.cases.find(found.case_id)
    reporter = await uow.members.find(case.reporter_id) if case else None
    proxy = await uow.proxies.find(case.proxy_id) if case else None
    lines = [reader.words("details-head", no=found.number, follow_up=found.kind is TaskKind.FOLLOW_UP)]
    if case is not None:
        lines += [*_where(case, reporter, proxy, reader), *_what(case, reader), *_when(found, case, reader)]
    lines.append(reader.words("details-rule"))
    to_tell = reporter if reporter and reporter.reachable and reporter.id != person.id else None
    text = Markup("\n".join(lines))
    until = hold.at + reader.playbook.limits.undo
    rows = _rows(found, hold, case, to_tell, reader)
    return Screen(text, rows, protect=True, until=until if reader.now <= until else None)


def _gone(found: Task, person: Member | None, reader: Reader) -> Screen:
    """已收走; who pressed 办好了 by mistake may take it back for a minute."""
    text = _taken_back(found, person, reader)
    done = [h for h in found.holdings if person and h.member_id == person.id and h.state is HoldState.DONE]
    ended = done[-1].ended_at if done else None
    until = ended + reader.playbook.limits.undo if ended else None
    if until is None or reader.now > until or found.state in (TaskState.CANCELLED, TaskState.MISSED):
        return Screen(text)
    return Screen(text, [[reader.key("button-undo", UndoDoneButton(found.id or 0))]], until=until)


async def story(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A page of the resident's own words in whole."""
    task_id, page = row_and_page(ref)
    found = await uow.tasks.get(task_id)
    person = await _reader(uow, reader)
    if person is None or not found.is_live or found.held_by(person.id) is None:
        return Screen(_taken_back(found, person, reader))
    case = await uow.cases.find(found.case_id)
    pages = story_of(case) if case else []
    if page >= len(pages):
        return None
    text = reader.words("details-story", no=found.number, page=page + 1, pages=len(pages), text=pages[page])
    return Screen(text, protect=True)


def whom(proxy: Proxy, place: Markup, reporter: Member | None, reader: Reader) -> list[Markup]:
    """For whom it was reported, where they live, their number; and by whom."""
    name = proxy.name or reader.words.plain("proxy-nameless")
    if proxy.phone:
        head = reader.words("details-whom-phone", name=name, place=place, phone=dialable(proxy.phone))
    else:
        head = reader.words("details-whom", name=name, place=place)
    return [head, reader.words("proxy-by", name=reporter.name)] if reporter else [head]


async def _reader(uow: UnitOfWork, reader: Reader) -> Member | None:
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)


def _taken_back(found: Task, person: Member | None, reader: Reader) -> Markup:
    mine = [h for h in found.holdings if person is not None and h.member_id == person.id]
    if mine and mine[-1].state is HoldState.DONE:
        return reader.words("details-gone-done", no=found.number)
    if found.state is TaskState.CANCELLED:
        return reader.words("details-gone-cancelled", no=found.number)
    return reader.words("details-gone", no=found.number)


def _where(case: Case, reporter: Member | None, proxy: Proxy | None, reader: Reader) -> list[Markup]:
    """Whom and where; where no flat was said, also where they live: they were told that helpers see it."""
    words = reader.words
    place = place_line(case.place, reader) or words("details-no-place")
    if proxy is not None:
        return whom(proxy, place, reporter, reader)
    if reporter is None:
        return [words("details-nameless", place=place)]
    key, phone = "details-whom", {}
    if reporter.phone:
        key, phone = "details-whom-phone", {"phone": dialable(reporter.phone)}
    lines = [words(key, name=reporter.name, place=place, **phone)]
    own = case.building is None or case.place.public == reporter.home.public
    home = place_line(reporter.home, reader)
    if case.room is None and own and reporter.building is not None and home != place:
        lines.append(words("details-home", place=home))
    return lines


def _what(case: Case, reader: Reader) -> list[Markup]:
    words = reader.words
    lines = []
    if case.text.strip():
        lines.append(words("details-text", text=shorten(case.text, _TEXT)))
    lines += [words("details-added", text=shorten(one.text, _ADDED)) for one in case.additions[-_LAST:]]
    if case.attachments:
        lines.append(words("details-files", count=len(case.attachments)))
    return lines


def _when(found: Task, case: Case, reader: Reader) -> list[Markup]:
    words = reader.words
    if found.kind is TaskKind.FOLLOW_UP and case.promised_at is not None:
        party = reader.playbook.party(case.party, case.compound)
        name, phone = party_name(case, reader), party.phone if party else ""
        return [words("details-promised", party=name, by=case.promised_at, phone=phone)]
    if case.urgent:
        return [words("details-urgent")]
    if case.resolve_due_at is None:
        return []
    day = far_day(case.resolve_due_at, reader)
    return [words("details-by-day", by=day) if day else words("details-by", by=case.resolve_due_at)]


def _is_cut(case: Case) -> bool:
    long = len(case.text.strip()) > _TEXT or any(len(one.text.strip()) > _ADDED for one in case.additions)
    return long or len(case.additions) > _LAST


def _rows(found: Task, hold: Holding, case: Case | None, to_tell: Member | None, reader: Reader) -> Rows:
    ref = found.id or 0
    rows: Rows = [[reader.key("button-done", DoneButton(ref))]]
    if case is not None and _is_cut(case):
        rows.append([reader.key("button-story", StoryButton(ref))])
    if to_tell is not None:
        write = reader.key("button-write", WriteButton(ref))
        rows.append([write, reader.key("button-arrived", ArrivedButton(ref))])
    rows.append([reader.key("button-release", ReleaseButton(ref))])
    if reader.now - hold.at <= reader.playbook.limits.undo:
        rows.append([reader.key("button-undo", UndoClaimButton(ref))])
    return rows
