"""Whatever somebody makes of our buttons and links by hand is answered; it never counts as a failure of ours."""

from __future__ import annotations

from dataclasses import fields

import pytest
from sqlalchemy import select

from bot.sandbox import Message, Person
from bot.storage.machinery import InboxState, PostState, inbox, outbox, placement
from bot.ui.buttons import Button
from tests.journeys.bad_input import every_kind
from tests.town import Town

_NUMBERS = ["1", "0", "-1", "7", "4294967297", "4503599627370495", "99999999999999999999", "²", "１", ""]
_WORDS = ["", "x", "3号楼", "team", "coordinator", "\x00", "zh-CN"]
_LINKS = [
    "case_²",
    "case_99999999999999999999",
    "case_0",
    "claim_²",
    "ask_99999999999999999999",
    "b_²_1",
    "b_9_9",
]
_LINKS += [
    "d_",
    "d_²",
    "d_aaaaaaaaaaaaa",
    "d_A",
    "b_99999999999999999999_1",
    "inv_",
    "inv_x",
    "case_",
    "case_-1",
    "_",
    "x_y_z",
]


def _forged() -> list[str]:
    """Every button with every odd number or word in all its places."""
    made = set()
    for kind in every_kind(Button):
        shape = [str(field.type) for field in fields(kind)]  # type: ignore[arg-type]
        for n, number in enumerate(_NUMBERS):
            word = _WORDS[n % len(_WORDS)]
            made.add(":".join([kind.tag, *(number if one.startswith("int") else word for one in shape)]))
            made.add(":".join([kind.tag, *("1" if n else number for n, _ in enumerate(shape))]))
            made.add(":".join([kind.tag, *(number if n else "1" for n, _ in enumerate(shape))]))
    return sorted(data for data in made if len(data.encode()) <= 64)


async def _no_failures(town: Town) -> None:
    async with town.linli.database.look() as uow:
        updates = (await uow.session.execute(select(inbox.c.state, inbox.c.attempts, inbox.c.payload))).all()
        refused = await uow.session.execute(select(outbox.c.body).where(outbox.c.state == PostState.FAILED))
        broken = await uow.session.execute(select(placement.c.card, placement.c.error))
    odd = [
        row.payload
        for row in updates
        if row.attempts or row.state not in (InboxState.DONE, InboxState.IGNORED)
    ]
    assert odd == []
    assert list(refused) == []
    assert [tuple(row) for row in broken if row.error] == []


async def _a_day(town: Town) -> tuple[list[Person], Message]:
    mei, wu = await town.resident("梅阿姨"), await town.coordinator()
    chen = await town.volunteer("陈姐", leads=True)
    group = await town.building_group(mei, wu, chen)
    await town.team_group(chen, wu)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    await mei.says("楼道里的灯不亮了")
    await wu.says("/todo")
    return [mei, chen, wu], group.messages[-1]


@pytest.mark.parametrize("who", [0, 1, 2], ids=["resident", "leader", "coordinator"])
async def test_no_forged_press_is_a_failure(town: Town, who: int) -> None:
    people, _ = await _a_day(town)
    person = people[who]
    card = person.last()
    town.sandbox.on_action = None
    for data in _forged():
        await person.presses_data(data, on=card)
    await town.settle()
    await _no_failures(town)


async def test_no_forged_link_is_a_failure(town: Town) -> None:
    people, _ = await _a_day(town)
    for link in _LINKS:
        for person in people:
            before = person.last()
            await person.says(f"/start {link}")
            assert person.last() is not before, link
            await town.pass_time(minutes=1)  # who taps too much is asked to wait
    await _no_failures(town)


@pytest.mark.parametrize("data", ["qp:1:", "qp:1:decline", "vp:todo:0", "ab:1", "af:1"])
async def test_no_forged_press_shows_a_group_what_is_for_coordinators(town: Town, data: str) -> None:
    people, card = await _a_day(town)
    before = card.text
    assert card.sender.is_bot
    await people[2].presses_data(data, on=card)
    await town.pass_time(minutes=1)
    assert (card.text, card.deleted) == (before, False)
