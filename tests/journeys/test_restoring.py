"""The machine is lost in the middle of things; the bot goes on from its backup."""

from __future__ import annotations

from pathlib import Path

from bot.services.restoring import Restored, restore_copy
from bot.storage.backups import make_backup
from bot.storage.copying.dump import open_dump
from bot.storage.inbox import reference_of
from bot.storage.machinery import InboxState
from tests.journeys.test_notices import three_groups, written
from tests.storage.stores import open_database
from tests.town import Town


async def _put_back(town: Town, file: Path, folder: Path) -> Restored:
    """Now, into another database, with which the bot goes on."""
    fresh = open_database(f"sqlite+aiosqlite:///{folder}/fresh.db")
    with open_dump(file, fresh.keychain) as opened:
        async with fresh.work() as uow:
            done = await restore_copy(uow, opened, [], now=town.clock.now())
    await fresh.close()
    town.url = f"sqlite+aiosqlite:///{folder}/fresh.db"
    await town.restart()
    return done


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
    told = len(mei.chat())
    done = await _put_back(town, made.file, tmp_path)
    assert (done.parked, done.dead, done.halted, done.erased) == (0, 0, 0, 0)
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


async def test_a_notice_that_went_out_after_the_backup_is_a_draft_again_and_not_sent_twice(
    town: Town, tmp_path: Path
) -> None:
    wang = await town.coordinator()
    mei = await town.resident("小梅")
    groups = await three_groups(town, mei)
    await written(town, wang)
    await wang.presses("定时")
    await wang.presses("今天 15:00")
    made = await make_backup(town.linli.database, tmp_path / "a.backup", town.clock.now())
    await town.pass_time(hours=8)
    posted = [len(group.messages) for group in groups]
    done = await _put_back(town, made.file, tmp_path)
    assert done.halted == 1
    await town.pass_time(hours=1)
    assert [len(group.messages) for group in groups] == posted
    assert wang.sees("上面这条还没发")


async def test_a_notice_of_which_half_had_gone_out_stops_and_its_writer_lets_it_go_on(
    town: Town, tmp_path: Path
) -> None:
    wang = await town.coordinator()
    mei = await town.resident("小梅")
    groups = await three_groups(town, mei)
    town.linli.jobs.round = _nothing  # type: ignore[method-assign]
    await written(town, wang)
    await wang.presses("发送")
    made = await make_backup(town.linli.database, tmp_path / "a.backup", town.clock.now())
    done = await _put_back(town, made.file, tmp_path)
    assert done.halted == 1
    before = [len(group.messages) for group in groups]
    await town.pass_time(hours=1)
    assert [len(group.messages) for group in groups] == before
    await wang.presses("接着发")
    await town.pass_time(hours=1)
    assert mei.sees("明天停水", in_=groups[0])


async def _nothing() -> bool:
    """The machine is lost before."""
    return False


async def test_what_was_said_and_not_dealt_with_is_a_coordinators_to_try_again(
    town: Town, tmp_path: Path
) -> None:
    wang, mei = await town.coordinator(), await town.resident("小梅")
    town.sandbox.on_action = None
    async with town.linli.database.work() as uow:
        rows = [
            {
                "update_id": 10**6,
                "bot_id": town.linli.bot.id,
                "lane": str(mei.id),
                "payload": {"update_id": 10**6},
            }
        ]
        stored = {"state": InboxState.PENDING, "received_at": town.clock.now()}
        await uow.inbox.file([row | stored for row in rows])
    made = await make_backup(town.linli.database, tmp_path / "a.backup", town.clock.now())
    done = await _put_back(town, made.file, tmp_path)
    assert (done.dead, done.parked) == (1, 0)
    await wang.says("/dead")
    await town.settle()
    assert wang.sees(reference_of(10**6))
