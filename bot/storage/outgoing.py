"""What a unit of work asks to be sent, shown or taken away. Collected here, written once at its end."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.priority import Priority
from bot.storage.blobs import Blobs, Document
from bot.storage.bodies import File, pack
from bot.storage.expecting import Expected
from bot.storage.machinery import Fate
from bot.storage.posts import Posts

DELETABLE = timedelta(hours=47)
"""Telegram lets a bot take its messages away for 48 h."""


class Outgoing:
    """The side of a unit of work that people will see."""

    def __init__(self, session: AsyncSession, expected: Expected, zone: tzinfo) -> None:
        self.posts = Posts(session, expected, zone)
        self.blobs = Blobs(session)

    def say(
        self,
        chat_id: int,
        key: str,
        *,
        dedupe: str,
        now: datetime,
        priority: Priority = Priority.ANSWER,
        subject: str | None = None,
        reply_to: int | None = None,
        menu: bool = False,
        fate: Fate | None = None,
        keep: timedelta | None = None,
        not_before: datetime | None = None,
        holder_of: int | None = None,
        **args: Any,
    ) -> None:
        """Words to a chat, by Fluent key, in the reader's language. `menu`: with the keyboard of their role.

        A reply to it finds `subject` ("case:12"). `keep`: not worth sending after that long. `holder_of`: only
        while they hold that task.
        """
        body = {"key": key, "args": pack(args), "reply_to": reply_to, "menu": menu}
        if holder_of is not None:
            body["holder_of"], fate = holder_of, Fate.HOLDER
        self.posts.post(
            dedupe,
            chat_id,
            "say",
            body,
            now=now,
            priority=priority,
            subject=subject,
            fate=fate,
            not_before=not_before,
            expires_at=now + keep if keep else None,
        )

    def send_file(
        self,
        chat_id: int,
        file: File,
        *,
        dedupe: str,
        now: datetime,
        key: str | None = None,
        subject: str | None = None,
        protect: bool = False,
        holder_of: int | None = None,
        priority: Priority = Priority.ANSWER,
        **args: Any,
    ) -> None:
        """A person's photo, voice or video on to somebody. `holder_of`: only while they hold that task."""
        body = {
            "kind": file.kind,
            "file_id": file.file_id,
            "key": key,
            "args": pack(args),
            "protect": protect,
            "holder_of": holder_of,
        }
        fate = Fate.HOLDER if holder_of is not None else None
        self.posts.post(dedupe, chat_id, "file", body, now=now, priority=priority, subject=subject, fate=fate)

    def send_document(
        self,
        chat_id: int,
        name: str,
        content: bytes,
        *,
        dedupe: str,
        now: datetime,
        key: str | None = None,
        subject: str | None = None,
        protect: bool = False,
        delete_after: timedelta | None = None,
        fate: Fate | None = None,
        priority: Priority = Priority.ANSWER,
        **args: Any,
    ) -> None:
        """A file we made, under `name`, with the words `key` below it. We keep it, sealed, only until it has arrived.

        `delete_after`: then the message is taken away again (at most 47 h, Telegram allows no more). `fate`: what to
        do when nobody knows whether it arrived; a full export is parked (`Fate.PARK`) for a person to decide. Raises
        ValueError for an empty file and one over 45 MB.
        """
        self.blobs.keep(dedupe, chat_id, Document(name, content), now)
        seconds = None if delete_after is None else int(min(delete_after, DELETABLE).total_seconds())
        body = {"blob": dedupe, "key": key, "args": pack(args), "protect": protect, "delete_after": seconds}
        self.posts.post(
            dedupe, chat_id, "document", body, now=now, priority=priority, subject=subject, fate=fate
        )

    def fetch_file(
        self,
        chat_id: int,
        file_id: str,
        name: str,
        *,
        dedupe: str,
        subject: str,
        now: datetime,
        keep: timedelta,
    ) -> None:
        """A file a person sent is brought here, sealed, as the blob `dedupe`; then what is to be done about `subject`
        follows by itself. `keep`: after that long it is given up."""
        self.posts.post(
            dedupe,
            chat_id,
            "fetch",
            {"file_id": file_id, "name": name, "blob": dedupe},
            now=now,
            subject=subject,
            fate=Fate.RESEND,
            expires_at=now + keep,
        )

    def delete_message(
        self, chat_id: int, message_id: int, *, now: datetime, not_before: datetime | None = None
    ) -> None:
        """Takes one of our messages away (Telegram allows it for 48 h)."""
        self.posts.post(
            f"delete:{chat_id}:{message_id}",
            chat_id,
            "delete",
            {"message_id": message_id},
            now=now,
            fate=Fate.RESEND,
            not_before=not_before,
        )

    def place(
        self,
        card: str,
        ref: int | None,
        chat_id: int,
        *,
        now: datetime,
        subject: str | None = None,
        priority: Priority = Priority.CARD,
        round_: int = 0,
        not_before: datetime | None = None,
        anew: bool = False,
    ) -> None:
        """Puts the card `card` of row `ref` in a chat, `not_before` then. `round_` tells one asking from the next; `anew`:
        of the copies that stand there only the newest live on."""
        if ref is None:
            raise ValueError(f"the {card} card was placed before its row had a number")
        self.posts.place(
            card,
            ref,
            subject or f"{card}:{ref}",
            chat_id,
            now=now,
            priority=priority,
            round_=round_,
            not_before=not_before,
            anew=anew,
        )

    def touch(self, subject: str) -> None:
        """Every card of this subject ("case:12", "task:5", "draft:3", "alarm:1") is to be shown anew."""
        self.posts.touch(subject)
