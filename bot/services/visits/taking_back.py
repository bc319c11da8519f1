"""撤销 of what came of a visit, for a minute: as if it had not been said."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Visit
from bot.services.visits.listing import touch_rounds
from bot.services.visits.telling import untell_at_door
from bot.services.visits.visiting import look_again
from bot.storage.findings import Findings
from bot.storage.work import UnitOfWork


async def undo_outcome(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> Visit:
    """The visit is theirs again, with the details; the household's last contact is the one before.

    Raises RuleError when it was not theirs to say, after the minute, and once a case came of it.
    """
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.UNDO, Subject(own=visit.outcome_by == by.id))
    plan = await uow.visits.plan(visit.plan_id, lock=True)
    findings = Findings(uow.session)
    found = await findings.of(visit.id)
    if found is not None and found.cases:
        raise RuleError("no-finding-is-case", no=str(next(iter(found.cases.values()))))
    since = visit.outcome_at
    visit.undo(by.id or 0, now, uow.playbook.limits.undo)
    if found is not None:
        await findings.drop(found)
    await untell_at_door(uow, visit, by, since, now)
    plan.recount(await uow.visits.contacts_of(plan.id), now)
    dialog = await uow.dialogs.open_with(by.id, now)
    if dialog is not None and dialog.kind == "finding" and dialog.ref == visit.id:
        await uow.dialogs.close(by.id or 0)
    look_again(uow, visit)
    await touch_rounds(uow, visit, by)
    uow.touch(f"visit:{visit.id}")
    uow.record("visit_undone", f"visit:{visit.id}", now=now, by=by.id)
    return visit
