"""All that is stored on one person, to be shown to them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.domain.member import Member
from bot.storage import tables
from bot.storage.crypto import keychain_of
from bot.storage.machinery import dialog, event, inbox, outbox
from bot.storage.own_home import doors_of, homes
from bot.storage.work import LOOKED

Row = dict[str, Any]
Part = Callable[[AsyncSession, Member], Awaitable[list[Row]]]
_MACHINERY = ("version", "lease", "lease_until", "dedupe_key", "digest")
_LOOKS = event.c.kind.like(f"{LOOKED}%", escape="\\")


async def cases(session: AsyncSession, member: Member) -> list[Row]:
    """What they reported, with what was added to it and sent with it, and the remarks on it."""
    c, found = tables, await _rows(session, tables.case, tables.case.c.reporter_id == member.id)
    for one in found:
        of_case = one["id"]
        one["additions"] = await _rows(session, c.addition, c.addition.c.case_id == of_case)
        one["attachments"] = await _rows(session, c.attachment, c.attachment.c.case_id == of_case)
        tasks = select(c.task.c.id).where(c.task.c.case_id == of_case)
        remarks = c.holding.c.remark.is_not(None) & c.holding.c.task_id.in_(tasks)
        columns = select(c.holding.c.name, c.holding.c.remark, c.holding.c.ended_at).where(remarks)
        one["remarks"] = [_plain(row) for row in (await session.execute(columns)).mappings()]
    return found


async def drafts(session: AsyncSession, member: Member) -> list[Row]:
    """What they began to report."""
    return await _rows(session, tables.draft, tables.draft.c.member_id == member.id)


async def additions(session: AsyncSession, member: Member) -> list[Row]:
    """What they told about any case."""
    return await _rows(session, tables.addition, tables.addition.c.member_id == member.id)


async def followed(session: AsyncSession, member: Member) -> list[Row]:
    """What they met too."""
    return await _rows(session, tables.follower, tables.follower.c.member_id == member.id)


async def tasks(session: AsyncSession, member: Member) -> list[Row]:
    """What they took on, with their remarks."""
    return await _rows(session, tables.holding, tables.holding.c.member_id == member.id)


async def offers(session: AsyncSession, member: Member) -> list[Row]:
    """What they were asked to take on."""
    return await _rows(session, tables.offered, tables.offered.c.member_id == member.id)


async def rounds(session: AsyncSession, member: Member) -> list[Row]:
    """Extra rounds they asked for, and results they entered from paper."""
    entered = await _rows(session, tables.paper_entry, tables.paper_entry.c.by_id == member.id)
    return entered + await _rows(session, tables.surge, tables.surge.c.by_id == member.id)


async def proofs(session: AsyncSession, member: Member) -> list[Row]:
    """What proofs of their service time they asked for."""
    return await _rows(session, tables.proof, tables.proof.c.member_id == member.id)


async def alarms(session: AsyncSession, member: Member) -> list[Row]:
    """Dangers they told of or dealt with."""
    a = tables.alarm.c
    return await _rows(session, tables.alarm, or_(a.member_id == member.id, a.taken_by == member.id))


async def voices(session: AsyncSession, member: Member) -> list[Row]:
    """What they answered to a danger."""
    return await _rows(session, tables.voice, tables.voice.c.member_id == member.id)


async def consents(session: AsyncSession, member: Member) -> list[Row]:
    """What they agreed to."""
    return await _rows(session, tables.consent, tables.consent.c.member_id == member.id)


async def invites(session: AsyncSession, member: Member) -> list[Row]:
    """Invites they made or followed; not the code, which we do not know."""
    i = tables.invite.c
    return await _rows(session, tables.invite, or_(i.by_id == member.id, i.used_by == member.id))


async def questions(session: AsyncSession, member: Member) -> list[Row]:
    """What we asked them last."""
    return await _rows(session, dialog, dialog.c.member_id == member.id)


async def messages(session: AsyncSession, member: Member) -> list[Row]:
    """What came from their chat and went to it, as long as it is kept."""
    came = await _rows(session, inbox, inbox.c.lane == str(member.telegram_id))
    return came + await _rows(session, outbox, outbox.c.chat_id == member.telegram_id)


async def deeds(session: AsyncSession, member: Member) -> list[Row]:
    """What they did."""
    return await _rows(session, event, event.c.by_id == member.id)


async def looks(session: AsyncSession, member: Member) -> list[Row]:
    """Who was shown what is about them."""
    own = [f"member:{member.id}"]
    for name, table, column in (
        ("case", tables.case, tables.case.c.reporter_id),
        ("draft", tables.draft, tables.draft.c.member_id),
        ("kin", tables.kinship, tables.kinship.c.family_id),
    ):
        own += [f"{name}:{n}" for n in await session.scalars(select(table.c.id).where(column == member.id))]
    own += [f"household:{number}" for number in await doors_of(session, member)]
    found = await _rows(session, event, _LOOKS & event.c.subject.in_(own) & (event.c.by_id != member.id))
    return found


async def charges(session: AsyncSession, member: Member) -> list[Row]:
    """Duties they hold or held."""
    return await _rows(session, tables.charge, tables.charge.c.member_id == member.id)


async def proposals(session: AsyncSession, member: Member) -> list[Row]:
    """Offices they were proposed for."""
    return await _rows(session, tables.proposal, tables.proposal.c.member_id == member.id)


async def notices(session: AsyncSession, member: Member) -> list[Row]:
    """Notices they wrote."""
    return await _rows(session, tables.notice, tables.notice.c.member_id == member.id)


async def receipts(session: AsyncSession, member: Member) -> list[Row]:
    """收到: which notices they said they have read, for themselves or their family, or brought to a door."""
    return await _rows(session, tables.receipt, tables.receipt.c.member_id == member.id)


async def answers(session: AsyncSession, member: Member) -> list[Row]:
    """What they answered to what notices ask."""
    return await _rows(session, tables.answer, tables.answer.c.member_id == member.id)


async def safeties(session: AsyncSession, member: Member) -> list[Row]:
    """平安 and 需要帮助: what they said in an emergency."""
    return await _rows(session, tables.safety, tables.safety.c.member_id == member.id)


async def replies(session: AsyncSession, member: Member) -> list[Row]:
    """What they replied to notices in their group, as long as it is kept."""
    return await _rows(session, tables.notice_reply, tables.notice_reply.c.member_id == member.id)


async def kin(session: AsyncSession, member: Member) -> list[Row]:
    """Doors they are family of."""
    return await _rows(session, tables.kin, tables.kin.c.member_id == member.id)


async def listed(session: AsyncSession, member: Member) -> list[Row]:
    """Their line of the volunteers' roster, opened with its own key."""
    found = await _rows(session, tables.roster_member, tables.roster_member.c.member_id == member.id)
    keychain = keychain_of(session.get_bind().dialect)
    for one in found:
        wrapped, sealed = one.pop("data_key", None), one.pop("sealed", None)
        if wrapped and sealed:
            one["sealed"] = json.loads(keychain.unwrap(wrapped).open(sealed))
    return found


