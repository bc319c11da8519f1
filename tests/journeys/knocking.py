"""A door nobody opens, for the journeys: who stands there, whose door it is, and whom there is to call."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.place import Place
from bot.rosters.writing import Table, as_csv
from bot.sandbox import Person
from bot.services.charges import give_charge
from bot.services.importing.deciding import bring_file
from bot.services.visits.pairing import pair_helper
from bot.storage.blobs import Document
from scheduler.jobs import JobRunner
from tests.services.rosters import apply
from tests.town import BUILDING, COMPOUND, Town

HEADINGS = (
    "姓名",
    "联系电话",
    "小区",
    "楼栋",
    "单元",
    "房号",
    "重点类别",
    "出生日期",
    "紧急联系人",
    "紧急联系电话",
    "关系",
)


@dataclass
class Door:
    """林伯 stands before 郑奶奶's door; 小敏 is her daughter, 吴师傅 heads the building."""

    lin: Person
    wang: Person
    li: Person
    wu: Person
    min_: Person


async def at_the_door(
    town: Town, *, kinds: str = "独居", contact: bool = False, family: bool = True, language: str = "zh-hans"
) -> Door:
    """He has promised to go today and is there."""
    lin = await town.volunteer("林伯", may_enter=True, language=language)
    await _household(town, kinds, contact)
    wang = await town.coordinator(language=language)
    li = await town.coordinator("李社工", language=language)
    wu = await town.resident("吴师傅", language=language)
    min_ = await town.resident("小敏", language=language, home=Place(COMPOUND, "4号楼"))
    async with town.linli.database.work() as uow:
        known = await uow.members.by_telegram([lin.id, wang.id, wu.id, min_.id])
        await pair_helper(uow, 1, known[lin.id].id or 0, by=known[wang.id], now=town.clock.now())
        await give_charge(uow, known[wu.id], "head", [Place(COMPOUND, BUILDING)], None, now=town.clock.now())
        if family:
            link = Kinship(known[min_.id].id or 0, Tie.CHILD, town.clock.now(), Consent.GIVEN, household_id=1)
            uow.add(link)
    await town.pass_time(minutes=1)
    await lin.presses("Today" if language == "en" else "今天")
    return Door(lin, wang, li, wu, min_)


async def _household(town: Town, kinds: str, contact: bool) -> None:
    family = ["小敏", "13900000002", "女儿"] if contact else ["", "", ""]
    row = ["郑奶奶", "13800000001", COMPOUND, BUILDING, "1", "501", kinds, "1943-01-05", *family]
    runner = JobRunner(town.linli.database, town.clock)
    file = Document("名单.csv", as_csv(Table("名单", HEADINGS, [row])))
    async with town.linli.database.work() as uow:
        roster, _ = await bring_file(uow, "households", file, now=town.clock.now(), lease=runner.lease)
    await runner.drain()
    async with town.linli.database.look() as uow:
        read = await uow.rosters.get(roster.id or 0)
    await apply(town.linli.database, read)
