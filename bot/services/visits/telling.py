"""A notice is brought to a door: told, or nobody opened, or somebody there needs help."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.household import Household
from bot.domain.member import Member
from bot.domain.notice import Via
from bot.domain.notice.emergency import Word
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import HoldState
from bot.domain.visit import Outcome, Visit, VisitState
from bot.domain.visit.knock import notice_of
from bot.services.emergencies.doors import say_at_door
from bot.services.notices.helping import HELP
from bot.services.reports import Report, file_report, withdraw_case
from bot.services.routing import set_deadlines
from bot.storage.notice_cases import NoticeCases
from bot.storage.notices import subject_of
from bot.storage.receipts import Receipts
from bot.storage.work import UnitOfWork


async def tell_at_door(uow: UnitOfWork, visit: Visit, by: Member, now: datetime) -> None:
    """Whoever was met or phoned knows of the notice: counted apart from those who pressed 收到."""
    notice_id = notice_of(visit.period_key)
    if notice_id is None or visit.outcome not in (Outcome.MET, Outcome.PHONED):
        return
    [home] = await uow.households.many([visit.household_id])
    await Receipts(uow.session, notice_id).add(
        by.id or 0,
        by.telegram_id,
        now,
        place=home.place,
        household_id=home.id,
        via=Via.DOOR,
        whom=_whom(visit),
    )
    await say_at_door(uow, notice_id, home, Word.SAFE, by, now=now)
    show_reach(uow, visit)


async def untell_at_door(
    uow: UnitOfWork, visit: Visit, by: Member, since: datetime | None, now: datetime
) -> None:
    """That was a wrong press, and so is the need they told of `since` then."""
    notice_id = notice_of(visit.period_key)
    if notice_id is not None:
        case = await NoticeCases(uow.session).open_of_home(notice_id, visit.household_id)
        if case is not None and case.reporter_id == by.id and since is not None and case.reported_at >= since:
            await withdraw_case(uow, case, by, now=now)
            dialog = await uow.dialogs.open_with(by.id, now)
            if dialog is not None and (dialog.kind, dialog.ref) == (HELP, case.id):
                await uow.dialogs.close(by.id or 0)
        await Receipts(uow.session, notice_id).take_back(by.id or 0, _whom(visit))
        [home] = await uow.households.many([visit.household_id])
        await say_at_door(uow, notice_id, home, None, by, now=now)
        show_reach(uow, visit)


def show_reach(uow: UnitOfWork, visit: Visit) -> None:
    """Whoever sent the notice sees how it stands."""
    notice_id = notice_of(visit.period_key)
    if notice_id is not None:
        uow.touch(subject_of(notice_id))


async def is_harmless(uow: UnitOfWork, visit: Visit) -> bool:
    """Would nobody opening mean nothing? A notice was brought, and nobody lives alone there."""
    if notice_of(visit.period_key) is None:
        return False
    [home] = await uow.households.many([visit.household_id])
    return not lives_alone(uow, home)


def lives_alone(uow: UnitOfWork, home: Household) -> bool:
    """Does the community's list say so of anybody there?"""
    alone = set(uow.playbook.visits.no_answer.alone)
    return any(alone & set(one.categories) for one in home.present)


async def need_at_door(uow: UnitOfWork, visit_id: int, text: str, *, by: Member, now: datetime) -> Case:
    """要帮忙: a case of that home under `text`, that no group sees and that came of the notice.

    Raises RuleError unless they made that visit, and when it is one already.
    """
    visit = await uow.visits.get(visit_id, lock=True)
    own = any(one.member_id == by.id and one.state is HoldState.DONE for one in visit.holds)
    must(by, Verb.HOLD_VISIT, Subject(own=own))
    notice_id = notice_of(visit.period_key)
    if notice_id is None or visit.state is not VisitState.DONE:
        raise RuleError("no-visit-over")
    cases, home = NoticeCases(uow.session), await uow.households.get(visit.household_id)
    known = await cases.open_of_home(notice_id, home.id)
    if known is not None:
        return known
    case = await file_report(uow, Report(text, home.place, None, sensitive=True), by, now=now)
    await cases.link(notice_id, case.id or 0, home.id, now)
    if await say_at_door(uow, notice_id, home, Word.HELP, by, now=now):
        case.urgent = True
        set_deadlines(uow, case)
    show_reach(uow, visit)
    uow.touch(f"visit:{visit.id}")
    uow.record("notice_help", f"case:{case.id}", now=now, by=by.id, notice=notice_id)
    return case


def _whom(visit: Visit) -> str:
    return f"household:{visit.household_id}"
