"""A coordinator sends a list: it is read, compared, brought in, and taken back; nobody else can."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import text

from bot.rosters.writing import Table, as_csv
from bot.sandbox import Person
from tests.rosters.books import as_xlsx
from tests.rosters.sheets import xlsx
from tests.services.rosters import HOUSEHOLDS, MEMBERS, household
from tests.town import Town

pytestmark = pytest.mark.about_households

ONE = household("住户甲", "13800000001", kinds="独居")
TWO = household("住户乙", "13800000002", "502")


def sheet(*rows: list[str]) -> bytes:
    return as_xlsx([Table("名单", HOUSEHOLDS, rows)])


async def sends(person: Person, content: bytes, name: str = "名单.xlsx") -> None:
    await person.sends("document", file=content, name=name)


async def people(town: Town) -> int:
    async with town.linli.database.look() as uow:
        return int(await uow.session.scalar(text("SELECT count(*) FROM dweller WHERE left_at IS NULL")) or 0)


async def test_from_the_file_to_the_households_and_back(town: Town) -> None:
    wang = await town.coordinator()
    await sends(wang, sheet(ONE, TWO, household("住户丙", "138", "503")))
    assert wang.sees("这是哪一种名单")
    await wang.presses("住户名单")
    assert wang.sees("新增 2 人，有变化 0 人，名单上没有了 0 人")
    assert wang.sees("第 4 行：电话不对：138")
    assert await people(town) == 0, "nothing happens before somebody says so"
    await wang.presses("导入")
    assert wang.sees("导入好了")
    assert await people(town) == 2
    await town.pass_time(days=6)
    await wang.presses("撤销导入")
    assert wang.sees("撤回了，一切和导入前一样")
    assert await people(town) == 0


async def test_a_list_as_it_really_comes_is_read_and_what_is_odd_about_it_is_said(town: Town) -> None:
    """A title and a remark around the headings, one compound over merged cells, a hidden row, full-width digits, a gap."""
    wang = await town.coordinator()

    def untidy(book: Worksheet) -> None:
        book.merge_cells("A4:A6")
        book.row_dimensions[5].hidden = True

    content = xlsx(
        ["禾缘社区重点人员名单", None, None, None, None, None],
        ["小区", "楼号", "房号", "姓名", "电话", "重点类别", "出生日期"],
        ["（注：一户一行）", None, None, None, None, None],
        [
            "源昌鑫海湾",
            "３号楼",
            "1单元501室",
            "住户甲",
            "13800000001；13800000002",
            "独居、高龄",
            "19400102",
        ],
        [None, "三栋", "1-502", "住户乙", 13800000003, "残疾", None],
        [None, "3栋", "1单元503", "住户丙", "１３８０００００００４", None, "1940.1.2"],
        [None, None, None, None, None, None, None],
        ["源昌鑫海湾", "3号楼", "1单元504", "住户丁", "138000", None, None],
        change=untidy,
    )
    await sends(wang, content)
    await wang.presses("住户名单")
    assert wang.sees("新增 3 人")
    assert wang.sees("1 行是隐藏的，也读了")
    assert wang.sees("2 行用了上面合并格里的内容")
    assert wang.sees("第 8 行：电话不对：138000")
    await wang.presses("导入")
    await wang.says("/code 源昌鑫海湾3号楼1单元502")
    assert wang.sees("住户乙")


async def test_the_whole_difference_comes_as_a_file_and_is_taken_away_again(town: Town) -> None:
    wang = await town.coordinator()
    await sends(wang, sheet(ONE, TWO))
    await wang.presses("住户名单")
    await wang.presses("导入")
    await sends(wang, sheet(household("住户甲", "13800000009"), household("=1+1", "13800000003", "503")))
    await wang.presses("住户名单")
    message = next(
        m
        for m in reversed(wang.chat())
        if m.media is not None and m.media.kind == "document" and m.sender is not wang
    )
    book = load_workbook(io.BytesIO(town.sandbox.files.find(message.media.file_id).content))  # type: ignore[union-attr]
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert {row[4]: row[2] for row in rows} == {"住户甲": "有变化", "=1+1": "新增", "住户乙": "名单上没有了"}
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)
    assert any("13800000001 → 13800000009" in str(row[3]) for row in rows)
    await town.pass_time(hours=48)
    assert message.deleted


async def test_after_seven_days_it_stays_as_it_is_and_the_button_is_gone(town: Town) -> None:
    wang = await town.coordinator()
    await sends(wang, sheet(ONE))
    await wang.presses("住户名单")
    await wang.presses("导入")
    await town.pass_time(days=7, hours=1)
    assert "撤销导入" not in [
        button.text for message in wang.chat() for row in message.buttons for button in row
    ]
    assert await people(town) == 1


async def test_somebody_without_the_right_is_thanked_and_nothing_is_fetched(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await sends(mei, sheet(ONE))
    assert mei.sees("谢谢您发文件来")
    assert not [r for r in town.sandbox.requests if r.method == "getFile"]


async def test_who_lost_the_right_meanwhile_cannot_go_on(town: Town) -> None:
    wang = await town.coordinator()
    await sends(wang, sheet(ONE))
    await wang.presses("住户名单")
    async with town.linli.database.work() as uow:
        member = (await uow.members.by_telegram([wang.id]))[wang.id]
        member.roles = frozenset()
    press = await wang.presses("导入")
    assert press.toast is not None
    assert "协调员" in press.toast.text
    assert await people(town) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [("您好，谢谢".encode(), "没找到表头"), (b"PK\x03\x04", "文件坏了"), (b"%PDF-1.7", "这不是 Excel 表")],
)
async def test_a_wrong_file_is_one_clear_line(town: Town, content: bytes, said: str) -> None:
    wang = await town.coordinator()
    await sends(wang, content)
    await wang.presses("住户名单")
    assert wang.sees("导入不了")
    assert wang.sees(said)


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(town: Town) -> None:
    wang = await town.coordinator()
    await sends(wang, sheet(ONE))
    town.sandbox.files._by_id.clear()
    await wang.presses("住户名单")
    assert wang.sees("请再发一次")


async def test_who_changes_their_mind_has_changed_nothing(town: Town) -> None:
    wang = await town.coordinator()
    await sends(wang, sheet(ONE))
    await wang.presses("住户名单")
    await wang.presses("取消")
    assert wang.sees("没有导入，什么都没改")
    assert await people(town) == 0


async def test_it_goes_on_after_a_restart(town: Town) -> None:
    wang = await town.coordinator()
    town.sandbox.on_action = None
    await sends(wang, sheet(ONE, TWO))
    await town.settle()
    await wang.presses("住户名单")
    for act in (
        town.linli.poller.once,
        town.linli.worker.drain,
        town.linli.dispatcher.drain,
        town.linli.worker.drain,
    ):
        await act()
    assert await town.linli.jobs.round()
    town.sandbox.on_action = town.settle
    await town.restart()
    await town.pass_time(minutes=1)
    assert wang.sees("新增 2 人")


async def test_a_list_of_volunteers_is_brought_in_too(town: Town) -> None:
    wang = await town.coordinator(language="en")
    await sends(
        wang, as_csv(Table("名单", MEMBERS, [["甲志愿", "13800000001", "阳光姐姐", "是"]])), "members.csv"
    )
    await wang.presses("Volunteers")
    assert wang.sees("New: 1.")
    await wang.presses("Bring in")
    assert wang.sees("has been brought in")
