"""/export: lists for a coordinator in private; a whole one for a reason, after a second press, and not for long."""

from __future__ import annotations

import io

from openpyxl import load_workbook
from sqlalchemy import select

from bot.sandbox import Message, Person
from bot.storage.machinery import event
from tests.services.rosters import bring, household
from tests.town import BUILDING, Town

EXPORTS = ("households", "members", "cases", "tasks", "visits")


async def _town(town: Town) -> Person:
    await bring(town.linli.database, "households", household("住户甲", "13800000001", remark="=1+1"))
    return await town.coordinator()


def _files(person: Person) -> list[Message]:
    return [m for m in person.chat() if m.media is not None and m.sender is not person]


def _cells(town: Town, message: Message) -> list[list[object]]:
    assert message.media is not None
    book = load_workbook(io.BytesIO(town.sandbox.files.find(message.media.file_id).content))
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


async def _asks_for_everything(wang: Person) -> None:
    await wang.says("/export")
    await wang.presses("要完整的")
    await wang.says("消防演练要名单")


async def test_a_list_names_nobody_and_no_flat(town: Town) -> None:
    wang = await _town(town)
    chen = await town.volunteer("陈姐")
    await chen.says(f"楼道灯不亮，{BUILDING}2单元501，电话13800000002")
    await chen.presses("提交")
    await wang.says("/export")
    question = wang.last()
    for kind in EXPORTS:
        await wang.presses_data(f"ex:{kind}", on=question)
    lists = [str(_cells(town, message)) for message in _files(wang)]
    assert len(lists) == len(EXPORTS)
    assert any("源昌鑫海湾" in said for said in lists), "of a household the building is told"
    for secret in ("住户甲", "13800000001", "501", "13800000002", "陈姐"):
        assert not [said for said in lists if secret in said]


async def test_everything_takes_a_reason_and_a_second_press_five_seconds_later(town: Town) -> None:
    wang = await _town(town)
    await _asks_for_everything(wang)
    await wang.presses("住户")
    assert _files(wang) == []
    press = await wang.presses("住户")
    assert press.toast is not None
    assert "5 秒" in press.toast.text
    await town.pass_time(seconds=5)
    await wang.presses("住户")
    (message,) = _files(wang)
    rows = _cells(town, message)
    assert "王社工" in str(rows[0])
    assert "消防演练要名单" in str(rows[0])
    assert "住户甲" in str(rows[2])
    async with town.linli.database.look() as uow:
        kept = (await uow.session.execute(select(event).where(event.c.kind == "exported"))).one()
        assert kept.detail["reason"] == "消防演练要名单"
        assert kept.by_id == (await town.member(wang)).id


async def test_it_is_taken_away_within_47_hours(town: Town) -> None:
    wang = await _town(town)
    await _asks_for_everything(wang)
    await wang.presses("住户")
    await town.pass_time(seconds=6)
    await wang.presses("住户")
    (message,) = _files(wang)
    await town.pass_time(hours=47, minutes=1)
    assert message.deleted


async def test_another_list_on_the_second_press_is_asked_about_again(town: Town) -> None:
    wang = await _town(town)
    await _asks_for_everything(wang)
    await wang.presses("住户")
    await town.pass_time(seconds=6)
    await wang.presses("志愿者")
    assert _files(wang) == []


async def test_after_ten_minutes_the_reason_is_asked_anew(town: Town) -> None:
    wang = await _town(town)
    await _asks_for_everything(wang)
    question = wang.last()
    await wang.presses("住户")
    await town.pass_time(minutes=11)
    press = await wang.presses_data("ef:households", on=question)
    assert press.toast is not None
    assert "为什么要" in press.toast.text
    assert _files(wang) == []


async def test_nobody_else_gets_a_list(town: Town) -> None:
    await _town(town)
    mei = await town.resident("梅阿姨")
    await mei.says("/export")
    for data in ("ex:households", "ef:households", "ew"):
        await mei.presses_data(data, on=mei.last())
    assert _files(mei) == []
