"""有意见必到: few stars send somebody; more stars instead, while nobody has said they would go, call it off."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.case import CaseState, Ending
from bot.domain.member import Role
from bot.domain.place import Place
from bot.services.reports import Report, file_report
from bot.services.verdicts import rate_case
from bot.storage.arrivals import unheard
from bot.storage.database import Database
from tests.services.cast import NOW, newcomer, said_to
from tests.services.rosters import HERE, bring, household

LATER = NOW + timedelta(minutes=1)


async def rated(database: Database, room: str, *stars: int) -> tuple[list[bool], int, list[str]]:
    """Somebody of that room rates a case like this: which visits of discontent go on, how many wait for a door, and
    what they were told."""
    await bring(database, "households", household("梅阿姨"))
    async with database.work() as uow:
        await newcomer(uow, "王社工", Role.COORDINATOR)
        mei = await newcomer(uow, "梅阿姨")
        mei.settle_at(Place(HERE, "3号楼", "1", room), NOW)
        case = await file_report(uow, Report("灯坏了", mei.home, "appliance"), mei, now=NOW)
        case.state, case.how, case.closed_at = CaseState.CLOSED, Ending.FIXED, NOW
    for n, count in enumerate(stars, 1):
        async with database.work() as uow:
            await rate_case(
                uow, case.id or 0, await uow.members.get(mei.id), count, now=NOW + n * (LATER - NOW)
            )
    said = [key for key, _ in await said_to(database, mei.telegram_id) if key.startswith("discontent")]
    async with database.look() as uow:
        plans = [one for one in await uow.visits.plans_of(1) if one.event == "discontent"]
        return [one.stopped_at is None for one in plans], len(await unheard(uow.session)), said


async def test_two_stars_send_somebody_once(database: Database) -> None:
    assert await rated(database, "501", 2, 1) == ([True], 0, ["discontent-told"])


async def test_more_stars_instead_were_meant_and_nobody_comes(database: Database) -> None:
    assert await rated(database, "501", 1, 5) == ([False], 0, ["discontent-told", "discontent-off"])


async def test_where_the_door_is_not_known_a_coordinator_need_not_look_for_it_any_more(
    database: Database,
) -> None:
    assert await rated(database, "909", 2, 4) == ([], 0, ["discontent-told", "discontent-off"])
