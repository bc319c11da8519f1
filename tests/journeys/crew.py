"""A broken lift, and a team that reads of it: where the journeys of tasks begin."""

from __future__ import annotations

from bot.sandbox import Group, Person
from tests.town import Town

FLAT = "1502"


async def crew(town: Town) -> tuple[Person, Person, Group]:
    """梅阿姨's lift is broken; 陈姐 and 小林 read of it in their team's group."""
    mei = await town.resident("梅阿姨", phone="13800000000")
    chen, lin = await town.volunteer("陈姐"), await town.volunteer("小林")
    group = await town.team_group(chen, lin)
    await mei.says("/report 3号楼2单元1502门口电梯坏了")
    await mei.presses("提交")
    return chen, lin, group
