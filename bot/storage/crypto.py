"""What is personal is stored sealed: AES-256-GCM, under the community's key or a person's own.

A person's own key is itself sealed under the community's key and kept in their row: to forget the person is to
forget that key. A sealed value is `version (1) | nonce (12) | ciphertext and tag`.
"""

from __future__ import annotations

import hmac
import json
import os
from hashlib import blake2b
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

_VERSION = b"\x01"


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
        return _VERSION + nonce + self._aead.encrypt(nonce, plain, None)

    def open(self, sealed: bytes) -> bytes:
        """The bytes again. Raises WrongKeyError when sealed under another key or tampered with."""
        if sealed[:1] != _VERSION:
            raise WrongKeyError("sealed by a newer version")
        try:
            return self._aead.decrypt(sealed[1:13], sealed[13:], None)
        except InvalidTag as error:
            raise WrongKeyError("DATA_KEY does not open this database") from error


class Keychain(Seal):
    """The community's key: seals machinery, wraps the keys of persons, and hashes for look-ups."""

    def __init__(self, key: bytes) -> None:
        super().__init__(key)
        self._hash_key = blake2b(b"look-up", key=key[:32], digest_size=32).digest()

    def new_key(self) -> bytes:
        """A person's own key, wrapped."""
        return self.close(AESGCM.generate_key(256))

    def unwrap(self, wrapped: bytes) -> Seal:
        """That person's key in use."""
        return Seal(self.open(wrapped))

    def look_up(self, value: str) -> str:
        """A keyed hash: equal for equal values, worthless without the key."""
        return hmac.new(self._hash_key, value.encode(), "sha256").hexdigest()


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
        return keychain_of(dialect).close(
            json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        )

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """Opens on the way out."""
        return None if value is None else json.loads(keychain_of(dialect).open(value))
