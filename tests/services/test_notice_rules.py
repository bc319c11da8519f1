"""When a notice goes out, to whom, and how long it is kept, on either database."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.clock import Clock
from bot.domain.chat import Chat
from bot.domain.errors import RuleError
from bot.domain.household import Kin, Relation
from bot.domain.member import Member, Role
from bot.domain.notice import Again, Audience, Notice, NoticeFile, NoticeState, Target, To, Wording, worded
from bot.domain.notice.question import Asks, Per, Question
from bot.domain.place import Place
from bot.services.homes import settle_home
from bot.services.notices import (
    composing,
    correcting,
    helping,
    receiving,
    releasing,
    remedies,
    repeating,
    templates,
)
from bot.services.notices.arriving import Landed, note_landed
from bot.services.notices.rights import in_charge
from bot.services.retention import let_go_now
from bot.storage import tables
from bot.storage.course import CARD, Course
from bot.storage.database import Database
from bot.storage.machinery import PostState, outbox, placement
from bot.storage.notice_parts import NoticeParts
from bot.storage.notices import Notices
from bot.storage.questions import Questions
from bot.storage.reach import Reach
from bot.storage.receipts import Receipts
from bot.storage.tables import receipt
from bot.storage.work import UnitOfWork
from scheduler.jobs import JobRunner
from tests.services.cast import NOW, newcomer
from tests.town import COMPOUND

ALL = (Target(To.ALL),)
ALONE = (Target(To.TAG, "alone"),)


async def groups(uow: UnitOfWork, count: int, there: int = 0) -> None:
    """So many groups of buildings, of which some are there."""
    for number in range(there + 1, count + 1):
        chat = Chat(-1000 - number, f"{number}号楼群")
        chat.bind_building(COMPOUND, f"{number}号楼", None, NOW)
        uow.add(chat)


async def written(uow: UnitOfWork, by: Member, audience: Audience = ALL, text: str = "停水") -> Notice:
    """A draft."""
    notice = await composing.begin_notice(uow, by, now=NOW, audience=audience)
    said = composing.Said(worded(text))
    return await composing.take_words(uow, notice.id or 0, by, said, "zh-CN", anew=True, now=NOW)


async def test_more_than_ten_groups_wait_many_ask_a_second_person_and_what_is_urgent_goes_at_once(
    database: Database,
) -> None:
    cases = (
        (10, False, NoticeState.SENDING),
        (11, False, NoticeState.WAITING),
        (11, True, NoticeState.SENDING),
        (100, False, NoticeState.SECOND),
        (100, True, NoticeState.SENDING),
    )
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await newcomer(uow, "李社工", Role.COORDINATOR)
        there = 0
        for count, urgent, state in cases:
            await groups(uow, count, there)
            there = count
            notice = await written(uow, wang, text=f"{count} {urgent}")
            number = notice.id or 0
            if urgent:
                await composing.set_notice(uow, number, wang, "urgent", now=NOW)
            await releasing.send_notice(uow, number, wang, now=NOW)
            assert notice.state is state
            with pytest.raises(RuleError, match="no-notice-sent-already"):
                await releasing.send_notice(uow, number, wang, now=NOW)


async def a_door(uow: UnitOfWork, number: int, categories: str, member: Member | None) -> None:
    """A household with somebody of these kinds, and perhaps somebody we know who lives there."""
    door = {"door_hash": str(number), "compound": COMPOUND, "building": "3号楼", "version": 1}
    await uow.session.execute(insert(tables.household).values(id=number, **door))
    person: dict[str, Any] = {"key_hash": str(number), "mark": "", "categories": categories, "version": 1}
    await uow.session.execute(insert(tables.dweller).values(household_id=number, **person))
    if member is not None:
        uow.add(Kin(member.id or 0, number, Relation.LIVES_THERE, NOW))


async def test_households_of_a_kind_are_reached_in_private_and_those_that_cannot_be_are_counted(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        zheng, sun, wu = [await newcomer(uow, name) for name in ("郑奶奶", "孙爷爷", "吴家")]
        sun.blocked_at = NOW
        for number, kinds, member in ((1, ",alone,", zheng), (2, ",alone,ill,", sun), (3, ",alone,", None)):
            await a_door(uow, number, kinds, member)
        await a_door(uow, 4, ",ill,", wu)
        await uow.flush()
        reach = Reach(uow.session)
        assert [one.id for one in await reach.people(ALONE)] == [zheng.id]
        assert await reach.count_people(ALONE) == (1, 1)
        assert await reach.closed_doors(ALONE) == 2
        assert await reach.closed_doors(ALL) == 0
        assert await reach.tags_of(sun.id) == {"alone", "ill"}
        head = await newcomer(uow, "楼栋长", Role.BUILDING_HEAD)
        with pytest.raises(RuleError):
            await composing.begin_notice(uow, head, now=NOW, audience=ALONE)
        notice = await written(uow, wang, ALONE)
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        assert sum((await Course(uow.session, 1).fates()).values()) == 1


async def test_what_is_over_is_emptied_when_the_playbook_says_so_and_a_draft_sooner(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await groups(uow, 1)
        sent = await written(uow, wang)
        await releasing.send_notice(uow, sent.id or 0, wang, now=NOW)
        await Receipts(uow.session, 1).add(wang.id or 0, -1001, NOW, place=wang.home, household_id=None)
        await NoticeParts(uow.session, 1).add(-1001, [5], ["photo"], NOW)
        await written(uow, wang, text="没发的")
    async with database.work() as uow:
        await let_go_now(uow, now=NOW + timedelta(days=31))
    async with database.work() as uow:
        kept, left = [await Notices(uow.session).get(one) for one in (1, 2)]
        assert (kept.empty, left.empty, left.state) == (False, True, NoticeState.DROPPED)
        await let_go_now(uow, now=NOW + timedelta(days=366))
    async with database.work() as uow:
        kept = await Notices(uow.session).get(1)
        assert kept.empty
        assert not kept.valid(NOW)
        for table in (tables.receipt, tables.notice_part):
            assert (await uow.session.execute(select(table))).all() == []


async def test_coming_again_is_for_its_writers_draft_and_ends_for_whoever_could_have_sent_it(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, li = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        mei = await newcomer(uow, "梅阿姨")
        await groups(uow, 1)
        notice = await written(uow, wang)
        number = notice.id or 0
        for other in (li, mei):
            with pytest.raises(RuleError):
                await repeating.repeat_notice(uow, number, other, Again.WEEK, now=NOW)
        with pytest.raises(RuleError, match="no-stale-button"):
            await repeating.repeat_until(uow, number, wang, 30, now=NOW)
        await repeating.repeat_notice(uow, number, wang, Again.WEEK, now=NOW)
        await repeating.repeat_until(uow, number, wang, 10, now=NOW)
        uow.add(Question(number, Asks.CHOICE, Per.HOME, NOW + timedelta(days=1), ("早", "晚")))
        await releasing.send_notice(uow, number, wang, now=NOW)
        with pytest.raises(RuleError):
            await repeating.repeat_notice(uow, number, wang, Again.MONTH, now=NOW)
    later = Clock(NOW + timedelta(days=7, minutes=1))
    await JobRunner(database, later).drain()
    async with database.work() as uow:
        second = await Notices(uow.session).get(2)
        assert second.sent_at is not None
        asked = await Questions(uow.session).get(2)
        assert (asked.choices, asked.closes_at) == (("早", "晚"), NOW + timedelta(days=8))
        assert await Notices(uow.session).coming(second) is None  # ten days are over before the third
        with pytest.raises(RuleError, match="no-stale-button"):
            await repeating.end_repeat(uow, 2, li, now=NOW)


async def test_a_template_is_not_put_over_words_and_files_are_not_corrected(database: Database) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await groups(uow, 1)
        with pytest.raises(RuleError):
            await templates.use_template(uow, mei, 0, now=NOW)
        with pytest.raises(RuleError, match="no-stale-button"):
            await templates.use_template(uow, wang, 99, now=NOW)
        notice = await templates.use_template(uow, wang, 0, now=NOW)
        notice.choose(ALL[0], NOW)
        with pytest.raises(RuleError, match="no-notice-blank"):
            await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
        with pytest.raises(RuleError, match="no-stale-button"):
            await templates.use_template(uow, wang, 0, now=NOW)
        for blank in notice.blanks:
            await templates.fill_blank(uow, notice.id or 0, wang, blank, "明天", now=NOW)
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
        said = composing.Said(Wording("新的"), [NoticeFile("photo", "p")])
        with pytest.raises(RuleError, match="no-notice-fix-files"):
            await correcting.correct_notice(uow, notice.id or 0, wang, said, "zh-CN", now=NOW)


async def test_a_number_is_shown_every_half_minute_at_most_also_after_a_correction_and_counts_at_ones_door(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await groups(uow, 3)
        notice = await written(uow, wang)
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
        await a_door(uow, 5, ",alone,", None)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        await note_landed(uow, [Landed(1, -1003, 7, None, False)], NOW)
    row = (placement.c.card == CARD) & (placement.c.chat_id == -1003)
    shown = update(placement).where(row).values(shown=placement.c.wanted)
    async with database.work() as uow:
        await correcting.correct_notice(uow, 1, wang, composing.Said(worded("改了")), "zh-CN", now=NOW)
        await uow.session.execute(shown)
    soon = NOW + timedelta(seconds=5)
    async with database.work() as uow:
        assert await receiving.receive_notice(uow, 1, -1003, mei, now=soon)
    async with database.work() as uow:
        at = await uow.session.scalar(select(placement.c.not_before).where(row))
        assert at == NOW + timedelta(seconds=30)
        uow.add(Kin(mei.id or 0, 5, Relation.LIVES_THERE, soon))
        await uow.numbered()
        await settle_home(uow, await uow.members.get(mei.id or 0), Place(COMPOUND, "3号楼"), now=soon)
        said = (await uow.session.execute(select(receipt.c.building, receipt.c.household_id))).one()
        assert said == ("3号楼", 5)


async def test_the_same_with_its_picture_sent_anew_or_waiting_for_a_second_person_is_asked_about(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, li = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        await groups(uow, 100)
        for writer, file_id, state, twice in (
            (wang, "p1", NoticeState.SECOND, False),
            (li, "p2", NoticeState.DRAFT, True),
        ):
            notice = await composing.begin_notice(uow, writer, now=NOW, audience=ALL)
            said = composing.Said(worded("看图"), [NoticeFile("photo", file_id)])
            await composing.take_words(uow, notice.id or 0, writer, said, "zh-CN", anew=True, now=NOW)
            await releasing.send_notice(uow, notice.id or 0, writer, now=NOW)
            assert (notice.state, notice.twice) == (state, twice)


async def test_what_holds_until_tonight_is_not_kept_for_the_morning_and_by_night_nothing_goes_on(
    database: Database,
) -> None:
    night = NOW + timedelta(hours=12)  # 22:00
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await groups(uow, 2)
        notice = await written(uow, wang)
        number = notice.id or 0
        await composing.keep_notice(uow, number, wang, 0, now=NOW)
        with pytest.raises(RuleError, match="no-notice-over-by-then") as no:
            await releasing.send_notice(uow, number, wang, now=night)
        assert no.value.args_ == {"at": NOW + timedelta(hours=22)}
        await composing.keep_notice(uow, number, wang, -1, now=NOW)
        await releasing.send_notice(uow, number, wang, now=NOW)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        await releasing.stop_notice(uow, 1, wang, now=NOW)
        await releasing.go_on(uow, 1, wang, now=night)
        assert await Course(uow.session, 1).next_at() == NOW + timedelta(hours=22)


async def test_a_group_that_has_become_another_buildings_gets_nothing_once_more(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await groups(uow, 1)
        notice = await written(uow, wang, (Target(To.BUILDING, COMPOUND, "1号楼"),))
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        await uow.session.execute(
            update(outbox).where(outbox.c.kind == "notice").values(state=PostState.FAILED)
        )
    async with database.work() as uow:
        [(post, _, _)] = await Course(uow.session, 1).troubled()
        chat = await uow.chats.find(-1001)
        assert chat is not None
        chat.bind_building(COMPOUND, "2号楼", None, NOW)
        for remedy in (remedies.resend_notice, remedies.rebind_notice):
            with pytest.raises(RuleError, match="no-notice-elsewhere"):
                await remedy(uow, 1, post, wang, now=NOW)
        await remedies.put_notice_away(uow, 1, post, wang, now=NOW)
        assert await Course(uow.session, 1).troubled() == []


async def test_below_a_notice_that_stands_in_a_group_people_may_press_whatever_the_group_has_become(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        await groups(uow, 2)
        notice = await written(uow, wang, (Target(To.BUILDING, COMPOUND, "1号楼"),))
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        await note_landed(uow, [Landed(1, -1001, 7, None, False)], NOW)
        chat = await uow.chats.find(-1001)
        assert chat is not None
        chat.unbind(wang.id, NOW)
    async with database.work() as uow:
        with pytest.raises(RuleError, match="no-stale-button"):
            await receiving.receive_notice(uow, 1, -1002, mei, now=NOW)
        assert await receiving.receive_notice(uow, 1, -1001, mei, now=NOW)
        assert (await helping.ask_help(uow, 1, -1001, "要帮忙", mei, now=NOW)).number


async def test_a_draft_is_its_writers_alone_and_what_was_told_to_others_is_quoted_to_nobody(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, li = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        mei, leader = await newcomer(uow, "梅阿姨"), await newcomer(uow, "队长", Role.LEADER)
        notice = await written(uow, wang, (Target(To.HAT, "leader"),), "队长明天开会")
        with pytest.raises(RuleError, match="no-stale-button"):
            await in_charge(uow, notice.id or 0, li)
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
        await in_charge(uow, notice.id or 0, li)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        with pytest.raises(RuleError, match="no-stale-button"):
            await helping.ask_help(uow, 1, mei.telegram_id, "队长明天开会", mei, now=NOW)
        assert (await helping.ask_help(uow, 1, leader.telegram_id, "要帮忙", leader, now=NOW)).number
