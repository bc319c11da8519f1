"""One-time links: to a team, to a building's duty, or (with a second person) to an office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.invite import Invite
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.rights import MINE, Verb, may, must
from bot.domain.role import OFFICES
from bot.services.appointing import appoint
from bot.services.charges import check_charge, give_charge
from bot.services.teams import offer_requests
from bot.storage.work import UnitOfWork

TEAM_ROLES = (Role.VOLUNTEER, Role.LEADER)
INVITING = {
    Role.VOLUNTEER: Verb.INVITE_VOLUNTEER,
    Role.LEADER: Verb.INVITE_LEADER,
    Role.BUILDING_HEAD: Verb.INVITE_HEAD,
    Role.GRID_WORKER: Verb.INVITE_GRID,
    Role.COORDINATOR: Verb.PROPOSE_COORDINATOR,
}
"""Role → what it takes to invite somebody to it."""
PREFIX = "inv_"


async def make_invite(
    uow: UnitOfWork, role: Role, team: str | None, *, by: Member | None, now: datetime, code: str
) -> str:
    """The payload of a link that works once, as long as the playbook says (24 h). Only a keyed hash is kept.

    `by`: the coordinator who asks, None for whoever runs the program; `code`: 32 random bytes, URL-safe
    (43 characters, so that the payload fits into Telegram's 64). Raises RuleError for a person without the
    right, for a team the playbook does not have, and for a team's role without a team.
    """
    if by is not None:
        must(by, INVITING.get(role, Verb.PROPOSE_ADMIN))
    if role in TEAM_ROLES and uow.playbook.team(team) is None:
        raise RuleError("no-such-team", team=team or "")
    invite = _invite(uow, role, by, now, code)
    invite.team = team if role in TEAM_ROLES else None
    return await _kept(uow, invite, code, now)


async def invite_to_duty(
    uow: UnitOfWork, duty: str, places: Sequence[Place], *, by: Member | None, now: datetime, code: str
) -> str:
    """The payload of a link to a duty in these buildings, with the hat that goes with it.

    Raises RuleError for a person without the right, and for a duty or place the playbook does not have.
    """
    check_charge(uow.playbook, duty, places)
    role = uow.playbook.duty_role(duty) or Role.RESIDENT
    if by is not None:
        must(by, INVITING.get(role, Verb.CHARGE))
    invite = _invite(uow, role, by, now, code)
    invite.duty, invite.compound = duty, places[0].compound
    invite.buildings = "|".join(place.building for place in places if place.building) or None
    return await _kept(uow, invite, code, now)


def _invite(uow: UnitOfWork, role: Role, by: Member | None, now: datetime, code: str) -> Invite:
    by_id, expires_at = by.id if by else None, now + uow.playbook.limits.invite
    return Invite(uow.invites.hashed(code), role, now, expires_at, by_id=by_id)


async def _kept(uow: UnitOfWork, invite: Invite, code: str, now: datetime) -> str:
    uow.add(invite)
    await uow.numbered()
    uow.record(
        "invite_made",
        f"invite:{invite.id}",
        now=now,
        by=invite.by_id,
        role=str(invite.role),
        team=invite.team,
        duty=invite.duty,
    )
    return f"{PREFIX}{code}"


async def redeem_invite(uow: UnitOfWork, code: str, member: Member, *, now: datetime, round_: int) -> Invite:
    """The first who follows the link becomes what it says; an office waits for a second person.

    1. The row is read locked, and its version is checked when it is written: of two at once, one fails and is
       tried again.
    2. Whoever comes second finds it used. Its owner, who presses Start twice, is welcomed twice.

    Raises RuleError for an unknown, used or expired code, and (leaving it unused) for somebody who is that
    already.
    """
    must(member, Verb.SELF, MINE)
    invite = await uow.invites.by_code(code)
    if invite.used_by is not None and invite.used_by == member.id:
        return invite
    role = Role(invite.role)
    if invite.used_at is None and now <= invite.expires_at:
        _check_news(member, role, invite)
    await _must_still_be_meant(uow, invite, role)
    invite.use(member.id or 0, now)
    if role in TEAM_ROLES and invite.team is not None:
        member.join(invite.team, now, leads=role is Role.LEADER)
    elif invite.duty is not None:
        await give_charge(uow, member, invite.duty, invite.places, invite.by_id, now=now)
    elif role in OFFICES:
        await appoint(uow, member, role, invite.by_id, now=now)
    else:
        member.grant(role, now)
    uow.touch(f"member:{member.id}")
    uow.record("invite_used", f"invite:{invite.id}", now=now, by=member.id)
    await offer_requests(uow, member, now=now, round_=round_)
    return invite


async def _must_still_be_meant(uow: UnitOfWork, invite: Invite, role: Role) -> None:
    """Raises RuleError where whoever made the link may no longer make one: suspended, or no coordinator now."""
    if invite.by_id is not None:
        maker = await uow.members.get(invite.by_id)
        if not may(maker, INVITING.get(role, Verb.CHARGE if invite.duty else Verb.PROPOSE_ADMIN)):
            raise RuleError("no-such-invite")


def _check_news(member: Member, role: Role, invite: Invite) -> None:
    place = member.in_team(invite.team)
    if invite.team is not None and place is not None and (place.leads or role is not Role.LEADER):
        raise RuleError("no-already-in-team", team=invite.team)
    if invite.team is None and invite.duty is None and role in member.roles and role is not Role.RESIDENT:
        raise RuleError("no-already-role")
