"""Nobody has more than two lists a day, whatever waits for them; on either database."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import Clock
from bot.domain.member import Role
from bot.domain.visit import follow_up
from bot.services.occurrences import open_due_visits
from bot.services.visits.listing import want_calls
from bot.storage.database import Database
from bot.ui.cards.todo import todo as card
from bot.ui.i18n import words_for
from bot.ui.screen import Reader
from scheduler import todo, visits
from scheduler.ticks import Ticker
from tests.services.cast import NOW, cards_in, newcomer
from tests.services.rosters import bring, household


async def test_a_day_has_two_lists_at_most_and_what_waits_has_visits_and_calls_too(
    database: Database,
) -> None:
    await Ticker(database, Clock(NOW), [todo.send_todo_lists]).tick()  # Linli runs
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        wang, lin = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "小林")
        lin.ask_to_join("阳光姐姐", NOW)
        await open_due_visits(uow, now=NOW)
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        [visit] = await uow.visits.of_plan(plan.id)
        uow.add(follow_up(visit.id or 0, 1, NOW, NOW))
        await want_calls(uow, now=NOW)
    clock = Clock(NOW + timedelta(hours=14))
    ticker = Ticker(database, clock, [visits.move, todo.send_todo_lists, visits.tell])
    for _ in range(24):
        clock.move(timedelta(hours=1))
        await ticker.tick()
    lists = [
        one for one in await cards_in(database, wang.telegram_id) if one in ("todo", "calls", "my_visits")
    ]
    assert lists == ["todo", "todo"]
    async with database.look() as uow:
        words = words_for("zh-CN", uow.playbook.zone).at(clock.now())
        screen = await card(uow, 0, Reader(wang.telegram_id, words, clock.now(), uow.playbook, "linli_bot"))
    assert screen is not None
    assert "有一户没去成" in screen.text
    assert [row[0].text for row in screen.rows][-1] == "我的探访"
