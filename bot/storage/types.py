"""Column types that keep what the rules expect: aware instants, enums by value, sets of roles."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Integer, String, Text, type_coerce
from sqlalchemy.types import TypeDecorator

from bot.domain.cadence import Cadence, cadence_of
from bot.domain.marks import Mark
from bot.domain.role import Role, Ward


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, on SQLite too (which would give it back naive)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses naive instants: they always were a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime reached the database")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware again."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class ByValue(TypeDecorator[Any]):
    """A StrEnum stored as its value."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The value."""
        return None if value is None else str(self.kind(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The enum."""
        return None if value is None else self.kind(value)


class Roles(TypeDecorator[frozenset[Role]]):
    """A set of roles as `,coordinator,resident,`, so that one can be looked for."""

    impl = String(200)
    cache_ok = True

    def process_bind_param(self, value: frozenset[Role] | None, dialect: Dialect) -> str:
        """Sorted, with commas at both ends."""
        return "," + "".join(f"{role}," for role in sorted(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[Role]:
        """The set again."""
        return frozenset(Role(part) for part in (value or "").split(",") if part)

    class comparator_factory(TypeDecorator.Comparator[frozenset[Role]]):
        """`member.roles.holding(role)` in a query."""

        def holding(self, role: Role) -> Any:
            """Rows that wear this hat."""
            return type_coerce(self.expr, String).contains(f",{role},", autoescape=True)


class Wards(TypeDecorator[tuple[Ward, ...]]):
    """What somebody heads or looks after, as a list of [role, compound, building or null]."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Ward, ...] | None, dialect: Dialect) -> str:
        """As JSON."""
        return json.dumps([[w.role, w.compound, w.building] for w in value or ()], ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Ward, ...]:
        """The wards again."""
        if value is None or value == "[]":
            return ()
        return tuple(Ward(Role(role), compound, building) for role, compound, building in json.loads(value))


class Keys(TypeDecorator[tuple[str, ...]]):
    """A few keys of the playbook, with commas between them."""

    impl = String(200)
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """In their order."""
        return ",".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """The keys again."""
        return tuple(value.split(",")) if value else ()


class Lines(TypeDecorator[tuple[str, ...]]):
    """Any number of short texts, one a line."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """In their order."""
        return "\n".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """The texts again."""
        return tuple(value.split("\n")) if value else ()


class Marks(TypeDecorator[tuple[Mark, ...]]):
    """What was vouched for, as a list of [kind, when, by whom or null, last day or null]."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Mark, ...] | None, dialect: Dialect) -> str:
        """As JSON."""
        return json.dumps(
            [
                [m.kind, m.at.astimezone(UTC).isoformat(), m.by_id, m.until and m.until.isoformat()]
                for m in value or ()
            ]
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Mark, ...]:
        """The marks again."""
        if value is None or value == "[]":
            return ()
        return tuple(
            Mark(kind, datetime.fromisoformat(at), by_id, until and date.fromisoformat(until))
            for kind, at, by_id, until in json.loads(value)
        )


class Numbers(TypeDecorator[tuple[int, ...]]):
    """A few numbers of rows, with commas between them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> str:
        """In their order."""
        return ",".join(str(one) for one in value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int, ...]:
        """The numbers again."""
        return tuple(int(one) for one in value.split(",")) if value else ()


class Cadences(TypeDecorator[Cadence]):
    """How often, as playbooks write it."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: Cadence | None, dialect: Dialect) -> str | None:
        """As text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Cadence | None:
        """The cadence again."""
        return None if value is None else cadence_of(value)


class ByNumber(TypeDecorator[Any]):
    """An IntEnum stored as its number."""

    impl = Integer
    cache_ok = True

    def __init__(self, kind: type[IntEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """The number."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Any:
        """The enum."""
        return None if value is None else self.kind(value)
