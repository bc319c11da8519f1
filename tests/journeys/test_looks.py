"""Who looked at whom is kept, in their own words for who asks, and in what a person is sent of themselves."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from bot.domain.place import Place
from bot.domain.visit import Finding, Visit, VisitState
from bot.sandbox import Person
from bot.services.charges import give_charge
from bot.services.codes import code_from, make_household_code, redeem_code
from bot.storage.machinery import event
from bot.storage.work import UnitOfWork
from tests.services.rosters import bring, household
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
    await wang.says(f"/code {COMPOUND}3号楼2单元501")
    assert wang.sees("没有")
    await mei.says("/code 3号楼2单元501")
    seen = (await _looks(town))[before:]
    assert ("looked_household", "building:3", numbers[0]) in seen, "who finds nobody has looked for somebody"
    assert ("looked_building", "building:3", numbers[1]) in seen
    assert ("looked_staff", "staff:0", numbers[0]) in seen
    assert ("looked_person", f"member:{numbers[1]}", numbers[0]) in seen
    assert [one for one in seen if one[2] == numbers[1]] == [("looked_building", "building:3", numbers[1])]
    await mei.says("/mydata")
    files = [m.media.file_id for m in mei.chat() if m.media is not None]
    assert any("王社工" in town.sandbox.files.find(one).content.decode() for one in files)


@pytest.mark.about_households
async def test_whoever_lives_behind_a_door_is_sent_what_lists_and_visits_say_of_it_and_who_looked(
    town: Town,
) -> None:
    alone = household("郑奶奶", "13800000001", kinds="独居")
    couple = [household(name, room="502", kinds="残疾") for name in ("住户乙", "住户丙")]
    await bring(town.linli.database, "households", alone, *couple)
    zheng, yi, wang = await town.resident("郑奶奶"), await town.resident("住户乙"), await town.coordinator()
    await wang.says(f"/code {COMPOUND}3号楼1单元501")
    async with town.linli.database.work() as uow:
        by = (await uow.members.by_telegram([wang.id]))[wang.id]
        for home in (1, 2):
            await _visited(uow, home, by.id or 0, town.clock.now())
        for number, person in ((1, zheng), (2, yi)):
            code = code_from(bytes([number]) * 16)
            await make_household_code(uow, number, by=by, now=town.clock.now(), code=code)
            await uow.numbered()
            member = (await uow.members.by_telegram([person.id]))[person.id]
            await redeem_code(uow, code, member, now=town.clock.now())
    for person in (zheng, yi):
        await person.says("/mydata")
    told = [_file(town, zheng), _file(town, yi)]
    assert "郑奶奶  13800000001  alone" in told[0]
    assert "王社工 看过您的称呼和住处" in told[0]
    assert "想要一根拐杖" in told[0]
    assert not any(other in told[1] for other in ("住户丙", "拐杖", "郑奶奶")), (
        "who shares a door is no business of theirs"
    )


async def _visited(uow: UnitOfWork, home: int, by: int, now: datetime) -> None:
    plan = (await uow.visits.plans_of(home))[0]
    visit = Visit(plan.id or 0, home, plan.programme, "seen", now, now, now, VisitState.OFFERED)
    uow.add(visit)
    await uow.numbered()
    uow.add(Finding(visit.id or 0, by, now, remark="想要一根拐杖"))


def _file(town: Town, person: Person) -> str:
    found = [m.media for m in person.chat() if m.media is not None]
    texts = [town.sandbox.files.find(one.file_id).content.decode("utf-8-sig") for one in found]
    return next(one for one in texts if not one.startswith("{"))
