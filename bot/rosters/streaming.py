"""A large .xlsx written a few rows at a time, without a file on disk: every cell is text, so nothing in it can run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from bot.domain.triage.writing import clean

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LONGEST = 32_000  # Excel holds 32,767 characters in a cell
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_TEXT, _BOLD = 1, 2


class XlsxStream:
    """A workbook with sheets one after the other: `sheet`, then its rows by `add`, at last `finish`."""

    def __init__(self) -> None:
        self._packed = io.BytesIO()
        self._zip = zipfile.ZipFile(self._packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        self._part: io.BufferedIOBase | None = None
        self._names: list[str] = []

    def sheet(self, title: str, headings: Sequence[str], *, stamp: str | None = None) -> None:
        """A new sheet; `stamp` is a line above its headings."""
        self._close()
        self._names.append(_name_of(title, self._names))
        part = self._zip.open(f"xl/worksheets/sheet{len(self._names)}.xml", "w", force_zip64=True)
        self._part = part  # type: ignore[assignment]
        top = 2 if stamp else 1
        view = f'<pane ySplit="{top}" topLeftCell="A{top + 1}" activePane="bottomLeft" state="frozen"/>'
        part.write(
            f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{view}</sheetView>'
            '</sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="14"/><sheetData>'.encode()
        )
        if stamp:
            part.write(_row([stamp], _TEXT))
        part.write(_row(headings, _BOLD))

    def add(self, rows: Iterable[Sequence[str | None]]) -> None:
        """The next rows of the sheet."""
        if self._part is not None:
            self._part.write(b"".join(_row(row, _TEXT) for row in rows))

    def finish(self) -> bytes:
        """The whole file."""
        self._close()
        numbers = range(1, len(self._names) + 1)
        sheets = "".join(
            f'<sheet name={_quoted(name)} sheetId="{n}" r:id="rId{n}"/>'
            for n, name in zip(numbers, self._names, strict=True)
        )
        links = "".join(
            f'<Relationship Id="rId{n}" Type="{_OF}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in numbers
        )
        styles = f'<Relationship Id="rId0" Type="{_OF}/styles" Target="styles.xml"/>'
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            for n in numbers
        )
        related = f'<Relationships xmlns="{_PACKAGE}/relationships">'
        for name, content in {
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OF}"><sheets>{sheets}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"{related}{links}{styles}</Relationships>",
            "xl/styles.xml": _STYLES,
            "_rels/.rels": f'{related}<Relationship Id="rId1" '
            f'Type="{_OF}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{parts}</Types>',
        }.items():
            self._zip.writestr(name, _HEAD + content)
        self._zip.close()
        return self._packed.getvalue()

    def _close(self) -> None:
        if self._part is not None:
            self._part.write(b"</sheetData></worksheet>")
            self._part.close()
            self._part = None


def _row(values: Sequence[str | None], style: int) -> bytes:
    cells = (
        f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(clean(value)[:_LONGEST])}</t></is></c>'
        if value
        else f'<c s="{style}"/>'
        for value in values
    )
    return f"<row>{''.join(cells)}</row>".encode("utf-8", "replace")


def _name_of(title: str, taken: Sequence[str]) -> str:
    """At most 31 characters, without those a sheet's name may not have, and not twice."""
    name = "".join(" " if char in r"[]:*?/\'" else char for char in clean(title))[:28] or "1"
    return name if name not in taken else f"{name} {len(taken) + 1}"


def _quoted(name: str) -> str:
    return '"' + escape(name, {'"': "&quot;"}) + '"'
