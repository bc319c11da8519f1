"""Rosters: compared first, then written, and taken back as if nothing had been."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text, update

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.roster import RosterState, Verdict
from bot.services.importing.deciding import apply_roster, bring_file, empty_rosters
from bot.storage import tables
from bot.storage.blobs import Document
from bot.storage.database import Database
from scheduler.jobs import JobRunner
from tests.services.cast import NOW
from tests.services.rosters import THERE, apply, bring, counts, document, everything, household, read, undo

ONE = household("住户甲", "13800000001", kinds="独居")
TWO = household("住户乙", "13800000002", "502")


async def test_nothing_is_written_before_somebody_says_so(database: Database) -> None:
    before = await everything(database)
    roster = await read(database, "households", ONE, TWO, ONE, household("住户丙", "138"))
    assert counts(roster) == (2, 0, 0, 1, 1, 0)
    assert await everything(database) == before


async def test_several_people_behind_one_door_are_one_household(database: Database) -> None:
    await bring(database, "households", ONE, household("住户丁", "13800000004"))
    async with database.look() as uow:
        doors = await uow.session.scalar(text("SELECT count(*) FROM household"))
        people = await uow.session.scalar(text("SELECT count(*) FROM dweller"))
    assert (doors, people) == (1, 2)


async def test_what_is_personal_cannot_be_read_from_the_tables(database: Database) -> None:
    await bring(database, "households", household("住户金丝雀", "13800000001", "777", remark="备注金丝雀"))
    stored = str(await everything(database))
    for secret in ("金丝雀", "13800000001", "777"):
        assert secret not in stored
        assert secret.encode().hex() not in stored


async def test_the_same_sheet_again_changes_nothing(database: Database) -> None:
    await bring(database, "households", ONE, TWO)
    assert counts(await read(database, "households", ONE, TWO)) == (0, 0, 0, 0, 0, 2)


async def test_who_is_not_on_the_new_list_is_gone_but_not_where_the_list_does_not_reach(
    database: Database,
) -> None:
    there = household("住户戊", room="101", compound=THERE)
    await bring(database, "households", ONE, TWO, there)
    roster = await read(database, "households", ONE)
    assert counts(roster) == (0, 0, 1, 0, 0, 1)
    await apply(database, roster)
    assert counts(await read(database, "households", ONE)) == (0, 0, 0, 0, 0, 1)
    assert counts(await read(database, "households", ONE, TWO)) == (1, 0, 0, 0, 0, 1), "and back again"


async def test_whose_line_has_a_mistake_is_not_taken_for_gone(database: Database) -> None:
    await bring(database, "households", ONE, TWO)
    roster = await read(database, "households", ONE, household("住户乙", "138", "502"))
    assert counts(roster) == (0, 0, 0, 0, 1, 1)


async def test_a_change_is_written_and_taken_back_to_the_last_byte(database: Database) -> None:
    await bring(database, "households", ONE, TWO)
    before = await everything(database)
    moved = household("住户甲", "13800000009;13800000008", kinds="独居,高龄", remark="新的")
    roster = await bring(database, "households", moved, household("住户己", "13800000006", "601"))
    assert counts(roster) == (1, 1, 1, 0, 0, 0)
    assert await everything(database) != before
    await undo(database, roster)
    assert await everything(database) == before


async def test_what_somebody_changed_since_is_not_taken_back(database: Database) -> None:
    roster = await bring(database, "households", ONE, TWO)
    async with database.work() as uow:
        d = tables.dweller
        await uow.session.execute(update(d).where(d.c.id == 1).values(version=d.c.version + 1))
    after = await everything(database)
    with pytest.raises(RuleError, match="no-roster-meddled"):
        await undo(database, roster)
    assert await everything(database) == after


async def test_after_another_list_was_brought_in_it_must_be_compared_anew(database: Database) -> None:
    first = await read(database, "households", ONE)
    await bring(database, "households", TWO)
    with pytest.raises(RuleError, match="no-roster-outdated"):
        await apply(database, first)


async def test_a_row_that_changes_while_it_is_written_is_left_as_it_is_and_counted(
    database: Database,
) -> None:
    await bring(database, "households", ONE, TWO)
    roster = await read(database, "households", household("住户甲", "13800000009"), TWO)
    async with database.work() as uow:
        d = tables.dweller
        await uow.session.execute(update(d).where(d.c.id == 1).values(version=d.c.version + 1))
    before = await everything(database)
    await apply(database, roster)
    assert await everything(database) == before
    async with database.look() as uow:
        assert (await uow.rosters.get(roster.id or 0)).skipped == 1


async def test_it_goes_on_where_it_was_when_the_process_dies(database: Database) -> None:
    clock = Clock(NOW)
    rows = [household(f"住户{n}", f"138{n:08d}", str(101 + n % 4)) for n in range(400)]
    dying = JobRunner(database, clock)
    roster = await read(database, "households", *rows)
    async with database.work() as uow:
        await apply_roster(uow, await uow.rosters.get(roster.id or 0), by=None, now=NOW, lease=dying.lease)
    assert await dying.round()
    heir = JobRunner(database, clock)
    assert not await heir.round(), "somebody is at it"
    clock.move(timedelta(seconds=20))
    async with database.work() as uow:  # PostgreSQL's leases run by the server's clock, which is not moved
        await uow.session.execute(update(tables.job).values(lease_until=NOW))
    await heir.drain()
    assert counts(await read(database, "households", *rows)) == (0, 0, 0, 0, 0, 400)


async def test_reading_starts_over_after_a_crash_without_a_line_twice(database: Database) -> None:
    clock = Clock(NOW)
    rows = [household(f"住户{n}", f"138{n:08d}", str(101 + n % 4)) for n in range(400)]
    roster = await read(database, "households", *rows)
    async with database.work() as uow:
        await uow.session.execute(text("UPDATE job SET state = 'waiting', cursor = 250, lease = NULL"))
        await uow.session.execute(text("UPDATE roster SET state = 'reading'"))
        await uow.session.execute(text("DELETE FROM roster_line WHERE id > 250"))
    async with database.work() as uow:
        uow.blobs.keep(f"roster:{roster.id}", 0, document("households", rows), NOW)
    await JobRunner(database, clock).drain()
    async with database.look() as uow:
        lines = await uow.rosters.lines(roster.id, 0, 1000)
        assert sorted(line.row for line in lines) == list(range(2, 402))
        assert (await uow.rosters.get(roster.id or 0)).new == 400


async def test_a_file_that_is_no_list_fails_with_its_reason(database: Database) -> None:
    runner = JobRunner(database, Clock(NOW))
    async with database.work() as uow:
        letter = Document("信.csv", "您好，\n谢谢！".encode())
        roster, _ = await bring_file(uow, "members", letter, now=NOW, lease=runner.lease)
    await runner.drain()
    async with database.look() as uow:
        failed = await uow.rosters.get(roster.id or 0)
        assert failed.state is RosterState.FAILED
        assert (failed.trouble or {})["key"] == "roster-no-heading"
        assert await uow.blobs.find(f"roster:{roster.id}") is None


async def test_volunteers_are_known_again_by_phone_or_by_name_and_team(database: Database) -> None:
    await bring(
        database, "members", ["甲志愿", "13800000001", "阳光姐姐", ""], ["乙志愿", "", "阳光姐姐", "是"]
    )
    roster = await read(
        database, "members", ["甲志愿", "13900000001", "阳光姐姐", ""], ["乙志愿", "", "阳光姐姐", "否"]
    )
    assert counts(roster) == (0, 2, 0, 0, 0, 0)
    before = await everything(database)
    await apply(database, roster)
    await undo(database, roster)
    assert await everything(database) == before


async def test_lines_are_kept_as_long_as_they_can_be_taken_back(database: Database) -> None:
    roster = await bring(database, "households", ONE, TWO)
    async with database.work() as uow:
        assert not await empty_rosters(uow, now=NOW + timedelta(days=7))
        assert await empty_rosters(uow, now=NOW + timedelta(days=7, seconds=1))
        assert await uow.rosters.lines(roster.id, 0, 10, tuple(Verdict)) == []
        assert not await empty_rosters(uow, now=NOW + timedelta(days=8))


NAMES = st.sampled_from(["住户甲", "住户乙", "住户丙", "住户丁"])
LINES = st.lists(
    st.builds(
        household,
        NAMES,
        st.sampled_from(["", "13800000001", "13800000002;0592-5550000"]),
        st.sampled_from(["101", "102"]),
        kinds=st.sampled_from(["", "独居", "低保,高龄"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, min_size=1, max_size=4))
async def test_undo_restores_the_exact_state_whatever_came_before(database: Database, sheets: list) -> None:  # type: ignore[type-arg]
    async with database.work() as uow:
        for name in ("roster_line", "roster", "job", "listed_phone", "dweller", "household"):
            await uow.session.execute(text(f"DELETE FROM {name}"))
    states, brought = [await everything(database)], []
    for sheet in sheets:
        roster = await read(database, "households", *sheet)
        if roster.changes:
            await apply(database, roster)
            brought.append(roster)
            states.append(await everything(database))
        assert (await read(database, "households", *sheet)).changes == 0
    while brought:
        assert await everything(database) == states.pop()
        await undo(database, brought.pop())
    assert await everything(database) == states.pop()
