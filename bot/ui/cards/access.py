"""Cards about accounts: who wears which hat, one person's account, leaving it, and a proposal's question."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.proposal import ProposalState
from bot.domain.rights import MINE, Verb, may, may_some
from bot.domain.role import Access, Role
from bot.storage.proposals import Proposals
from bot.storage.work import UnitOfWork
from bot.ui.buttons.access import (
    AskRevokeButton,
    AskSuspendButton,
    BlockButton,
    LogoutButton,
    PersonButton,
    RestoreButton,
    RevokeButton,
    SecondButton,
    SuspendButton,
)
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen

MOST = 60
_SHOWN = (Role.ADMIN, Role.COORDINATOR, Role.BUILDING_HEAD, Role.GRID_WORKER, Role.LEADER)


def roles_line(member: Member, reader: Reader) -> Markup:
    """The hats of somebody, in words."""
    worn = [
        role
        for role in Role
        if role in member.roles and (role is not Role.RESIDENT or len(member.roles) == 1)
    ]
    return reader.words.listed(reader.words("role-name", role=str(role)) for role in worn)


async def staff(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Whose account is closed, then everybody with an office, a building or a team, to a coordinator."""
    if not await _may(uow, reader, Verb.SUSPEND):
        return None
    known = Proposals(uow.session)
    people = [*await known.closed(), *await known.holding(*_SHOWN)]
    keys = [choice(person.name, PersonButton(person.id or 0, 0)) for person in people[:MOST]]
    return Screen(reader.words("staff-ask", count=len(people)), grid(keys, 2))


async def person(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """One person's account, to a coordinator: what they are, and 停用 or 恢复."""
    if not await _may(uow, reader, Verb.SUSPEND):
        return None
    member = await uow.members.get(ref)
    text = reader.words(
        "person-card", name=member.name, roles=roles_line(member, reader), access=str(member.access)
    )
    if not member.active:
        return Screen(text, [[reader.key("button-unsuspend", RestoreButton(ref))]])
    rows = [[reader.key("button-suspend", AskSuspendButton(ref))]]
    if member.roles - {Role.RESIDENT}:
        rows.insert(0, [reader.key("button-revoke", AskRevokeButton(ref))])
    return Screen(text, rows)


async def person_suspend(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """停用: sure?"""
    if not await _may(uow, reader, Verb.SUSPEND):
        return None
    member = await uow.members.get(ref)
    if not member.active:
        return await person(uow, ref, reader)
    held = len(await uow.tasks.held_by(ref))
    text = reader.words("person-suspend-sure", name=member.name, count=held)
    back = [reader.key("button-not-now", PersonButton(ref, 1))]
    closing = [reader.key("button-suspend-yes", SuspendButton(ref))]
    if not may_some(member, Verb.UNLIMITED):
        closing.append(reader.key("button-block", BlockButton(ref)))
    return Screen(text, [back, closing])


async def person_revoke(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """收回: which role?"""
    if not await _may(uow, reader, Verb.REVOKE):
        return None
    member = await uow.members.get(ref)
    keys = [
        choice(reader.words.plain("role-name", role=str(role)), RevokeButton(ref, role))
        for role in Role
        if role in member.roles and role is not Role.RESIDENT
    ]
    back = [reader.key("button-not-now", PersonButton(ref, 1))]
    return Screen(reader.words("person-revoke-ask", name=member.name), [back, *grid(keys, 2)])


async def logout(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Leaving one's account: sure?"""
    member = await uow.members.get(ref)
    if member.telegram_id != reader.chat_id or not may(member, Verb.LOGOUT, MINE):
        return None
    rows = [
        [reader.key("button-stay-in", LogoutButton(0))],
        [reader.key("button-logout", LogoutButton(1))],
    ]
    return Screen(reader.words("logout-sure"), rows)


async def proposal(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Somebody is to hold an office: do you agree? Then what became of it."""
    reading = await _reader(uow, reader)
    if reading is None or not may(reading, Verb.SECOND):
        return None
    found = await Proposals(uow.session).get(ref)
    member, proposer = await uow.members.get(found.member_id), await uow.members.find(found.by_id)
    second = await uow.members.find(found.second_id)
    text = reader.words(
        "proposal-card",
        name=member.name,
        role=str(found.role),
        state=str(found.state),
        by=proposer.name if proposer else reader.words.plain("proposal-by-program"),
        second=second.name if second else reader.words.plain("proposal-by-program"),
        until=found.expires_at,
    )
    if found.state is not ProposalState.WAITING:
        return Screen(text)
    rows = [
        [reader.key("button-second", SecondButton(ref, 1))],
        [reader.key("button-second-not", SecondButton(ref, 0))],
    ]
    return Screen(text, rows)


async def _reader(uow: UnitOfWork, reader: Reader) -> Member | None:
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)


async def _may(uow: UnitOfWork, reader: Reader, verb: Verb) -> bool:
    member = await _reader(uow, reader)
    return member is not None and member.access is Access.ACTIVE and may(member, verb)
