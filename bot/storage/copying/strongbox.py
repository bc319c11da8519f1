"""A file that shows nothing without the key: a stream, compressed and sealed piece by piece.

`magic | length (2) | the file's own key, sealed under DATA_KEY | pieces`, each piece `length (4) | ciphertext and tag`.
AES-256-GCM; a piece's nonce is its number, its last byte says whether it is the last, so that pieces cannot be
changed, swapped, left out or cut off without showing.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import IO, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.config.versions import ID_LENGTH
from bot.storage.crypto import ID_AT, Keychain, WrongKeyError

MAGIC = b"LINLI-BACKUP-1\n"
PIECE = 128 * 1024
_TAG = 16
_SEALED_KEY = 1 + ID_LENGTH + 12 + 32 + _TAG


class DamagedError(Exception):
    """Not a backup, or not a whole one."""


class ForeignKeyError(WrongKeyError):
    """The file was sealed under a key that is not ours."""


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Strongbox:
    """Takes bytes and writes them away sealed. Only what was closed well can be opened again."""

    def __init__(self, file: IO[bytes], keychain: Keychain) -> None:
        self._file = file
        key = AESGCM.generate_key(256)
        self._aead = AESGCM(key)
        sealed = keychain.close(key)
        file.write(MAGIC + len(sealed).to_bytes(2, "big") + sealed)
        self._squeeze = zlib.compressobj(1)  # most of it is sealed already and cannot be made smaller
        self._waits = bytearray()
        self._number = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._put(self._squeeze.flush())
            self._seal(bytes(self._waits), last=True)

    def write(self, content: bytes) -> None:
        """Some more."""
        self._put(self._squeeze.compress(content))

    def _put(self, squeezed: bytes) -> None:
        self._waits += squeezed
        while len(self._waits) > PIECE:
            self._seal(bytes(self._waits[:PIECE]), last=False)
            del self._waits[:PIECE]

    def _seal(self, piece: bytes, *, last: bool) -> None:
        sealed = self._aead.encrypt(_nonce(self._number, last=last), piece, MAGIC)
        self._file.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


class _Opened(io.RawIOBase):
    """The bytes again, as they are asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._inflate = zlib.decompressobj()
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._inflate.eof:
            if not self._left and (piece := next(self._pieces, None)) is not None:
                self._left = piece
            plain = self._inflate.decompress(self._left, len(buffer))
            if not plain and not self._left:
                raise DamagedError("the file ends too early")
            self._left = self._inflate.unconsumed_tail
            if plain:
                buffer[: len(plain)] = plain
                return len(plain)
        if any(self._pieces) or self._left:
            raise DamagedError("something stands behind its end")
        return 0


def open_strongbox(file: IO[bytes], keychain: Keychain) -> io.BufferedReader:
    """What was written; every reading may raise DamagedError. Raises ForeignKeyError where our key does not open it."""
    if file.read(len(MAGIC)) != MAGIC:
        raise DamagedError("it is no backup of Linli's")
    sealed = file.read(int.from_bytes(file.read(2), "big"))
    try:
        aead = AESGCM(keychain.open(sealed))
    except WrongKeyError as error:
        if len(sealed) != _SEALED_KEY or sealed[ID_AT : ID_AT + ID_LENGTH] in keychain.ids:
            raise DamagedError("its beginning was changed") from None
        raise ForeignKeyError("DATA_KEY does not open this backup") from error
    return io.BufferedReader(_Opened(_pieces(file, aead)), PIECE)


def _pieces(file: IO[bytes], aead: AESGCM) -> Iterator[bytes]:
    number, last = 0, False
    while not last:
        length = int.from_bytes(file.read(4), "big")
        if not _TAG <= length <= PIECE + _TAG:
            raise DamagedError("the file ends too early or was changed")
        sealed = file.read(length)
        try:
            plain = aead.decrypt(_nonce(number, last=False), sealed, MAGIC)
        except InvalidTag:
            plain, last = _last(aead, number, sealed), True
        number += 1
        yield plain
    if file.read(1):
        raise DamagedError("something stands behind its end")


def _last(aead: AESGCM, number: int, sealed: bytes) -> bytes:
    try:
        return aead.decrypt(_nonce(number, last=True), sealed, MAGIC)
    except InvalidTag:
        raise DamagedError("the file was changed") from None
