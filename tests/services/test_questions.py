"""Sign-ups on either database: the last place has one holder, whoever waits moves up in order, a household counts once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.notice import Notice, NoticeState, Target, To, worded
from bot.domain.notice.question import Asks, Per, Question, Seat
from bot.domain.place import Place
from bot.services.questions import answering, seating, setting
from bot.storage.database import Database
from bot.storage.questions import Questions
from bot.ui.cards.question_below import below
from bot.ui.i18n import words_for
from bot.ui.screen import Reader
from tests.services.cast import NOW, newcomer
from tests.town import BUILDING, COMPOUND, PLAYBOOK

LATER = NOW + timedelta(days=1)


async def asked(database: Database, asks: Asks, places: int = 1, per: Per = Per.PERSON) -> int:
    """The number of a notice that is out and asks."""
    async with database.work() as uow:
        writer = await newcomer(uow, "王社工")
        notice = Notice(writer.id or 0, NOW, texts={"zh-CN": worded("包粽子")}, state=NoticeState.SENT)
        notice.audience = (Target(To.BUILDING, COMPOUND, BUILDING),)
        uow.add(notice)
        await uow.numbered()
        number = notice.id or 0
        uow.add(Question(number, asks, per, LATER, ("早", "晚"), places=places))
    return number


async def people(database: Database, count: int) -> list[int]:
    """Numbers of some who live here, each in a flat of their own."""
    async with database.work() as uow:
        every = [Member(7_000_000_000 + n, f"邻居{n}") for n in range(count)]
        for n, one in enumerate(every):
            uow.add(one)
            one.start(NOW)
            one.settle_at(Place(COMPOUND, BUILDING, "1", str(100 + n)), NOW)
        await uow.numbered()
        return [one.id or 0 for one in every]


async def press(database: Database, notice: int, member: int, *, going: bool = True) -> str:
    """报名 or 不去了, as one person in a transaction of their own; what they are told."""
    try:
        async with database.work() as uow:
            by = await uow.members.get(member)
            if not going:
                await answering.leave(uow, notice, by, now=NOW)
                return "left"
            return str((await answering.sign_up(uow, notice, by, now=NOW)).seat)
    except RuleError as no:
        return no.key


async def seats(database: Database, notice: int) -> dict[Seat, int]:
    """How many stand how."""
    async with database.look() as uow:
        return await Questions(uow.session).seats((await Questions(uow.session).get(notice)).id)


async def test_of_a_hundred_who_press_at_once_one_gets_the_last_place_and_the_others_wait(
    database: Database,
) -> None:
    notice = await asked(database, Asks.SIGN_UP)
    crowd = await people(database, 100)
    told = await asyncio.gather(*(press(database, notice, one) for one in crowd))
    assert sorted(told) == ["in", *["waiting"] * 99]
    assert await seats(database, notice) == {Seat.IN: 1, Seat.WAITING: 99}
    [winner] = [one for one, said in zip(crowd, told, strict=True) if said == "in"]
    assert await press(database, notice, winner) == "no-signed-up-already"
    assert await press(database, notice, winner, going=False) == "left"
    assert await seats(database, notice) == {Seat.IN: 1, Seat.WAITING: 98, Seat.OUT: 1}


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=10), st.integers(1, 3))
async def test_places_are_never_overfull_and_nobody_waits_beside_a_free_one(
    database: Database, moves: list[tuple[int, bool]], places: int
) -> None:
    notice = await asked(database, Asks.SIGN_UP, places)
    async with database.work() as uow:
        crowd = [(await newcomer(uow, f"邻居{n}")).id or 0 for n in range(5)]
    queue: list[int] = []
    for who, going in moves:
        said = await press(database, notice, crowd[who], going=going)
        if not going:
            assert said == ("left" if who in queue else "no-not-signed-up")
        if going and who not in queue:
            queue.append(who)
        elif not going and who in queue:
            queue.remove(who)
        found = await seats(database, notice)
        assert found.get(Seat.IN, 0) == min(places, len(queue))
        assert found.get(Seat.WAITING, 0) == max(0, len(queue) - places)


async def test_a_household_counts_once_and_may_change_its_mind(database: Database) -> None:
    notice = await asked(database, Asks.CHOICE, per=Per.HOME)
    [mei, lin] = await people(database, 2)
    async with database.work() as uow:
        pair = [await uow.members.get(one) for one in (mei, lin)]
        pair[1].settle_at(pair[0].home, NOW)
        assert not (await answering.choose_option(uow, notice, pair[0], 0, now=NOW)).at_home
        assert (await answering.choose_option(uow, notice, pair[1], 1, now=NOW)).at_home
        questions = Questions(uow.session)
        assert await questions.votes((await questions.get(notice)).id) == [(0b10, 1)]


async def test_who_is_forgotten_leaves_their_place_to_whoever_waits(database: Database) -> None:
    notice = await asked(database, Asks.SIGN_UP)
    crowd = await people(database, 2)
    for one in crowd:
        await press(database, notice, one)
    async with database.work() as uow:
        found = await Questions(uow.session).get(notice)
        first = await Questions(uow.session).answer(found.id, f"member:{crowd[0]}")
        assert first is not None
        await uow.session.delete(first)
    async with database.work() as uow:
        await seating.fill_places(uow, now=NOW)
    assert await seats(database, notice) == {Seat.IN: 1}


async def test_choices_are_read_in_each_language_they_were_said_in(database: Database) -> None:
    async with database.work() as uow:
        writer = await newcomer(uow, "王社工", Role.COORDINATOR)
        texts = {"zh-CN": worded("何时开会"), "en": worded("When to meet")}
        notice = Notice(writer.id or 0, NOW, texts=texts, audience=(Target(To.ALL),))
        uow.add(notice)
        await uow.numbered()
        number = notice.id or 0
        await setting.set_choices(uow, number, writer, "周六上午\n周日晚上", now=NOW)
        await setting.ask_translated(uow, number, writer, "en", now=NOW)
        with pytest.raises(RuleError, match="no-question-lines"):
            await setting.translate_choices(uow, number, writer, "en", "A\nB\nC", now=NOW)
        await setting.translate_choices(uow, number, writer, "en", "Saturday\nSunday", now=NOW)
        notice.state = NoticeState.SENT
        mei = await newcomer(uow, "Mei")
        mei.language = "en"
        assert (await answering.choose_option(uow, number, mei, 1, now=NOW)).names == ["Sunday"]
        for language, shown in (("en", ["Saturday", "✓ Sunday"]), ("zh-TW", ["周六上午", "✓ 周日晚上"])):
            words = words_for(language, PLAYBOOK.zone).at(NOW)
            reader = Reader(mei.telegram_id, words, NOW, PLAYBOOK, "linli_bot")
            _, rows = await below(uow, notice, reader, 0)
            assert [row[0].text for row in rows] == shown
        question = await Questions(uow.session).get(number)
        question.choices = ("包饺子", "去五缘湾湿地公园看鸟，中午自带干粮")
        reader = Reader(-1, words_for("zh-CN", PLAYBOOK.zone).at(NOW), NOW, PLAYBOOK, "linli_bot")
        lines, rows = await below(uow, notice, reader, 0)
        assert lines[1:] == ["1. 包饺子", "2. 去五缘湾湿地公园看鸟，中午自带干粮"]
        assert [row[0].text for row in rows] == ["1. 包饺子", "2. 去五缘湾湿地公园看鸟… · 1"]