async def rosters(session: AsyncSession, member: Member) -> list[Row]:
    """Sheets they brought in; not what stands in them."""
    r = tables.roster.c
    query = select(r.id, r.kind, r.state, r.created_at).where(r.by_id == member.id)
    return [_plain(row) for row in (await session.execute(query)).mappings()]


async def families(session: AsyncSession, member: Member) -> list[Row]:
    """To whom they are family, and who is theirs."""
    k = tables.kinship.c
    return await _rows(session, tables.kinship, or_(k.family_id == member.id, k.elder_id == member.id))


async def proxies(session: AsyncSession, member: Member) -> list[Row]:
    """For whom they reported."""
    return await _rows(session, tables.proxy, tables.proxy.c.by_id == member.id)


async def visits(session: AsyncSession, member: Member) -> list[Row]:
    """Visits they promised, made or were asked to make."""
    held = await _rows(session, tables.visit_hold, tables.visit_hold.c.member_id == member.id)
    asked = await _rows(session, tables.visit_asked, tables.visit_asked.c.member_id == member.id)
    return held + asked + await _rows(session, tables.visit_list, tables.visit_list.c.member_id == member.id)


async def paired(session: AsyncSession, member: Member) -> list[Row]:
    """Households they are paired with."""
    return await _rows(session, tables.visit_helper, tables.visit_helper.c.member_id == member.id)


