"""What is erased when a person wants to be forgotten.

Their own key is destroyed, and with it what it sealed. What is theirs under the community's key (words, flats, names on
tasks) is overwritten; letters as they came and went are emptied, everybody's that are done with, because a letter to
another may name them. SQLite overwrites what it frees (secure_delete), and the WAL is emptied after the commit.
PostgreSQL frees it with its next VACUUM. A backup made before holds their key, sealed under DATA_KEY: it opens until it
is destroyed, or until the DATA_KEY of its day is (`linli key rotate`, and no copy kept).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import OPEN
from bot.domain.kinship import Tie
from bot.domain.member import Member
from bot.storage import tables
from bot.storage.machinery import InboxState, PlaceState, PostState, dialog, inbox, outbox, placement
from bot.storage.outgoing import DELETABLE


class Forgetting:
    """One person's traces."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def rename(self, member: Member, pseudonym: str) -> None:
        """On tasks and alarms they are called by the pseudonym from now on; their remarks are gone."""
        a, h, v = tables.alarm.c, tables.holding.c, tables.voice.c
        session, name = self._session, member.name
        await session.flush()
        await session.execute(
            update(tables.holding).where(h.member_id == member.id).values(name=pseudonym, remark=None)
        )
        await session.execute(update(tables.voice).where(v.member_id == member.id).values(name=pseudonym))
        await session.execute(
            update(tables.alarm).where(a.taken_by == member.id).values(taken_name=pseudonym)
        )
        for table, whose, column in (
            (tables.visit_hold, tables.visit_hold.c.member_id, "name"),
            (tables.tried, tables.tried.c.by_id, "by_name"),
            (tables.unanswered, tables.unanswered.c.taken_by, "taken_name"),
            (tables.visit_watch, tables.visit_watch.c.taken_by, "taken_name"),
            (tables.follow_up_call, tables.follow_up_call.c.owner_id, "owner_name"),
            (tables.hello_day, tables.hello_day.c.owner_id, "owner_name"),
        ):
            await session.execute(update(table).where(whose == member.id).values({column: pseudonym}))
        ended = await session.execute(select(a.id, a.ended_name).where(a.ended_name.is_not(None)))
        if mine := [row.id for row in ended if row.ended_name == name]:
            await session.execute(update(tables.alarm).where(a.id.in_(mine)).values(ended_name=pseudonym))

    async def subjects_of(self, member: Member) -> list[str]:
        """Whatever cards may show their name or words."""
        found = [f"member:{member.id}"]
        for name, table, column, whose in (
            ("task", tables.holding, tables.holding.c.task_id, tables.holding.c.member_id),
            ("draft", tables.draft, tables.draft.c.id, tables.draft.c.member_id),
            ("alarm", tables.voice, tables.voice.c.alarm_id, tables.voice.c.member_id),
            ("alarm", tables.alarm, tables.alarm.c.id, tables.alarm.c.taken_by),
            ("visit", tables.visit_hold, tables.visit_hold.c.visit_id, tables.visit_hold.c.member_id),
            ("search", tables.tried, tables.tried.c.unanswered_id, tables.tried.c.by_id),
            ("lone", tables.visit_watch, tables.visit_watch.c.id, tables.visit_watch.c.taken_by),
            ("lone", tables.visit_watch, tables.visit_watch.c.id, tables.visit_watch.c.member_id),
            ("hello", tables.hello_day, tables.hello_day.c.hello_id, tables.hello_day.c.owner_id),
            ("case", tables.addition, tables.addition.c.case_id, tables.addition.c.member_id),
        ):
            query = select(column).select_from(table).where(whose == member.id).distinct()
            found += [f"{name}:{number}" for number in await self._session.scalars(query)]
        return found

    async def take_down(self, chat_id: int, now: datetime) -> list[int]:
        """Cards in their chat live no longer. What can still be deleted is given back; what is older says 已收走."""
        young, p, o = now - DELETABLE, placement.c, outbox.c
        shown = (p.chat_id == chat_id, p.message_id.is_not(None))
        cards = await self._session.scalars(select(p.message_id).where(*shown, p.created_at > young))
        words = await self._session.scalars(
            select(o.message_id).where(o.chat_id == chat_id, o.message_id.is_not(None), o.settled_at > young)
        )
        said = await self._session.scalars(
            select(inbox.c.payload).where(inbox.c.lane == str(chat_id), inbox.c.received_at > young)
        )
        numbers = {*cards, *words, *filter(None, map(_message_of, said))}
        old = (p.chat_id == chat_id, p.state == PlaceState.LIVE, p.message_id.not_in(numbers))
        await self._session.execute(
            update(placement)
            .where(*old, p.message_id.is_not(None))
            .values(card="gone", round=-p.message_id, wanted=p.wanted + 1)
        )
        await self._session.execute(
            update(placement).where(p.chat_id == chat_id, p.card != "gone").values(state=PlaceState.RETIRED)
        )
        return sorted(number for number in numbers if number is not None)

    async def erase(self, member: Member, pseudonym: str, now: datetime) -> None:
        """Everything that is theirs, and their key."""
        chat_id = member.telegram_id
        await self._letters(chat_id)
        await self._drafts(member)
        mine = select(tables.case.c.id).where(
            tables.case.c.reporter_id == member.id, tables.case.c.state.not_in(OPEN)
        )
        await empty_cases(self._session, list(await self._session.scalars(mine)), now)
        a = tables.addition.c
        await self._session.execute(update(tables.addition).where(a.member_id == member.id).values(text=""))
        held, said = tables.charge.c, tables.notice.c
        values = {"name": None, "hours": None, "phone": None, "phone_shown": False}
        ended = func.coalesce(held.ended_at, now)
        await self._session.execute(
            update(tables.charge).where(held.member_id == member.id).values(**values, ended_at=ended)
        )
        nothing = {"texts": {}, "files": (), "ended_at": func.coalesce(said.ended_at, now)}
        await self._session.execute(update(tables.notice).where(said.member_id == member.id).values(nothing))
        await self._listed(member, now)
        await self._families(member)
        for table, column in (
            (tables.kin, tables.kin.c.member_id),
            (tables.proof, tables.proof.c.member_id),
            (tables.follower, tables.follower.c.member_id),
            (tables.visit_helper, tables.visit_helper.c.member_id),
            (tables.visit_asked, tables.visit_asked.c.member_id),
            (tables.visit_list, tables.visit_list.c.member_id),
            (tables.receipt, tables.receipt.c.member_id),
            (tables.answer, tables.answer.c.member_id),
            (tables.notice_reply, tables.notice_reply.c.member_id),
            (tables.safety, tables.safety.c.member_id),
            (dialog, dialog.c.member_id),
        ):
            await self._session.execute(delete(table).where(column == member.id))
        for whom in (tables.safety.c.whom, tables.receipt.c.whom):  # what their family said of them
            await self._session.execute(delete(whom.table).where(whom == f"member:{member.id}"))
        await self._session.execute(delete(tables.blob).where(tables.blob.c.chat_id == chat_id))
        row: Any = member
        row.data_key = None  # the next key seals the pseudonym alone
        member.vanish(pseudonym, now)
        await self._session.flush()

    async def _families(self, member: Member) -> None:
        """That a link was asked for, and what was said to it, stays under the pseudonym's number."""
        k = tables.kinship.c
        theirs = or_(k.family_id == member.id, k.elder_id == member.id)
        nobody = dict.fromkeys(("name", "phone", "unit", "room"))
        await self._session.execute(update(tables.kinship).where(theirs).values(tie=Tie.RELATIVE, **nobody))

    async def _listed(self, member: Member, now: datetime) -> None:
        """Their line of a roster loses its key too; a sheet that still has them brings it in anew."""
        r, p = tables.roster_member.c, tables.listed_phone.c
        ids = list(await self._session.scalars(select(r.id).where(r.member_id == member.id)))
        nothing = {"mark": "", "data_key": None, "sealed": None, "member_id": None, "left_at": now}
        for number in ids:
            line = update(tables.roster_member).where(r.id == number)
            await self._session.execute(line.values(key_hash=f"gone:{number}", **nothing))
        phones = (p.kind == "roster_member", p.ref.in_(ids))
        await self._session.execute(delete(tables.listed_phone).where(*phones))

    async def _letters(self, chat_id: int) -> None:
        waits = inbox.c.state == InboxState.PENDING  # what they say next is somebody new's
        dead = inbox.c.state == InboxState.DEAD
        others = dead & (inbox.c.lane != str(chat_id))
        await self._session.execute(update(inbox).where(~waits, ~others).values(payload=None))
        o = outbox.c
        await self._session.execute(
            update(outbox).where(o.state.in_((PostState.SENT, PostState.EXPIRED))).values(body=None)
        )
        pending = (o.chat_id == chat_id, o.kind != "delete", o.state == PostState.PENDING)
        await self._session.execute(
            update(outbox).where(*pending).values(state=PostState.EXPIRED, body=None, error="forgotten")
        )

    async def _drafts(self, member: Member) -> None:
        drafts = select(tables.draft.c.id).where(tables.draft.c.member_id == member.id)
        await delete_drafts(self._session, list(await self._session.scalars(drafts)))


