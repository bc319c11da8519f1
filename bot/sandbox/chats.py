"""Where messages are: a person's private chat with the bot, or a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.sandbox.refusals import Json

if TYPE_CHECKING:
    from bot.sandbox.messages import Message
    from bot.sandbox.sandbox import Sandbox
    from bot.sandbox.users import User

Status = Literal["creator", "administrator", "member", "left", "kicked"]
PRESENT: tuple[Status, ...] = ("creator", "administrator", "member")


@dataclass(eq=False)
class Chat:
    """One chat as Telegram numbers it; a group that becomes a supergroup is a second chat."""

    id: int
    type: Literal["private", "group", "supergroup"]
    title: str
    numbers: Iterator[int]
    messages: dict[int, Message] = field(default_factory=dict)
    statuses: dict[int, Status] = field(default_factory=dict)
    admin_names: dict[int, str] = field(default_factory=dict)
    pinned: Message | None = None
    migrated_to: Chat | None = None
    started: bool = False
    """Private only: the person has written to the bot at least once."""
    blocked: bool = False
    """Private only: the person blocked the bot."""
    muted: bool = False
    """Groups only: nobody but its admins may write."""
    keyboard: Json | None = None
    """Private only: the reply keyboard on show."""

    @property
    def private(self) -> bool:
        """Whether it is a person's own chat with the bot."""
        return self.type == "private"

    def status(self, user_id: int) -> Status:
        """What a user is here; strangers have "left"."""
        return self.statuses.get(user_id, "left")

    def has(self, user_id: int) -> bool:
        """Whether the user is in the group now."""
        return self.status(user_id) in PRESENT

    def is_admin(self, user_id: int) -> bool:
        """Whether the user is the owner or an admin of the group."""
        return self.status(user_id) in ("creator", "administrator")


class Group:
    """A group as its people know it: one place, even after Telegram has given it a new id."""

    def __init__(self, sandbox: Sandbox, chat: Chat) -> None:
        self._sandbox = sandbox
        self.chat = chat
        self.former: list[Chat] = []

    @property
    def id(self) -> int:
        """Its present chat id."""
        return self.chat.id

    @property
    def title(self) -> str:
        """What its people call it."""
        return self.chat.title

    @property
    def messages(self) -> list[Message]:
        """Everything written here, oldest first, across a migration."""
        return [message for chat in (*self.former, self.chat) for message in chat.messages.values()]

    @property
    def members(self) -> list[int]:
        """The ids of the people in it; the bot is not counted."""
        bot = self._sandbox.bot.id
        return [user for user in self.chat.statuses if user != bot and self.chat.has(user)]

    @property
    def bot_admin(self) -> bool:
        """Whether the bot is an admin here, and so hears everything."""
        return self.chat.is_admin(self._sandbox.bot.id)

    @bot_admin.setter
    def bot_admin(self, admin: bool) -> None:
        self._sandbox.change_member(self, self._sandbox.bot, "administrator" if admin else "member")

    def mutes(self, muted: bool = True) -> None:
        """Nobody but its admins may write any more, or all may again; no update tells of it."""
        self.chat.muted = muted

    def makes_admin(self, user: User) -> None:
        """One of its people becomes an admin."""
        self._sandbox.change_member(self, user, "administrator")

    def migrates(self) -> None:
        """The group becomes a supergroup: a new id, and the old one refuses with where to go."""
        self._sandbox.migrate(self)

    def __str__(self) -> str:
        """For a failing test to print."""
        return "\n".join([f"== {self.title} ==", *map(str, self.messages)])
