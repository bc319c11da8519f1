"""The stand-in Telegram: its state, and the door a bot calls it by."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from inspect import isawaitable
from itertools import count
from typing import Any

from bot.sandbox import membership
from bot.sandbox.chats import Chat, Group, Status
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.messages import Message
from bot.sandbox.methods import METHODS
from bot.sandbox.parameters import Params
from bot.sandbox.people import Person
from bot.sandbox.pressing import Press
from bot.sandbox.pushing import Pusher
from bot.sandbox.refusals import ConnectionLost, Json, Refused, no_such_method, unauthorized
from bot.sandbox.settings import BotSettings
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.users import User

TOKEN = "7000000001:SANDBOX-a-stand-in-token-for-nobody"


@dataclass(eq=False)
class Request:
    """One call the bot made, kept so that tests can look for what it should not have said."""

    method: str
    params: Json
    files: dict[str, bytes]
    status: int = 0
    """What it was answered with; 0 while it runs or when the answer was lost."""


class Sandbox:
    """People, chats and one bot. Calls answer exactly as Telegram's servers would."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        limits: bool = True,
        token: str = TOKEN,
        username: str = "linli_bot",
        reads_all: bool = False,
        keep: int | None = None,
    ) -> None:
        """`reads_all`: privacy mode off; `keep`: how many requests to remember (None: all)."""
        self.now, self.monotonic = now, monotonic
        self.token, self.reads_all = token, reads_all
        self.bot = User(int(token.partition(":")[0]), "Linli 邻里", username, is_bot=True)
        self.people: dict[int, Person] = {}
        self.groups: list[Group] = []
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.requests: list[Request] = []
        self.on_action: Callable[[], Awaitable[None]] | None = None
        self.updates = UpdateQueue(now, monotonic)
        self.limits = Limits(monotonic, on=limits)
        self.faults, self.files, self.journal = Faults(), Files(), Journal()
        self.settings = BotSettings()
        self.pusher = Pusher(self)
        self._keep = keep
        self.numbers = count(1)
        self.ids = count(1)

    def person(self, name: str, *, language_code: str = "zh-hans", username: str | None = None) -> Person:
        """A new person, who has not pressed Start yet."""
        person = Person(self, 6_100_000_000 + next(self.ids), name, username, language_code)
        self.people[person.id] = person
        self.chats[person.id] = person.private
        self.journal.note("chat", lambda: {"chat": person.id})
        return person

    def group(
        self,
        title: str,
        *people: Person,
        with_bot: bool = True,
        bot_admin: bool = False,
        supergroup: bool = True,
    ) -> Group:
        """A group that has existed for long (no update tells of it); its first person owns it."""
        return membership.make_group(
            self, title, people, supergroup=supergroup, bot=_bot_status(with_bot, bot_admin)
        )

    def change_member(self, group: Group, user: User, status: Status) -> None:
        """Somebody becomes something in a group, by the owner's hand; who may know is told."""
        membership.change(self, group.chat, user, status, by=membership.owner(self, group.chat))

    def migrate(self, group: Group) -> None:
        """A basic group becomes a supergroup."""
        membership.migrate(self, group)

    def fault(
        self,
        method: str,
        kind: str,
        *,
        times: int = 1,
        retry_after: int = 5,
        chat_id: int | None = None,
    ) -> None:
        """The next `times` calls of `method` ("*": any) end as "429", "500", "lost", "timeout" or "down"."""
        self.faults.add(method, kind, times=times, retry_after=retry_after, chat_id=chat_id)

    def queue_raw(self, update: Json) -> None:
        """Any object as an update: of an unknown kind, unparseable, forged."""
        self.updates.put_raw(update)

    def close(self) -> None:
        """Stop pushing to a webhook, and let those who watch go."""
        self.pusher.point_at("")
        self.journal.close()

    async def acted(self) -> None:
        """A person did something: let whoever asked for it run the bot."""
        if self.on_action is not None:
            await self.on_action()

    def post(self, message: Message) -> Message:
        """A message appears in its chat."""
        message.chat.messages[message.id] = message
        self.journal.note("message", lambda: {"message": message})
        return message

    async def answer(
        self, token: str, method: str, params: Json, files: dict[str, bytes] | None = None
    ) -> tuple[int, Json]:
        """Like `call`, after looking at the token."""
        if token != self.token:
            no = unauthorized()
            return no.status, no.body()
        return await self.call(method, params, files)

    async def call(
        self, method: str, params: dict[str, Any], files: dict[str, bytes] | None = None
    ) -> tuple[int, Json]:
        """One Bot API call: (HTTP status, JSON body). A fault may raise TimeoutError or ConnectionError."""
        request = Request(method, params, files or {})
        self._remember(request)
        name, read = method.lower(), Params(params, files)
        fault = self.faults.strike(name, read.text("chat_id"))
        try:
            if fault is not None:
                fault.refuse()
            if (handler := METHODS.get(name)) is None:
                raise no_such_method()
            result = handler(self, read)
            if isawaitable(result):
                result = await result
            status, body = 200, {"ok": True, "result": result}
        except Refused as no:
            status, body = no.status, no.body()
        if fault is not None and fault.kind == "lost":
            raise ConnectionLost("the answer was lost")
        request.status = status
        return status, body

    def _remember(self, request: Request) -> None:
        self.requests.append(request)
        if self._keep is not None and len(self.requests) > self._keep:
            del self.requests[: -self._keep or None]


def _bot_status(with_bot: bool, admin: bool) -> Status | None:
    if not with_bot:
        return None
    return "administrator" if admin else "member"
