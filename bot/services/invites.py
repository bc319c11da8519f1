"""One-time links that make somebody a coordinator, or a member or leader of a team."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.invite import Invite
from bot.domain.member import Member, Role
from bot.domain.rights import Verb, must
from bot.domain.role import OFFICES
from bot.services.alerts import alert_coordinators
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
    invite = Invite(
        code_hash=uow.invites.hashed(code),
        role=role,
        team=team if role in TEAM_ROLES else None,
        by_id=by.id if by else None,
        made_at=now,
        expires_at=now + uow.playbook.limits.invite,
    )
    uow.add(invite)
    await uow.numbered()
    uow.record(
        "invite_made", f"invite:{invite.id}", now=now, by=invite.by_id, role=str(role), team=invite.team
    )
    return f"{PREFIX}{code}"


async def redeem_invite(uow: UnitOfWork, code: str, member: Member, *, now: datetime, round_: int) -> Invite:
    """The first who follows the link becomes what it says.

    1. The row is read locked, and its version is checked when it is written: of two at once, one fails and is
       tried again.
    2. Whoever comes second finds it used. Its owner, who presses Start twice, is welcomed twice.

    Raises RuleError for an unknown, used or expired code, and (leaving it unused) for somebody who is that
    already.
    """
    invite = await uow.invites.by_code(code)
    if invite.used_by is not None and invite.used_by == member.id:
        return invite
    role = Role(invite.role)
    if invite.used_at is None and now <= invite.expires_at:
        _check_news(member, role, invite.team)
    invite.use(member.id or 0, now)
    if role in TEAM_ROLES and invite.team is not None:
        member.join(invite.team, now, leads=role is Role.LEADER)
    else:
        if role in OFFICES:
            await alert_coordinators(
                uow, "alert-new-coordinator", dedupe=f"hat:{invite.id}", now=now, name=member.name
            )
        member.grant(role, now)
    uow.touch(f"member:{member.id}")
    uow.record("invite_used", f"invite:{invite.id}", now=now, by=member.id)
    await offer_requests(uow, member, now=now, round_=round_)
    return invite


def _check_news(member: Member, role: Role, team: str | None) -> None:
    place = member.in_team(team)
    if team is not None and place is not None and (place.leads or role is not Role.LEADER):
        raise RuleError("no-already-in-team", team=team)
    if team is None and role in member.roles and role is not Role.RESIDENT:
        raise RuleError("no-already-role")
