"""Two cases about the same matter become one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.services.routing import cancel_task
from bot.services.triage import show_fronts
from bot.storage.decisions import remembered
from bot.storage.placements import Placements
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
    before = case.standing
    case.merge_into(other, now)
    waiting = await uow.cases.followers(case.id)
    if case.reporter_id is not None:
        waiting.add(case.reporter_id)
    join = sorted(waiting - {other.reporter_id})
    joined = [member_id for member_id in join if await uow.cases.follow(other, member_id, now)]
    ended = await uow.tasks.live_of_case(case.id)
    for task in ended:
        await cancel_task(uow, task, "task-merged", now=now)
    await show_fronts(uow, case)
    await _show(uow, other)
    was = remembered(before, None, [task.id or 0 for task in ended])
    about = f"case:{case.id}"
    uow.record("case_merged", about, now=now, by=by.id, into=other.id, joined=joined, **was)
    await _tell_reporter(uow, case, other, now)
    return other


async def part_cases(
    uow: UnitOfWork, case: Case, into: Case, joined: Collection[int], *, now: datetime
) -> None:
    """They were two matters after all: who joined `into` with the merger hears of it no more, and is told."""
    await uow.cases.unfollow(into, joined, now)
    await _show(uow, into)
    reporter = await uow.members.find(case.reporter_id)
    if reporter is None:
        return
    if reporter.id in joined:
        gone = await Placements(uow.session).take_down("followed", reporter.telegram_id, now, ref=into.id)
        for message_id in gone:
            uow.delete_message(reporter.telegram_id, message_id, now=now)
    _say(uow, "not-merged-told", case, into, reporter, now)


async def _show(uow: UnitOfWork, other: Case) -> None:
    uow.touch_case(other)
    for task in await uow.tasks.live_of_case(other.id):
        uow.touch(f"task:{task.id}")


async def _tell_reporter(uow: UnitOfWork, case: Case, other: Case, now: datetime) -> None:
    """In words, and with a card that shows how the other one stands."""
    reporter = await uow.members.find(case.reporter_id)
    if reporter is None or not reporter.reachable:
        return
    _say(uow, "merged-told", case, other, reporter, now)
    if other.reporter_id != reporter.id and not other.sensitive:
        subject, round_ = f"case:{other.id}", int(now.timestamp())
        uow.place("followed", other.id, reporter.telegram_id, subject=subject, now=now, round_=round_)


def _say(uow: UnitOfWork, key: str, case: Case, other: Case, reporter: Member, now: datetime) -> None:
    if reporter.reachable:
        dedupe, about = f"{key}:{case.id}:{int(now.timestamp())}", f"case:{other.id}"
        chat, no = reporter.telegram_id, case.number
        uow.say(chat, key, dedupe=dedupe, now=now, subject=about, no=no, other=other.number)
