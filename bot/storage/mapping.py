"""Maps the nouns onto their tables, once, and seals what is personal in a member with that member's own key."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.orm import Mapper, QueryContext, configure_mappers, foreign, registry, relationship
from sqlalchemy.orm.attributes import flag_modified

from bot.domain.alarm import Alarm, Voice
from bot.domain.case import Addition, Attachment, Case
from bot.domain.charge import Charge
from bot.domain.chat import Chat
from bot.domain.code import Code
from bot.domain.draft import Draft
from bot.domain.hello import Hello, HelloDay
from bot.domain.household import Kin
from bot.domain.invite import Invite
from bot.domain.job import Job
from bot.domain.kinship import Kinship
from bot.domain.member import Member, TeamPlace
from bot.domain.notice import Notice
from bot.domain.notice.emergency import RollCall, Safety
from bot.domain.notice.question import Answer, Question
from bot.domain.notice.reply import Reply
from bot.domain.proof import Proof
from bot.domain.proposal import Proposal
from bot.domain.proxy import Proxy
from bot.domain.roster import Roster
from bot.domain.task import Holding, Task
from bot.domain.visit import (
    Finding,
    FollowUpCall,
    PairedHelper,
    Pause,
    Tried,
    Unanswered,
    Visit,
    VisitHold,
    VisitPlan,
)
from bot.domain.visit.entry import PaperEntry
from bot.domain.visit.surge import Surge
from bot.domain.visit.watch import Watch
from bot.storage import tables
from bot.storage.crypto import keychain_of

_SEALED = ("name", "unit", "room", "phone")
_registry = registry(metadata=tables.metadata)


def _map(noun: type, table: Any, **relations: Any) -> None:
    versioned = {"version_id_col": table.c.version} if "version" in table.c else {}
    _registry.map_imperatively(noun, table, properties=relations, **versioned)


def _owned(noun: type, order: Any) -> Any:
    return relationship(noun, lazy="raise", order_by=order, cascade="save-update, merge")


def _map_visits() -> None:
    _map(PairedHelper, tables.visit_helper)
    _map(Pause, tables.visit_pause)
    helpers = relationship(
        PairedHelper, lazy="raise", order_by=tables.visit_helper.c.id, cascade="all, delete-orphan"
    )
    theirs = foreign(tables.visit_pause.c.household_id) == tables.visit_plan.c.household_id
    pauses = relationship(
        Pause, lazy="raise", primaryjoin=theirs, order_by=tables.visit_pause.c.id, viewonly=True
    )
    _map(VisitPlan, tables.visit_plan, helpers=helpers, pauses=pauses)
    _map(PaperEntry, tables.paper_entry)
    _map(Surge, tables.surge)
    _map(VisitHold, tables.visit_hold)
    _map(Visit, tables.visit, holds=_owned(VisitHold, tables.visit_hold.c.id))
    _map(Finding, tables.finding)
    _map(FollowUpCall, tables.follow_up_call)
    _map(Tried, tables.tried)
    _map(Watch, tables.visit_watch)
    _map(Unanswered, tables.unanswered, tried=_owned(Tried, tables.tried.c.id))


def _seal(mapper: Mapper[Any], connection: Connection, member: Member) -> None:
    keychain = keychain_of(connection.dialect)
    row: Any = member
    if not row.data_key:
        row.data_key = keychain.new_key()
    plain = json.dumps({name: getattr(member, name) for name in _SEALED}, ensure_ascii=False)
    row.sealed = keychain.unwrap(row.data_key).close(plain.encode("utf-8", "surrogatepass"))


def _open(member: Member, context: QueryContext, *_: Any) -> None:
    row: Any = member
    values: dict[str, Any] = dict.fromkeys(_SEALED)
    if row.data_key and row.sealed:
        keychain = keychain_of(context.session.get_bind().dialect)
        values = json.loads(keychain.unwrap(row.data_key).open(row.sealed))
    for name in _SEALED:
        member.__dict__[name] = values.get(name)
    member.__dict__["name"] = values.get("name") or ""


class _Sealed:
    """An attribute without a column of its own: to change it is to change the member's sealed part."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, member: Member, _: type) -> str | None:
        value: str | None = member.__dict__.get(self._name)
        return value

    def __set__(self, member: Member, value: str | None) -> None:
        member.__dict__[self._name] = value
        if "sealed" in member.__dict__:
            flag_modified(member, "sealed")


def map_nouns() -> None:
    """Maps every noun. Safe to call again."""
    if _registry.mappers:
        return
    _map(TeamPlace, tables.team_place)
    _map(Member, tables.member, teams=_owned(TeamPlace, tables.team_place.c.id))
    _map(Chat, tables.chat)
    _map(Invite, tables.invite)
    _map(Code, tables.code)
    _map(Kin, tables.kin)
    _map(Roster, tables.roster)
    _map(Job, tables.job)
    _map(Charge, tables.charge)
    _map(Proposal, tables.proposal)
    _map(Notice, tables.notice)
    _map(Question, tables.question)
    _map(Answer, tables.answer)
    _map(Reply, tables.notice_reply)
    _map(RollCall, tables.roll_call)
    _map(Safety, tables.safety)
    _map(Kinship, tables.kinship)
    _map(Proxy, tables.proxy)
    _map(Attachment, tables.attachment)
    _map(Addition, tables.addition)
    _map(
        Case,
        tables.case,
        attachments=_owned(Attachment, tables.attachment.c.id),
        additions=_owned(Addition, tables.addition.c.id),
    )
    _map(Draft, tables.draft, attachments=_owned(Attachment, tables.attachment.c.id))
    _map(Holding, tables.holding)
    _map(Task, tables.task, holdings=_owned(Holding, tables.holding.c.id))
    _map(Proof, tables.proof)
    _map(Voice, tables.voice)
    _map(Alarm, tables.alarm, voices=_owned(Voice, tables.voice.c.id))
    _map(Hello, tables.hello)
    _map(HelloDay, tables.hello_day)
    _map_visits()
    for name in _SEALED:
        setattr(Member, name, _Sealed(name))
    configure_mappers()
    event.listen(Member, "before_insert", _seal)
    event.listen(Member, "before_update", _seal)
    event.listen(Member, "load", _open)
    event.listen(Member, "refresh", _open)
