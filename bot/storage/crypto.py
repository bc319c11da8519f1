"""What is personal is stored sealed: AES-256-GCM, under the community's key or a person's own.

A person's own key is itself sealed under the community's key and kept in their row: to forget the person is to
forget that key. What a person's key sealed is `version (1) | nonce (12) | ciphertext and tag`; what the community's
sealed also says under which of its versions: `version (1) | key id (4) | nonce (12) | ciphertext and tag`.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from bot.config.versions import ID_LENGTH, key_id, root_of

_PERSON, _COMMUNITY = b"\x01", b"\x02"
ID_AT = 1
"""Where in a value sealed under the community's key the id of that key stands."""


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class WrongKeyError(Exception):
    """The database was sealed under another DATA_KEY."""


class Seal:
    """One AES-GCM key in use."""

    def __init__(self, key: bytes) -> None:
        """`key`: 32 bytes."""
        self._aead = AESGCM(key)

    def close(self, plain: bytes) -> bytes:
        """Seals bytes under a fresh nonce."""
        nonce = os.urandom(12)
        return _PERSON + nonce + self._aead.encrypt(nonce, plain, None)

    def open(self, sealed: bytes) -> bytes:
        """The bytes again. Raises WrongKeyError when sealed under another key or tampered with."""
        if sealed[:1] != _PERSON:
            raise WrongKeyError("sealed by a newer version")
        try:
            return self._aead.decrypt(sealed[1:13], sealed[13:], None)
        except InvalidTag as error:
            raise WrongKeyError("DATA_KEY does not open this database") from error


class Keychain:
    """The community's key: seals machinery, wraps the keys of persons, and hashes for look-ups.

    It may have several versions while it is being changed: the first seals, every one opens.
    """

    def __init__(
        self, keys: bytes | Sequence[bytes], reload: Callable[[], Sequence[bytes]] | None = None
    ) -> None:
        """`keys`: one version or several, newest first. `reload`: gives them anew; none where they cannot be read."""
        self._reload = reload
        versions = [keys] if isinstance(keys, bytes) else list(keys)
        self._root = root_of(versions[0])
        self._hash_key = blake2b(b"look-up", key=self._root, digest_size=32).digest()
        self.record_key = blake2b(b"record", key=self._root, digest_size=32).digest()
        self._learn(versions)

    def _learn(self, keys: Sequence[bytes]) -> None:
        self._opens = {key_id(key): AESGCM(key[:32]) for key in keys}
        self._id = key_id(keys[0])
        self.paper = paper_of(keys[0])

    def refresh(self) -> None:
        """Learns of versions that were added or dropped meanwhile; another community's key is not learnt."""
        keys = self._reload() if self._reload is not None else ()
        if keys and all(root_of(key) == self._root for key in keys):
            self._learn(keys)

    @property
    def newest(self) -> bytes:
        """The id of the version that seals."""
        return self._id

    @property
    def ids(self) -> list[bytes]:
        """Of all versions, newest first."""
        return list(self._opens)

    def close(self, plain: bytes) -> bytes:
        """Seals bytes under the newest version and a fresh nonce."""
        nonce = os.urandom(12)
        return _COMMUNITY + self._id + nonce + self._opens[self._id].encrypt(nonce, plain, None)

    def open(self, sealed: bytes) -> bytes:
        """The bytes again. Raises WrongKeyError when sealed under another key or tampered with."""
        if sealed[:1] != _COMMUNITY:
            raise WrongKeyError("sealed by a newer version")
        which = bytes(sealed[ID_AT : ID_AT + ID_LENGTH])
        if which not in self._opens:
            self.refresh()
        if which not in self._opens:
            raise WrongKeyError("DATA_KEY does not open this database")
        try:
            return self._opens[which].decrypt(sealed[5:17], sealed[17:], None)
        except InvalidTag as error:
            raise WrongKeyError("DATA_KEY does not open this database") from error

    def new_key(self) -> bytes:
        """A person's own key, wrapped."""
        return self.close(AESGCM.generate_key(256))

    def fresh(self) -> tuple[bytes, Seal]:
        """A person's own new key, wrapped, and in use."""
        key = AESGCM.generate_key(256)
        return self.close(key), Seal(key)

    def unwrap(self, wrapped: bytes) -> Seal:
        """That person's key in use."""
        return Seal(self.open(wrapped))

    def look_up(self, value: str) -> str:
        """A keyed hash: equal for equal values, worthless without the key; the same under every version of it."""
        return hmac.digest(self._hash_key, value.encode(), "sha256").hex()


def paper_of(key: bytes) -> str:
    """What the paper with that key on it is known by: tells keys apart without telling anything of them."""
    return f"key:{blake2b(key, digest_size=8, person=b'linli paper').hexdigest()}"


def fit(dialect: Dialect, keychain: Keychain) -> None:
    """Gives an engine's dialect the key with which `Encrypted` columns are read and written."""
    dialect.linli_keychain = keychain  # type: ignore[attr-defined]


def keychain_of(dialect: Dialect) -> Keychain:
    """The key an engine was fitted with."""
    keychain: Keychain = dialect.linli_keychain  # type: ignore[attr-defined]
    return keychain


class Encrypted(TypeDecorator[Any]):
    """A column whose value (anything JSON can say) is sealed under the community's key."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Seals on the way in."""
        if value is None:
            return None
        return keychain_of(dialect).close(_written(value).encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """Opens on the way out."""
        return None if value is None else json.loads(keychain_of(dialect).open(value))


class EncryptedBytes(TypeDecorator[bytes]):
    """A column of bytes (a file) sealed under the community's key."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Seals on the way in."""
        return None if value is None else keychain_of(dialect).close(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Opens on the way out."""
        return None if value is None else keychain_of(dialect).open(value)
