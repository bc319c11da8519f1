"""The table of rights: who may do what, and to what. Nothing else in the program gives a right."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.rights.verbs import Verb
from bot.domain.role import Access, Role


class Scope(StrEnum):
    """To what a right reaches."""

    OWN = "own"  # what is theirs: they reported it, hold it, wrote it, or it is themselves
    CREW = "crew"  # whatever belongs to a team they are in
    TEAM = "team"  # whatever belongs to a team they lead
    BUILDING = "building"  # the building they head
    COMPOUND = "compound"  # the compound or the buildings a grid worker looks after
    ALL = "all"  # everything in the community


Row = Mapping[Role, Scope]
_EVERYBODY: Row = {Role.RESIDENT: Scope.ALL}
_THEIR_OWN: Row = {Role.RESIDENT: Scope.OWN}
_OFFICE: Row = {Role.COORDINATOR: Scope.ALL, Role.ADMIN: Scope.ALL}
_HOLDER: Row = {Role.VOLUNTEER: Scope.OWN}
_LEADER: Row = {Role.LEADER: Scope.TEAM, **_OFFICE}
_BUILDING: Row = {Role.BUILDING_HEAD: Scope.BUILDING, Role.GRID_WORKER: Scope.COMPOUND, **_OFFICE}

RIGHTS: Mapping[Verb, Row] = {
    Verb.REPORT: _EVERYBODY,
    Verb.FOLLOW: _EVERYBODY,
    Verb.ADD: _THEIR_OWN,
    Verb.WITHDRAW: {**_THEIR_OWN, **_OFFICE},
    Verb.ANSWER: _THEIR_OWN,
    Verb.ANSWER_FOR: _OFFICE,
    Verb.RATE: _THEIR_OWN,
    Verb.DRAFT: _THEIR_OWN,
    Verb.LEFT_DRAFT: _OFFICE,
    Verb.TAKE_DOWN: _THEIR_OWN,
    Verb.RELAY: _THEIR_OWN,
    Verb.TELL: {**_THEIR_OWN, **_OFFICE},
    Verb.CALL_HELP: _EVERYBODY,
    Verb.UNDO: _THEIR_OWN,
    Verb.ASK_TO_JOIN: _EVERYBODY,
    Verb.KIN_ASK: _EVERYBODY,
    Verb.KIN_ANSWER: _THEIR_OWN,
    Verb.KIN_RECORD: {Role.VOLUNTEER: Scope.OWN, **_BUILDING},
    Verb.KIN_SEND: _BUILDING,
    Verb.KIN_END: {**_THEIR_OWN, **_OFFICE},
    Verb.WHO: _EVERYBODY,
    Verb.SELF: _THEIR_OWN,
    Verb.OWN_DATA: _THEIR_OWN,
    Verb.LOGOUT: _THEIR_OWN,
    Verb.UNLIMITED: {
        Role.LEADER: Scope.ALL,
        Role.BUILDING_HEAD: Scope.ALL,
        Role.GRID_WORKER: Scope.ALL,
        **_OFFICE,
    },
    Verb.RECEIVE: _EVERYBODY,
    Verb.RECEIVE_FOR: _THEIR_OWN,
    Verb.NEED_HELP: _EVERYBODY,
    Verb.CLAIM: {Role.VOLUNTEER: Scope.CREW},
    Verb.RELEASE: _HOLDER,
    Verb.RELEASE_OTHERS: _LEADER,
    Verb.FINISH: {**_HOLDER, **_LEADER},
    Verb.DETAILS: _HOLDER,
    Verb.REST: _HOLDER,
    Verb.OWN_TIME: _THEIR_OWN,
    Verb.CONFIRM_TIME: _LEADER,
    Verb.GIVE_PROOF: _LEADER,
    Verb.ASK: {**_LEADER, **_BUILDING},
    Verb.SLOTS: _LEADER,
    Verb.SEE_TEAM: _LEADER,
    Verb.ANSWER_JOIN: _LEADER,
    Verb.VOUCH: _LEADER,
    Verb.LET_ENTER: _OFFICE,
    Verb.STARS: _LEADER,
    Verb.TODO: _LEADER,
    Verb.ACCEPT: _OFFICE,
    Verb.REFER: _OFFICE,
    Verb.REROUTE: _OFFICE,
    Verb.DECLINE: _OFFICE,
    Verb.MERGE: _OFFICE,
    Verb.PRIVATE: _OFFICE,
    Verb.RESEND: _OFFICE,
    Verb.PAGE: _OFFICE,
    Verb.TAKE_ALARM: _OFFICE,
    Verb.DISMISS_ALARM: _OFFICE,
    Verb.BUILDING: _BUILDING,
    Verb.POST: _BUILDING,
    Verb.KNOCK: _BUILDING,
    Verb.CHASE: _BUILDING,
    Verb.CHARGE: _OFFICE,
    Verb.BIND: _OFFICE,
    Verb.INVITE_VOLUNTEER: _OFFICE,
    Verb.INVITE_LEADER: _OFFICE,
    Verb.INVITE_HEAD: _OFFICE,
    Verb.INVITE_GRID: _OFFICE,
    Verb.PROPOSE_COORDINATOR: _OFFICE,
    Verb.PROPOSE_ADMIN: {Role.ADMIN: Scope.ALL},
    Verb.SECOND: {
        Role.LEADER: Scope.ALL,
        Role.BUILDING_HEAD: Scope.ALL,
        Role.GRID_WORKER: Scope.ALL,
        **_OFFICE,
    },
    Verb.REVOKE: _OFFICE,
    Verb.SUSPEND: _OFFICE,
    Verb.PLAN_VISITS: _OFFICE,
    Verb.SECOND_PAUSE: {**_THEIR_OWN, **_OFFICE},
    Verb.SEND_VISIT: _BUILDING,
    Verb.VISIT: {**_THEIR_OWN, Role.VOLUNTEER: Scope.CREW, **_OFFICE},
    Verb.HOLD_VISIT: {**_THEIR_OWN, **_OFFICE},
    Verb.CALL_AFTER: _OFFICE,
    Verb.SEARCH: {**_THEIR_OWN, **_OFFICE},
    Verb.HELLO: _THEIR_OWN,
    Verb.HELLO_FOR: {**_THEIR_OWN, **_OFFICE},
    Verb.HELLO_CALL: {**_THEIR_OWN, **_OFFICE},
    Verb.ANSWER_SOS: {**_THEIR_OWN, Role.BUILDING_HEAD: Scope.BUILDING, **_OFFICE},
    Verb.ANSWER_NOTICE: _EVERYBODY,
    Verb.FILE_REPLY: _BUILDING,
    Verb.EMERGENCY: _OFFICE,
    Verb.ROLL_CALL: _BUILDING,
    Verb.HOUSEHOLD: _OFFICE,
    Verb.IMPORT: _OFFICE,
    Verb.EXPORT: _OFFICE,
    Verb.EXPORT_FULL: _OFFICE,
}

KEPT: Mapping[Access, frozenset[Verb]] = {
    Access.ACTIVE: frozenset(Verb),
    Access.SUSPENDED: frozenset({Verb.CALL_HELP, Verb.OWN_DATA}),
    Access.LOGGED_OUT: frozenset({Verb.CALL_HELP}),  # whoever found the phone is to learn nothing
    Access.BLOCKED: frozenset({Verb.CALL_HELP, Verb.OWN_DATA}),
}
"""What somebody keeps who may not act: whoever cries for help is heard, and what is stored on one is one's own."""

CLOSED: Mapping[Access, str] = {
    Access.SUSPENDED: "no-suspended",
    Access.LOGGED_OUT: "no-logged-out",
    Access.BLOCKED: "no-blocked",
}
"""How everything else is refused."""
