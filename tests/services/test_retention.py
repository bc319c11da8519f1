"""What has been kept long enough goes, in slices and by the playbook; what is counted stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.case import Attachment, Case, CaseState
from bot.domain.draft import Draft, DraftState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.visit import Visit, VisitState
from bot.domain.visit.finding import Finding
from bot.services.audit import seal_events
from bot.services.retention import count_due, drop_refused, let_go_now, let_go_tonight
from bot.storage.database import Database
from bot.storage.machinery import InboxState
from bot.storage.verifying import verify
from tests.services.rosters import bring, household
from tests.storage.stores import NOW

YEARS = timedelta(days=4 * 365)


async def _a_life(database: Database) -> None:
    """A case that is over, an open one, a draft, an update and a post that are done with."""
    async with database.work() as uow:
        uow.add(Member(7, "梅阿姨", consented=1))
        await uow.numbered()
        over = Case(1, "电梯坏了", NOW, state=CaseState.CLOSED, closed_at=NOW, room="1502", praise="谢谢")
        over.attachments = [Attachment("photo", "a")]
        uow.add(over)
        uow.add(Case(1, "灯不亮", NOW, state=CaseState.ACCEPTED))
        uow.add(Draft(1, "说了一半", NOW, NOW, state=DraftState.DROPPED))
        row = {"bot_id": 7, "lane": "7", "payload": {"words": 1}, "attempts": 0, "received_at": NOW}
        done = {"state": InboxState.DONE, "done_at": NOW}
        await uow.inbox.file([row | done | {"update_id": 1}, row | done | {"update_id": 2}])
        uow.say(7, "task-news", dedupe="a", now=NOW, no="1")
        uow.record("case_reported", "case:1", now=NOW, by=1)
    async with database.work() as uow:
        await uow.session.execute(text("UPDATE outbox SET state = 'sent', settled_at = created_at"))
        await seal_events(uow, now=NOW)


async def _go(database: Database, later: timedelta) -> None:
    more = True
    while more:
        async with database.work() as uow:
            more = await let_go_now(uow, now=NOW + later)


async def _due(database: Database, later: timedelta) -> dict[str, int]:
    async with database.look() as uow:
        return {name: n for name, n in (await count_due(uow, now=NOW + later)).items() if n}


async def test_each_kind_is_kept_as_long_as_the_playbook_says(database: Database) -> None:
    await _a_life(database)
    assert await _due(database, timedelta(days=6)) == {}
    assert await _due(database, timedelta(days=8)) == {"updates": 1, "posts": 1}
    assert await _due(database, timedelta(days=31)) == {"updates": 1, "posts": 1, "drafts": 1}
    everything = {"updates": 1, "posts": 1, "drafts": 1, "attachments": 1, "cases": 1, "record": 1}
    assert await _due(database, YEARS) == everything


async def test_what_was_said_is_gone_and_what_is_counted_stays(database: Database) -> None:
    await _a_life(database)
    await _go(database, YEARS)
    async with database.look() as uow:
        over, still_open = await uow.cases.get(1), await uow.cases.get(2)
        assert (over.text, over.room, over.praise, over.attachments) == ("", None, None, [])
        assert (over.state, over.reported_at) == (CaseState.CLOSED, NOW)
        assert still_open.text == "灯不亮", "what is still open is still needed"
        assert await uow.session.scalar(text("SELECT count(*) FROM outbox WHERE body IS NOT NULL")) == 0
        assert await uow.inbox.last_update(7) == 2, "what Telegram has told us is still known"
    assert await _due(database, YEARS) == {}
    found = await verify(database)
    assert (found.broken, found.pruned_to) == (None, 1)


async def test_more_than_a_slice_takes_several_transactions(database: Database) -> None:
    async with database.work() as uow:
        for number in range(1100):
            uow.say(7, "task-news", dedupe=f"a{number}", now=NOW, no="1")
    async with database.work() as uow:
        await uow.session.execute(text("UPDATE outbox SET state = 'sent', settled_at = created_at"))
    async with database.work() as uow:
        assert await let_go_now(uow, now=NOW + timedelta(days=8))
    assert (await _due(database, timedelta(days=8)))["posts"] == 600
    await _go(database, timedelta(days=8))
    assert await _due(database, timedelta(days=8)) == {}


async def test_it_happens_once_a_night_in_the_communitys_own_time(database: Database) -> None:
    await _a_life(database)
    evening = NOW + timedelta(days=8, hours=15, minutes=30)  # 01:30 in Xiamen
    async with database.work() as uow:
        assert not await let_go_tonight(uow, now=evening)
    assert await _due(database, timedelta(days=9)) != {}
    night = evening + timedelta(hours=2)
    async with database.work() as uow:
        await let_go_tonight(uow, now=night)
    assert await _due(database, timedelta(days=9)) == {}
    async with database.work() as uow:
        assert await uow.occurrences.happened("retention:2026-03-13")


async def test_who_is_on_no_list_any_more_is_forgotten_a_year_later(database: Database) -> None:
    await bring(database, "households", household("住户甲", "13800000001"), household("住户乙", room="502"))
    await bring(database, "households", household("住户乙", room="502"))
    await bring(database, "members", ["甲志愿", "13800000002", "阳光姐姐"], ["乙志愿", "", "阳光姐姐"])
    await bring(database, "members", ["乙志愿", "", "阳光姐姐"])
    assert await _due(database, timedelta(days=300)) == {}
    later = timedelta(days=400)
    assert (await _due(database, later)).items() >= {"moved": 1, "unlisted": 1}.items()
    await _go(database, later)
    async with database.look() as uow:
        assert not {"moved", "unlisted"} & {*await _due(database, later)}
        assert len((await uow.households.get(2)).dwellers) == 1
        assert (await uow.households.get(1)).dwellers == ()
        for kind, phone in (("dweller", "13800000001"), ("roster_member", "13800000002")):
            assert await uow.households.by_phone(kind, phone) == []
        with pytest.raises(RuleError, match="no-such-volunteer"):
            await uow.households.volunteer(1)


async def test_what_was_seen_on_a_visit_goes_and_that_there_was_one_stays(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        plan = (await uow.visits.plans_of(1))[0]
        visit = Visit(plan.id or 0, 1, plan.programme, "seen", NOW, NOW, NOW, VisitState.DONE)
        uow.add(visit)
        await uow.numbered()
        uow.add(Finding(visit.id or 0, 1, NOW, remark="想要一根拐杖"))
    assert "findings" not in await _due(database, timedelta(days=364))
    await _go(database, timedelta(days=366))
    async with database.look() as uow:
        for table, left in (("finding", 0), ("visit", 1)):
            assert await uow.session.scalar(text(f"SELECT count(*) FROM {table}")) == left


async def test_what_was_begun_by_who_does_not_agree_goes_after_a_day(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(7, "梅阿姨", consented=-1))
        uow.add(Member(8, "林阿姨"))
        await uow.numbered()
        uow.add(Draft(1, "说了一半", NOW, NOW))
        uow.add(Draft(2, "也说了一半", NOW, NOW))
    async with database.work() as uow:
        await drop_refused(uow, now=NOW + timedelta(hours=25))
    async with database.look() as uow:
        assert await uow.drafts.open_of(1) is None
        assert await uow.drafts.open_of(2) is not None, "who has not answered yet may still"
