"""What waits for a person, on every database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.domain.case import Case, CaseState
from bot.domain.chat import Chat, ChatKind
from bot.domain.errors import RuleError
from bot.domain.household import Kin, Relation
from bot.domain.kinship import Kinship, Tie
from bot.domain.member import Member, Role
from bot.domain.notice import Notice, NoticeState, worded
from bot.domain.place import Place
from bot.domain.proxy import Proxy
from bot.domain.visit import follow_up, start_unanswered
from bot.domain.waiting import WaitKind
from bot.services.drafts import Words, take_words
from bot.services.occurrences import open_due_visits
from bot.services.parked import (
    confirm_all,
    confirm_post,
    put_card_away,
    put_post_away,
    put_update_away,
    resend_all,
    resend_card,
    resend_post,
    retry_update,
)
from bot.services.regaining import let_group_go, try_group_again
from bot.services.reports import Report, file_report
from bot.services.sos import call_for_help
from bot.services.teams import ask_to_join
from bot.services.todo import latest_list, send_lists, show_thing
from bot.services.unsent import remind_writers, show_to_coordinators
from bot.storage import tables
from bot.storage.database import Database
from bot.storage.machinery import Fate, InboxState, PostState, inbox, outbox, placement
from bot.storage.waits import waits
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, TEAM, cards_in, newcomer, said_to
from tests.services.rosters import bring, household
from tests.storage.stores import PLAYBOOK

HERE = Place("源昌鑫海湾", "3号楼")


async def dead_update(uow: UnitOfWork) -> None:
    """Something that failed for good."""
    row = {"bot_id": 7, "update_id": 1, "lane": "1", "payload": {}, "attempts": 3, "received_at": NOW}
    await uow.inbox.file([row | {"state": InboxState.DEAD, "done_at": NOW, "reference": "A1B2C3"}])


async def failed_post(uow: UnitOfWork, chat_id: int, error: str, state: PostState = PostState.FAILED) -> None:
    """A message that did not get through."""
    uow.say(chat_id, "danger-taken-group", dedupe=f"{chat_id}:{error}", now=NOW)
    await uow.flush()
    await uow.session.execute(
        update(outbox).where(outbox.c.dedupe_key == f"{chat_id}:{error}").values(state=state, error=error)
    )


async def refused_card(uow: UnitOfWork, chat_id: int, *, ref: int = 1, priority: int = 2) -> None:
    """A card that Telegram did not take."""
    uow.place("receipt", ref, chat_id, now=NOW, subject=f"case:{ref}")
    await uow.flush()
    await uow.session.execute(
        update(placement)
        .where(placement.c.ref == ref, placement.c.card == "receipt")
        .values(shown=placement.c.wanted, error="Bad Request: message is too long", priority=priority)
    )


async def lost_group(uow: UnitOfWork) -> int:
    """A building's group that we were taken out of."""
    chat = Chat(-5, "3号楼邻里群")
    chat.bind_building("源昌鑫海湾", "3号楼", None, NOW)
    chat.lose(NOW)
    uow.add(chat)
    await uow.numbered()
    return chat.chat_id


async def untold(uow: UnitOfWork, mei: Member) -> None:
    """A matter of somebody without Telegram, which nobody has told them the end of; and their family asks."""
    case = Case(mei.id, "旧沙发", NOW, CaseState.CLOSED)
    uow.add(case)
    await uow.numbered()
    proxy = Proxy(mei.id or 0, "李奶奶", case_id=case.id)
    proxy.fall_due(None, NOW)
    uow.add(proxy)
    uow.add(Kinship(mei.id or 0, Tie.CHILD, NOW, name="李奶奶"))


async def unlike_the_list(uow: UnitOfWork, mei: Member) -> None:
    """A new roster says something else of a volunteer, and has nobody behind somebody's door."""
    await uow.session.execute(update(tables.roster_member).values(member_id=mei.id, asks_at=NOW))
    empty = {"door_hash": "of nobody", "compound": HERE.compound, "building": HERE.building, "version": 1}
    await uow.session.execute(insert(tables.household).values(id=99, **empty))
    uow.add(Kin(mei.id or 0, 99, Relation.LIVES_THERE, NOW, asks_at=NOW))


async def test_everything_that_waits_is_listed_most_urgent_first(database: Database) -> None:
    later = NOW + timedelta(days=8)
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    await bring(database, "members", ["梅", "13800000001", TEAM, "是"])
    async with database.work() as uow:
        uow.add(start_unanswered(None, 1, None, NOW))
        await open_due_visits(uow, now=NOW)
        [missed, *_] = await uow.visits.to_look_at(NOW, 10)
        uow.add(follow_up(missed.id or 0, 1, NOW, NOW))
        mei, lin = await newcomer(uow, "梅阿姨"), await newcomer(uow, "小林")
        await dead_update(uow)
        await failed_post(uow, -1, "unknown fate", PostState.UNKNOWN)
        await ask_to_join(uow, lin, TEAM, now=NOW, round_=1)
        await file_report(uow, Report("路灯不亮", HERE, "light"), mei, now=NOW)
        await file_report(uow, Report("两口子吵架", HERE, "mediation"), mei, now=NOW)
        await take_words(uow, mei, Words("楼道灯不亮"), now=NOW)
        await file_report(uow, Report("有点事", HERE, None), mei, now=NOW)
        await call_for_help(uow, mei, now=NOW)
        await refused_card(uow, mei.telegram_id)
        await lost_group(uow)
        await untold(uow, mei)
        await unlike_the_list(uow, mei)
        uow.add(Notice(lin.id or 0, NOW, texts={"zh-CN": worded("停水")}, state=NoticeState.SECOND))
    async with database.look() as uow:
        kinds = [wait.kind for wait in await waits(uow, later)]
    assert kinds == sorted(kinds)
    assert list(dict.fromkeys(kinds)) == [one for one in WaitKind if one is not WaitKind.TIME], (
        "hours are of who may confirm them"
    )


