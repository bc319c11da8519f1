"""A town in the middle of things, in which every table has something, as a backup."""

from __future__ import annotations

from pathlib import Path

from bot.storage.backups import make_backup
from bot.storage.schema import migrate
from tests.storage.stores import open_database
from tests.town import Town

RELEASED = Path(__file__).parent / "released"


async def leave_a_town(folder: Path, file: Path) -> None:
    """Lives there a little in a database in `folder`, then makes that backup of it."""
    url = f"sqlite+aiosqlite:///{folder}/town.db"
    database = open_database(url)
    await migrate(database)
    await database.close()
    town = Town(url)
    await town.open()
    await _live(town)
    await make_backup(town.linli.database, file, town.clock.now())
    await town.close()


async def _live(town: Town) -> None:
    mei, qiang = await town.resident("小梅", phone="13800138000"), await town.resident("阿强")
    wang, chen = await town.coordinator("王社工"), await town.volunteer("陈姐", may_enter=True)
    await town.building_group(mei, qiang)
    group = await town.team_group(chen)
    await mei.says("/report 3号楼门禁坏了")
    await mei.presses("提交")
    await chen.presses("认领", in_=group)
    await qiang.says("/report 3号楼电梯坏了")
    await qiang.presses("提交")
    await qiang.says("楼下有人乱停车")
    await wang.says("/todo")
