"""Who can be the sender of a message."""

from __future__ import annotations

from dataclasses import dataclass

ANONYMOUS_ADMIN_ID = 1087968824


@dataclass(eq=False)
class User:
    """An account: a person, the bot, or the account that stands in for anonymous admins."""

    id: int
    name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False


def anonymous_admin() -> User:
    """The account under which an admin who hides behind the group's name writes."""
    return User(ANONYMOUS_ADMIN_ID, "Group", "GroupAnonymousBot", is_bot=True)
