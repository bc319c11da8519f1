"""Rows as tables in the reader's language, under headings that the reading of rosters knows again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from bot.domain.playbook import Playbook
from bot.rosters.rows import Contact, HouseholdRow, MemberRow
from bot.rosters.writing import Table, Value


class Say(Protocol):
    """A message key and its arguments → plain words in the reader's language."""

    def __call__(self, key: str, **args: object) -> str:
        """As `words.plain`."""


HOUSEHOLD_HEADINGS = (
    "heading-name",
    "heading-phones",
    "heading-compound",
    "heading-building",
    "heading-unit",
    "heading-room",
    "heading-categories",
    "heading-birth",
    "heading-contact-name",
    "heading-contact-relation",
    "heading-contact-phones",
    "heading-languages",
    "heading-remark",
)
MEMBER_HEADINGS = (
    "heading-name",
    "heading-phones",
    "heading-teams",
    "heading-post",
    "heading-certified",
    "heading-may-enter",
    "heading-strong",
    "heading-languages",
    "heading-skills",
    "heading-compound",
    "heading-building",
    "heading-remark",
)
_BETWEEN = "、"
_BETWEEN_PEOPLE = "；"


def stamp_of(say: Say, *, by: str, reason: str, at: str) -> str:
    """The line over an export that says who asked for it, why, and when."""
    return say("roster-stamp", by=by, reason=reason, at=at)


def household_table(
    rows: Iterable[HouseholdRow], playbook: Playbook, say: Say, language: str, *, stamp: str | None = None
) -> Table:
    """All that is known of households; places and categories are called as a reader of `language` calls them."""
    headings = [say(key) for key in HOUSEHOLD_HEADINGS]
    cells = (_household(row, playbook, language) for row in rows)
    return Table(say("roster-households"), headings, cells, stamp)


def member_table(
    rows: Iterable[MemberRow], playbook: Playbook, say: Say, language: str, *, stamp: str | None = None
) -> Table:
    """All that is known of members."""
    headings = [say(key) for key in MEMBER_HEADINGS]
    return Table(
        say("roster-members"), headings, (_member(row, playbook, say, language) for row in rows), stamp
    )


def _household(row: HouseholdRow, playbook: Playbook, language: str) -> list[Value]:
    categories = [one.name(language) for one in playbook.household_categories if one.key in row.categories]
    return [
        row.name,
        _BETWEEN.join(row.phones),
        _compound(row.compound, playbook, language),
        row.building,
        row.unit,
        row.room,
        _BETWEEN.join(categories),
        row.birth.isoformat() if row.birth else None,
        *_contacts(row.contacts),
        _BETWEEN.join(row.languages),
        row.remark,
    ]


def _contacts(contacts: tuple[Contact, ...]) -> list[Value]:
    """Names, relations, numbers: several people divided by ； in each, several numbers of one by 、"""
    return [
        _BETWEEN_PEOPLE.join(one.name or "" for one in contacts),
        _BETWEEN_PEOPLE.join(one.relation or "" for one in contacts) if _any_relation(contacts) else None,
        _BETWEEN_PEOPLE.join(_BETWEEN.join(one.phones) for one in contacts) if _any_phone(contacts) else None,
    ]


def _any_relation(contacts: tuple[Contact, ...]) -> bool:
    return any(one.relation for one in contacts)


def _any_phone(contacts: tuple[Contact, ...]) -> bool:
    return any(one.phones for one in contacts)


def _member(row: MemberRow, playbook: Playbook, say: Say, language: str) -> list[Value]:
    return [
        row.name,
        _BETWEEN.join(row.phones),
        _BETWEEN.join(one.title(language) for one in playbook.teams if one.name in row.teams),
        say("roster-leader") if row.leads else say("roster-follower"),
        *(_mark(told, say) for told in (row.certified, row.may_enter, row.strong)),
        _BETWEEN.join(row.languages),
        row.skills,
        _compound(row.compound, playbook, language),
        row.building,
        row.remark,
    ]


def _mark(told: bool | None, say: Say) -> Value:
    if told is None:
        return None
    return say("roster-yes") if told else say("roster-no")


def _compound(name: str | None, playbook: Playbook, language: str) -> Value:
    known = playbook.compound(name)
    return known.title(language) if known else name
