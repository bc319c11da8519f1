"""The rest of a long text finds its beginning, even where what remembered that is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bot.intake.doorstep import Doorstep
from tests.intake.desk import Desk
from tests.intake.updates import door, said

BEGINNING = said(number=1, text="/report " + "水" * 4088)
REST = said(number=2, text="管漏水")
TALK = said(number=200, text="今晚谁去打牌")
REST["message"]["date"] = BEGINNING["message"]["date"] + 1


async def _numbers(desk: Desk) -> list[int]:
    return [row["update_id"] for row in await desk.stored()]


def _doorstep(desk: Desk, accept: Any = None) -> Doorstep:
    return Doorstep(door(), accept or desk.worker.accept, desk.database, desk.bot.id)


async def test_a_process_that_starts_between_two_pieces_keeps_the_second(desk: Desk) -> None:
    await _doorstep(desk).take([BEGINNING])
    await desk.open()
    await _doorstep(desk).take([REST])
    assert await _numbers(desk) == [1, 2]


async def test_a_second_piece_that_could_not_be_stored_is_ours_the_next_time_too(desk: Desk) -> None:
    full = False

    async def accept(updates: Sequence[dict[str, Any]]) -> None:
        if full:
            raise OSError(28, "No space left on device")
        await desk.worker.accept(updates)

    doorstep = _doorstep(desk, accept)
    await doorstep.take([BEGINNING])
    full = True
    for _ in range(3):
        with pytest.raises(OSError, match="No space"):
            await doorstep.take([REST])
    full = False
    await doorstep.take([REST])
    assert await _numbers(desk) == [1, 2]


async def test_who_remembers_everything_does_not_ask_the_database_about_neighbours_talk(desk: Desk) -> None:
    doorstep = _doorstep(desk)
    await doorstep.take([BEGINNING])
    await desk.database.close()  # whoever asks it now opens it anew
    await doorstep.take([TALK])
    assert desk.database.reader.pool.checkedin() == 0  # type: ignore[attr-defined]
    assert await _numbers(desk) == [1]
