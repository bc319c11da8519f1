"""What becomes of a report, on every database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.case import Case, CaseState
from bot.domain.consent import TEXT
from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.task import TaskKind, TaskState
from bot.services.drafts import Words, join_case, send_draft, take_words
from bot.services.following import follow_case
from bot.services.neighbours import report_in_group, take_album_part
from bot.services.reports import Report, add_to_case, file_report, withdraw_case
from bot.services.routing import accept_case, decline_case, refer_case
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.town import BUILDING, COMPOUND, MORNING

HOME = Place(COMPOUND, BUILDING)


async def somebody(uow: UnitOfWork, number: int, name: str, *roles: Role) -> Member:
    """A member whose private chat works."""
    member = Member(
        number, name, roles=frozenset({Role.RESIDENT, *roles}), started_at=MORNING, consented=TEXT
    )
    member.settle_at(HOME, MORNING)
    uow.add(member)
    await uow.numbered()
    return member


async def filed(uow: UnitOfWork, text: str, category: str | None, by: Member, **more: object) -> Case:
    """A case filed by somebody."""
    return await file_report(uow, Report(text, HOME, category, **more), by, now=MORNING)  # type: ignore[arg-type]


async def test_a_lift_goes_to_its_party_and_somebody_of_ours_follows_up(database: Database) -> None:
    async with database.work() as uow:
        case = await filed(uow, "电梯坏了", "lift", await somebody(uow, 1, "梅阿姨"))
        [task] = await uow.tasks.of_case(case.id)
    assert case.state is CaseState.REFERRED
    assert case.party == "物业"
    assert case.promised_at is not None
    assert case.promised_at > MORNING
    assert task.kind is TaskKind.FOLLOW_UP


async def test_an_unclear_one_waits_for_a_coordinator_and_keeps_its_deadline(database: Database) -> None:
    async with database.work() as uow:
        case = await filed(uow, "有点事想说", None, await somebody(uow, 1, "梅阿姨"))
    assert case.state is CaseState.NEW
    assert case.accept_due_at == MORNING + timedelta(hours=2)


async def test_where_the_compound_is_unknown_no_party_is_guessed(database: Database) -> None:
    async with database.work() as uow:
        mei = await somebody(uow, 1, "梅阿姨")
        case = await file_report(uow, Report("电梯坏了", Place(), "lift"), mei, now=MORNING)
        assert case.state is CaseState.NEW
        with pytest.raises(RuleError, match="no-such-party"):
            await refer_case(uow, case, "lift", "物业", now=MORNING)


async def test_a_partys_duty_is_never_declined(database: Database) -> None:
    async with database.work() as uow:
        case = await filed(uow, "电梯坏了", "lift", await somebody(uow, 1, "梅阿姨"))
        with pytest.raises(RuleError):
            await decline_case(uow, case, "不归我们", "物业", now=MORNING)


async def test_given_to_another_team_the_first_teams_task_ends(database: Database) -> None:
    async with database.work() as uow:
        case = await filed(uow, "电梯坏了", "lift", await somebody(uow, 1, "梅阿姨"))
        await accept_case(uow, case, None, "阳光姐姐", now=MORNING)
        first, second = await uow.tasks.of_case(case.id)
    assert first.state is TaskState.CANCELLED
    assert (second.team, second.state) == ("阳光姐姐", TaskState.OPEN)


async def test_an_empty_report_is_refused_and_nothing_is_kept(database: Database) -> None:
    with pytest.raises(RuleError, match="no-empty-report"):
        async with database.work() as uow:
            await filed(uow, "   ", None, await somebody(uow, 1, "梅阿姨"))
    async with database.look() as uow:
        assert await uow.cases.find(1) is None


async def test_the_same_message_is_one_case_however_often_it_is_reported(database: Database) -> None:
    async with database.work() as uow:
        mei = await somebody(uow, 1, "梅阿姨")
        first = await report_in_group(uow, mei, "灯坏了", [], (-5, 7), now=MORNING)
        assert await report_in_group(uow, mei, "灯坏了", [], (-5, 7), now=MORNING) is first


async def test_parts_of_an_album_find_their_case_whichever_comes_first(database: Database) -> None:
    async with database.work() as uow:
        mei = await somebody(uow, 1, "梅阿姨")
        await take_album_part(uow, "album", [File("photo", "one")], now=MORNING)
        await uow.numbered()
        case = await report_in_group(
            uow, mei, "灯坏了", [File("photo", "two")], (-5, 7), now=MORNING, media_group="album"
        )
        await take_album_part(uow, "album", [File("photo", "three")], now=MORNING)
        assert case is not None
        number = case.id
    async with database.look() as uow:
        kept = (await uow.cases.get(number)).attachments
        assert sorted(a.file_id for a in kept) == ["one", "three", "two"]


async def test_only_who_reported_it_may_withdraw_it_and_its_tasks_end(database: Database) -> None:
    async with database.work() as uow:
        case = await filed(uow, "电梯坏了", "lift", await somebody(uow, 1, "梅阿姨"))
        qiang = await somebody(uow, 2, "阿强")
        with pytest.raises(RuleError, match="no-not-your-case"):
            await withdraw_case(uow, case, qiang, now=MORNING)
        mei = await uow.members.get(case.reporter_id)
        await withdraw_case(uow, case, mei, now=MORNING)
        assert case.state is CaseState.WITHDRAWN
        assert not await uow.tasks.live_of_case(case.id)
        with pytest.raises(RuleError, match="no-case-over"):
            await withdraw_case(uow, case, mei, now=MORNING)


async def test_a_stranger_cannot_add_and_a_follower_can(database: Database) -> None:
    async with database.work() as uow:
        case = await filed(uow, "电梯坏了", "lift", await somebody(uow, 1, "梅阿姨"))
        qiang = await somebody(uow, 2, "阿强")
        with pytest.raises(RuleError, match="no-not-your-case"):
            await add_to_case(uow, case, qiang, "我也看到了", [], now=MORNING)
        assert await follow_case(uow, case, qiang, now=MORNING)
        assert not await follow_case(uow, case, qiang, now=MORNING)
        await add_to_case(uow, case, qiang, "我也看到了", [], now=MORNING)
        assert case.followers == 1


async def test_ones_own_case_cannot_be_met_too(database: Database) -> None:
    async with database.work() as uow:
        mei = await somebody(uow, 1, "梅阿姨")
        case = await filed(uow, "电梯坏了", "lift", mei)
        with pytest.raises(RuleError, match="no-your-own-case"):
            await follow_case(uow, case, mei, now=MORNING)


async def test_a_draft_is_filed_once(database: Database) -> None:
    async with database.work() as uow:
        mei = await somebody(uow, 1, "梅阿姨")
        draft = await take_words(uow, mei, Words("3号楼楼道灯不亮"), now=MORNING)
        case = await send_draft(uow, draft, mei, now=MORNING)
        assert case.building == BUILDING
        with pytest.raises(RuleError, match="no-draft-sent"):
            await send_draft(uow, draft, mei, now=MORNING)


async def test_nobody_else_sends_a_draft_but_a_coordinator_who_found_it_lying(database: Database) -> None:
    async with database.work() as uow:
        mei = await somebody(uow, 1, "梅阿姨")
        wang = await somebody(uow, 2, "王社工", Role.COORDINATOR)
        draft = await take_words(uow, mei, Words("3号楼楼道灯不亮"), now=MORNING)
        with pytest.raises(RuleError, match="no-not-your-draft"):
            await send_draft(uow, draft, wang, now=MORNING)
        draft.shown_at = MORNING
        case = await send_draft(uow, draft, wang, now=MORNING)
        assert case.reporter_id == mei.id


async def test_what_comes_later_may_join_the_open_case_instead(database: Database) -> None:
    async with database.work() as uow:
        mei = await somebody(uow, 1, "梅阿姨")
        case = await filed(uow, "电梯坏了", "lift", mei)
        draft = await take_words(uow, mei, Words("现在门也关不上"), now=MORNING + timedelta(hours=1))
        assert draft.adds_to == case.id
        await join_case(uow, draft, mei, now=MORNING + timedelta(hours=1))
        assert [a.text for a in case.additions] == ["现在门也关不上"]
