"""What there is to act on, for the matrix of rights: one of everything, theirs or somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from sqlalchemy import insert

from bot.domain.alarm import SOS, Alarm
from bot.domain.case import Case, CaseState, Ending
from bot.domain.draft import Draft
from bot.domain.hello import DayState, Hello, HelloDay
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.marks import MAY_ENTER, Mark
from bot.domain.member import Member
from bot.domain.notice import Notice, NoticeState, Target, To, worded
from bot.domain.notice.emergency import RollCall
from bot.domain.notice.question import Asks, Per, Question
from bot.domain.notice.reply import Reply
from bot.domain.place import Place
from bot.domain.proof import Proof
from bot.domain.proposal import Proposal
from bot.domain.proxy import Proxy, Telling
from bot.domain.role import Role, Ward
from bot.domain.task import HoldState
from bot.domain.visit import FollowUpCall, PairedHelper, Visit, VisitState, start_unanswered
from bot.services.reports import Report, file_report
from bot.services.visits.pausing import ask_pause
from bot.storage.machinery import InboxState, inbox
from bot.storage.visit_lists import Told, VisitLists
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, OTHER_TEAM, newcomer
from tests.town import BUILDING, COMPOUND
from tests.town import TEAM as VISITING

GROUP = -1001
HERE = Place(COMPOUND, BUILDING)
DOOR = Place(COMPOUND, BUILDING, "1", "501")
TEAM = "绿禾缘快乐环保社"
WEEKLY = "lonely"
PAUSED, CARED_FOR = 1, 2
"""Two households on the care list; a pause of the first waits for a second person."""
PAUSE = 1
"""Its number."""
LATER = NOW + timedelta(hours=3)


@dataclass(frozen=True)
class Scene:
    """Numbers of rows. `mine`: reported, written, held, or to be answered by who acts; else by `other`."""

    mine: bool
    other: int
    case: int
    nameless: int
    another: int
    rated: int
    task: int
    over: int
    talked: int
    over_hold: int
    own_hold: int
    draft: int
    left: int
    place: int
    place_asked: int
    alarm: int
    proposal: int
    proxy: int
    proof: int
    kin: int
    kin_door: int
    kin_mine: int
    visit: int
    visit_held: int
    call: int
    update: int
    asker: int
    sos: int
    search: int
    hello: int
    hello_theirs: int
    day: int
    kin_hello: int
    notice: int
    emergency: int
    reply: int


async def an_actor(uow: UnitOfWork, role: Role, inside: bool) -> Member:
    """Wears that hat alone; `inside`: where these scenes are."""
    by = await newcomer(uow, "某人")
    if role in (Role.VOLUNTEER, Role.LEADER):
        for team in (TEAM, VISITING) if inside else (OTHER_TEAM,):
            by.join(team, NOW, leads=role is Role.LEADER)
    if role in (Role.BUILDING_HEAD, Role.GRID_WORKER):
        by.wards = (Ward(role, COMPOUND, "3号楼" if inside else "4号楼"),)
    by.roles = frozenset({Role.RESIDENT, role})
    return by


async def a_pause_waits(uow: UnitOfWork) -> None:
    """For whoever is the second person."""
    first = await newcomer(uow, "先问的", Role.COORDINATOR)
    until = uow.playbook.day(NOW) + timedelta(days=9)
    await ask_pause(uow, PAUSED, "away", until, by=first, now=NOW)


async def a_scene(uow: UnitOfWork, by: Member, mine: bool) -> Scene:
    """One of everything."""
    other = await newcomer(uow, "另一位", team=TEAM)
    asker = await newcomer(uow, "想来的")
    asked = asker.ask_to_join(TEAM, NOW)
    asker.settle_at(DOOR, NOW)
    other.teams[0].marks = (Mark(MAY_ENTER, NOW),)
    who = by if mine else other
    cases = await _cases(uow, who, by, other)
    tasks = await _tasks(uow, cases, who, by, other)
    rows: dict[str, Any] = {
        "draft": Draft(who.id or 0, "灯坏了", NOW, NOW, changed_at=NOW),
        "left": Draft(other.id or 0, "门坏了", NOW, NOW, changed_at=NOW, shown_at=NOW),
        "alarm": Alarm("fire", NOW, case_id=cases["case"].id, heard_at=NOW),
        "proposal": Proposal(Role.COORDINATOR, asker.id or 0, other.id, NOW, NOW + timedelta(days=1)),
        "proxy": Proxy(
            other.id or 0, "她", state=Telling.DUE, case_id=cases["case"].id, teller_id=who.id, due_at=NOW
        ),
        "proof": Proof(other.id or 0, 2026, NOW),
        **_links(who, asker),
        **_hellos(who, asker),
        "sos": Alarm(SOS, NOW, member_id=asker.id, compound=COMPOUND, building=BUILDING, heard_at=NOW),
        "notice": _notice(asker),
        "emergency": _notice(asker),
        "search": start_unanswered(None, PAUSED, who.id, NOW),
        **await _visits(uow, by),
    }  # fmt: skip
    for row in rows.values():
        uow.add(row)
    await uow.numbered()
    rows["reply"] = Reply(rows["notice"].id, GROUP, 9000 + (by.id or 0), "灯坏了", NOW)
    rows["reply"].compound, rows["reply"].building = COMPOUND, BUILDING
    uow.add(rows["reply"])
    uow.add(RollCall(rows["emergency"].id, NOW, called_at=NOW))
    uow.add(Question(rows["notice"].id, Asks.SIGN_UP, Per.PERSON, LATER, places=9))
    if mine:
        await VisitLists(uow.session).ask([Told(rows["visit"].id, by.id or 0, None)], NOW)
    rows["visit_held"].claim(who.id or 0, who.name, LATER, NOW)
    rows["day"] = HelloDay(rows["hello_theirs"].id, asker.id or 0, NOW.date(), DayState.CALLING)
    uow.add(rows["day"])
    if mine:
        [plan] = [one for one in await uow.visits.plans_of(PAUSED) if one.programme == WEEKLY]
        plan.helpers.append(PairedHelper(by.id or 0, by.name, NOW))
    rows["call"] = FollowUpCall(rows["visit"].id, PAUSED, NOW, LATER)
    uow.add(rows["call"])
    await uow.numbered()
    rows |= {**cases, **tasks, "other": other, "asker": asker, "place": other.teams[0], "place_asked": asked}
    numbers = {name: row.id for name, row in rows.items()}
    return Scene(mine=mine, update=await _dead_update(uow, by.id or 0), **numbers)


async def _cases(uow: UnitOfWork, who: Member, by: Member, other: Member) -> dict[str, Case]:
    async def reported(text: str, reporter: Member | None, origin: tuple[int, int] | None = None) -> Case:
        return await file_report(uow, Report(text, HERE, "recycle", origin=origin), reporter, now=NOW)

    case = await reported("旧沙发", who, (GROUP, 1 + (by.id or 0)))
    case.how = Ending.FIXED  # once it is closed
    nameless = await reported("旧床", None)
    nameless.state, nameless.proposed_at = CaseState.PROPOSED, NOW
    rated = await reported("旧柜", other)
    rated.stars = 5
    return {"case": case, "nameless": nameless, "another": await reported("旧桌", who), "rated": rated}


async def _tasks(
    uow: UnitOfWork, cases: dict[str, Case], who: Member, by: Member, other: Member
) -> dict[str, Any]:
    """`task` is held; what is `over` both have done; of `talked` who reported it may talk to who holds it."""
    [task] = await uow.tasks.of_case(cases["case"].id)
    [talked] = await uow.tasks.of_case(cases["another"].id)
    [over] = await uow.tasks.of_case(cases["rated"].id)
    task.slots, over.slots = 3, 2
    for one in {who.id: who, other.id: other}.values():
        task.claim(one.id or 0, one.name, NOW)
    talked.claim(other.id or 0, other.name, NOW)
    done, own = over.claim(other.id or 0, other.name, NOW), over.claim(by.id or 0, by.name, NOW)
    for hold in (done, own):
        hold.state, hold.minutes = HoldState.DONE, 30
    return {"task": task, "talked": talked, "over": over, "over_hold": done, "own_hold": own}


def _notice(writer: Member) -> Notice:
    """One to the building, by somebody else."""
    to = (Target(To.BUILDING, COMPOUND, BUILDING),)
    words = {"zh-CN": worded("停水")}
    return Notice(
        writer.id or 0, NOW, texts=words, audience=to, state=NoticeState.SENT, send_at=NOW, sent_at=NOW
    )


def _links(who: Member, asker: Member) -> dict[str, Kinship]:
    """Of a family: asked of `who`, asked at a door by `who`, and one that `who` has to the first household."""
    one, another = who.id or 0, asker.id or 0
    return {
        "kin": Kinship(another, Tie.CHILD, NOW, elder_id=one),
        "kin_door": Kinship(
            another, Tie.CHILD, NOW, name="她", compound=COMPOUND, building=BUILDING, asker_id=one
        ),
        "kin_mine": Kinship(one, Tie.CHILD, NOW, Consent.GIVEN, household_id=PAUSED, name="她"),
    }


def _hellos(who: Member, asker: Member) -> dict[str, Any]:
    """报平安: offered to `who`, and to somebody whose family `who` is."""
    one, another = who.id or 0, asker.id or 0
    return {
        "hello": Hello(one, time(8), another, NOW),
        "hello_theirs": Hello(another, time(8), another, NOW),
        "kin_hello": Kinship(one, Tie.CHILD, NOW, Consent.GIVEN, elder_id=another),
    }


async def _visits(uow: UnitOfWork, by: Member) -> dict[str, Visit]:
    """One that is offered, one that somebody will hold."""
    [plan] = [one for one in await uow.visits.plans_of(PAUSED) if one.programme == WEEKLY]

    def one(key: str) -> Visit:
        due, closes = NOW + timedelta(days=3), NOW + timedelta(days=5)
        state, number = VisitState.OFFERED, plan.id or 0
        return Visit(number, PAUSED, WEEKLY, key, NOW, due, closes, state, slots=3)

    return {"visit": one(f"offered-{by.id}"), "visit_held": one(f"held-{by.id}")}


async def _dead_update(uow: UnitOfWork, number: int) -> int:
    row = {"bot_id": 1, "update_id": number, "lane": "x", "state": InboxState.DEAD, "received_at": NOW}
    found = await uow.session.execute(insert(inbox).values(**row).returning(inbox.c.id))
    return int(found.scalar_one())
