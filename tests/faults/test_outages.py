"""Linli was off, or Telegram out of reach: for ten minutes, for a day, for longer than Telegram keeps anything."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import func, select

from bot.domain.case import Case
from bot.domain.member import Role
from bot.sandbox import Group, Person
from tests.town import Town

LOST = "可能没收到"


async def admin(town: Town, name: str, language: str = "zh-hans") -> Person:
    """Somebody who looks after Linli."""
    person = await town.person(name, language=language)
    async with town.linli.database.work() as uow:
        (await uow.members.by_telegram([person.id]))[person.id].grant(Role.ADMIN, town.clock.now())
    return person


async def _hears(town: Town) -> None:
    """As in a process that runs: Telegram is asked, and a few seconds later whoever watches over it looks."""
    await town.settle()
    await town.linli.silence.look()
    await town.settle()


async def _is_off(town: Town, mei: Person, group: Group, *, hours: float, says: str) -> None:
    """She says it as soon as it is off; then it is on again and hears what there is."""
    await _hears(town)
    town.sandbox.on_action = None
    await mei.says(f"/report {says}", in_=group)
    town.clock.move(timedelta(hours=hours))
    await town.restart()
    town.sandbox.on_action = town.settle
    await _hears(town)


async def _cases(town: Town) -> int:
    async with town.linli.database.look() as uow:
        return await uow.session.scalar(select(func.count()).select_from(Case)) or 0


async def test_what_telegram_kept_is_dealt_with_and_what_it_did_not_is_told_with_its_time(town: Town) -> None:
    mei, li, amy = await town.resident("梅阿姨"), await admin(town, "李主任"), await admin(town, "Amy", "en")
    group = await town.building_group(mei)
    await _is_off(town, mei, group, hours=1 / 6, says="电梯坏了")
    await _is_off(town, mei, group, hours=23, says="路灯不亮")
    assert await _cases(town) == 2
    assert not li.sees(LOST)
    await _is_off(town, mei, group, hours=25, says="水管漏水")
    assert await _cases(town) == 2, "Telegram has forgotten it"
    [told] = [one.text for one in li.chat() if LOST in one.text]
    assert re.search("昨天 9:(09|10) 到 昨天 10:(09|10)", told)
    assert amy.sees("may be lost")
    await town.restart()
    await _hears(town)
    assert [one.text for one in li.chat() if LOST in one.text] == [told], "told once"
