"""What comes together is dealt with together: twelve reports cost the database hardly more statements than four."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from bot.sandbox import Group, Person
from tests.town import Town

_TOLD_BY = 60  # characters: enough to tell which statement it is, whatever the number of its values


@contextmanager
def statements(town: Town) -> Iterator[Counter[str]]:
    """What is written while the block lasts."""
    seen: Counter[str] = Counter()

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen[statement[:_TOLD_BY]] += 1

    engine = town.linli.database.writer.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def _at_once(town: Town, people: list[tuple[Person, Group]]) -> Counter[str]:
    town.sandbox.on_action = None
    for person, group in people:
        await person.says("/report 楼道灯不亮", in_=group)
    town.sandbox.on_action = town.settle
    with statements(town) as seen:
        await town.linli.poller.once()
    return seen


async def test_a_batch_of_reports_is_written_in_as_many_statements_however_many_they_are(town: Town) -> None:
    await town.team_group(await town.volunteer("李师傅"))
    everybody = []
    for n in range(16):
        person = await town.resident(f"邻居{n}")
        everybody.append((person, await town.building_group(person, building=f"{n + 1}号楼")))
    few = await _at_once(town, everybody[:4])
    await town.settle()
    many = await _at_once(town, everybody[4:])
    await town.settle()
    assert all(person.sees("收到了，编号") for person, _ in everybody)
    assert not {said: n for said, n in many.items() if n > few[said]}


async def test_of_a_list_asked_for_again_and_again_the_newest_copies_live_and_the_others_say_so(
    town: Town,
) -> None:
    mei = await town.resident("梅阿姨")
    copies = []
    for _ in range(5):
        await mei.says("/mine")
        copies.append(mei.last())
    await mei.says("/report 楼道灯不亮")
    await mei.presses("提交")
    await mei.says("/mine")
    copies.append(mei.last())
    assert ["#1" in copy.text for copy in copies] == [False] * 3 + [True] * 3
    assert {copy.text for copy in copies[:3]} == {"下面有新的一张，请看那张。"}
    assert not any(copy.buttons for copy in copies[:3])
