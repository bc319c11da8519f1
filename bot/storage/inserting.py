"""Inserts that mind what is there already, on either database."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import PlaceState, placement


def insert_new(session: AsyncSession, table: Table) -> Any:
    """An insert that passes over rows whose unique key is there already, on either database."""
    return _insert_new(session.get_bind().dialect.name, table)


@cache
def _insert_new(dialect: str, table: Table) -> Any:
    make = postgresql_insert if dialect == "postgresql" else sqlite_insert
    return make(table).on_conflict_do_nothing()


def insert_or_set(session: AsyncSession, table: Table, keys: tuple[str, ...], values: tuple[str, ...]) -> Any:
    """An insert that sets these values anew where a row with these keys is there already."""
    return _insert_or_set(session.get_bind().dialect.name, table, keys, values)


@cache
def _insert_or_set(dialect: str, table: Table, keys: tuple[str, ...], values: tuple[str, ...]) -> Any:
    new = (postgresql_insert if dialect == "postgresql" else sqlite_insert)(table)
    return new.on_conflict_do_update(index_elements=keys, set_={name: new.excluded[name] for name in values})


def insert_or_revive(session: AsyncSession) -> Any:
    """An insert of cards, where a retired one that is put back at its old place lives again."""
    return _insert_or_revive(session.get_bind().dialect.name)


@cache
def _insert_or_revive(dialect: str) -> Any:
    make = postgresql_insert if dialect == "postgresql" else sqlite_insert
    return make(placement).on_conflict_do_update(
        index_elements=["card", "ref", "chat_id", "round"],
        set_={"state": PlaceState.LIVE, "wanted": placement.c.wanted + 1, "error": None},
        where=placement.c.state == PlaceState.RETIRED,
    )