async def test_what_no_person_can_do_anything_about_is_not_listed(database: Database) -> None:
    async with database.work() as uow:
        qiang, mei = await newcomer(uow, "阿强"), await newcomer(uow, "梅阿姨")
        qiang.block(NOW)
        await failed_post(uow, qiang.telegram_id, "Forbidden: bot was blocked by the user")
        await failed_post(uow, mei.telegram_id, "not the holder any more")
        await failed_post(uow, mei.telegram_id, "cannot render: KeyError")
    async with database.look() as uow:
        assert [wait.who for wait in await waits(uow, NOW)] == ["梅阿姨"]


async def test_a_parked_post_is_settled_once(database: Database) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await failed_post(uow, -1, "one")
        await failed_post(uow, -2, "two")
        for act in (resend_post, confirm_post):
            with pytest.raises(RuleError, match="no-coordinators-only"):
                await act(uow, 1, mei, now=NOW)
        await resend_post(uow, 1, wang, now=NOW)
        await confirm_post(uow, 2, wang, now=NOW)
        for post_id in (1, 2, 99):
            for act in (resend_post, confirm_post):
                with pytest.raises(RuleError, match="no-post-settled"):
                    await act(uow, post_id, wang, now=NOW)
        assert await waits(uow, NOW) == []


async def test_those_of_which_nobody_knows_are_settled_together_up_to_one_and_what_was_refused_is_not(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        for n in range(5):
            uow.say(-n - 1, "small-talk", dedupe=f"{n}", now=NOW)
        await failed_post(uow, -9, "too long")
        await uow.flush()
        unsure = outbox.update().where(outbox.c.id <= 5).values(state=PostState.UNKNOWN)
        await uow.session.execute(unsure)
    async with database.work() as uow:
        for act in (confirm_all, resend_all):
            with pytest.raises(RuleError, match="no-coordinators-only"):
                await act(uow, 5, mei, now=NOW)
        await confirm_all(uow, 2, wang, now=NOW)
        await resend_all(uow, 4, wang, now=NOW)
        for act in (confirm_all, resend_all):
            with pytest.raises(RuleError, match="no-post-settled"):
                await act(uow, 4, wang, now=NOW)
        states = list(await uow.session.scalars(select(outbox.c.state).order_by(outbox.c.id)))
        sent, again, left = [PostState.SENT] * 2, [PostState.PENDING] * 2, [PostState.UNKNOWN]
        assert states == [*sent, *again, *left, PostState.FAILED]
        suspect = select(outbox.c.id).where(outbox.c.suspect)
        assert set(await uow.session.scalars(suspect)) == {3, 4}
        assert len(await waits(uow, NOW)) == 2


async def test_a_refused_card_is_settled_once_and_waits_no_longer_while_it_is_tried_again(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await refused_card(uow, mei.telegram_id, ref=1)
        await refused_card(uow, mei.telegram_id, ref=2, priority=0)
    async with database.work() as uow:
        found = await waits(uow, NOW)
        assert [(wait.no, wait.who) for wait in found] == [("case:2", "梅阿姨"), ("case:1", "梅阿姨")]
        for act in (resend_card, put_card_away):
            with pytest.raises(RuleError, match="no-coordinators-only"):
                await act(uow, 1, mei, now=NOW)
        await resend_card(uow, 1, wang, now=NOW)
        await put_card_away(uow, 2, wang, now=NOW)
        for place_id in (1, 2, 99):
            for act in (resend_card, put_card_away):
                with pytest.raises(RuleError, match="no-post-settled"):
                    await act(uow, place_id, wang, now=NOW)
        assert await waits(uow, NOW) == []
        behind = placement.select().where(placement.c.wanted > placement.c.shown)
        assert [row.id for row in await uow.session.execute(behind)] == [1]


async def test_a_refused_post_that_is_put_away_was_not_sent(database: Database) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await failed_post(uow, mei.telegram_id, "too long")
        with pytest.raises(RuleError, match="no-coordinators-only"):
            await put_post_away(uow, 1, mei, now=NOW)
        await put_post_away(uow, 1, wang, now=NOW)
        assert await waits(uow, NOW) == []
        assert (
            await uow.session.scalar(outbox.select().with_only_columns(outbox.c.state)) is PostState.EXPIRED
        )


@pytest.mark.parametrize("again", [True, False])
async def test_a_lost_group_is_tried_again_or_let_go_once(database: Database, again: bool) -> None:
    async def act(uow: UnitOfWork, chat_id: int, by: Member) -> None:
        if again:
            await try_group_again(uow, chat_id, by, now=NOW, round_=1)
        else:
            await let_group_go(uow, chat_id, by, now=NOW)

    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        lost = await lost_group(uow)
        for chat_id, by, key in ((lost, mei, "no-coordinators-only"), (-9, wang, "no-group-lost")):
            with pytest.raises(RuleError, match=key):
                await act(uow, chat_id, by)
        await act(uow, lost, wang)
        with pytest.raises(RuleError, match="no-group-lost"):
            await act(uow, lost, wang)
        assert await waits(uow, NOW) == []
        chat = await uow.chats.find(lost)
        assert chat is not None
        assert chat.kind is (ChatKind.BUILDING if again else ChatKind.UNBOUND)


@pytest.mark.parametrize(
    ("act", "state"), [(retry_update, InboxState.PENDING), (put_update_away, InboxState.IGNORED)]
)
async def test_a_dead_update_is_settled_once(database: Database, act: object, state: InboxState) -> None:
    assert callable(act)
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await dead_update(uow)
        await act(uow, 1, wang, now=NOW)
        with pytest.raises(RuleError, match="no-update-settled"):
            await act(uow, 1, wang, now=NOW)
        assert await uow.session.scalar(inbox.select().with_only_columns(inbox.c.state)) is state


async def test_two_clocks_at_once_send_one_list(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await file_report(uow, Report("有点事", HERE, None), None, now=NOW)
        await uow.occurrences.first("todo:since", NOW)

    async def tick() -> int:
        async with database.work() as uow:
            return await send_lists(uow, now=NOW)

    assert sorted(await asyncio.gather(tick(), tick())) == [0, 1]
    assert (await cards_in(database, wang.telegram_id)).count("todo") == 1


async def test_a_new_linli_does_not_send_the_list_of_a_time_before_it_ran(database: Database) -> None:
    async with database.work() as uow:
        await newcomer(uow, "王社工", Role.COORDINATOR)
        await file_report(uow, Report("有点事", HERE, None), None, now=NOW)
        assert await send_lists(uow, now=NOW) == 0
        assert await send_lists(uow, now=NOW + timedelta(hours=6, minutes=30)) == 1


@pytest.mark.parametrize(
    ("local", "due"),
    [
        ("03-04 08:29", None),
        ("03-04 08:30", "03-04 08:30"),
        ("03-04 12:00", "03-04 08:30"),
        ("03-04 16:30", "03-04 16:30"),
        ("03-04 20:00", "03-04 16:30"),
        ("03-04 20:01", None),
        ("03-05 03:00", None),
    ],
)
def test_the_latest_set_time_counts_and_none_at_night(local: str, due: str | None) -> None:
    now = datetime.strptime(f"2026-{local}", "%Y-%m-%d %H:%M").replace(tzinfo=PLAYBOOK.zone)
    found = latest_list(PLAYBOOK, now.astimezone(UTC))
    assert (found and f"{found:%m-%d %H:%M}") == due


async def test_a_draft_is_reminded_and_shown_once_whatever_the_ticks(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        await take_words(uow, mei, Words("楼道灯不亮"), now=NOW)
    late = NOW + timedelta(hours=2)

    async def tick() -> tuple[int, int]:
        async with database.work() as uow:
            return await remind_writers(uow, now=late), await show_to_coordinators(uow, now=late)

    assert await tick() == (1, 0)  # nobody to show it to: it waits
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
    assert [await tick(), await tick()] == [(0, 1), (0, 0)]
    assert [key for key, _ in await said_to(database, mei.telegram_id)] == ["draft-remind"]
    assert await cards_in(database, wang.telegram_id) == ["draft"]


async def test_a_line_leads_only_where_lines_lead(database: Database) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await file_report(uow, Report("有点事", HERE, None), mei, now=NOW)
        for card, ref, by, key in (
            ("triage", 1, mei, "no-coordinators-only"),
            ("details", 1, wang, "no-stale-button"),
            ("triage", 9, wang, "no-such-case"),
            ("task", 9, wang, "no-such-task"),
            ("draft", 9, wang, "no-such-draft"),
            ("teammate", 9, wang, "no-asked-no-more"),
        ):
            with pytest.raises(RuleError, match=key):
                await show_thing(uow, card, ref, by, now=NOW, round_=1)


@pytest.mark.parametrize("act", [confirm_post, put_post_away])
async def test_a_file_we_made_is_kept_no_longer_once_its_post_is_settled(
    database: Database, act: Callable[..., Awaitable[None]]
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        uow.send_document(-1, "表.csv", b"1", dedupe="export", now=NOW, fate=Fate.PARK)
    async with database.work() as uow:
        await uow.session.execute(update(outbox).values(state=PostState.UNKNOWN))
        assert await uow.blobs.find("export")
        await act(uow, 1, wang, now=NOW)
        assert await uow.blobs.find("export") is None
