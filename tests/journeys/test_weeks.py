"""本周办好: on Sunday evening each building's group reads what was reported and solved, once, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.case import Case, CaseState, Ending
from tests.town import BUILDING, COMPOUND, Town


async def test_the_group_reads_its_week_once_also_after_a_restart_in_its_language(town: Town) -> None:
    notices = replace(town.playbook.notices, weekly=True)
    town.playbook = replace(town.playbook, notices=notices)
    await town.restart()
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei, wang)
    quiet = await town.building_group(mei, building="1号楼")
    await mei.says("/report 3号楼电梯坏了", in_=group)
    async with town.linli.database.work() as uow:
        case = Case(None, "楼道灯不亮", town.clock.now(), category="lift", how=Ending.FIXED)
        case.compound, case.building, case.state = COMPOUND, BUILDING, CaseState.CLOSED
        case.closed_at = town.clock.now()
        uow.add(case)
    town.clock.move(timedelta(days=4, hours=8))
    await town.pass_time(minutes=1)
    assert mei.sees("本周办好", in_=group)
    assert not mei.sees("本周办好", in_=quiet)
    told = [one.text for one in mei.chat(group) if "本周办好" in one.text]
    assert not any("梅阿姨" in one or "1502" in one or "灯" in one for one in told)
    await town.restart()
    await town.pass_time(minutes=1)
    assert [one.text for one in mei.chat(group) if "本周办好" in one.text] == told
