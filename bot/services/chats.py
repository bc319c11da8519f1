"""Groups: coming and going, what each is for, and a group's new number."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.chat import Chat, ChatKind, ChatState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Verb, may, must
from bot.services.alerts import alert_coordinators
from bot.services.purposes import Purpose, purposes
from bot.storage.course import lost_in
from bot.storage.machinery import Fate
from bot.storage.notices import subject_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork

_EVER = datetime(1970, 1, 1, tzinfo=UTC)


async def enter_group(
    uow: UnitOfWork,
    chat_id: int,
    title: str | None,
    *,
    by: Member | None,
    hears_all: bool,
    now: datetime,
    round_: int,
) -> Chat:
    """We were brought into a group. One that is bound already goes on as it was, and who was told that it was lost
    is told so.

    Otherwise, brought by a coordinator, we ask there what it is for; brought by anybody else, we say who must
    bind it. `by` is None for an anonymous admin, who has no authority here.
    """
    chat = await known_group(uow, chat_id, title)
    was_gone = chat.state is ChatState.GONE
    chat.regain(now, title, hears_all)
    for notice_id in await lost_in(uow.session, chat_id):
        uow.touch(subject_of(notice_id))
    await uow.leases.revive(chat_id)
    if was_gone and chat.kind is not ChatKind.UNBOUND:
        await _alert(uow, "alert-chat-back", chat, now)
    uow.touch(WAITING)
    if chat.kind is ChatKind.UNBOUND and by is not None and may(by, Verb.BIND):
        show_group(uow, "group", 0, chat_id, now=now, round_=round_)
    elif chat.kind is ChatKind.UNBOUND:
        dedupe = f"hello:{chat_id}:{round_}"
        uow.say(chat_id, "group-needs-coordinator", dedupe=dedupe, now=now, fate=Fate.RESEND)
    uow.touch(f"chat:{chat_id}")
    return chat


async def hear_group(
    uow: UnitOfWork, chat_id: int, title: str | None, *, hears_all: bool, now: datetime
) -> None:
    """We became an admin of a group, or stopped being one."""
    chat = await known_group(uow, chat_id, title)
    chat.regain(now, title, hears_all)
    uow.touch(f"chat:{chat_id}")


async def leave_group(uow: UnitOfWork, chat_id: int, *, now: datetime) -> None:
    """We were removed from a group. Where it served a building or a team, the coordinators are told."""
    chat = await uow.chats.find(chat_id)
    if chat is None or not await uow.chats.lose(chat_id, now):
        return
    uow.record("group_lost", f"chat:{chat_id}", now=now)
    uow.touch(WAITING)
    if chat.kind is not ChatKind.UNBOUND:
        await _alert(uow, "alert-chat-left", chat, now)


async def _alert(uow: UnitOfWork, key: str, chat: Chat, now: datetime) -> None:
    """The coordinators are told of a group that serves a building or a team."""
    serves = chat.team or f"{chat.compound} {chat.building}"
    dedupe, title = f"{key}:{chat.chat_id}:{now:%Y%m%d%H%M}", chat.title or str(chat.chat_id)
    await alert_coordinators(uow, key, dedupe=dedupe, now=now, title=title, serves=serves)


async def move_group(uow: UnitOfWork, old: int, new: int, *, now: datetime) -> None:
    """A group became a supergroup: what it is for, what waits for it and what hangs in it go along.

    We may have been told of the new group first; it is then known already, and for nothing yet.
    """
    former, chat = await uow.chats.find(old), await uow.chats.find(new)
    if former is None:
        return
    if former.state is ChatState.GONE and chat is not None and chat.kind is former.kind:
        return
    if chat is None:
        await uow.chats.move(old, new, now)
    elif chat.kind is ChatKind.UNBOUND:
        _take_over(chat, former, now)
        former.lose(now)
    await uow.leases.move_chat(old, new)
    await uow.numbered()
    uow.touch(f"chat:{old}")
    uow.touch(f"chat:{new}")


async def bind_group(
    uow: UnitOfWork,
    chat_id: int,
    title: str | None,
    purpose: Purpose,
    *,
    by: Member,
    now: datetime,
    round_: int,
) -> Chat:
    """This is the group of that building or team, and everybody there can read so.

    The coordinator hears in private what the group needs for `#报修` to be heard. Raises RuleError for
    anybody else.
    """
    must(by, Verb.BIND)
    purpose.check(uow.playbook)
    chat = await known_group(uow, chat_id, title)
    if purpose.team is not None:
        chat.bind_team(purpose.team, by.id, now)
    elif purpose.compound is not None and purpose.building is not None:
        chat.bind_building(purpose.compound, purpose.building, by.id, now)
        if not chat.hears_all and by.reachable:
            dedupe = f"deaf:{chat_id}:{round_}"
            uow.say(by.telegram_id, "group-deaf", dedupe=dedupe, now=now, title=chat.title or "")
    uow.touch(f"chat:{chat_id}")
    uow.record("group_bound", f"chat:{chat_id}", now=now, by=by.id)
    if not await uow.posts.cards_since("group", chat_id, _EVER):
        show_group(uow, "group", 0, chat_id, now=now, round_=round_)
    return chat


async def bind_by_words(
    uow: UnitOfWork, chat_id: int, title: str | None, text: str, *, by: Member, now: datetime, round_: int
) -> bool:
    """/bind 3号楼: binds, or asks in the group which compound is meant. False for unknown words.

    Without words the group's card is shown anew. Raises RuleError for anybody but a coordinator.
    """
    must(by, Verb.BIND)
    chat = await known_group(uow, chat_id, title)
    found = purposes(text, uow.playbook)
    same = [one for one in found if one == Purpose(chat.compound, chat.building, chat.team)]
    if not text.strip() or same:
        show_group(uow, "group", 0, chat_id, now=now, round_=round_)
    elif len(found) == 1:
        show_group(uow, "group", 0, chat_id, now=now, round_=round_)
        await bind_group(uow, chat_id, title, found[0], by=by, now=now, round_=round_)
    elif found:
        show_group(uow, "group_which", _number(uow, found[0]), chat_id, now=now, round_=round_)
    return bool(found) or not text.strip()


async def unbind_group(
    uow: UnitOfWork, chat_id: int, title: str | None, *, by: Member, now: datetime, round_: int
) -> Chat:
    """/unbind: the group serves nothing any more, and is asked anew what it is for. Raises RuleError for anybody
    but a coordinator."""
    must(by, Verb.BIND)
    chat = await known_group(uow, chat_id, title)
    chat.unbind(by.id, now)
    uow.touch(f"chat:{chat_id}")
    uow.record("group_unbound", f"chat:{chat_id}", now=now, by=by.id)
    show_group(uow, "group", 0, chat_id, now=now, round_=round_)
    return chat


async def ask_purpose(
    uow: UnitOfWork, chat_id: int, card: str, ref: int, *, by: Member, now: datetime, round_: int
) -> None:
    """One more step of asking what a group is for. Raises RuleError for anybody but a coordinator."""
    must(by, Verb.BIND)
    await known_group(uow, chat_id, None)
    show_group(uow, card, ref, chat_id, now=now, round_=round_)


async def help_in_group(uow: UnitOfWork, chat_id: int, *, now: datetime) -> None:
    """How to speak to us, for somebody who asked in a group; at most one card in ten minutes."""
    await known_group(uow, chat_id, None)
    show_group(uow, "group_help", 0, chat_id, now=now, round_=int(now.timestamp()) // 600)


async def known_group(uow: UnitOfWork, chat_id: int, title: str | None) -> Chat:
    """That group, from now on known. Raises RuleError for what is no group."""
    if chat_id >= 0:
        raise RuleError("no-groups-only")
    chat = await uow.chats.find(chat_id)
    if chat is None:
        chat = Chat(chat_id, title)
        uow.add(chat)
        await uow.numbered()
    chat.title = title or chat.title
    return chat


def show_group(uow: UnitOfWork, card: str, ref: int, chat_id: int, *, now: datetime, round_: int) -> None:
    """A card about a group, in that group."""
    subject = f"chat:{chat_id}"
    uow.place(card, ref, chat_id, now=now, subject=subject, priority=Priority.ANSWER, round_=round_)


def _number(uow: UnitOfWork, purpose: Purpose) -> int:
    """A building as one number: its compound's place in the playbook × 1000 + its own."""
    names = [compound.name for compound in uow.playbook.compounds]
    compound = uow.playbook.compounds[names.index(purpose.compound or "")]
    return names.index(compound.name) * 1000 + [b.name for b in compound.buildings].index(
        purpose.building or ""
    )


def _take_over(chat: Chat, former: Chat, now: datetime) -> None:
    if former.kind is ChatKind.TEAM and former.team is not None:
        chat.bind_team(former.team, former.bound_by, now)
    elif former.compound is not None and former.building is not None:
        chat.bind_building(former.compound, former.building, former.bound_by, now)
    chat.language, chat.title = former.language, chat.title or former.title
    chat.hears_all = chat.hears_all or former.hears_all
