"""Two cases about the same matter become one."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.services.routing import cancel_task
from bot.services.triage import show_fronts
from bot.storage.work import UnitOfWork


async def merge_cases(uow: UnitOfWork, case_id: int, into_id: int, by: Member, *, now: datetime) -> Case:
    """并到: `case_id` ends in `into_id`, and everybody who waited for the one hears how the other ends.

    Raises RuleError for anybody but a coordinator, when either is over, and for one case twice.
    """
    must(by, Verb.MERGE)
    if case_id == into_id:
        raise RuleError("no-merge-with-itself")
    locked = {number: await uow.cases.get(number, lock=True) for number in sorted((case_id, into_id))}
    case, other = locked[case_id], locked[into_id]
    case.merge_into(other, now)
    waiting = await uow.cases.followers(case.id)
    if case.reporter_id is not None:
        waiting.add(case.reporter_id)
    for member_id in sorted(waiting - {other.reporter_id}):
        await uow.cases.follow(other, member_id, now)
    for task in await uow.tasks.live_of_case(case.id):
        await cancel_task(uow, task, "task-merged", now=now)
    await show_fronts(uow, case)
    uow.touch_case(other)
    for task in await uow.tasks.live_of_case(other.id):
        uow.touch(f"task:{task.id}")
    uow.record("case_merged", f"case:{case.id}", now=now, by=by.id, into=other.id)
    await _tell_reporter(uow, case, other, now)
    return other


async def _tell_reporter(uow: UnitOfWork, case: Case, other: Case, now: datetime) -> None:
    """In words, and with a card that shows how the other one stands."""
    reporter = await uow.members.find(case.reporter_id)
    if reporter is None or not reporter.reachable:
        return
    subject = f"case:{other.id}"
    uow.say(
        reporter.telegram_id,
        "merged-told",
        dedupe=f"merged:{case.id}",
        now=now,
        subject=subject,
        no=case.number,
        other=other.number,
    )
    if other.reporter_id != reporter.id and not other.sensitive:
        uow.place("followed", other.id, reporter.telegram_id, subject=subject, now=now)
