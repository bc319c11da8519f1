"""What is no roster is refused in one line and within a second, before anything of it is read."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from contextlib import suppress

import pytest
from openpyxl import Workbook

from bot.domain.errors import RuleError
from tests.rosters.sheets import AUNT, HEADINGS, households, packed_up, repacked, saved, sayable, xlsx

GOOD = xlsx(HEADINGS, AUNT)
SHEET = "xl/worksheets/sheet1.xml"


def refused(data: bytes) -> str:
    start = time.process_time()
    with pytest.raises(RuleError) as no:
        households(data)
    assert time.process_time() - start < 1.0
    sayable(no.value.key, no.value.args_)
    return no.value.key


def with_part(name: str, content: bytes) -> bytes:
    return repacked(GOOD, lambda parts: parts.update({name: content}))


def with_text(part: str, said: bytes, instead: bytes) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        assert said in parts[part]
        parts[part] = parts[part].replace(said, instead, 1)

    return repacked(GOOD, change)


def test_an_ordinary_sheet_is_read() -> None:
    assert len(households(GOOD).rows) == 1


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "roster-empty-file"),
        (b" \n", "roster-empty-file"),
        (b"a" * (20 * 1024 * 1024 + 1), "roster-too-big"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "roster-old-excel"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "roster-locked",
        ),
        (b"%PDF-1.7 ...", "roster-not-a-sheet"),
        (b"\x89PNG\r\n\x1a\n...", "roster-not-a-sheet"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "roster-not-a-sheet"),
        (b'<?xml version="1.0"?><!DOCTYPE x><x/>', "roster-not-a-sheet"),
        (b"a\0b\0\0\0c\xff\xfe\x80\x81" * 50, "roster-not-a-sheet"),
        ("今天天气不错，大家早点回家。\n".encode(), "roster-no-heading"),
        (packed_up([("readme.txt", b"hello")]), "roster-not-a-sheet"),
        (packed_up([("roster.xlsx", GOOD)]), "roster-packed-inside"),
        (GOOD[: len(GOOD) // 2], "roster-broken"),
        (GOOD[:-30], "roster-broken"),
        (b"PK\x03\x04" + b"\0" * 100, "roster-broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_wrong_type_and_the_broken_file_are_named(data: bytes, key: str) -> None:
    assert refused(data) == key


def test_a_damaged_part_is_found_before_the_rows_are_read() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as packed:
        part = packed.getinfo(SHEET)
    at = part.header_offset + 30 + len(SHEET) + part.compress_size // 2
    assert refused(GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]) == "roster-broken"


def test_a_bomb_is_not_unpacked() -> None:
    huge = with_part("xl/media/picture.xml", b" " * (40 * 1024 * 1024))
    assert len(huge) < 1024 * 1024
    assert refused(huge) == "roster-unpacks-too-big"


def test_many_middling_parts_that_add_up_to_a_bomb_are_not_unpacked() -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts |= {f"xl/media/{n}.bin": b"\0" * (7 * 1024 * 1024) for n in range(40)}

    assert refused(repacked(GOOD, change)) == "roster-unpacks-too-big"


def test_a_thousand_parts_are_no_roster() -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts |= {f"xl/media/{n}.bin": b"" for n in range(1000)}

    assert refused(repacked(GOOD, change)) == "roster-too-many-parts"


@pytest.mark.parametrize("everywhere", [True, False])
def test_a_header_that_lies_about_its_size_is_noticed(everywhere: bool) -> None:
    bomb = with_part("xl/media/a.xml", b" " * 5_000_000)
    honest, lie = struct.pack("<I", 5_000_000), struct.pack("<I", 500)
    assert bomb.count(honest) == 2
    lying = bomb.replace(honest, lie) if everywhere else bomb.replace(honest, lie, 1)
    assert refused(lying) in ("roster-lying-sizes", "roster-broken")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "xl\\..\\a.xml", "C:/a.xml", "xl/../../a.xml"]
)
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str) -> None:
    assert refused(with_part(name, b"x")) == "roster-odd-names"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_entities_are_refused_wherever_they_stand(part: str) -> None:
    laughs = b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'

    def change(parts: dict[str, bytes]) -> None:
        head, sep, rest = parts[part].partition(b"?>")
        parts[part] = head + sep + laughs + rest if sep else laughs + parts[part]

    assert refused(repacked(GOOD, change)) == "roster-entities"


def test_entities_cannot_hide_in_another_encoding() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert refused(with_part("xl/sharedStrings.xml", text.encode("utf-16"))) == "roster-entities"
    assert refused(with_part("xl/sharedStrings.xml", text.encode("utf-16-be"))) == "roster-entities"


def test_another_workbook_or_archive_packed_inside_is_refused() -> None:
    assert refused(with_part("xl/embeddings/inner.zip", b"PK")) == "roster-packed-inside"
    assert refused(with_part("xl/embeddings/Microsoft_Excel_Sheet.xlsx", GOOD)) == "roster-packed-inside"


def test_a_sheet_that_claims_to_be_gigantic_is_read_by_what_is_in_it() -> None:
    lying = with_text(SHEET, b'<dimension ref="A1:I2"', b'<dimension ref="A1:XFD1048576"')
    assert len(households(lying).rows) == 1


def test_two_cells_at_the_far_ends_of_a_sheet_cost_nothing() -> None:
    book = Workbook()
    book.worksheets[0].cell(1, 1, "姓名")
    book.worksheets[0].cell(1_048_576, 16_384, "远")
    assert refused(saved(book)) == "roster-too-wide"
    assert refused(xlsx(["姓名"], change=lambda sheet: sheet.cell(1_048_576, 3, "远"))) == "roster-no-heading"


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (b'<c r="A2"', b'<c r="A2" t="s"><v>99999</v></c><c r="B2"'),
        (b'<row r="2"', b'<row r="-5"'),
        (b'<row r="2"', b'<row r="two"'),
        (b"</sheetData>", b"</sheetDat>"),
        (b"</worksheet>", b""),
    ],
)
def test_a_sheet_that_contradicts_itself_is_broken(said: bytes, instead: bytes) -> None:
    assert refused(with_text(SHEET, said, instead)) == "roster-broken"


def test_a_workbook_without_sheets_is_broken() -> None:
    def change(parts: dict[str, bytes]) -> None:
        del parts[SHEET]

    assert refused(repacked(GOOD, change)) == "roster-broken"


def test_a_table_wider_or_longer_than_any_roster_is_refused() -> None:
    assert refused((",".join(f"列{n}" for n in range(300)) + "\n").encode()) == "roster-too-wide"
    long = "姓名,房号\n" + "\n" * 1_100_000
    assert refused(long.encode()) == "roster-too-many-rows"


def test_a_password_on_the_zip_itself_is_named() -> None:
    def locked(data: bytes) -> bytes:
        changed = bytearray(data)
        at = changed.find(b"PK\x01\x02")
        while at >= 0:
            changed[at + 8] |= 1
            at = changed.find(b"PK\x01\x02", at + 4)
        return bytes(changed)

    assert refused(locked(GOOD)) == "roster-locked"


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_anywhere_are_an_answer_and_never_a_failure(seed: int) -> None:
    changed = bytearray(GOOD)
    for step in range(8):
        changed[(seed * 7919 + step * 104_729) % len(changed)] ^= 1 << ((seed + step) % 8)
    with suppress(RuleError):
        households(bytes(changed))
