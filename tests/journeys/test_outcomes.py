"""What came of a visit can be written instead of pressed; and a ladder that goes by place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.charge import Charge
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.member import Member, Role
from bot.domain.role import Ward
from bot.sandbox import Person
from tests.journeys.test_findings import at_the_door
from tests.services.rosters import HERE, bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households


async def test_who_has_one_visit_writes_what_came_of_it(town: Town) -> None:
    lin, _ = await at_the_door(town)
    await town.restart()
    await lin.says("见到了")
    assert lin.sees("她怎么样")
    assert not lin.sees("501")
    await lin.says("见到了")
    assert not lin.sees("您说的是哪一户")


async def test_who_has_several_is_asked_which(town: Town) -> None:
    lin, wang = await at_the_door(town)
    both = [
        household("郑奶奶", "13800000001", kinds="独居"),
        household("李爷爷", "13800000002", "502", kinds="独居"),
    ]
    await bring(town.linli.database, "households", *both)
    await wang.says("/visits")
    await wang.presses("3号楼 502 李爷爷")
    await wang.presses("结对")
    await wang.presses("林伯")
    await town.pass_time(minutes=1)
    await lin.says("/rounds")
    await lin.presses("2")
    await lin.presses("明天")
    await lin.says("打电话联系上了")
    assert lin.sees("您说的是哪一户")
    await lin.presses("李爷爷")
    assert not lin.sees("502")
    assert lin.sees("501")
    await lin.says("住院了")
    await lin.presses("两周")
    assert not lin.sees("501")
    assert wang.sees("住院")


async def test_from_anybody_else_it_is_only_what_it_says(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("不想见")
    assert not mei.sees("她怎么样")
    await mei.says("出门住一阵")
    assert not mei.sees("大概什么时候回来")


async def _in_charge(town: Town, name: str, duty: str, role: Role, building: str | None) -> Person:
    person = await town.person(name)
    async with town.linli.database.work() as uow:
        member: Member = (await uow.members.by_telegram([person.id]))[person.id]
        uow.add(Charge(duty, HERE, building, town.clock.now(), member.id, name))
        member.look_after((Ward(role, HERE, building),), town.clock.now())
    return person


async def test_by_place_it_climbs_from_the_family_to_the_community_until_somebody_goes(town: Town) -> None:
    ladder = ("family", "head", "grid", "compound", "coordinator")
    weekly = tuple(one for one in town.playbook.visits.programmes if one.key == "lonely")
    visits = replace(town.playbook.visits, ladder=ladder, programmes=weekly)
    town.playbook = replace(town.playbook, visits=visits)
    await town.restart()
    await bring(town.linli.database, "households", household("郑奶奶", "13800000001", kinds="独居"))
    daughter = await town.person("小敏")
    async with town.linli.database.work() as uow:
        who = (await uow.members.by_telegram([daughter.id]))[daughter.id]
        uow.add(Kinship(who.id or 0, Tie.CHILD, town.clock.now(), Consent.GIVEN, household_id=1))
    wu = await _in_charge(town, "吴师傅", "head", Role.BUILDING_HEAD, "3号楼")
    zhao = await _in_charge(town, "赵网格", "grid", Role.GRID_WORKER, "3号楼")
    qian = await _in_charge(town, "钱苑长", "grid", Role.GRID_WORKER, None)
    wang = await town.coordinator()
    await town.pass_time(minutes=1)
    turns = [daughter, wu, zhao, qian, wang]
    for n, person in enumerate(turns):
        for _ in range(6):
            if person.sees("上门探望"):
                break
            assert not any(later.sees("上门探望") for later in turns[n + 1 :])
            await town.pass_time(hours=4)
        assert person.sees("上门探望"), person.name
    await zhao.presses("今天" if zhao.sees("今天") else "明天")
    assert zhao.sees("501")
