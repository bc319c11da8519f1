"""我家需要帮忙: a case that no group sees, at once; what they write then says how urgent it is and whose work."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case import Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import must_be_said
from bot.domain.place import Place
from bot.domain.rights import Verb, must
from bot.domain.triage import Understanding, understand
from bot.services.drafts import Words
from bot.services.notices.rights import was_told
from bot.services.reports import Report, add_to_case, file_report, send_receipt
from bot.services.routing import route_case, set_deadlines
from bot.services.triage import show_fronts
from bot.storage.nearby import household_of
from bot.storage.notice_cases import NoticeCases
from bot.storage.notices import Notices, subject_of
from bot.storage.work import UnitOfWork

ASK_FOR = timedelta(minutes=30)
HELP = "notice_help"
"""What they write next."""


async def ask_help(
    uow: UnitOfWork, notice_id: int, chat_id: int, text: str, by: Member, *, now: datetime
) -> Case:
    """The case, new or the one they have open; what they write next belongs to it, and nothing is lost if they do not.

    `text`: what it says until then. Raises RuleError for a preview, and where it was not told to them or there.
    """
    must(by, Verb.NEED_HELP)
    notice = await Notices(uow.session).get(notice_id)
    must_be_said(notice)
    if not await was_told(uow, notice, chat_id, by):
        raise RuleError("no-stale-button")
    case = await known_help(uow, notice_id, by)
    if case is None:
        chat = await uow.chats.find(chat_id) if chat_id < 0 else None
        place = by.home if by.building else chat.place if chat else Place(by.compound)
        case = await file_report(uow, Report(text, place, None, sensitive=True), by, now=now)
        home = await household_of(uow, by)
        await NoticeCases(uow.session).link(notice_id, case.id or 0, home, now)
        uow.touch(subject_of(notice_id))
        uow.record("notice_help", f"case:{case.id}", now=now, by=by.id, notice=notice_id)
    elif by.reachable:
        send_receipt(uow, case, by, now=now)
    await listen(uow, case, by, now=now)
    return case


async def known_help(uow: UnitOfWork, notice_id: int, by: Member) -> Case | None:
    """The one they have open already."""
    return await NoticeCases(uow.session).open_of(notice_id, by.id, await household_of(uow, by))


async def listen(uow: UnitOfWork, case: Case, by: Member, *, now: datetime) -> None:
    """What they write next belongs to this case."""
    await uow.dialogs.ask(by.id or 0, HELP, case.id or 0, until=now + ASK_FOR)


async def tell_help(uow: UnitOfWork, case_id: int, words: Words, by: Member, *, now: datetime) -> Case:
    """What is needed, and so how urgent it is and who does it, where a person has not decided yet.

    Raises RuleError for nothing at all, for somebody else's, and when it is over.
    """
    if not words.text.strip() and not words.files:
        raise RuleError("no-words-please")
    case = await uow.cases.get(case_id)
    heard = understand(words.text, uow.playbook, Place(case.compound))
    await add_to_case(uow, case, by, words.text.strip(), words.files, now=now)
    if case.state is CaseState.NEW:
        await _judge(uow, case, heard, now)
    until = now + uow.playbook.limits.draft_join
    await uow.dialogs.ask(by.id or 0, HELP, case_id, until=until)
    return case


async def _judge(uow: UnitOfWork, case: Case, heard: Understanding, now: datetime) -> None:
    """A clear word sends it on its way; all others leave it with the coordinators, who read it."""
    found = uow.playbook.category(heard.category)
    if case.building is None and heard.place.building:
        case.compound, case.building = heard.place.compound or case.compound, heard.place.building
    if heard.place.room and case.room is None and heard.place.building in (None, case.building):
        case.unit, case.room = heard.place.unit, heard.place.room
    if not case.urgent and (heard.danger or (found is not None and found.urgent)):
        case.urgent = True
        set_deadlines(uow, case)
    if found is not None:
        await route_case(uow, case, heard.category, now=now)
    await show_fronts(uow, case)
