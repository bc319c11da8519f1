"""Rows of rosters as JSON, and back."""

from __future__ import annotations

import json
from datetime import date

from bot.rosters.rows import Contact, HouseholdRow, MemberRow
from bot.storage.registers.register import Content


def household_content(row: HouseholdRow) -> Content:
    """All it tells."""
    return {
        "compound": row.compound,
        "building": row.building,
        "unit": row.unit,
        "room": row.room,
        "name": row.name,
        "phones": list(row.phones),
        "categories": list(row.categories),
        "birth": row.birth.isoformat() if row.birth else None,
        "contacts": [[one.name, one.relation, list(one.phones)] for one in row.contacts],
        "languages": list(row.languages),
        "remark": row.remark,
    }


def household_row(content: Content, row: int = 0) -> HouseholdRow:
    """The row again."""
    birth = content.get("birth")
    return HouseholdRow(
        row=row,
        compound=content["compound"],
        building=content["building"],
        unit=content["unit"],
        room=content["room"],
        name=content["name"],
        phones=tuple(content["phones"]),
        categories=tuple(content["categories"]),
        birth=date.fromisoformat(birth) if birth else None,
        contacts=tuple(Contact(name, relation, tuple(n)) for name, relation, n in content["contacts"]),
        languages=tuple(content["languages"]),
        remark=content["remark"],
    )


def member_content(row: MemberRow) -> Content:
    """All it tells."""
    return {
        "name": row.name,
        "phones": list(row.phones),
        "teams": list(row.teams),
        "leads": row.leads,
        "certified": row.certified,
        "may_enter": row.may_enter,
        "strong": row.strong,
        "languages": list(row.languages),
        "skills": row.skills,
        "compound": row.compound,
        "building": row.building,
        "remark": row.remark,
    }


def member_row(content: Content, row: int = 0) -> MemberRow:
    """The row again."""
    lists = {name: tuple(content[name]) for name in ("phones", "teams", "languages")}
    return MemberRow(row=row, **{**content, **lists})


def content_of(row: HouseholdRow | MemberRow) -> Content:
    """All a row of either kind tells."""
    return household_content(row) if isinstance(row, HouseholdRow) else member_content(row)


def row_of(kind: str | None, content: Content, row: int = 0) -> HouseholdRow | MemberRow:
    """The row of that kind again."""
    return member_row(content, row) if kind == "members" else household_row(content, row)


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_bytes(content: Content) -> bytes:
    """To be sealed."""
    return _written(content).encode("utf-8", "surrogatepass")
