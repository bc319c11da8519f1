"""/invite 邀请: a one-time link for a coordinator, or for a team's volunteer or leader; and following one."""

from __future__ import annotations

import secrets

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.invite import Invite
from bot.domain.member import Role
from bot.domain.role import OFFICES
from bot.intake.context import BotContext
from bot.services.invites import TEAM_ROLES, make_invite, redeem_invite
from bot.ui.buttons.teams import InviteButton, InviteTeamsButton
from bot.ui.screen import start_link
from handlers.opening import show_own
from handlers.route import Route, Start, on_button

_CARDS = {Role.VOLUNTEER: "invite_volunteer", Role.LEADER: "invite_leader"}
_ROLES = (*TEAM_ROLES, *OFFICES)
_WELCOME = {Role.VOLUNTEER: "invite-welcome-team", Role.LEADER: "invite-welcome-leader"}


async def on_teams(update: Update, context: BotContext) -> None:
    """志愿者 or 队长: of which team?"""
    show_own(context, _CARDS.get(_role(InviteTeamsButton.of(update).role), ""))


async def on_invite(update: Update, context: BotContext) -> None:
    """Makes the link and says how to pass it on."""
    button = InviteButton.of(update)
    role, team, code = _role(button.role), button.team, secrets.token_urlsafe(32)
    payload = await make_invite(context.uow, role, team, by=context.member, now=context.now, code=code)
    link = start_link(context.username, payload)
    if role in TEAM_ROLES:
        context.say("invite-link-team", link=link, team=_names(context, team), leads=role is Role.LEADER)
    else:
        context.say("invite-link-office", link=link, role=str(role))
    context.toast("toast-invite-made")


async def on_start_invite(update: Update, context: BotContext, rest: str) -> None:
    """Somebody followed an invite's link."""
    invite = await redeem_invite(context.uow, rest, context.member, now=context.now, round_=context.round)
    role = Role(invite.role)
    if invite.duty is not None:
        _welcome_duty(context, invite)
    elif role in TEAM_ROLES:
        context.say(_WELCOME[role], menu=True, team=_names(context, invite.team))
    elif role in OFFICES and role in context.member.roles:
        context.say("invite-welcome-coordinator", menu=True)
    elif role in OFFICES:
        context.say("office-waits", role=str(role))
    else:
        context.say("invite-welcome", menu=True)


def _welcome_duty(context: BotContext, invite: Invite) -> None:
    kind = context.playbook.charge(invite.duty)
    duty = dict(kind.names) if kind else invite.duty or ""
    place = "、".join(one.building or one.compound or "" for one in invite.places)
    context.say("invite-welcome-duty", menu=True, place=place, duty=duty)


def _role(name: str) -> Role:
    """Raises RuleError for what no button of ours says."""
    if name not in _ROLES:
        raise RuleError("no-stale-button")
    return Role(name)


def _names(context: BotContext, team: str | None) -> dict[str, str] | str:
    found = context.playbook.team(team)
    return dict(found.names) if found else team or ""


STARTS: dict[str, Start] = {"inv": on_start_invite}
ROUTES: list[Route] = [on_button(InviteTeamsButton, on_teams), on_button(InviteButton, on_invite)]
