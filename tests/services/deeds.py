"""Each act that needs a right, done by its real service to a prepared scene: for the matrix of rights."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.domain.case import Case
from bot.domain.draft import Draft
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.rights import Verb
from bot.domain.role import Role
from bot.domain.task import Task
from bot.services import (
    access,
    appointing,
    asking,
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
    postings,
    relay,
    reports,
    resting,
    results,
    sos,
    taking,
    teams,
    todo,
    triage,
    verdicts,
)
from bot.services.purposes import Purpose
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, OTHER_TEAM
from tests.town import BUILDING, COMPOUND

GROUP = -1001
HERE = Place(COMPOUND, BUILDING)


@dataclass
class Scene:
    """What there is to act on. `mine`: the case is reported and the task held by who acts."""

    case: Case
    task: Task
    other: Member
    nameless: Case
    another: Case
    draft: Draft
    left: Draft
    place_id: int
    alarm_id: int
    proposal_id: int
    mine: bool


Deed = Callable[[UnitOfWork, Member, Scene], Awaitable[Any]]


async def _undo_nothing(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await claims.undo_claim(uow, s.task.id or 0, by, now=NOW)


async def _invite(uow: UnitOfWork, by: Member, role: Role, team: str | None = None) -> None:
    await invites.make_invite(uow, role, team, by=by, now=NOW, code="a code")


async def _duty(uow: UnitOfWork, by: Member, duty: str) -> None:
    await invites.invite_to_duty(uow, duty, [HERE], by=by, now=NOW, code="a code")


async def _resend(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await parked.resend_post(uow, 987_654, by, now=NOW)


CASES: dict[Verb, Deed] = {
    Verb.FOLLOW: lambda u, by, s: following.follow_case(u, s.case, by, now=NOW),
    Verb.ADD: lambda u, by, s: reports.add_to_case(u, s.case, by, "还有", (), now=NOW),
    Verb.WITHDRAW: lambda u, by, s: reports.withdraw_case(u, s.case, by, now=NOW),
    Verb.ANSWER: lambda u, by, s: verdicts.confirm_case(u, s.case.id or 0, by, now=NOW),
    Verb.RATE: lambda u, by, s: verdicts.rate_case(u, s.case.id or 0, by, 5, now=NOW),
    Verb.TAKE_DOWN: lambda u, by, s: neighbours.delete_origin(u, s.case, by, now=NOW),
    Verb.REROUTE: lambda u, by, s: triage.decide_team(
        u, s.case.id or 0, OTHER_TEAM, s.task.id or 0, by, now=NOW
    ),
    Verb.REFER: lambda u, by, s: triage.decide_party(u, s.case.id or 0, "物业", s.task.id or 0, by, now=NOW),
    Verb.DECLINE: lambda u, by, s: declining.ask_who(u, s.case.id or 0, by, now=NOW),
    Verb.MERGE: lambda u, by, s: merging.merge_cases(u, s.case.id or 0, s.another.id or 0, by, now=NOW),
    Verb.PRIVATE: lambda u, by, s: triage.show_files(u, s.case.id or 0, by, now=NOW, round_=1),
    Verb.ACCEPT: lambda u, by, s: triage.set_compound(u, s.case.id or 0, COMPOUND, by, now=NOW),
    Verb.CHASE: lambda u, by, s: chasing.chase_party(u, s.case.id or 0, by, now=NOW),
}
"""Done to the case, in each of its states."""

TASKS: dict[Verb, Deed] = {
    Verb.CLAIM: lambda u, by, s: claims.claim_task(u, s.task.id or 0, by, now=NOW),
    Verb.RELEASE: lambda u, by, s: claims.release_task(u, s.task.id or 0, by, now=NOW),
    Verb.RELEASE_OTHERS: lambda u, by, s: claims.release_task(u, s.task.id or 0, by, now=NOW, of=s.other.id),
    Verb.FINISH: lambda u, by, s: results.finish_task(u, s.task.id or 0, by, now=NOW),
    Verb.DETAILS: lambda u, by, s: details.show_details(u, s.task.id or 0, by, now=NOW, round_=1),
    Verb.ASK: lambda u, by, s: asking.show_helpers(
        u, s.task.id or 0, 0, by, now=NOW, message_id=None, round_=1
    ),
    Verb.SLOTS: lambda u, by, s: claims.set_slots(u, s.task.id or 0, by, 3, now=NOW),
    Verb.RELAY: lambda u, by, s: relay.open_relay(u, s.task.id or 0, by, now=NOW),
    Verb.UNDO: _undo_nothing,
}
"""Done to the task, in each of its states."""

ONCE: dict[Verb, Deed] = {
    Verb.REPORT: lambda u, by, s: drafts.take_words(u, by, drafts.Words("灯坏了"), now=NOW),
    Verb.ANSWER_FOR: lambda u, by, s: verdicts.confirm_case(u, s.nameless.id or 0, by, now=NOW),
    Verb.DRAFT: lambda u, by, s: drafts.drop_draft(u, s.draft, by, now=NOW),
    Verb.LEFT_DRAFT: lambda u, by, s: drafts.send_draft(u, s.left, by, now=NOW),
    Verb.CALL_HELP: lambda u, by, s: sos.call_for_help(u, by, now=NOW),
    Verb.ASK_TO_JOIN: lambda u, by, s: teams.ask_to_join(u, by, "百人净滩团", now=NOW, round_=1),
    Verb.SELF: lambda u, by, s: homes.settle_home(u, by, HERE, now=NOW),
    Verb.LOGOUT: lambda u, by, s: access.log_out(u, by, now=NOW),
    Verb.REST: lambda u, by, s: resting.rest(u, by, True, now=NOW),
    Verb.SEE_TEAM: lambda u, by, s: teams.must_see(u, s.place_id, by=by, now=NOW),
    Verb.ANSWER_JOIN: lambda u, by, s: teams.decide_join(u, s.place_id, accept=True, by=by, now=NOW),
    Verb.VOUCH: lambda u, by, s: marks.vouch(u, s.place_id, "certified", True, by=by, now=NOW),
    Verb.TODO: lambda u, by, s: todo.show_list(u, by, now=NOW, round_=1),
    Verb.RESEND: _resend,
    Verb.TAKE_ALARM: lambda u, by, s: taking.take_alarm(u, s.alarm_id, by, now=NOW),
    Verb.DISMISS_ALARM: lambda u, by, s: taking.dismiss_alarm(u, s.alarm_id, by, now=NOW),
    Verb.POST: lambda u, by, s: postings.ask_words(u, 3, by, now=NOW),
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
    Verb.SECOND: lambda u, by, s: appointing.decide_proposal(
        u, s.proposal_id, by, agree=True, now=NOW, round_=1
    ),
    Verb.REVOKE: lambda u, by, s: access.revoke(u, s.other.id or 0, Role.VOLUNTEER, by, now=NOW),
    Verb.SUSPEND: lambda u, by, s: access.suspend(u, s.other.id or 0, by, now=NOW),
}
"""Done to something that is there once."""

ELSEWHERE = {
    Verb.WHO: "on a press",
    Verb.BUILDING: "by the card",
    Verb.STARS: "by the card",
    Verb.PAGE: "by who is called: those whose office it is",
    Verb.UNLIMITED: "by the limits",
    Verb.OWN_DATA: "by what is about oneself",
    Verb.TELL: "in the tests of telling",
    Verb.OWN_TIME: "by the hours",
    Verb.CONFIRM_TIME: "by the hours",
    Verb.GIVE_PROOF: "by the hours",
    Verb.KIN_ASK: "in the tests of families",
    Verb.KIN_ANSWER: "in the tests of families",
    Verb.KIN_RECORD: "in the tests of families",
    Verb.KIN_END: "in the tests of families",
    Verb.PLAN_VISITS: "in the tests of visits",
    Verb.SECOND_PAUSE: "in the tests of visits",
    Verb.VISIT: "in the tests of visits",
    Verb.HOLD_VISIT: "in the tests of visits",
    Verb.CALL_AFTER: "in the tests of visits",
    Verb.SEARCH: "in the tests of visits",
    Verb.HELLO: "in the tests of 报平安",
    Verb.HELLO_FOR: "in the tests of 报平安",
    Verb.HELLO_CALL: "in the tests of 报平安",
    Verb.ANSWER_SOS: "in the tests of 求助",
    Verb.HOUSEHOLD: "by the rosters",
    Verb.IMPORT: "by the rosters",
    Verb.EXPORT: "by the lists",
    Verb.EXPORT_FULL: "by the lists",
}
"""Acts that no service of this scene does, and where they are asked instead."""
