"""The machine is lost in the middle of things; the bot goes on from its backup."""

from __future__ import annotations

from pathlib import Path

from bot.services.restoring import restore_copy
from bot.storage.backups import make_backup
from bot.storage.copying.dump import open_dump
from tests.storage.stores import open_database
from tests.town import Town


async def test_the_drill_after_a_lost_machine_everybody_goes_on_from_the_backup(
    town: Town, tmp_path: Path
) -> None:
    mei, wang, chen = await town.resident("小梅"), await town.coordinator(), await town.volunteer("陈姐")
    group = await town.team_group(chen)
    await mei.says("/report 3号楼门禁坏了")
    await mei.presses("提交")
    made = await make_backup(town.linli.database, tmp_path / "a.backup", town.clock.now())
    await mei.says("/report 楼道灯不亮")
    await mei.presses("提交")
    assert mei.sees("#2")
    fresh = open_database(f"sqlite+aiosqlite:///{tmp_path}/fresh.db")
    with open_dump(made.file, fresh.keychain) as opened:
        async with fresh.work() as uow:
            done = await restore_copy(uow, opened, [], now=town.clock.now())
    await fresh.close()
    assert (done.parked, done.erased) == (0, 0)
    told = len(mei.chat())
    town.url = f"sqlite+aiosqlite:///{tmp_path}/fresh.db"
    await town.restart()
    assert len(mei.chat()) == told, "nothing is said twice"
    await mei.says("/mine")
    assert "#1" in mei.last().text
    assert "#2" not in mei.last().text
    lost = await chen.presses("认领", in_=group)
    assert lost.toast is not None
    assert "没有找到 T2" in lost.toast.text
    press = await chen.presses("认领", in_=group, on=group.messages[0])
    assert press.toast is not None
    assert "T1 交给您了" in press.toast.text
    await wang.says("/todo")
    assert wang.sees("现在没有事等着您")
