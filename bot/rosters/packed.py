"""Is this really an .xlsx, and safe to unpack? Everything is looked at before anything is parsed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from bot.domain.errors import RuleError
from bot.rosters import limits

_CHUNK = 1 << 20
_LOCAL = struct.Struct("<4s5H3I2H")
_DESCRIBED_LATER = 0x8
_ENCRYPTED = 0x1
_PACKED_INSIDE = (".zip", ".xlsx", ".xlsm", ".xlsb", ".rar", ".7z", ".gz")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    struct.error,
)


def open_packed(data: bytes) -> zipfile.ZipFile:
    """The parts of an .xlsx once they are known to be what they say.

    Raises RuleError: too many parts, too large unpacked, sizes that lie, odd names, a file packed inside,
    a password, damage, entities in its XML. Unpacks each part once (most of a second for the largest allowed).
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        parts = packed.infolist()
        _check_directory(parts)
        if "[Content_Types].xml" not in packed.namelist() or not _has_workbook(packed.namelist()):
            raise RuleError("roster-not-a-sheet")
        for part in parts:
            _check_header(data, part)
        for part in parts:
            _unpack_once(packed, part)
    except _UNREADABLE:
        raise RuleError("roster-broken") from None
    return packed


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    """What the list of parts says, before one of them is opened."""
    if len(parts) > limits.PARTS:
        raise RuleError("roster-too-many-parts", n=len(parts))
    names = [part.orig_filename for part in parts]
    if any(_odd(name) for name in names) or len({name.lower() for name in names}) < len(names):
        raise RuleError("roster-odd-names")
    if any(name.lower().endswith(_PACKED_INSIDE) for name in names):
        raise RuleError("roster-packed-inside")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise RuleError("roster-locked")
    if sum(part.file_size for part in parts) > limits.UNPACKED or any(_blown_up(part) for part in parts):
        raise RuleError("roster-unpacks-too-big", n=limits.UNPACKED // limits.MB)


def _odd(name: str) -> bool:
    """A name that would lead out of the folder it is unpacked in."""
    return (
        not name
        or "\0" in name
        or "\\" in name
        or name.startswith("/")
        or ":" in name
        or ".." in name.split("/")
    )


def _blown_up(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(limits.RATIO_FROM, limits.RATIO * part.compress_size)


def _has_workbook(names: list[str]) -> bool:
    return any(name.lower().startswith("xl/workbook") and name.endswith(".xml") for name in names)


def _check_header(data: bytes, part: zipfile.ZipInfo) -> None:
    """The header before a part must say the same as the list at the end of the file."""
    header = _LOCAL.unpack_from(data, part.header_offset)
    flags, method, packed, size = header[2], header[3], header[7], header[8]
    described = flags & _DESCRIBED_LATER and packed in (0, part.compress_size, 0xFFFFFFFF)
    same = size in (part.file_size, 0xFFFFFFFF) and packed in (part.compress_size, 0xFFFFFFFF)
    if header[0] != b"PK\x03\x04" or method != part.compress_type or not (described or same):
        raise RuleError("roster-lying-sizes")
    if method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RuleError("roster-broken")


def _unpack_once(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Its real size and checksum, and that its XML declares nothing of its own."""
    is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    size, tail = 0, b""
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if is_xml:
                _check_xml(tail + chunk, first=not size)
            size, tail = size + len(chunk), chunk[-16:]
    if size != part.file_size:
        raise RuleError("roster-lying-sizes")


def _check_xml(text: bytes, *, first: bool) -> None:
    """Office writes UTF-8 without a DOCTYPE; another encoding could hide one."""
    if first and (b"\0" in text[:64] or text[:2] in (b"\xff\xfe", b"\xfe\xff")):
        raise RuleError("roster-entities")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise RuleError("roster-entities")