async def delete_drafts(session: AsyncSession, ids: list[int]) -> None:
    """With what was sent with them."""
    if ids:
        whom = select(tables.draft.c.proxy_id).where(tables.draft.c.id.in_(ids))
        p = tables.proxy.c
        await session.execute(delete(tables.proxy).where(p.id.in_(whom), p.case_id.is_(None)))
        await session.execute(delete(tables.attachment).where(tables.attachment.c.draft_id.in_(ids)))
        await session.execute(delete(tables.draft).where(tables.draft.c.id.in_(ids)))


async def empty_cases(session: AsyncSession, ids: list[int], now: datetime) -> None:
    """What people said in them and about them is gone; what is counted stays."""
    if not ids:
        return
    c = tables.case.c
    words = dict.fromkeys(("unit", "room", "reason", "responsible", "praise"))
    await session.execute(update(tables.case).where(c.id.in_(ids)).values(text="", emptied_at=now, **words))
    await session.execute(update(tables.addition).where(tables.addition.c.case_id.in_(ids)).values(text=""))
    await session.execute(delete(tables.attachment).where(tables.attachment.c.case_id.in_(ids)))
    nobody = update(tables.proxy).where(tables.proxy.c.case_id.in_(ids))
    await session.execute(nobody.values(name=None, phone=None))
    tasks = select(tables.task.c.id).where(tables.task.c.case_id.in_(ids))
    await session.execute(
        update(tables.holding).where(tables.holding.c.task_id.in_(tasks)).values(remark=None)
    )


def _message_of(payload: Any) -> int | None:
    """The number of a message they wrote to us."""
    message = payload.get("message") if isinstance(payload, dict) else None
    number = message.get("message_id") if isinstance(message, dict) else None
    return number if isinstance(number, int) else None
