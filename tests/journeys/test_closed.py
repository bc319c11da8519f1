"""Whoever may not act may do nothing, on whatever kind of button; what is stored on them stays their own."""

from __future__ import annotations

from dataclasses import fields

import pytest
from sqlalchemy import func, select

from bot.domain.rights import CLOSED
from bot.domain.role import Access, Role
from bot.sandbox import Person
from bot.storage import tables
from bot.storage.machinery import event
from bot.ui.buttons import Button
from handlers.closed import HELP, OWN_BUTTONS
from tests.journeys.bad_input import every_kind, said
from tests.town import BUILDING, Town


async def _close(town: Town, person: Person, access: Access) -> None:
    async with town.linli.database.work() as uow:
        (await uow.members.by_telegram([person.id]))[person.id].close(access, town.clock.now())


@pytest.mark.parametrize("access", [Access.SUSPENDED, Access.BLOCKED])
async def test_they_read_and_erase_what_is_kept_on_them(town: Town, access: Access) -> None:
    mei = await town.resident("梅阿姨")
    await town.coordinator()
    await mei.says(f"旧沙发没地方扔，{BUILDING}")
    await mei.presses("提交")
    await _close(town, mei, access)
    await mei.says("/mydata")
    assert [m.media.kind for m in mei.chat() if m.media is not None] == ["document", "document"]
    await mei.says("/forgetme")
    await mei.presses("都不用办了")
    await mei.presses("确定忘记")
    assert "我忘了您" in mei.last().text


async def test_who_logged_out_is_shown_nothing_not_even_their_own(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await _close(town, mei, Access.LOGGED_OUT)
    await mei.says("/mydata")
    await mei.says("/forgetme")
    assert not [m for m in mei.chat() if m.media is not None]
    assert "确定忘记" not in str([m.buttons for m in mei.chat()])


@pytest.mark.parametrize("access", [Access.SUSPENDED, Access.BLOCKED, Access.LOGGED_OUT])
async def test_no_kind_of_button_does_anything_for_them(town: Town, access: Access) -> None:
    wang = await town.coordinator()
    chen = await town.volunteer("陈姐", leads=True, may_enter=True)
    async with town.linli.database.work() as uow:
        member = (await uow.members.by_telegram([chen.id]))[chen.id]
        member.grant(Role.COORDINATOR, town.clock.now())
    await chen.says("楼道里的灯不亮了，3号楼")
    await chen.presses("提交")
    await wang.says("/todo")
    await _close(town, chen, access)
    card, kept = chen.last(), {*HELP, *(() if access is Access.LOGGED_OUT else OWN_BUTTONS)}
    before = await _written(town)
    pressed, town.sandbox.on_action = [], None
    for kind in every_kind(Button):
        if kind.tag not in kept:
            data = ":".join([kind.tag, *("1" for _ in fields(kind))])  # type: ignore[arg-type]
            pressed.append(await chen.presses_data(data, on=card))
    await town.settle()
    told = said(town, "zh-CN", CLOSED[access])
    answers = {press.toast.text for press in pressed if press.toast is not None}
    assert answers <= {told, said(town, "zh-CN", "no-too-many-presses")}, answers
    assert told in answers
    assert await _written(town) == before


async def _written(town: Town) -> tuple[int, list[object]]:
    """What happened, and how every case and task stands."""
    async with town.linli.database.look() as uow:
        rows = [
            tuple(row)
            for table in (tables.case, tables.task, tables.member)
            for row in await uow.session.execute(select(table).order_by(table.c.id))
        ]
        return int(await uow.session.scalar(select(func.count()).select_from(event)) or 0), list(rows)
