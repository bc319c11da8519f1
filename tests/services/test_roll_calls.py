"""点名 on either database, with a list of households: who is heard of, page by page, and what is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.notice import Notice, NoticeState, Target, To, worded
from bot.domain.notice.emergency import RollCall, rolls
from bot.domain.place import Place
from bot.services.emergencies import answering, calling
from bot.services.leaving import forget
from bot.services.notices.knocking import send_knocks
from bot.storage.database import Database
from bot.storage.knocks import Knocks
from bot.storage.notices import Notices
from bot.storage.reached import ReachedQueries
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.cards.roll_calls import roll_call
from bot.ui.cards.roll_care import PAGES, roll_care
from bot.ui.i18n import words_for
from bot.ui.screen import Reader, Screen
from tests.services.cast import NOW, newcomer
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, PLAYBOOK

HERE = Place(COMPOUND, BUILDING)
HOMES = 23


async def called(uow: UnitOfWork) -> tuple[int, Member]:
    """The number of an emergency notice to that building, and the coordinator who sent it."""
    wang = await newcomer(uow, "王社工", Role.COORDINATOR)
    notice = Notice(wang.id or 0, NOW, texts={"zh-CN": worded("台风")}, state=NoticeState.SENT, sent_at=NOW)
    notice.audience = (Target(To.BUILDING, COMPOUND, BUILDING),)
    uow.add(notice)
    await uow.numbered()
    uow.add(RollCall(notice.id or 0, NOW, called_at=NOW))
    await uow.numbered()
    return notice.id or 0, wang


def reading(person: Member) -> Reader:
    """Their private chat."""
    return Reader(person.telegram_id, words_for("zh-CN", PLAYBOOK.zone).at(NOW), NOW, PLAYBOOK, "linli_bot")


def labels(screen: Screen | None) -> list[str]:
    """Of its buttons."""
    assert screen is not None
    return [key.text for row in screen.rows for key in row]


async def test_the_care_list_is_read_page_by_page_and_who_has_not_answered_is_knocked_for(
    database: Database,
) -> None:
    listed = [household(f"郑奶奶{n}", room=str(101 + n), kinds="独居") for n in range(HOMES)]
    await bring(database, "households", *listed, household("钱家", room="901"))
    async with database.work() as uow:
        number, wang = await called(uow)
        mei = await newcomer(uow, "郑奶奶22")
        mei.settle_at(Place(COMPOUND, BUILDING, "1", "123"), NOW)
        lin = await newcomer(uow, "郑奶奶21")
        lin.settle_at(Place(COMPOUND, BUILDING, "1", "122"), NOW)
        assert await answering.say_safe(uow, number, mei.telegram_id, mei, now=NOW)
        await answering.need_help(uow, number, lin.telegram_id, "要帮忙", lin, now=NOW)
        found = RollCalls(uow.session)
        notice = await Notices(uow.session).get(number)
        each = rolls(await found.said(number), await found.homes(notice.audience), {})
        assert (each[HERE].known, each[HERE].safe, each[HERE].help, each[HERE].unheard) == (24, 1, 1, 22)
        assert (await ReachedQueries(uow.session, number).by_building(notice.audience))[HERE].read == 2
        first = await roll_care(uow, number * PAGES, reading(wang))
        last = await roll_care(uow, number * PAGES + 1, reading(wang))
        assert first is not None
        assert last is not None
        lines = first.text.splitlines()[1:]
        assert lines[0].startswith("🔴")
        assert "郑奶奶21" in lines[0]
        assert [one[0] for one in lines[1:]] == ["⚪"] * 19
        assert [one[0] for one in last.text.splitlines()[1:]] == ["⚪", "⚪", "✅"]
        assert labels(first) == ["请人敲门", "下一页 ›", "返回"]
        assert labels(last) == ["请人敲门", "‹ 上一页", "返回"]
        assert labels(await roll_call(uow, number, reading(wang)))[0] == "请人敲门"
        assert await roll_care(uow, number * PAGES, reading(mei)) is None
        assert await Knocks(uow.session, number).count(notice.audience, None, uow.playbook.visits) == 21
        assert await send_knocks(uow, number, wang, now=NOW) == 21


async def test_who_is_forgotten_amid_it_leaves_the_call_and_the_coordinators_with_the_case(
    database: Database,
) -> None:
    async with database.work() as uow:
        number, wang = await called(uow)
        lin = await newcomer(uow, "林伯")
        lin.settle_at(Place(COMPOUND, BUILDING, "1", "122"), NOW)
        await answering.need_help(uow, number, lin.telegram_id, "要帮忙", lin, now=NOW)
    async with database.work() as uow:
        lin = await uow.members.get(lin.id or 0)
        await forget(uow, lin, "邻居", keep_open=False, now=NOW + timedelta(minutes=1))
    async with database.work() as uow:
        assert await RollCalls(uow.session).said(number) == []
        assert await roll_call(uow, number, reading(wang)) is not None
        await calling.lift_emergency(uow, number, wang, now=NOW + timedelta(minutes=2))


async def test_what_is_over_takes_no_more_but_a_cry_for_help(database: Database) -> None:
    async with database.work() as uow:
        number, wang = await called(uow)
        mei = await newcomer(uow, "梅阿姨")
        mei.settle_at(Place(COMPOUND, BUILDING, "1", "122"), NOW)
        await calling.lift_emergency(uow, number, wang, now=NOW)
        with pytest.raises(RuleError, match="no-roll-over"):
            await answering.say_safe(uow, number, mei.telegram_id, mei, now=NOW)
        await answering.need_help(uow, number, mei.telegram_id, "要帮忙", mei, now=NOW)
        (await Notices(uow.session).get(number)).state = NoticeState.DRAFT
        with pytest.raises(RuleError, match="no-stale-button"):
            await answering.need_help(uow, number, mei.telegram_id, "要帮忙", mei, now=NOW)
