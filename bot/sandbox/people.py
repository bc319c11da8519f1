"""A person with a phone: what they can do in Telegram, and what they see there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from bot.sandbox import membership, talking
from bot.sandbox.chats import Chat, Group
from bot.sandbox.files import Upload
from bot.sandbox.messages import Message
from bot.sandbox.pressing import Press, Toast, find_button, send_press
from bot.sandbox.users import User, anonymous_admin

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

_START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Person(User):
    """Acts as people do; after each act the sandbox's `on_action` runs, so the answer is there to be seen."""

    def __init__(
        self, sandbox: Sandbox, id_: int, name: str, username: str | None, language_code: str
    ) -> None:
        super().__init__(id_, name, username, language_code)
        self._sandbox = sandbox
        self.private = Chat(id_, "private", name, sandbox.numbers)
        self.toasts: list[Toast] = []

    @property
    def keyboard(self) -> list[str]:
        """Labels of the reply keyboard under the private chat."""
        return [label for row in self.keyboard_rows for label in row]

    @property
    def keyboard_rows(self) -> list[list[str]]:
        """The same, row by row."""
        shown = self.private.keyboard
        return [[str(cell["text"]) for cell in row] for row in shown["keyboard"]] if shown else []

    async def says(
        self, text: str, *, in_: Group | None = None, reply_to: Message | None = None, formatted: bool = False
    ) -> Message:
        """Write; a text too long is split as clients do, and the first piece is returned. `formatted`: it is HTML."""
        chat = self._here(in_)
        pieces = [
            talking.write(self._sandbox, self, chat, piece, reply_to=reply_to, formatted=formatted)
            for piece in talking.split(text)
        ]
        await self._sandbox.acted()
        return pieces[0]

    async def sends(
        self,
        kind: str,
        *,
        caption: str = "",
        in_: Group | None = None,
        reply_to: Message | None = None,
        album: int = 1,
        file: bytes | None = None,
        name: str = "",
        formatted: bool = False,
    ) -> list[Message]:
        """Send a photo, voice, video or document; `album` of them go as one, the caption on the first.

        `file`: what is in it, `name`: what it is called; without, something is made up.
        """
        upload = Upload.named(name, file) if file is not None else None
        sent = talking.send_media(
            self._sandbox, self, self._here(in_), kind, caption, reply_to, album, upload, formatted=formatted
        )
        await self._sandbox.acted()
        return sent

    async def starts(self, payload: str = "") -> Message:
        """Press Start, or open t.me/bot?start=payload; whoever had blocked the bot unblocks it by this."""
        if not _START_PAYLOAD.fullmatch(payload):
            raise ValueError(f"a start payload is at most 64 of A-Z a-z 0-9 _ -, not {payload!r}")
        if self.private.blocked:
            self.unblocks()
        return await self.says(f"/start {payload}".strip())

    async def follows(self, url: str) -> Message:
        """Open a t.me/<bot>?start=… link and press Start; any other link is a ValueError."""
        payload = self._start_payload(url)
        if payload is None:
            raise ValueError(f"{url} does not lead to @{self._sandbox.bot.username}")
        return await self.starts(payload)

    def _start_payload(self, url: str) -> str | None:
        parts = urlsplit(url)
        same = parts.path.strip("/").lower() == (self._sandbox.bot.username or "").lower()
        if parts.scheme not in ("http", "https") or parts.netloc not in ("t.me", "telegram.me") or not same:
            return None
        return parse_qs(parts.query).get("start", [""])[0]

    async def presses(self, label: str, *, in_: Group | None = None, on: Message | None = None) -> Press:
        """Press the newest button whose text starts with `label`: inline, a link, or the reply keyboard's."""
        chat = self._here(in_)
        try:
            message, button = find_button([on] if on else self._seen(in_), label)
        except LookupError as none:
            key = next((key for key in self.keyboard if key.startswith(label)), None)
            if in_ is not None or on is not None or key is None:
                raise LookupError(f"{self.name} in {chat.title}: {none}; keyboard: {self.keyboard}") from None
            said = await self.says(key)
            return Press("", self, said, None, self._sandbox.monotonic(), answered=True)
        if button.url is None:
            return await self.presses_data(button.data or "", on=message, in_=in_)
        press = Press("", self, message, None, self._sandbox.monotonic(), answered=True, url=button.url)
        if self._start_payload(button.url) is not None:
            await self.follows(button.url)
        return press

    async def presses_data(self, data: str, *, on: Message, in_: Group | None = None) -> Press:
        """Press with any data at all on any message, even one that is gone: stale or forged."""
        if in_ is not None and on.chat not in (in_.chat, *in_.former):
            raise LookupError(f"that message is not in {in_.title}")
        press = send_press(self._sandbox, self, on, data)
        await self._sandbox.acted()
        return press

    def sees(self, text: str, *, in_: Group | None = None) -> bool:
        """Whether any message still there contains `text`."""
        return any(text in message.text for message in self.chat(in_))

    def chat(self, in_: Group | None = None) -> list[Message]:
        """The messages still there, oldest first; without a group, the private chat with the bot."""
        return [message for message in self._seen(in_) if not message.deleted]

    def last(self, in_: Group | None = None) -> Message:
        """The bot's newest message there; LookupError when it has said nothing."""
        for message in reversed(self.chat(in_)):
            if message.sender is self._sandbox.bot:
                return message
        raise LookupError(f"the bot has said nothing to {self.name} in {in_.title if in_ else 'private'}")

    def _seen(self, in_: Group | None) -> list[Message]:
        return in_.messages if in_ else list(self.private.messages.values())

    def _here(self, in_: Group | None) -> Chat:
        if in_ is None:
            return self.private
        if not in_.chat.has(self.id):
            raise PermissionError(f"{self.name} is not in {in_.title}")
        return in_.chat

    def blocks(self) -> None:
        """Block the bot; it is told."""
        self._blocked(True)

    def unblocks(self) -> None:
        """Unblock the bot; it is told."""
        self._blocked(False)

    def _blocked(self, blocked: bool) -> None:
        if self.private.blocked != blocked:
            self.private.blocked = blocked
            talking.tell_blocked(self._sandbox, self, blocked)

    async def joins(self, group: Group) -> None:
        """Come into a group."""
        membership.joins(self._sandbox, group.chat, self, by=self)
        await self._sandbox.acted()

    async def leaves(self, group: Group) -> None:
        """Go out of a group."""
        membership.goes(self._sandbox, self._here(group), self, by=self)
        await self._sandbox.acted()

    async def adds_bot(self, group: Group, admin: bool = False) -> None:
        """Bring the bot into a group, as an admin or not."""
        membership.joins(self._sandbox, self._here(group), self._sandbox.bot, by=self, admin=admin)
        await self._sandbox.acted()

    async def removes_bot(self, group: Group) -> None:
        """Throw the bot out of a group."""
        membership.goes(self._sandbox, self._here(group), self._sandbox.bot, by=self)
        await self._sandbox.acted()

    async def says_anonymously(self, text: str, in_: Group) -> Message:
        """Write as an anonymous admin: the group's name instead of one's own."""
        chat = self._here(in_)
        message = talking.write(self._sandbox, anonymous_admin(), chat, text, sender_chat=chat)
        await self._sandbox.acted()
        return message

    async def deletes(self, message: Message) -> None:
        """Take back one's own message; no bot is told of that."""
        talking.take_back(self._sandbox, self, message)
        await self._sandbox.acted()

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"
