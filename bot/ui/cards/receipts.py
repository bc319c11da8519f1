"""What stands below a notice: 收到 with its number, 替家人收到, 我家需要帮忙; and whose family one answers for."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.notice import Notice
from bot.domain.place import Place
from bot.storage.elders import elders_of
from bot.storage.notices import Notices
from bot.storage.receipts import Receipts
from bot.storage.work import UnitOfWork
from bot.ui.buttons.notices import ReceivedButton
from bot.ui.buttons.receiving import (
    FamilyChosenButton,
    FamilyReceivedButton,
    NeedHelpButton,
    NotReceivedButton,
)
from bot.ui.cards.status import place_line
from bot.ui.grid import choice
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen


async def receipt_rows(uow: UnitOfWork, notice: Notice, reader: Reader) -> tuple[Rows, list[str]]:
    """The keys, and the lines above them. In a group only numbers; in private also how one has answered oneself."""
    ref, receipts = notice.id or 0, Receipts(uow.session, notice.id or 0)
    below = [
        reader.key("button-received-family", FamilyReceivedButton(ref)),
        reader.key("button-need-help", NeedHelpButton(ref)),
    ]
    if reader.in_group:
        first, lines = await _numbers(uow, ref, receipts, reader)
        return [[first], below], lines
    person = await _person(uow, reader)
    if person is None or "" not in await receipts.of(person.id):
        return [[reader.key("button-received", ReceivedButton(ref))], below], []
    lines = [reader.words.plain("notice-you-received")]
    return [below, [reader.key("button-received-not", NotReceivedButton(ref))]], lines


async def _numbers(uow: UnitOfWork, ref: int, receipts: Receipts, reader: Reader) -> tuple[Key, list[str]]:
    """How many of this building, and how many of whom we do not know where they live; nobody's name."""
    chat = await uow.chats.find(reader.chat_id)
    count, lost = await receipts.count_in(chat.place if chat else Place(), reader.chat_id)
    lines = [reader.words.plain("notice-lost", count=lost)] if lost else []
    lines.append(reader.words.plain("notice-small-print"))
    button = ReceivedButton(ref)
    first = (
        reader.key("button-received-count", button, n=count)
        if count
        else reader.key("button-received", button)
    )
    return first, lines


async def notice_family(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For whom? A press says so, another takes it back."""
    person, notice = await _person(uow, reader), await Notices(uow.session).get(ref)
    if person is None:
        return None
    elders = await elders_of(uow, person)
    if not elders:
        return Screen(reader.words("no-notice-family"))
    lines = [reader.words("notice-quoted", text=notice.short(reader.language, 60))]
    if not notice.valid(reader.now):
        return Screen(Markup("\n".join([*lines, reader.words("notice-over")])))
    said = await Receipts(uow.session, ref).of(person.id)
    rows: Rows = [
        [
            choice(
                one.name or str(place_line(one.place, reader)),
                FamilyChosenButton(ref, one.kind, one.ref),
                chosen=one.whom in said,
            )
        ]
        for one in elders
    ]
    return Screen(Markup("\n".join([*lines, reader.words("notice-whose")])), rows, protect=True)


async def _person(uow: UnitOfWork, reader: Reader) -> Member | None:
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
