"""What a coordinator decides, on every database: the first holds, and a no changes nothing."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.case import Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.task import TaskState
from bot.services.declining import decline
from bot.services.reports import Report, file_report
from bot.services.triage import decide_category, decide_party, decide_team, set_compound, show_files
from bot.storage.database import Database
from bot.storage.decisions import Decisions
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, TEAM, cards_in, newcomer

HERE = Place("源昌鑫海湾", "3号楼")


async def unclear(uow: UnitOfWork, by: Member | None = None, place: Place = HERE) -> Case:
    """A case that no category fits."""
    return await file_report(uow, Report("有点事想说", place, None), by, now=NOW)


async def test_of_two_decisions_at_once_one_holds(database: Database) -> None:
    async with database.work() as uow:
        both = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "吴社工")]
        await unclear(uow)

    async def decide(person: Member, category: str) -> str:
        try:
            async with database.work() as uow:
                await decide_category(uow, 1, category, 0, await uow.members.get(person.id), now=NOW)
            return category
        except RuleError as no:
            return no.key

    results = await asyncio.gather(decide(both[0], "carry"), decide(both[1], "beach"))
    assert results.count("no-decided-already") == 1
    async with database.look() as uow:
        assert (await uow.cases.get(1)).category in results
        assert len(await uow.tasks.live_of_case(1)) == 1


async def test_reassigned_the_old_task_ends_and_a_second_press_on_the_old_card_does_nothing(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await unclear(uow)
        await decide_team(uow, 1, TEAM, 0, wang, now=NOW)
        await decide_team(uow, 1, "爱禾缘志愿者", 1, wang, now=NOW)
        with pytest.raises(RuleError, match="no-decided-already"):
            await decide_team(uow, 1, TEAM, 1, wang, now=NOW)
        assert [task.state for task in await uow.tasks.of_case(1)] == [TaskState.CANCELLED, TaskState.OPEN]


async def test_what_is_sensitive_or_urgent_by_its_category_becomes_so(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        quarrel, storm = await unclear(uow), await unclear(uow)
        await decide_category(uow, 1, "mediation", 0, wang, now=NOW)
        before = storm.claim_due_at
        await decide_category(uow, 2, "storm", 0, wang, now=NOW)
    assert quarrel.sensitive
    assert storm.urgent
    assert storm.claim_due_at != before


async def test_a_no_changes_nothing(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        case = await unclear(uow)
        await decide_team(uow, 1, TEAM, 0, wang, now=NOW)
        case.propose(NOW)
        for refused in (
            decide_team(uow, 1, TEAM, 1, wang, now=NOW),
            decide_party(uow, 1, "物业", 1, wang, now=NOW),
            decline(uow, 1, wang, "开发商", "不归我们", now=NOW),
        ):
            with pytest.raises(RuleError, match="no-case-elsewhere"):
                await refused
        [task] = await uow.tasks.of_case(1)
        assert task.state is TaskState.OPEN
        assert case.state is CaseState.PROPOSED


async def test_handed_over_only_where_the_party_is_known(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        case = await unclear(uow, place=Place())
        with pytest.raises(RuleError, match="no-such-party"):
            await decide_party(uow, 1, "物业", 0, wang, now=NOW)
        await set_compound(uow, 1, "源昌鑫海湾", wang, now=NOW)
        await set_compound(uow, 1, "万科", wang, now=NOW)
        await decide_party(uow, 1, "物业", 0, wang, now=NOW)
    assert (case.compound, case.party, case.state) == ("源昌鑫海湾", "物业", CaseState.REFERRED)


async def test_declined_the_reporter_reads_why_and_who_and_the_decision_is_on_record(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await unclear(uow, mei)
        for who, key in (("物业公司", "no-refer-instead"), ("　 ", "no-words-please")):
            with pytest.raises(RuleError, match=key):
                await decline(uow, 1, wang, who, "不归我们", now=NOW)
        await decline(uow, 1, wang, "开发商", "还在保修期", now=NOW)
    assert await cards_in(database, mei.telegram_id) == ["receipt", "declined"]
    async with database.look() as uow:
        case = await uow.cases.get(1)
        assert (case.responsible, case.reason) == ("开发商", "还在保修期")
        decision = await Decisions(uow.session).last(1)
        assert decision is not None
        assert (decision.kind, decision.by_id) == ("case_declined", wang.id)


async def test_only_coordinators_decide_and_look_at_files(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        await unclear(uow, mei)
        for refused in (
            decide_category(uow, 1, "carry", 0, mei, now=NOW),
            decide_party(uow, 1, "物业", 0, mei, now=NOW),
            set_compound(uow, 1, "万科", mei, now=NOW),
            decline(uow, 1, mei, "开发商", "不归我们", now=NOW),
            show_files(uow, 1, mei, now=NOW, round_=1),
        ):
            with pytest.raises(RuleError, match="no-coordinators-only"):
                await refused
