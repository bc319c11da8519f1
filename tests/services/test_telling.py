"""告诉她: who is to tell, that it climbs, and that only a person's word counts."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.proxy import Proxy, Telling, Way
from bot.services.charges import give_charge
from bot.services.claims import claim_task
from bot.services.drafts import Words, send_draft
from bot.services.merging import merge_cases
from bot.services.proxies import choose_way, report_for
from bot.services.results import finish_task
from bot.services.telling import mark_told, miss_them, remind_tellers, undo_told
from bot.services.verdicts import confirm_case
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, cards_in
from tests.services.doing import coordinator, helper, resident
from tests.town import BUILDING, COMPOUND, PLAYBOOK

DAY = timedelta(days=1)
LINE = f"{COMPOUND}{BUILDING}502李奶奶 旧沙发没地方扔 13800000000"


async def reported_for(uow: UnitOfWork, mei: Member, way: Way = Way.MYSELF) -> tuple[Case, Proxy]:
    """A case of somebody without Telegram."""
    draft = await report_for(uow, mei, Words(LINE), now=NOW)
    await choose_way(uow, draft, mei, way, now=NOW)
    case = await send_draft(uow, draft, mei, now=NOW)
    return case, await uow.proxies.get(case.proxy_id)


def told(case: Case) -> datetime | None:
    """When they were told, as it stands now."""
    return case.told_at


async def solve(uow: UnitOfWork, case: Case, mei: Member, chen: Member) -> None:
    """Done, and said to be solved."""
    [task] = await uow.tasks.live_of_case(case.id)
    await claim_task(uow, task.id or 0, chen, now=NOW)
    await finish_task(uow, task.id or 0, chen, now=NOW)
    await confirm_case(uow, case.id or 0, mei, now=NOW)


async def test_who_it_is_for_is_kept_apart_from_the_words(database: Database) -> None:
    async with database.work() as uow:
        case, proxy = await reported_for(uow, await resident(uow))
        assert (proxy.name, proxy.phone, proxy.case_id) == ("李奶奶", "13800000000", case.id)
        assert "李奶奶" not in case.text
        assert "13800000000" not in case.text
        assert case.place == Place(COMPOUND, BUILDING, None, "502")


async def test_the_reporter_tells_and_only_then_the_case_counts_as_told(database: Database) -> None:
    async with database.work() as uow:
        mei, chen, lin = await resident(uow), await helper(uow), await helper(uow, "小林")
        case, proxy = await reported_for(uow, mei)
        with pytest.raises(RuleError, match="no-nothing-to-tell"):
            await mark_told(uow, proxy.id or 0, await coordinator(uow), now=NOW)
        await solve(uow, case, mei, chen)
        assert (proxy.state, proxy.teller_id, told(case)) == (Telling.DUE, mei.id, None)
        with pytest.raises(RuleError, match="no-not-your-telling"):
            await mark_told(uow, proxy.id or 0, lin, now=NOW)
        await mark_told(uow, proxy.id or 0, mei, now=NOW)
        assert told(case) == NOW
        with pytest.raises(RuleError, match="no-told-too-late"):
            await undo_told(uow, proxy.id or 0, mei, now=NOW + timedelta(seconds=61))
        await undo_told(uow, proxy.id or 0, mei, now=NOW + timedelta(seconds=59))
        assert told(case) is None
        await mark_told(uow, proxy.id or 0, mei, now=NOW + timedelta(seconds=59))
    assert "telling" in await cards_in(database, mei.telegram_id)


async def test_a_visit_is_the_building_heads(database: Database) -> None:
    async with database.work() as uow:
        mei, chen, wu = await resident(uow), await helper(uow), await resident(uow, "吴师傅")
        duty = next(one.key for one in PLAYBOOK.charges if one.role == "building_head")
        await give_charge(uow, wu, duty, [Place(COMPOUND, BUILDING)], None, now=NOW)
        case, proxy = await reported_for(uow, mei, Way.VISIT)
        await solve(uow, case, mei, chen)
        assert proxy.teller_id == wu.id


async def test_who_cannot_be_written_to_is_passed_over_to_who_did_it_and_then_the_coordinators(
    database: Database,
) -> None:
    async with database.work() as uow:
        mei, chen, wang = await resident(uow), await helper(uow), await coordinator(uow)
        case, proxy = await reported_for(uow, mei)
        mei.block(NOW)
        await solve(uow, case, mei, chen)
        assert proxy.teller_id == chen.id
        other, again = await reported_for(uow, await resident(uow, "阿强"))
        chen.block(NOW)
        (await uow.members.get(other.reporter_id)).block(NOW)
        await confirm_now(uow, other, wang)
        assert again.teller_id is None
    assert "telling" in await cards_in(database, wang.telegram_id)


async def confirm_now(uow: UnitOfWork, case: Case, wang: Member) -> None:
    """A coordinator says it is done and solved."""
    [task] = await uow.tasks.live_of_case(case.id)
    await finish_task(uow, task.id or 0, wang, now=NOW)
    await confirm_case(uow, case.id or 0, wang, now=NOW)


async def test_the_next_day_reminds_and_after_two_it_climbs_once(database: Database) -> None:
    async with database.work() as uow:
        mei, chen, wang = await resident(uow), await helper(uow), await coordinator(uow)
        case, proxy = await reported_for(uow, mei)
        await solve(uow, case, mei, chen)
        assert await remind_tellers(uow, now=NOW + DAY / 2) == 0
        assert await remind_tellers(uow, now=NOW + DAY) == 1
        await miss_them(uow, proxy.id or 0, mei, now=NOW + DAY)
        assert await remind_tellers(uow, now=NOW + 2 * DAY) == 1
        assert proxy.climbed_at is not None
        assert await remind_tellers(uow, now=NOW + 3 * DAY) == 0
        assert [one.id for one in await uow.proxies.for_coordinators()] == [proxy.id]
    assert (await cards_in(database, mei.telegram_id)).count("telling") == 2
    assert "telling" in await cards_in(database, wang.telegram_id)


async def test_merged_into_another_case_they_are_told_when_that_one_ends(database: Database) -> None:
    async with database.work() as uow:
        mei, qiang, chen = await resident(uow), await resident(uow, "阿强"), await helper(uow)
        wang = await coordinator(uow)
        case, proxy = await reported_for(uow, mei)
        other, _ = await reported_for(uow, qiang)
        await merge_cases(uow, case.id or 0, other.id or 0, wang, now=NOW)
        assert proxy.state is Telling.WAITING
        await solve(uow, other, qiang, chen)
        assert (proxy.state, proxy.teller_id) == (Telling.DUE, mei.id)
