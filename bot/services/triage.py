"""What a coordinator decides about a case: 受理, 转办, 改派. The first decision holds."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.services.routing import accept_case, refer_case, set_deadlines
from bot.services.visits.arriving import call_for_arrival
from bot.storage.bodies import File
from bot.storage.placements import Placements
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork

_ROUTABLE = (CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
PAGES = ("triage_team", "triage_teams", "triage_party", "triage_decline", "merge")
"""The pages of the coordinators' card; once somebody has decided, all show its front."""


async def decide_category(
    uow: UnitOfWork, case_id: int, category: str, seen: int, by: Member, *, now: datetime
) -> Case:
    """受理 / 改派 to the team of this category. Raises RuleError as `decide_team`, and where none does it."""
    found = uow.playbook.category(category)
    if found is None or found.team is None:
        raise RuleError("no-stale-button")
    return await decide_team(uow, case_id, found.team, seen, by, now=now, category=category)


async def decide_team(
    uow: UnitOfWork,
    case_id: int,
    team: str,
    seen: int,
    by: Member,
    *,
    now: datetime,
    category: str | None = None,
) -> Case:
    """受理 / 改派 to a team; without a category the case keeps its own if the team does it.

    Raises RuleError for anybody but a coordinator, when somebody else decided meanwhile, when it is over.
    """
    case = await _open_to(uow, case_id, seen, by, Verb.ACCEPT)
    before = case.standing
    found = uow.playbook.category(category or case.category)
    if category is None and (found is None or found.team != team):
        found = None
    if found is not None:
        case.sensitive = case.sensitive or found.sensitive
        if found.urgent and not case.urgent:
            case.urgent = True
            set_deadlines(uow, case)
    await accept_case(uow, case, found.key if found else None, team, now=now, by=by.id, before=before)
    await call_for_arrival(uow, case, now=now)
    await show_fronts(uow, case)
    return case


async def decide_party(
    uow: UnitOfWork, case_id: int, kind: str, seen: int, by: Member, *, now: datetime
) -> Case:
    """转办 to the party of that kind where the case is.

    Raises RuleError as `decide_team`, and when its compound is not known or has no such party.
    """
    case = await _open_to(uow, case_id, seen, by, Verb.REFER)
    if uow.playbook.party(kind, case.compound) is None:
        raise RuleError("no-such-party", party=kind)
    await refer_case(uow, case, case.category, kind, now=now, by=by.id, before=case.standing)
    await show_fronts(uow, case)
    return case


async def set_compound(uow: UnitOfWork, case_id: int, compound: str, by: Member, *, now: datetime) -> Case:
    """Where it is, as far as a coordinator can tell. Raises RuleError for anybody else, and when over."""
    must(by, Verb.ACCEPT)
    case = await uow.cases.get(case_id, lock=True)
    must_be_open(case)
    if case.compound is None:
        case.compound, case.changed_at = compound, now
        uow.touch_case(case)
    return case


async def show_fronts(uow: UnitOfWork, case: Case) -> None:
    """Every coordinator sees who decided, also one who was just choosing."""
    await Placements(uow.session).turn_all(f"case:{case.id}", PAGES, "triage")
    uow.touch_case(case)
    uow.touch(WAITING)


async def show_files(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime, round_: int) -> int:
    """What came with a case, to a coordinator; how many that were.

    Raises RuleError for anybody else, and for a private-only danger to anybody but who has it in hand.
    """
    must(by, Verb.PRIVATE)
    case = await uow.cases.get(case_id)
    danger = uow.playbook.danger(case.danger)
    alarm = await uow.alarms.of_case(case.id) if danger and danger.private_only else None
    if alarm is not None and alarm.taken_by != by.id:
        raise RuleError("no-only-who-took-it")
    for n, one in enumerate(case.attachments):
        file = File(one.kind, one.file_id)
        dedupe = f"files:{case.id}:{by.id}:{round_}:{n}"
        uow.send_file(by.telegram_id, file, dedupe=dedupe, now=now, subject=f"case:{case.id}", protect=True)
    return len(case.attachments)


async def _open_to(uow: UnitOfWork, case_id: int, seen: int, by: Member, verb: Verb) -> Case:
    """The case, if it still stands as this coordinator saw it; decided anew, it is 改派."""
    case = await uow.cases.get(case_id, lock=True)
    must(by, verb if case.state is CaseState.NEW else Verb.REROUTE)
    must_be_open(case)
    tasks = await uow.tasks.of_case(case.id)
    if max((task.id or 0 for task in tasks), default=0) != seen:
        raise RuleError("no-decided-already", no=case.number)
    return case


def must_be_open(case: Case) -> None:
    """Raises RuleError for a case that is over, or already said to be done."""
    if not case.is_open:
        raise RuleError("no-case-over", no=case.number)
    if case.state not in _ROUTABLE:
        raise RuleError("no-case-elsewhere", no=case.number)
