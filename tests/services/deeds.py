"""Each act that needs a right, done by its real service to a prepared scene: for the matrix of rights."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.domain.member import Member
from bot.domain.notice import Target, To
from bot.domain.rights import Verb
from bot.domain.role import Role
from bot.services import (
    access,
    appointing,
    asking,
    buildings,
    charges,
    chasing,
    chats,
    claims,
    declining,
    details,
    drafts,
    following,
    homes,
    invites,
    marks,
    merging,
    neighbours,
    parked,
    relay,
    reports,
    resting,
    results,
    service_time,
    sos,
    taking,
    teams,
    todo,
    triage,
    verdicts,
)
from bot.services.notices import composing, helping, knocking, receiving
from bot.services.purposes import Purpose
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, OTHER_TEAM
from tests.services.scene import GROUP, HERE, PAUSED, Scene
from tests.town import BUILDING, COMPOUND

Deed = Callable[[UnitOfWork, Member, Scene], Awaitable[Any]]


async def _follow(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await following.follow_case(uow, await uow.cases.get(s.case), by, now=NOW)


async def _add(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await reports.add_to_case(uow, await uow.cases.get(s.case), by, "还有", (), now=NOW)


async def _withdraw(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await reports.withdraw_case(uow, await uow.cases.get(s.case), by, now=NOW)


async def _take_down(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await neighbours.delete_origin(uow, await uow.cases.get(s.case), by, now=NOW)


async def _drop(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await drafts.drop_draft(uow, await uow.drafts.get(s.draft), by, now=NOW)


async def _send_left(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await drafts.send_draft(uow, await uow.drafts.get(s.left), by, now=NOW)


async def _who(uow: UnitOfWork, by: Member, s: Scene) -> None:
    buildings.ask_who(by)


async def _invite(uow: UnitOfWork, by: Member, role: Role, team: str | None = None) -> None:
    await invites.make_invite(uow, role, team, by=by, now=NOW, code="a code")


async def _duty(uow: UnitOfWork, by: Member, duty: str) -> None:
    await invites.invite_to_duty(uow, duty, [HERE], by=by, now=NOW, code="a code")


CASES: dict[Verb, Deed] = {
    Verb.FOLLOW: _follow,
    Verb.ADD: _add,
    Verb.WITHDRAW: _withdraw,
    Verb.ANSWER: lambda u, by, s: verdicts.confirm_case(u, s.case, by, now=NOW),
    Verb.RATE: lambda u, by, s: verdicts.rate_case(u, s.case, by, 5, now=NOW),
    Verb.TAKE_DOWN: _take_down,
    Verb.REROUTE: lambda u, by, s: triage.decide_team(u, s.case, OTHER_TEAM, s.task, by, now=NOW),
    Verb.REFER: lambda u, by, s: triage.decide_party(u, s.case, "物业", s.task, by, now=NOW),
    Verb.DECLINE: lambda u, by, s: declining.ask_who(u, s.case, by, now=NOW),
    Verb.MERGE: lambda u, by, s: merging.merge_cases(u, s.case, s.another, by, now=NOW),
    Verb.PRIVATE: lambda u, by, s: triage.show_files(u, s.case, by, now=NOW, round_=1),
    Verb.ACCEPT: lambda u, by, s: triage.set_compound(u, s.case, COMPOUND, by, now=NOW),
    Verb.CHASE: lambda u, by, s: chasing.chase_party(u, s.case, by, now=NOW),
}
"""Done to the case, in each of its states."""

TASKS: dict[Verb, Deed] = {
    Verb.CLAIM: lambda u, by, s: claims.claim_task(u, s.task, by, now=NOW),
    Verb.RELEASE: lambda u, by, s: claims.release_task(u, s.task, by, now=NOW),
    Verb.RELEASE_OTHERS: lambda u, by, s: claims.release_task(u, s.task, by, now=NOW, of=s.other),
    Verb.FINISH: lambda u, by, s: results.finish_task(u, s.task, by, now=NOW),
    Verb.DETAILS: lambda u, by, s: details.show_details(u, s.task, by, now=NOW, round_=1),
    Verb.ASK: lambda u, by, s: asking.show_helpers(u, s.task, 0, by, now=NOW, message_id=None, round_=1),
    Verb.SLOTS: lambda u, by, s: claims.set_slots(u, s.task, by, 3, now=NOW),
    Verb.RELAY: lambda u, by, s: relay.open_relay(u, s.talked, by, now=NOW),
    Verb.UNDO: lambda u, by, s: claims.undo_claim(u, s.task, by, now=NOW),
    Verb.OWN_TIME: lambda u, by, s: service_time.set_minutes(u, s.own_hold, 45, by, now=NOW),
    Verb.CONFIRM_TIME: lambda u, by, s: service_time.set_minutes(u, s.over_hold, 45, by, now=NOW),
}
"""Done to the task, in each of its states."""

DRAFTS: dict[Verb, Deed] = {Verb.DRAFT: _drop, Verb.LEFT_DRAFT: _send_left}
ALARMS: dict[Verb, Deed] = {
    Verb.TAKE_ALARM: lambda u, by, s: taking.take_alarm(u, s.alarm, by, now=NOW),
    Verb.ANSWER_SOS: lambda u, by, s: taking.take_alarm(u, s.sos, by, now=NOW),
    Verb.DISMISS_ALARM: lambda u, by, s: taking.dismiss_alarm(u, s.alarm, by, now=NOW),
}
PROPOSALS: dict[Verb, Deed] = {
    Verb.SECOND: lambda u, by, s: appointing.decide_proposal(
        u, s.proposal, by, agree=True, now=NOW, round_=1
    ),
}

ONCE: dict[Verb, Deed] = {
    Verb.REPORT: lambda u, by, s: drafts.take_words(u, by, drafts.Words("灯坏了"), now=NOW),
    Verb.ANSWER_FOR: lambda u, by, s: verdicts.confirm_case(u, s.nameless, by, now=NOW),
    Verb.CALL_HELP: lambda u, by, s: sos.call_for_help(u, by, now=NOW),
    Verb.ASK_TO_JOIN: lambda u, by, s: teams.ask_to_join(u, by, "百人净滩团", now=NOW, round_=1),
    Verb.WHO: _who,
    Verb.SELF: lambda u, by, s: homes.settle_home(u, by, HERE, now=NOW),
    Verb.LOGOUT: lambda u, by, s: access.log_out(u, by, now=NOW),
    Verb.REST: lambda u, by, s: resting.rest(u, by, True, now=NOW),
    Verb.SEE_TEAM: lambda u, by, s: teams.must_see(u, s.place, by=by, now=NOW),
    Verb.ANSWER_JOIN: lambda u, by, s: teams.decide_join(u, s.place_asked, accept=True, by=by, now=NOW),
    Verb.VOUCH: lambda u, by, s: marks.vouch(u, s.place, "certified", True, by=by, now=NOW),
    Verb.LET_ENTER: lambda u, by, s: marks.vouch(u, s.place, "may_enter", True, by=by, now=NOW),
    Verb.TODO: lambda u, by, s: todo.show_thing(u, "teammate", s.place_asked, by, now=NOW, round_=1),
    Verb.RESEND: lambda u, by, s: parked.retry_update(u, s.update, by, now=NOW),
    Verb.BUILDING: lambda u, by, s: buildings.look_at_building(u, 3, by=by, now=NOW),
    Verb.POST: lambda u, by, s: composing.begin_notice(
        u, by, now=NOW, audience=(Target(To.BUILDING, COMPOUND, BUILDING),)
    ),
    Verb.RECEIVE: lambda u, by, s: receiving.receive_notice(u, s.notice, GROUP, by, now=NOW),
    Verb.RECEIVE_FOR: lambda u, by, s: receiving.receive_for(
        u, s.notice, "household", PAUSED, GROUP, by, now=NOW
    ),
    Verb.NEED_HELP: lambda u, by, s: helping.ask_help(u, s.notice, GROUP, "要帮忙", by, now=NOW),
    Verb.KNOCK: lambda u, by, s: knocking.send_knocks(u, s.notice, by, now=NOW),
    Verb.CHARGE: lambda u, by, s: charges.write_charge(u, "safety", HERE, "赵伯", by, now=NOW),
    Verb.BIND: lambda u, by, s: chats.bind_group(
        u, GROUP, "群", Purpose(COMPOUND, BUILDING), by=by, now=NOW, round_=1
    ),
    Verb.INVITE_VOLUNTEER: lambda u, by, s: _invite(u, by, Role.VOLUNTEER, OTHER_TEAM),
    Verb.INVITE_LEADER: lambda u, by, s: _invite(u, by, Role.LEADER, OTHER_TEAM),
    Verb.INVITE_HEAD: lambda u, by, s: _duty(u, by, "head"),
    Verb.INVITE_GRID: lambda u, by, s: _duty(u, by, "grid"),
    Verb.PROPOSE_COORDINATOR: lambda u, by, s: _invite(u, by, Role.COORDINATOR),
    Verb.PROPOSE_ADMIN: lambda u, by, s: _invite(u, by, Role.ADMIN),
    Verb.REVOKE: lambda u, by, s: access.revoke(u, s.other, Role.VOLUNTEER, by, now=NOW),
    Verb.SUSPEND: lambda u, by, s: access.suspend(u, s.other, by, now=NOW),
}
"""Done to something that is there once."""
