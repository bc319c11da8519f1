"""Who looked at whom is kept, in their own words for who asks, and in what a person is sent of themselves."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.place import Place
from bot.services.charges import give_charge
from bot.storage.machinery import event
from tests.town import BUILDING, COMPOUND, Town


async def _looks(town: Town) -> list[tuple[str, str, int | None]]:
    async with town.linli.database.look() as uow:
        rows = await uow.session.execute(
            select(event.c.kind, event.c.subject, event.c.by_id)
            .where(event.c.kind.startswith("looked_"))
            .order_by(event.c.id)
        )
        return [(row.kind, row.subject, row.by_id) for row in rows]


async def test_a_look_at_a_building_and_at_a_person_is_kept_and_one_refused_is_not(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    async with town.linli.database.work() as uow:
        head = (await uow.members.by_telegram([mei.id]))[mei.id]
        await give_charge(uow, head, "head", [Place(COMPOUND, BUILDING)], None, now=town.clock.now())
    numbers = [(await town.member(one)).id for one in (wang, mei)]
    await mei.says("楼道里的灯不亮了")
    await mei.presses("提交")
    before = len(await _looks(town))
    await mei.says("我的楼")
    await mei.says("/people 1")
    await wang.says("/people")
    await wang.says("/people 1")
    seen = (await _looks(town))[before:]
    assert ("looked_building", "building:3", numbers[1]) in seen
    assert ("looked_staff", "staff:0", numbers[0]) in seen
    assert ("looked_person", f"member:{numbers[1]}", numbers[0]) in seen
    assert [one for one in seen if one[2] == numbers[1]] == [("looked_building", "building:3", numbers[1])]
    await mei.says("/mydata")
    files = [m.media.file_id for m in mei.chat() if m.media is not None]
    assert any("王社工" in town.sandbox.files.find(one).content.decode() for one in files)
