"""What has been kept long enough: found, counted, and let go of a slice at a time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import OPEN
from bot.domain.draft import DraftState
from bot.domain.member import Standing
from bot.domain.notice import OUT, NoticeState
from bot.domain.playbook import Retention
from bot.storage import tables
from bot.storage.emptying import empty_notices
from bot.storage.forgetting import delete_drafts, empty_cases
from bot.storage.machinery import InboxState, PostState, dialog, inbox, outbox

SLICE = 500
Query = Callable[[Retention, datetime], Select[Any]]
LetGo = Callable[[AsyncSession, list[Any], datetime], Awaitable[None]]
_c, _d, _m = tables.case.c, tables.draft.c, tables.member.c
_ENDED = and_(_c.state.not_in(OPEN), _c.emptied_at.is_(None))


@dataclass(frozen=True)
class Rule:
    """`find` selects the numbers of the rows that are due; `let_go` of those."""

    find: Query
    let_go: LetGo


def _over(before: datetime) -> ColumnElement[bool]:
    return func.coalesce(_c.closed_at, _c.changed_at, _c.reported_at) < before


def _cases(kept: Retention, now: datetime) -> Select[Any]:
    """Long over; or over, and whoever reported it has asked to be forgotten since."""
    gone = _c.reporter_id.in_(select(_m.id).where(_m.gone_at.is_not(None)))
    return select(_c.id).where(_ENDED, or_(_over(now - kept.cases), gone))


def _attachments(kept: Retention, now: datetime) -> Select[Any]:
    a = tables.attachment.c
    over = select(_c.id).where(_c.state.not_in(OPEN), _over(now - kept.attachments))
    return select(a.id).where(a.case_id.in_(over))


def _drafts(kept: Retention, now: datetime) -> Select[Any]:
    return select(_d.id).where(_d.last_at < now - kept.drafts)


def _refused(kept: Retention, now: datetime) -> Select[Any]:
    refused = select(_m.id).where(_m.consented < 0)
    return select(_d.id).where(
        _d.state == DraftState.OPEN, _d.last_at < now - kept.refused, _d.member_id.in_(refused)
    )


def _updates(kept: Retention, now: datetime) -> Select[Any]:
    """All but the newest, by which we know what Telegram has told us."""
    last = select(func.max(inbox.c.id)).scalar_subquery()
    over = inbox.c.state.in_((InboxState.DONE, InboxState.IGNORED))
    return select(inbox.c.id).where(over, inbox.c.done_at < now - kept.payloads, inbox.c.id < last)


def _posts(kept: Retention, now: datetime) -> Select[Any]:
    over = outbox.c.state.in_((PostState.SENT, PostState.EXPIRED))
    old = outbox.c.settled_at < now - kept.payloads
    return select(outbox.c.id).where(over, old, outbox.c.body.is_not(None))


def _questions(kept: Retention, now: datetime) -> Select[Any]:
    return select(dialog.c.member_id).where(dialog.c.until < now - kept.payloads)


def _files(kept: Retention, now: datetime) -> Select[Any]:
    return select(tables.blob.c.dedupe_key).where(tables.blob.c.created_at < now - kept.payloads)


def _left(kept: Retention, now: datetime) -> Select[Any]:
    t = tables.team_place.c
    return select(t.id).where(t.standing == Standing.LEFT, t.changed_at < now - kept.left)


def _hellos(kept: Retention, now: datetime) -> Select[Any]:
    """Days of 报平安, as long as a case: how somebody was on a day is nobody's business for ever."""
    h = tables.hello_day.c
    return select(h.id).where(h.ended_at < now - kept.cases)


def _answers(kept: Retention, now: datetime) -> Select[Any]:
    """Who answered what, once it has closed so long ago; a sign-up's, once it has begun."""
    q, a = tables.question.c, tables.answer.c
    over = func.coalesce(q.begins_at, q.closed_at) < now - kept.left
    return select(a.id).where(a.question_id.in_(select(q.id).where(q.closed_at.is_not(None), over)))


def _notices(kept: Retention, now: datetime) -> Select[Any]:
    """Over for so long, or sent and never ended; and drafts nobody sent."""
    n = tables.notice.c
    gone = and_(
        n.state.in_((*OUT, NoticeState.WITHDRAWN, NoticeState.DROPPED)),
        func.coalesce(n.ended_at, n.valid_until, n.sent_at, n.changed_at, n.made_at) < now - kept.notices,
    )
    left = and_(n.state == NoticeState.DRAFT, func.coalesce(n.changed_at, n.made_at) < now - kept.drafts)
    return select(n.id).where(n.emptied_at.is_(None), or_(gone, left))


