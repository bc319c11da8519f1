"""What becomes of a case when the danger it was filed with is over."""

from __future__ import annotations

from datetime import datetime

from bot.domain.alarm import Alarm
from bot.domain.member import Member
from bot.services.reports import withdraw_case
from bot.services.results import finish_for_all, propose_case
from bot.services.routing import cancel_task
from bot.storage.work import UnitOfWork


async def settle_case(uow: UnitOfWork, alarm: Alarm, by: Member, *, now: datetime) -> None:
    """Nobody need be found for it any more; who was on it is done, and the resident is asked whether it is solved.

    What is a party's goes on there: who was trapped is free, the lift is still broken. A private danger ends without
    a question: nobody is asked for stars after that.
    """
    case = await uow.cases.find(alarm.case_id)
    if case is None or not case.is_open or case.party:
        return
    if alarm.private_only:
        await withdraw_case(uow, case, by, now=now)
        return
    for task in await uow.tasks.live_of_case(case.id):
        if task.active:
            await finish_for_all(uow, task, by, now=now)
            uow.touch(f"task:{task.id}")
        else:
            await cancel_task(uow, task, "task-moved-on", now=now)
    await propose_case(uow, case, now=now)
