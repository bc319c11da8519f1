"""Sealed columns for what the rules keep as words of their own: one of an enum, a set of them, numbers by them,
and what a notice says to whom."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect

from bot.domain.notice import Audience, NoticeFile, Target, To, Wording
from bot.storage.crypto import Encrypted


class SealedWord(Encrypted):
    """One of an enum: what came of a visit says how somebody is."""

    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """The value, sealed."""
        return super().process_bind_param(None if value is None else str(self.kind(value)), dialect)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """The enum again."""
        plain = super().process_result_value(value, dialect)
        return None if plain is None else self.kind(plain)


class SealedWords(SealedWord):
    """A set of an enum's."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Sorted, sealed."""
        return Encrypted.process_bind_param(self, sorted(str(one) for one in value or ()), dialect)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> frozenset[Any]:
        """The set again."""
        return frozenset(self.kind(one) for one in Encrypted.process_result_value(self, value, dialect) or ())


class SealedNumbers(SealedWord):
    """A number for some of an enum's."""

    cache_ok = True

    def process_bind_param(self, value: Mapping[Any, int] | None, dialect: Dialect) -> bytes | None:
        """By word, sealed."""
        plain = {str(one): number for one, number in (value or {}).items()}
        return Encrypted.process_bind_param(self, plain, dialect)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> dict[Any, int]:
        """By enum again."""
        plain = Encrypted.process_result_value(self, value, dialect) or {}
        return {self.kind(one): number for one, number in plain.items()}


class SealedTexts(Encrypted):
    """Texts in their order."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """All together, sealed."""
        return super().process_bind_param(list(value or ()), dialect)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> tuple[str, ...]:
        """The texts again."""
        return tuple(super().process_result_value(value, dialect) or ())


class SealedWordings(Encrypted):
    """Words with their entities, by language."""

    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Wording] | None, dialect: Dialect) -> bytes | None:
        """As JSON, sealed."""
        plain = {
            language: [one.text, list(one.entities), one.given] for language, one in (value or {}).items()
        }
        return super().process_bind_param(plain, dialect)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> dict[str, Wording]:
        """The words again."""
        plain = super().process_result_value(value, dialect) or {}
        return {
            language: Wording(text, tuple(entities), given)
            for language, (text, entities, given) in plain.items()
        }


class SealedNoticeFiles(Encrypted):
    """Files by Telegram's ids."""

    cache_ok = True

    def process_bind_param(self, value: tuple[NoticeFile, ...] | None, dialect: Dialect) -> bytes | None:
        """As JSON, sealed."""
        return super().process_bind_param([[one.kind, one.file_id] for one in value or ()], dialect)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> tuple[NoticeFile, ...]:
        """The files again."""
        plain = super().process_result_value(value, dialect) or []
        return tuple(NoticeFile(kind, file_id) for kind, file_id in plain)


class SealedAudience(Encrypted):
    """Whom it is for, as a list of [what, name, building or null]."""

    cache_ok = True

    def process_bind_param(self, value: Audience | None, dialect: Dialect) -> bytes | None:
        """As JSON, sealed."""
        plain = [[str(one.to), one.name, one.building] for one in value or ()]
        return super().process_bind_param(plain, dialect)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Audience:
        """The audience again."""
        plain = super().process_result_value(value, dialect) or []
        return tuple(Target(To(to), name, building) for to, name, building in plain)
