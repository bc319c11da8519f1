"""What got stuck between us and Telegram, and what the machine itself needs a person for."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.rights import Verb, may
from bot.domain.waiting import WaitKind
from bot.storage.undelivered import lost_posts, refused_cards
from bot.storage.upkeep import upkeep_of
from bot.storage.waits import dead_updates
from bot.storage.work import UnitOfWork
from bot.ui.buttons.todo import SettleAllButton, TodoPageButton
from bot.ui.cards.todo import page_of
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Screen

_MANY = 3
"""From so many on they can be settled at once."""


async def unknown(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """/unknown, page `ref`: messages and cards whose fate a person decides."""
    if not await _may(uow, reader):
        return None
    found = sorted([*await lost_posts(uow), *await refused_cards(uow)], key=lambda wait: wait.order)
    if not found:
        return Screen(reader.words("unknown-nothing"))
    many, upto = await uow.parked.unsure()
    beyond = many - sum(wait.kind is WaitKind.POST and wait.why is None for wait in found)
    screen = page_of(found, "unknown", ref, reader, "unknown-head", beyond=beyond)
    if many < _MANY:
        return screen
    every = [
        reader.key("button-all-arrived", SettleAllButton("ask_arrived", upto)),
        reader.key("button-all-again", SettleAllButton("ask_again", upto)),
    ]
    return replace(screen, rows=[*screen.rows, every])


async def unknown_arrived(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Are all of them up to post `ref` to count as arrived?"""
    yes = reader.key("button-all-arrived", SettleAllButton("arrived", ref))
    return await _ask_all(uow, ref, reader, "unknown-all-arrived", yes)


async def unknown_again(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Are all of them up to post `ref` to be sent again?"""
    yes = reader.key("button-all-again", SettleAllButton("again", ref))
    return await _ask_all(uow, ref, reader, "unknown-all-again", yes)


async def _ask_all(uow: UnitOfWork, upto: int, reader: Reader, asks: str, yes: Key) -> Screen | None:
    if not await _may(uow, reader):
        return None
    many, _ = await uow.parked.unsure(upto)
    back = reader.key("button-todo-first", TodoPageButton("unknown", 0))
    if not many:
        return Screen(reader.words("unknown-all-settled"), [[back]])
    return Screen(reader.words(asks, count=many), [[yes], [back]])


async def dead(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """/dead, page `ref`: what was sent to us and could not be dealt with."""
    if not await _may(uow, reader):
        return None
    found = await dead_updates(uow)
    if not found:
        return Screen(reader.words("dead-nothing"))
    return page_of(found, "dead", ref, reader, "dead-head")


async def upkeep(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """08:00, to admins: what the machine needs a person for, as things stand."""
    if not await _may(uow, reader):
        return None
    found = await upkeep_of(uow, reader.now)
    lines = [reader.words("upkeep-head" if found.needs_a_person else "upkeep-nothing")]
    if found.dead:
        lines.append(reader.words("upkeep-dead", count=found.dead))
    if found.unknown:
        lines.append(reader.words("upkeep-unknown", count=found.unknown))
    if found.stuck_since is not None:
        lines.append(reader.words("upkeep-stuck", at=found.stuck_since))
    if found.backup_is_old:
        if found.last_backup_at is None:
            lines.append(reader.words("upkeep-no-backup"))
        else:
            lines.append(reader.words("upkeep-old-backup", at=found.last_backup_at))
    if found.key_unprinted:
        lines.append(reader.words("upkeep-no-paper"))
    return Screen(Markup("\n".join(lines)))


async def _may(uow: UnitOfWork, reader: Reader) -> bool:
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return member is not None and may(member, Verb.RESEND)
