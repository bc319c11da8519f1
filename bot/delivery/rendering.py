"""Turns rows into messages at the moment they are sent: in the reader's language, as things stand now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.clock import Clock
from bot.delivery.failures import Outcome, Verdict
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import NoticeFile, NoticeState
from bot.domain.priority import Priority
from bot.domain.rights import MINE, Verb, may
from bot.storage.blobs import Document
from bot.storage.bodies import unpack
from bot.storage.course import CARD
from bot.storage.database import Database, DatabaseTroubleError
from bot.storage.due import Due
from bot.storage.excuses import tell_failure
from bot.storage.notices import KIND, Notices
from bot.storage.work import UnitOfWork
from bot.ui.cards import CARDS
from bot.ui.i18n import Markup, words_for
from bot.ui.menu import menu_for
from bot.ui.screen import Reader

log = structlog.get_logger(__name__)
FOR_THE_CLOSED = ("danger", "sos", "sos_called")
"""All that whoever may not act still sees: everything else is taken from their chat."""
ABOUT_ONESELF = ("forget", "forget_keep", "forget_all", "stay_known", "gone")
"""And this, unless somebody else may have their phone."""


@dataclass(frozen=True)
class Ready:
    """One request, ready to be made.

    `drop`: must not be sent any more, for that reason. `hold`: not until somebody lets it go on. `verdict`: cannot be
    made, and what that means.
    """

    due: Due
    text: str = ""
    keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | None = None
    protect: bool = False
    silent: bool = False
    reply_to: int | None = None
    revision: int = 0
    digest: str | None = None
    until: datetime | None = None
    unchanged: bool = False
    nothing: bool = False
    document: Document | None = None
    entities: tuple[Mapping[str, Any], ...] | None = None
    files: tuple[NoticeFile, ...] = ()
    blank: bool = False
    drop: str | None = None
    hold: bool = False
    verdict: Verdict | None = None

    @property
    def needs_no_request(self) -> bool:
        """Nothing is to be asked of Telegram: dropped, or shown like this already."""
        return (
            bool(self.drop or self.hold or self.verdict)
            or self.unchanged
            or (self.nothing and self.due.message_id is None)
        )


class Renderer:
    """Reads one consistent state for a batch and renders it."""

    def __init__(self, database: Database, clock: Clock, username: str) -> None:
        self._database = database
        self._clock = clock
        self._username = username

    async def render(self, batch: Sequence[Due]) -> list[Ready]:
        """In the order given. What cannot be rendered comes back with a verdict and stops no other."""
        try:
            async with self._database.look() as uow:
                return await self._together(uow, batch)
        except Exception as error:
            if len(batch) > 1:
                return [ready for one in batch for ready in await self.render([one])]
            tell_failure(log, "cannot-read", error, post=batch[0].kind, row=batch[0].id)
            if isinstance(error, DatabaseTroubleError):
                return [Ready(batch[0], verdict=Verdict(Outcome.NOT_SENT, "the database cannot be read"))]
            why = f"cannot read: {type(error).__name__}"
            return [Ready(batch[0], verdict=Verdict(Outcome.REFUSED, why))]

    async def _together(self, uow: UnitOfWork, batch: Sequence[Due]) -> list[Ready]:
        now = self._clock.now()
        wanted = await uow.leases.wanted([one.id for one in batch if one.is_card])
        chats = {one.chat_id for one in batch}
        await uow.read_ahead({one.subject for one in batch if one.subject}, chats)
        people = await uow.members.by_telegram([chat for chat in chats if chat > 0])
        languages = await uow.chats.languages([chat for chat in chats if chat < 0])
        languages |= {chat: person.language for chat, person in people.items()}
        ready = []
        for one in batch:
            language = (None if one.is_card else (one.body or {}).get("language")) or languages.get(
                one.chat_id
            )
            words = words_for(language or "zh-CN", uow.playbook.zone).at(now)
            reader = Reader(one.chat_id, words, now, uow.playbook, self._username)
            revision = wanted.get(one.id, 0)
            try:
                ready.append(await self._one(uow, one, reader, revision, people))
            except DatabaseTroubleError:
                raise
            except Exception as error:
                log.exception("cannot-render", post=one.kind, row=one.id)
                why = f"cannot render: {type(error).__name__}"
                ready.append(Ready(one, revision=revision, verdict=Verdict(Outcome.REFUSED, why)))
        return ready

    async def _one(
        self, uow: UnitOfWork, one: Due, reader: Reader, wanted: int, people: dict[int, Member]
    ) -> Ready:
        if one.is_card:
            if (person := people.get(one.chat_id)) and not _may_see(person, one.kind):
                return Ready(one, nothing=True, revision=wanted)
            return await self._card(uow, one, reader, wanted)
        if one.expires_at is not None and one.expires_at < reader.now:
            return Ready(one, drop="expired")
        body: dict[str, Any] = one.body
        if one.kind in ("delete", "strip", "fetch", "pin", "unpin", "blank"):
            return Ready(one)
        if one.kind in (KIND, "album") and one.priority > Priority.ANSWER:
            state = (await Notices(uow.session).get(body["notice"])).state
            if state in (NoticeState.STOPPED, NoticeState.WITHDRAWN):
                stopped = state is NoticeState.STOPPED
                return Ready(one, hold=stopped, drop=None if stopped else "withdrawn")
        if one.kind == KIND:
            as_card = await self._card(uow, replace(one, kind=CARD, ref=body["notice"]), reader, 0)
            return replace(as_card, due=one)
        if one.kind == "album":
            notice = await Notices(uow.session).get(body["notice"])
            return Ready(one, files=notice.files, silent=notice.silent)
        task = body.get("holder_of")
        if task is not None and not await uow.tasks.holds(task, one.chat_id):
            return Ready(one, drop="not the holder any more")
        document = await uow.blobs.find(body["blob"]) if one.kind == "document" else None
        if one.kind == "document" and document is None:
            return Ready(one, drop="the file is gone")
        text = reader.words(body["key"], **unpack(body.get("args") or {})) if body.get("key") else Markup("")
        if one.suspect:
            text = _marked(text, reader)
        person = people.get(one.chat_id)
        return Ready(
            one,
            text=text,
            keyboard=menu_for(person, reader.words) if person and body.get("menu") else None,
            protect=bool(body.get("protect")),
            reply_to=body.get("reply_to"),
            document=document,
        )

    async def _card(self, uow: UnitOfWork, one: Due, reader: Reader, wanted: int) -> Ready:
        try:
            screen = await CARDS[one.kind](uow, one.ref, reader)
        except RuleError:
            screen = None
        if screen is None:
            if not one.is_card:
                return Ready(one, drop="withdrawn")
            return Ready(one, nothing=True, revision=wanted)
        text = screen.text
        if one.suspect and one.message_id is None:
            text = _marked(text, reader, plain=screen.entities is not None)
        return Ready(
            one,
            text=text,
            entities=screen.entities,
            files=(screen.file,) if screen.file else (),
            blank=screen.blank,
            keyboard=screen.keyboard,
            protect=screen.protect,
            silent=screen.silent,
            reply_to=screen.reply_to,
            revision=wanted,
            digest=screen.digest,
            until=screen.until,
            unchanged=one.message_id is not None and one.digest == screen.digest,
        )


def _may_see(person: Member, card: str) -> bool:
    if person.active or card in FOR_THE_CLOSED:
        return True
    return card in ABOUT_ONESELF and may(person, Verb.OWN_DATA, MINE)


def _marked(text: Markup, reader: Reader, *, plain: bool = False) -> Markup:
    mark = reader.words.plain("maybe-repeated") if plain else reader.words("maybe-repeated")
    return Markup(f"{text}\n\n{mark}" if text else mark)
