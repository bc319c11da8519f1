"""A promised time that went by is said to be so: silence would be one more broken promise."""

from __future__ import annotations

from datetime import datetime

from bot.domain.priority import Priority
from bot.services.climbing import in_hours
from bot.storage.work import UnitOfWork


async def tell_broken_promises(uow: UnitOfWork, *, now: datetime) -> None:
    """The cards say that the party is late; the reporter is told once, in service hours, that we go on asking."""
    late = await uow.cases.promise_broken(now)
    if not late or not in_hours(uow.playbook, now):
        return
    people = await uow.members.many([case.reporter_id for case in late if case.reporter_id is not None])
    for case in late:
        case.climbed_at = case.changed_at = now
        uow.touch_case(case)
        reporter = people.get(case.reporter_id or 0)
        party = uow.playbook.party(case.party, case.compound)
        if reporter is None or not reporter.reachable or party is None or case.danger:
            continue
        uow.say(
            reporter.telegram_id,
            "case-promise-broken",
            dedupe=f"late:{case.id}:{case.promised_at:%Y%m%d%H%M}",
            now=now,
            priority=Priority.REMINDER,
            subject=f"case:{case.id}",
            no=case.number,
            party=dict(party.names),
        )