def _moved(kept: Retention, now: datetime) -> Select[Any]:
    """Who lives behind no door of ours any more, as the newest list of households has it."""
    return select(tables.dweller.c.id).where(tables.dweller.c.left_at < now - kept.left)


def _unlisted(kept: Retention, now: datetime) -> Select[Any]:
    v = tables.roster_member.c
    return select(v.id).where(v.left_at < now - kept.left, v.data_key.is_not(None))


def _findings(kept: Retention, now: datetime) -> Select[Any]:
    """What was seen of somebody's health and home; that they were visited, and by whom, stays."""
    return select(tables.finding.c.id).where(tables.finding.c.at < now - kept.cases)


async def _delete_dwellers(session: AsyncSession, ids: list[Any], now: datetime) -> None:
    await _forget_phones(session, "dweller", ids)
    await session.execute(delete(tables.dweller).where(tables.dweller.c.id.in_(ids)))


async def _forget_volunteers(session: AsyncSession, ids: list[Any], now: datetime) -> None:
    """Their key is destroyed; the row stays, for whoever was linked with it."""
    await _forget_phones(session, "roster_member", ids)
    change = update(tables.roster_member).where(tables.roster_member.c.id.in_(ids))
    await session.execute(change.values(data_key=None, sealed=None, asks_at=None, former=None))


async def _forget_phones(session: AsyncSession, kind: str, ids: list[Any]) -> None:
    p = tables.listed_phone.c
    await session.execute(delete(tables.listed_phone).where(p.kind == kind, p.ref.in_(ids)))


async def _delete_findings(session: AsyncSession, ids: list[Any], now: datetime) -> None:
    links = tables.finding_case.c
    await session.execute(delete(tables.finding_case).where(links.finding_id.in_(ids)))
    await session.execute(delete(tables.finding).where(tables.finding.c.id.in_(ids)))


def _replies(kept: Retention, now: datetime) -> Select[Any]:
    """What was replied to a notice, as long as any message as it came."""
    return select(tables.notice_reply.c.id).where(tables.notice_reply.c.at < now - kept.payloads)


def _safeties(kept: Retention, now: datetime) -> Select[Any]:
    """How somebody was in an emergency, as long as a case."""
    return select(tables.safety.c.id).where(tables.safety.c.at < now - kept.cases)


async def _empty_posts(session: AsyncSession, ids: list[Any], now: datetime) -> None:
    await session.execute(update(outbox).where(outbox.c.id.in_(ids)).values(body=None))


async def _delete_drafts(session: AsyncSession, ids: list[Any], now: datetime) -> None:
    await delete_drafts(session, ids)


def _deleting(column: Any) -> LetGo:
    async def let_go(session: AsyncSession, ids: list[Any], now: datetime) -> None:
        await session.execute(delete(column.table).where(column.in_(ids)))

    return let_go


RULES: dict[str, Rule] = {
    "cases": Rule(_cases, empty_cases),
    "attachments": Rule(_attachments, _deleting(tables.attachment.c.id)),
    "drafts": Rule(_drafts, _delete_drafts),
    "notices": Rule(_notices, empty_notices),
    "refused": Rule(_refused, _delete_drafts),
    "updates": Rule(_updates, _deleting(inbox.c.id)),
    "posts": Rule(_posts, _empty_posts),
    "questions": Rule(_questions, _deleting(dialog.c.member_id)),
    "files": Rule(_files, _deleting(tables.blob.c.dedupe_key)),
    "hellos": Rule(_hellos, _deleting(tables.hello_day.c.id)),
    "answers": Rule(_answers, _deleting(tables.answer.c.id)),
    "safeties": Rule(_safeties, _deleting(tables.safety.c.id)),
    "replies": Rule(_replies, _deleting(tables.notice_reply.c.id)),
    "left": Rule(_left, _deleting(tables.team_place.c.id)),
    "moved": Rule(_moved, _delete_dwellers),
    "unlisted": Rule(_unlisted, _forget_volunteers),
    "findings": Rule(_findings, _delete_findings),
}
"""What is personal and not the record: that is pruned by a link of its own chain (bot/services/audit.py)."""


async def due(session: AsyncSession, kept: Retention, now: datetime) -> dict[str, int]:
    """How many rows each rule would let go of now."""
    counts = {}
    for name, rule in RULES.items():
        found = rule.find(kept, now).subquery()
        counts[name] = int(await session.scalar(select(func.count()).select_from(found)) or 0)
    return counts


async def let_go(session: AsyncSession, name: str, kept: Retention, now: datetime) -> list[Any]:
    """The next of one rule; their numbers."""
    rule = RULES[name]
    ids = list(await session.scalars(rule.find(kept, now).limit(SLICE)))
    if ids:
        await rule.let_go(session, ids, now)
    return ids
