"""Closing an account and opening it again: 停用, /logout, 恢复; and taking a role away. Never the last admin's."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.rights import MINE, Verb, may_some, must
from bot.domain.role import Access
from bot.services.charges import charges_of
from bot.services.kinship import end_all_of
from bot.services.letting_go import end_pairings, let_go_of_everything, stop_helping
from bot.storage.charges import Charges
from bot.storage.placements import Placements
from bot.storage.proposals import Proposals
from bot.storage.work import UnitOfWork


async def look_at_person(uow: UnitOfWork, member_id: int | None, by: Member, *, now: datetime) -> Member:
    """An account, to decide about it; who looked is kept. Raises RuleError for anybody but a coordinator."""
    must(by, Verb.SUSPEND)
    member = await uow.members.get(member_id)
    uow.looked("person", f"member:{member.id}", by=by.id, now=now)
    return member


async def suspend(uow: UnitOfWork, member_id: int, by: Member, *, now: datetime) -> Member:
    """停用: their tasks are handed back first, and from the next press on they may do nothing.

    Raises RuleError for anybody but a coordinator, for oneself, for an admin unless `by` is one, for the last
    admin, and for who is suspended already.
    """
    member = await _decidable(uow, member_id, by, Verb.SUSPEND)
    if member.access is Access.SUSPENDED:
        raise RuleError("no-suspended-already", name=member.name)
    await must_not_be_last_admin(uow, member)
    await _close(uow, member, Access.SUSPENDED, now=now)
    uow.record("suspended", f"member:{member.id}", now=now, by=by.id)
    _tell(uow, member, "access-suspended", now)
    return member


async def block_member(uow: UnitOfWork, member_id: int, by: Member, *, now: datetime) -> Member:
    """拉黑: for who floods or insults, nothing they say is taken any more, except a cry for help.

    Raises RuleError like `suspend`; whoever works for the community is suspended instead.
    """
    member = await _decidable(uow, member_id, by, Verb.SUSPEND)
    if member.access is Access.BLOCKED:
        raise RuleError("no-blocked-already", name=member.name)
    if may_some(member, Verb.UNLIMITED):
        raise RuleError("no-blocking-staff", name=member.name)
    await _close(uow, member, Access.BLOCKED, now=now)
    uow.record("blocked", f"member:{member.id}", now=now, by=by.id)
    return member


async def restore(uow: UnitOfWork, member_id: int, by: Member, *, now: datetime) -> Member:
    """恢复, by a coordinator: they may do again what their roles say. Raises RuleError like `suspend`."""
    member = await _decidable(uow, member_id, by, Verb.SUSPEND)
    if member.active:
        raise RuleError("no-active-already", name=member.name)
    member.open(now)
    uow.touch(f"member:{member.id}")
    uow.record("restored", f"member:{member.id}", now=now, by=by.id)
    _tell(uow, member, "access-restored", now)
    return member


async def log_out(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """/logout: whoever has the phone now can do nothing with it until a coordinator opens the account again.

    Raises RuleError for the last admin, who has to make another one first.
    """
    must(member, Verb.LOGOUT, MINE)
    await must_not_be_last_admin(uow, member)
    await _close(uow, member, Access.LOGGED_OUT, now=now)
    uow.record("logged_out", f"member:{member.id}", now=now, by=member.id)
    _tell(uow, member, "access-logged-out", now)


async def revoke(uow: UnitOfWork, member_id: int, role: Role, by: Member, *, now: datetime) -> Member:
    """Takes a hat away. Raises RuleError like `suspend`, and for a hat they do not wear (or that everybody does)."""
    member = await _decidable(uow, member_id, by, Verb.REVOKE)
    if role is Role.RESIDENT or role not in member.roles:
        raise RuleError("no-such-role", name=member.name)
    if role is Role.ADMIN:
        await must_not_be_last_admin(uow, member)
    for charge in await Charges(uow.session).of(member.id):
        if uow.playbook.duty_role(charge.duty) is role:
            charge.end(now)
            uow.touch(charges_of(uow.playbook, charge.place))
    if role is Role.VOLUNTEER:
        await stop_helping(uow, member, now=now)
        await end_pairings(uow, member, now=now)
    if role is Role.FAMILY:
        await end_all_of(uow, member, by, now=now)
    member.lose(role, now)
    uow.touch(f"member:{member.id}")
    uow.record("role_revoked", f"member:{member.id}", now=now, by=by.id, role=str(role))
    if member.reachable:
        dedupe = f"revoked:{member.id}:{role}:{int(now.timestamp())}"
        uow.say(member.telegram_id, "role-revoked", dedupe=dedupe, now=now, menu=True, role=str(role))
    return member


async def must_not_be_last_admin(uow: UnitOfWork, member: Member) -> None:
    """Raises RuleError for the only active admin: once there is one, there is always one."""
    holds = Role.ADMIN in member.roles and member.active
    if holds and await Proposals(uow.session).count(Role.ADMIN) <= 1:
        raise RuleError("no-last-admin")


async def _decidable(uow: UnitOfWork, member_id: int, by: Member, verb: Verb) -> Member:
    must(by, verb)
    member = await uow.members.get(member_id)
    if member.id == by.id:
        raise RuleError("no-not-yourself")
    if Role.ADMIN in member.roles and Role.ADMIN not in by.roles:
        raise RuleError("no-admins-only")
    return member


async def _close(uow: UnitOfWork, member: Member, access: Access, *, now: datetime) -> None:
    """Open tasks are handed back while they still may; then the account is closed, and its cards go."""
    if member.active:
        await let_go_of_everything(uow, member, now=now)
    await uow.dialogs.close(member.id or 0)
    member.close(access, now)
    uow.touch(f"member:{member.id}")
    await Placements(uow.session).refresh(member.telegram_id)
    uow.asked = True


def _tell(uow: UnitOfWork, member: Member, key: str, now: datetime) -> None:
    if member.reachable:
        dedupe = f"{key}:{member.id}:{int(now.timestamp())}"
        uow.say(member.telegram_id, key, dedupe=dedupe, now=now)
