"""Versions of the data key: what tells them apart, and what stays the same through all of them."""

from __future__ import annotations

from hashlib import blake2b

ID_LENGTH = 4


def key_id(key: bytes) -> bytes:
    """Four bytes by which a version is known; they tell nothing about it."""
    return blake2b(b"key-id", key=key[:32], digest_size=ID_LENGTH).digest()


def root_of(key: bytes) -> bytes:
    """What look-ups and the record are hashed with: it stays when the key is changed, so later versions carry it.

    The first version of a key is 32 bytes; every later one is followed by the root, 64 bytes in all.
    """
    return key[32:] or blake2b(b"root", key=key, digest_size=32).digest()


def next_version(key: bytes, fresh: bytes) -> bytes:
    """The version after `key`, made of 32 `fresh` random bytes."""
    return fresh + root_of(key)
