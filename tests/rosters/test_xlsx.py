"""Workbooks as other programs write them: shared texts, prefixes, dates from 1904, values of formulas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from bot.domain.errors import RuleError
from bot.rosters.book import Line
from bot.rosters.sheets import open_book
from tests.rosters.sheets import packed_up, repacked

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(
    rows: str, *, texts: str = "", after: str = "", book: str = "", target: str = "worksheets/s.xml"
) -> bytes:
    """A workbook written by hand, as small as one can be."""
    parts: Mapping[str, str] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>'
        '<sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="rId1" Target="{target}"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="176" '
        'formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="0&quot;d&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
    }
    return packed_up((name, text.encode()) for name, text in parts.items())


def lines(data: bytes) -> list[Line]:
    """Every row of its only sheet."""
    book = open_book(data)
    for _ in book.prepare():
        pass
    (sheet,) = book.sheets
    read = [line for line in sheet.lines() if line is not None]
    assert sheet.share == 1.0
    return read


def values(cells: str, **other: str) -> list[object]:
    """The cells of one row."""
    (line,) = lines(workbook(f'<row r="1">{cells}</row>', **other))
    return list(line.cells.values())


def test_shared_texts_keep_every_run_and_leave_out_how_they_are_read_aloud() -> None:
    texts = (
        "<si><t>郑甲</t></si>"
        "<si><r><t>郑</t></r><r><rPr><b/></rPr><t xml:space='preserve'>乙 </t></r></si>"
        "<si><t>李丙</t><rPh sb='0' eb='1'><t>リヘイ</t></rPh></si>"
    )
    cells = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(3))
    assert values(cells, texts=texts) == ["郑甲", "郑乙", "李丙"]


def test_numbers_dates_marks_and_formulas_have_the_value_people_see() -> None:
    cells = (
        '<c><v>13800000001</v></c><c><v>1.5</v></c><c s="1"><v>14675</v></c><c s="2"><v>14675.75</v></c>'
        '<c s="3"><v>14675</v></c><c t="b"><v>1</v></c><c t="str"><f>A1&amp;"a"</f><v>算好的</v></c>'
        '<c t="inlineStr"><is><t>写的</t></is></c><c t="d"><v>1940-03-05T00:00:00</v></c><c t="e"><v>#N/A</v></c>'
    )
    day = date(1940, 3, 5)
    assert values(cells) == [13800000001, 1.5, day, day, 14675, True, "算好的", "写的", day, "#N/A"]


def test_days_counted_from_1904_are_the_days_they_mean() -> None:
    assert values('<c s="1"><v>13213</v></c>', book='<workbookPr date1904="1"/>') == [date(1940, 3, 5)]


def test_rows_and_cells_without_names_follow_each_other() -> None:
    read = lines(workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r='C3'><v>3</v></c></row>"))
    assert [(line.number, line.cells) for line in read] == [(1, {0: 1, 1: 2}), (3, {2: 3})]


def test_prefixes_and_absolute_targets_are_understood() -> None:
    def prefix(parts: dict[str, bytes]) -> None:
        text = parts["xl/worksheets/s.xml"].decode()
        parts["xl/worksheets/s.xml"] = (
            text.replace("</", "<$")
            .replace("<", "<x:")
            .replace("<x:$", "</x:")
            .replace("xmlns", "xmlns:x")
            .encode()
        )

    data = workbook('<row r="4"><c><v>1</v></c></row>', target="/xl/worksheets/s.xml")
    (line,) = lines(repacked(data, prefix))
    assert (line.number, line.cells) == (4, {0: 1})


def test_a_row_squeezed_to_nothing_is_hidden_too() -> None:
    rows = (
        '<row r="1" ht="0" customHeight="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>'
    )
    assert [line.hidden for line in lines(workbook(rows))] == [True, True]


def test_merged_ranges_are_known_before_the_first_row_comes() -> None:
    rows = '<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="B2"><v>8</v></c></row>'
    after = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    first, second = lines(workbook(rows, after=after))
    assert first.wide == {0: 1}
    assert second.cell(0) == 7
    assert 0 not in second.cells


@pytest.mark.parametrize(
    "cells", ['<c t="s"><v>5</v></c>', '<c t="s"><v>x</v></c>', "<c><v>x</v></c>", '<c r="1A"/>']
)
def test_a_cell_that_cannot_be_is_a_broken_file(cells: str) -> None:
    with pytest.raises(RuleError) as no:
        values(cells)
    assert no.value.key == "roster-broken"


def test_a_number_no_number_can_hold_is_told_and_never_breaks_the_reading() -> None:
    assert values("<c><v>1e999</v></c><c><v>nan</v></c>") == ["1e999", "nan"]