async def pauses(session: AsyncSession, member: Member) -> list[Row]:
    """Pauses of visits they asked for or agreed to."""
    p = tables.visit_pause.c
    return await _rows(session, tables.visit_pause, or_(p.by_id == member.id, p.second_id == member.id))


async def findings(session: AsyncSession, member: Member) -> list[Row]:
    """What they told of a visit."""
    return await _rows(session, tables.finding, tables.finding.c.by_id == member.id)


async def searches(session: AsyncSession, member: Member) -> list[Row]:
    """What they tried when nobody opened the door, and what they took over."""
    took = await _rows(session, tables.unanswered, tables.unanswered.c.taken_by == member.id)
    return took + await _rows(session, tables.tried, tables.tried.c.by_id == member.id)


async def watches(session: AsyncSession, member: Member) -> list[Row]:
    """Visits they made alone, and those they looked after."""
    w = tables.visit_watch.c
    return await _rows(session, tables.visit_watch, or_(w.member_id == member.id, w.taken_by == member.id))


async def hellos(session: AsyncSession, member: Member) -> list[Row]:
    """报平安: that they are asked every day, and when."""
    return await _rows(session, tables.hello, tables.hello.c.member_id == member.id)


async def hello_days(session: AsyncSession, member: Member) -> list[Row]:
    """Each day on which they were asked, or phoned somebody who was."""
    d = tables.hello_day.c
    return await _rows(session, tables.hello_day, or_(d.member_id == member.id, d.owner_id == member.id))


async def codes(session: AsyncSession, member: Member) -> list[Row]:
    """One-time codes they made or used; not the code, which we do not know."""
    c = tables.code.c
    return await _rows(session, tables.code, or_(c.by_id == member.id, c.used_by == member.id))


PARTS: dict[str, Part] = {
    "cases": cases,
    "drafts": drafts,
    "additions": additions,
    "followed": followed,
    "tasks": tasks,
    "offers": offers,
    "proofs": proofs,
    "rounds": rounds,
    "alarms": alarms,
    "voices": voices,
    "consents": consents,
    "invites": invites,
    "questions": questions,
    "charges": charges,
    "proposals": proposals,
    "notices": notices,
    "receipts": receipts,
    "answers": answers,
    "replies": replies,
    "safeties": safeties,
    "kin": kin,
    "homes": homes,
    "listed": listed,
    "rosters": rosters,
    "codes": codes,
    "visits": visits,
    "paired": paired,
    "pauses": pauses,
    "findings": findings,
    "searches": searches,
    "watches": watches,
    "hellos": hellos,
    "hello_days": hello_days,
    "proxies": proxies,
    "families": families,
    "messages": messages,
    "deeds": deeds,
    "looks": looks,
}
"""Whatever a feature stores on a person, it adds here (and to bot/storage/forgetting.py)."""


async def _rows(session: AsyncSession, table: Table, where: ColumnElement[bool]) -> list[Row]:
    number = next(iter(table.primary_key.columns))
    rows = (await session.execute(select(table).where(where).order_by(number))).mappings().all()
    return [_plain(row) for row in rows]


def _plain(row: RowMapping) -> Row:
    """As JSON can say it, without what is empty and what only machines read."""
    kept = {k: v for k, v in row.items() if v is not None and k not in _MACHINERY}
    return {k: _said(v) for k, v in kept.items()}


def _said(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value


async def names_of(session: AsyncSession, ids: Sequence[int]) -> dict[int, Member]:
    """Who these are."""
    whole = select(Member).options(selectinload(Member.teams))  # type: ignore[arg-type]
    rows = await session.scalars(whole.where(tables.member.c.id.in_(sorted(set(ids)))))
    return {one.id: one for one in rows if one.id is not None}
