"""/unknown, /dead, the line at 08:00 and a Telegram that is silent: what those who look after Linli hear."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.member import Role
from bot.sandbox import Person
from bot.storage.backups import Made, record_backup
from bot.storage.machinery import Fate, InboxState, inbox
from bot.storage.papers import record_key_paper
from tests.journeys.bad_input import LANGUAGES, mei_of, said
from tests.storage.stores import KEY
from tests.town import Town


def unreadable(town: Town, mei: Person) -> None:
    """Something from her that PTB cannot read."""
    sender = {"id": mei.id, "is_bot": False, "first_name": "梅阿姨"}
    message = {"message_id": 1, "chat": {"id": mei.id, "type": "private"}, "from": sender, "text": "没有日期"}
    town.sandbox.queue_raw({"message": message})


async def admin(town: Town, name: str = "李主任") -> Person:
    """Somebody who looks after Linli."""
    person = await town.person(name)
    async with town.linli.database.work() as uow:
        (await uow.members.by_telegram([person.id]))[person.id].grant(Role.ADMIN, town.clock.now())
    return person


async def test_the_number_a_person_hears_finds_the_log_line_and_the_line_in_dead_and_it_is_tried_again(
    town: Town, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    mei, wang = await mei_of(town, language), await town.coordinator(language=LANGUAGES[language])
    await wang.says("/dead")
    assert wang.last().text == said(town, language, "dead-nothing")
    unreadable(town, mei)
    await town.settle()
    async with town.linli.database.look() as uow:
        reference = await uow.session.scalar(
            select(inbox.c.reference).where(inbox.c.state == InboxState.DEAD)
        )
    assert mei.sees(said(town, language, "sorry-it-failed", reference=reference))
    assert str(reference) in caplog.text
    await town.restart()
    await wang.says("/dead")
    shown = wang.last()
    assert str(reference) in shown.text
    assert shown.text.startswith(said(town, language, "dead-head", count=1))
    retry, away = (button.data or "" for button in shown.buttons[0])
    await mei.presses_data(retry, on=mei.last())
    assert mei.toasts[-1].text not in ("", said(town, language, "toast-retried"))
    await mei.says("/dead")
    await mei.says("/unknown")
    assert not mei.sees(str(said(town, language, "dead-head", count=1)))
    await wang.presses_data(retry, on=shown)
    assert wang.toasts[-1].text == said(town, language, "toast-retried")
    await wang.presses_data(away, on=wang.last())
    await wang.presses_data(away, on=wang.last())
    assert wang.toasts[-1].text == said(town, language, "no-update-settled")


async def test_unknown_lists_what_may_not_have_arrived_by_pages_and_nothing_else(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    town.sandbox.fault("sendMessage", "lost", times=12, chat_id=group.id)
    async with town.linli.database.work() as uow:
        for n in range(12):
            uow.say(group.id, "danger-taken-group", dedupe=f"{n}", now=town.clock.now(), fate=Fate.PARK)
    await town.settle()
    await mei.says("3号楼有件事不知道找谁，想请你们看看")
    await mei.presses("提交")
    await wang.says("/unknown")
    shown = wang.last()
    assert "12 条" in shown.text
    assert "该谁办" not in shown.text
    more = next(one.data or "" for row in shown.buttons for one in row if "还有" in one.text)
    await wang.presses("还有 2 件")
    assert wang.last().text.count("不知道送到没有，") == 2
    await wang.presses("12 已送达")
    assert "11 条" in wang.last().text
    await mei.presses_data(more, on=mei.last())
    assert "协调员" in mei.toasts[-1].text
    await wang.presses_data(more.replace("unknown", "export"), on=wang.last())
    assert "旧" in wang.toasts[-1].text


async def test_many_of_which_nobody_knows_are_settled_at_once_asked_first_and_no_later_one_with_them(
    town: Town, language: str
) -> None:
    mei, wang = await mei_of(town, language), await town.coordinator(language=LANGUAGES[language])
    group = await town.building_group(mei)

    async def lose(*names: str) -> None:
        town.sandbox.fault("sendMessage", "lost", times=len(names), chat_id=group.id)
        async with town.linli.database.work() as uow:
            for name in names:
                uow.say(group.id, "danger-taken-group", dedupe=name, now=town.clock.now(), fate=Fate.PARK)
        await town.settle()

    async def see(key: str, **values: object) -> bool:
        return wang.last().text.startswith(said(town, language, key, **values))

    arrived, again = said(town, language, "button-all-arrived"), said(town, language, "button-all-again")
    await lose("one", "two")
    await wang.says("/unknown")
    assert arrived not in str(wang.last().buttons), "two are soon settled one by one"
    await lose(*"abc")
    await wang.says("/unknown")
    await wang.presses(arrived)
    assert await see("unknown-all-arrived", count=5)
    yes = wang.last().buttons[0][0].data or ""
    await mei.presses_data(yes, on=mei.last())
    await lose("late")
    await town.restart()
    await wang.presses(arrived)
    assert wang.toasts[-1].text == said(town, language, "toast-all-arrived")
    assert await see("unknown-head", count=1)
    await wang.presses_data(yes, on=wang.last())
    assert wang.toasts[-1].text == said(town, language, "no-post-settled")
    before = len(group.messages)
    await lose("x", "y")
    await wang.says("/unknown")
    await wang.presses(again)
    assert await see("unknown-all-again", count=3)
    await wang.presses(again)
    await town.settle()
    assert len(group.messages) == before + 2 + 3, "both were there after all, and all three came once more"
    assert await see("unknown-nothing")


async def test_at_eight_admins_hear_what_needs_a_person_and_on_other_days_nothing(town: Town) -> None:
    mei, wang, li = await town.resident("梅阿姨"), await town.coordinator(), await admin(town)
    await _eight_o_clock(town, timedelta(hours=22))
    assert not li.sees("早上好")
    unreadable(town, mei)
    await town.settle()
    await _eight_o_clock(town, timedelta(days=1))
    [line] = [one for one in li.chat() if "早上好" in one.text]
    assert "1 条消息没处理成，发 /dead" in line.text
    assert line.at.astimezone(town.playbook.zone).hour == 8
    assert not wang.sees("早上好")
    async with town.linli.database.work() as uow:
        next_year = town.clock.now() + timedelta(days=365)  # as the machine's clock thought
        record_backup(uow, Made(Path("backup"), {}), now=next_year)
    await town.restart()
    await _eight_o_clock(town, timedelta(days=2))
    lines = [one.text for one in li.chat() if "早上好" in one.text]
    for words in ("还没有做过备份", "钥匙还没印在纸上"):
        assert [words in one for one in lines] == [False, True], "a database that is new may wait"
    async with town.linli.database.work() as uow:
        record_key_paper(uow, KEY, now=town.clock.now())
    await _eight_o_clock(town, timedelta(days=1))
    assert "钥匙" not in [one.text for one in li.chat() if "早上好" in one.text][-1]


async def _eight_o_clock(town: Town, later: timedelta) -> None:
    """A town begins at ten."""
    town.clock.move(later)
    for _ in range(2):
        await town.linli.ticker.tick()
        await town.settle()


async def test_a_telegram_that_is_silent_for_a_minute_is_told_once_and_so_is_its_end(town: Town) -> None:
    li, wang = await admin(town), await town.coordinator()
    watch, poller = town.linli.silence, town.linli.poller
    await watch.look()
    poller.heard_at -= 61
    await watch.look()
    await watch.look()
    await town.settle()
    assert len([one for one in li.chat() if "起我听不到 Telegram" in one.text]) == 1
    await watch.look()
    await town.settle()
    assert len([one for one in li.chat() if "又听到 Telegram 了" in one.text]) == 1
    assert not wang.sees("听")
