"""Every act that needs a right, with what it means and how it is refused."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """An act. Whoever adds one gives it a line in MEANING and in the table; tests fail until it has both."""

    # what everybody does
    REPORT = "report"
    FOLLOW = "follow"
    ADD = "add"
    WITHDRAW = "withdraw"
    ANSWER = "answer"
    ANSWER_FOR = "answer_for"
    RATE = "rate"
    DRAFT = "draft"
    LEFT_DRAFT = "left_draft"
    TAKE_DOWN = "take_down"
    RELAY = "relay"
    TELL = "tell"
    CALL_HELP = "call_help"
    UNDO = "undo"
    ASK_TO_JOIN = "ask_to_join"
    KIN_ASK = "kin_ask"
    KIN_ANSWER = "kin_answer"
    KIN_RECORD = "kin_record"
    KIN_SEND = "kin_send"
    KIN_END = "kin_end"
    WHO = "who"
    SELF = "self"
    OWN_DATA = "own_data"
    LOGOUT = "logout"
    UNLIMITED = "unlimited"
    RECEIVE = "receive"
    RECEIVE_FOR = "receive_for"
    NEED_HELP = "need_help"
    # tasks
    CLAIM = "claim"
    RELEASE = "release"
    RELEASE_OTHERS = "release_others"
    FINISH = "finish"
    DETAILS = "details"
    REST = "rest"
    OWN_TIME = "own_time"
    CONFIRM_TIME = "confirm_time"
    GIVE_PROOF = "give_proof"
    ASK = "ask"
    SLOTS = "slots"
    # teams
    SEE_TEAM = "see_team"
    ANSWER_JOIN = "answer_join"
    VOUCH = "vouch"
    LET_ENTER = "let_enter"
    STARS = "stars"
    # cases
    TODO = "todo"
    ACCEPT = "accept"
    REFER = "refer"
    REROUTE = "reroute"
    DECLINE = "decline"
    MERGE = "merge"
    PRIVATE = "private"
    RESEND = "resend"
    # dangers
    PAGE = "page"
    TAKE_ALARM = "take_alarm"
    DISMISS_ALARM = "dismiss_alarm"
    # buildings
    BUILDING = "building"
    POST = "post"
    KNOCK = "knock"
    CHASE = "chase"
    CHARGE = "charge"
    BIND = "bind"
    # people
    INVITE_VOLUNTEER = "invite_volunteer"
    INVITE_LEADER = "invite_leader"
    INVITE_HEAD = "invite_head"
    INVITE_GRID = "invite_grid"
    PROPOSE_COORDINATOR = "propose_coordinator"
    PROPOSE_ADMIN = "propose_admin"
    SECOND = "second"
    REVOKE = "revoke"
    SUSPEND = "suspend"
    # visits
    PLAN_VISITS = "plan_visits"
    SECOND_PAUSE = "second_pause"
    SEND_VISIT = "send_visit"
    VISIT = "visit"
    HOLD_VISIT = "hold_visit"
    CALL_AFTER = "call_after"
    SEARCH = "search"
    # 报平安 and 求助
    HELLO = "hello"
    HELLO_FOR = "hello_for"
    HELLO_CALL = "hello_call"
    ANSWER_SOS = "answer_sos"
    # notices
    ANSWER_NOTICE = "answer_notice"
    FILE_REPLY = "file_reply"
    EMERGENCY = "emergency"
    ROLL_CALL = "roll_call"
    # rosters
    HOUSEHOLD = "household"
    IMPORT = "import"
    EXPORT = "export"
    EXPORT_FULL = "export_full"


MEANING: dict[Verb, str] = {
    Verb.REPORT: "report what is wrong",
    Verb.FOLLOW: "我也遇到了: hear how a case ends",
    Verb.ADD: "add words or photos to a case",
    Verb.WITHDRAW: "不用办了: end a case nobody need do",
    Verb.ANSWER: "已解决 or 没解决, by whoever reported it",
    Verb.ANSWER_FOR: "the same, for somebody who cannot be asked here",
    Verb.RATE: "give stars and praise, or report the same again",
    Verb.DRAFT: "send, change or drop a draft",
    Verb.LEFT_DRAFT: "send a draft its writer has left lying",
    Verb.TAKE_DOWN: "take one's own message out of a group",
    Verb.RELAY: "leave word for the other side of a task",
    Verb.TELL: "告诉了: tell somebody without Telegram how their matter ended",
    Verb.CALL_HELP: "求助, and words of danger",
    Verb.UNDO: "撤销 one's own press",
    Verb.ASK_TO_JOIN: "ask to join a team",
    Verb.KIN_ASK: "我是家属: ask to be linked to an old person of one's family",
    Verb.KIN_ANSWER: "say yes or no to one's family, and what they hear",
    Verb.KIN_RECORD: "write down what somebody without Telegram says to their family",
    Verb.KIN_SEND: "send somebody to ask an old person without Telegram about their family",
    Verb.KIN_END: "end a family link",
    Verb.WHO: "see who is in charge of a building",
    Verb.SELF: "change one's home and language",
    Verb.OWN_DATA: "see and erase what is stored on oneself",
    Verb.LOGOUT: "give up one's rights until a coordinator gives them back",
    Verb.UNLIMITED: "report without a limit",
    Verb.RECEIVE: "收到 below a notice, and that it was a wrong press",
    Verb.RECEIVE_FOR: "替家人收到, for whom one is family of",
    Verb.NEED_HELP: "我家需要帮忙 below a notice: a case no group sees",
    Verb.CLAIM: "认领 a task",
    Verb.RELEASE: "我去不了: hand a task back",
    Verb.RELEASE_OTHERS: "take somebody off a task",
    Verb.FINISH: "办好了",
    Verb.DETAILS: "see the private details of a task",
    Verb.REST: "休息, and back, and the hours one wants to be asked",
    Verb.OWN_TIME: "我的时长: see one's own service time, say how long a task took, ask for a proof",
    Verb.CONFIRM_TIME: "confirm or correct how long somebody's task took",
    Verb.GIVE_PROOF: "开证明: a paper of somebody's confirmed service time",
    Verb.ASK: "请您去: ask one person",
    Verb.SLOTS: "say how many people a task takes",
    Verb.SEE_TEAM: "see who is in a team",
    Verb.ANSWER_JOIN: "let somebody into a team, or not",
    Verb.VOUCH: "vouch for 持证, 力气 and languages",
    Verb.LET_ENTER: "say who is 可入户: whom people's doors are told to",
    Verb.STARS: "see the stars of a case",
    Verb.TODO: "see what waits for a person",
    Verb.ACCEPT: "受理: give a case to a team",
    Verb.REFER: "转办: hand a case to a party",
    Verb.REROUTE: "改派: give a case to another team or party",
    Verb.DECLINE: "不受理, with who is responsible and why",
    Verb.MERGE: "并到: make two cases one",
    Verb.PRIVATE: "see the words, flat and files of a case",
    Verb.RESEND: "重发, 已送达 and 再试: what got stuck on its way",
    Verb.PAGE: "be called when there is danger",
    Verb.TAKE_ALARM: "我来处理: take a danger in hand",
    Verb.DISMISS_ALARM: "误报: say that there is no danger",
    Verb.BUILDING: "我的楼: see what is open in a building, and who helps there",
    Verb.POST: "notices: write, send, stop, correct and withdraw them, to whom one may tell things",
    Verb.KNOCK: "敲门: send somebody to those on the care list whom a notice has not reached",
    Verb.CHASE: "催办 and 回话: keep after a party",
    Verb.CHARGE: "say who holds a building's duties",
    Verb.BIND: "say what a group is for, and which language it reads",
    Verb.INVITE_VOLUNTEER: "invite a volunteer",
    Verb.INVITE_LEADER: "invite a team leader",
    Verb.INVITE_HEAD: "invite a building head",
    Verb.INVITE_GRID: "invite a grid worker",
    Verb.PROPOSE_COORDINATOR: "propose a coordinator; a second person agrees",
    Verb.PROPOSE_ADMIN: "propose an admin; a second person agrees",
    Verb.SECOND: "agree to a new coordinator or admin (who of these: the playbook)",
    Verb.REVOKE: "take a role away (an admin's: only an admin)",
    Verb.SUSPEND: "停用 and 恢复 an account (an admin's: only an admin)",
    Verb.PLAN_VISITS: "/visits: see the care list, pair helpers, ask for a pause",
    Verb.SECOND_PAUSE: "agree to a pause of visits, as the second person; the family may",
    Verb.SEND_VISIT: "三必到: have somebody go after a sudden event, discontent or a family quarrel",
    Verb.VISIT: "认领 a visit: who is paired or asked, or in the team",
    Verb.HOLD_VISIT: "say what came of a visit, 改时间, 我去不了",
    Verb.CALL_AFTER: "打电话 after a missed visit",
    Verb.SEARCH: "answer when nobody opens the door",
    Verb.HELLO: "报平安: be asked every day at one's own hour, and no more",
    Verb.HELLO_FOR: "set up 报平安 for somebody, who must agree; their family may",
    Verb.HELLO_CALL: "phone whoever has not answered 报平安; who is paired with them may",
    Verb.ANSWER_SOS: "我马上到: answer a 求助; who is paired with them may",
    Verb.ANSWER_NOTICE: "answer what a notice asks: a choice, 报名, 不去了",
    Verb.FILE_REPLY: "记成一件事: make a neighbour's reply to a notice a case",
    Verb.EMERGENCY: "send an emergency notice, and 解除 it",
    Verb.ROLL_CALL: "点名: see which homes are safe, need help, or have not answered",
    Verb.HOUSEHOLD: "look at a household",
    Verb.IMPORT: "bring in a roster",
    Verb.EXPORT: "take out lists without names, phones and flats",
    Verb.EXPORT_FULL: "take out whole lists, with a reason",
}

_NOT_YOUR_CASE = (Verb.ADD, Verb.WITHDRAW, Verb.ANSWER, Verb.ANSWER_FOR, Verb.RATE, Verb.TAKE_DOWN)
_NOT_YOURS = (Verb.RELEASE, Verb.UNDO, Verb.FINISH, Verb.DETAILS, Verb.RELAY)
_LEADERS = (
    Verb.RELEASE_OTHERS,
    Verb.CONFIRM_TIME,
    Verb.GIVE_PROOF,
    Verb.ASK,
    Verb.SLOTS,
    Verb.SEE_TEAM,
    Verb.ANSWER_JOIN,
    Verb.VOUCH,
    Verb.STARS,
)
_BUILDINGS = (
    Verb.SEND_VISIT,
    Verb.BUILDING,
    Verb.POST,
    Verb.KNOCK,
    Verb.CHASE,
    Verb.KIN_SEND,
    Verb.ROLL_CALL,
    Verb.FILE_REPLY,
)

REFUSAL: dict[Verb, str] = {
    **dict.fromkeys(Verb, "no-coordinators-only"),
    **dict.fromkeys(_NOT_YOUR_CASE, "no-not-your-case"),
    **dict.fromkeys(_NOT_YOURS, "no-not-yours"),
    **dict.fromkeys(_LEADERS, "no-leaders-only"),
    **dict.fromkeys(_BUILDINGS, "no-not-your-building"),
    Verb.DRAFT: "no-not-your-draft",
    Verb.LEFT_DRAFT: "no-not-your-draft",
    Verb.CLAIM: "no-not-in-team",
    Verb.TELL: "no-not-your-telling",
    Verb.KIN_ANSWER: "no-kin-not-yours-to-say",
    Verb.KIN_RECORD: "no-kin-not-yours-to-say",
    Verb.KIN_END: "no-kin-not-yours-to-say",
    Verb.RECEIVE_FOR: "no-notice-family",
    Verb.REST: "no-volunteers-only",
    Verb.PROPOSE_ADMIN: "no-admins-only",
    Verb.IMPORT: "no-roster-right",
    Verb.SECOND: "no-not-a-second",
    Verb.VISIT: "no-visit-not-asked",
    Verb.HOLD_VISIT: "no-visit-not-yours",
    Verb.SEARCH: "no-visit-not-yours",
    Verb.HELLO_CALL: "no-visit-not-yours",
    Verb.ANSWER_SOS: "no-sos-not-called",
}
"""The sentence each act is refused with."""
