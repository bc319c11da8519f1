"""After the door: 都挺好, or 有事要说; and what is amiss becomes a case in one press."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import HoldState
from bot.domain.visit import Check, Finding, Tick, Visit, VisitState, case_category
from bot.services.drafts import Words
from bot.services.reports import Report, file_report
from bot.storage.bodies import File
from bot.storage.findings import Findings
from bot.storage.work import UnitOfWork

PATIENCE = timedelta(minutes=30)
"""How long what they say next belongs to the visit."""
_SPOKEN = ("voice", "audio")


async def tell_well(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> Finding:
    """都挺好, or the beginning of 有事要说. Raises RuleError unless they made that visit."""
    visit = await _made(uow, visit_id, by)
    found = await Findings(uow.session).of(visit.id)
    if found is None:
        found = Finding(visit.id or 0, by.id or 0, now)
        uow.add(found)
        await uow.numbered()
        uow.record("visit_finding", f"visit:{visit.id}", now=now, by=by.id)
    uow.touch(f"visit:{visit.id}")
    return found


async def open_finding(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> None:
    """有事要说: what they write or speak next belongs to it. Raises RuleError unless they made that visit."""
    await tell_well(uow, visit_id, by=by, now=now)
    await uow.dialogs.ask(by.id or 0, "finding", visit_id, until=now + PATIENCE)


async def mark_finding(uow: UnitOfWork, visit_id: int, what: str, *, by: Member, now: datetime) -> None:
    """One of the 四个一, or a check, on or off. Raises RuleError for what is a case already, and as `tell_well`."""
    found = await tell_well(uow, visit_id, by=by, now=now)
    if what in set(Tick):
        found.tick(Tick(what), now)
    elif what in set(Check):
        found.concern(Check(what), now)
    else:
        raise RuleError("no-stale-button")


async def say_finding(uow: UnitOfWork, visit_id: int, words: Words, *, by: Member, now: datetime) -> None:
    """Written or spoken. Raises RuleError for a picture, which is not asked for, and as `tell_well`."""
    spoken = [file for file in words.files if file.kind in _SPOKEN]
    if not words.text.strip() and not spoken:
        raise RuleError("no-finding-photo")
    found = await tell_well(uow, visit_id, by=by, now=now)
    if words.text.strip():
        found.say(words.text.strip(), now)
    for file in spoken:
        found.keep(file.file_id, now)


async def report_finding(
    uow: UnitOfWork, visit_id: int, check: str, text: str, *, by: Member, now: datetime
) -> Case:
    """What is amiss as a case, under `text` and the visitor's own words; both know of each other.

    No group of a building sees it. Raises RuleError when it is one already, and as `tell_well`.
    """
    if check not in set(Check):
        raise RuleError("no-stale-button")
    found = await tell_well(uow, visit_id, by=by, now=now)
    found.become(Check(check), 0, now)  # refused before anything is filed
    visit = await uow.visits.get(visit_id)
    home = await uow.households.get(visit.household_id)
    words = "\n".join(filter(None, [text, found.remark]))
    files = tuple(File("voice", one) for one in found.voices)
    category = case_category(Check(check), uow.playbook.visits)
    report = Report(words, home.place, category, sensitive=True, files=files)
    case = await file_report(uow, report, by, now=now)
    found.cases = {**found.cases, Check(check): case.id or 0}
    await Findings(uow.session).link(found.id, case.id)
    uow.record("finding_reported", f"visit:{visit.id}", now=now, by=by.id, case=case.id)
    return case


async def _made(uow: UnitOfWork, visit_id: int, by: Member) -> Visit:
    visit = await uow.visits.get(visit_id, lock=True)
    own = any(one.member_id == by.id and one.state is HoldState.DONE for one in visit.holds)
    must(by, Verb.HOLD_VISIT, Subject(own=own))
    if visit.state is not VisitState.DONE:
        raise RuleError("no-visit-over")
    return visit
