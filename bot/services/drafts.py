"""A private message becomes a draft, and 提交 makes it a case. An unpressed button loses no report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.case import Attachment, Case
from bot.domain.draft import Draft
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import MINE, Verb, must
from bot.domain.triage import Understanding, understand
from bot.domain.triage.writing import clean
from bot.services.consent import must_agree
from bot.services.floods import must_not_flood
from bot.services.homes import numbered_place
from bot.services.notices.linking import link_reply
from bot.services.reports import Report, add_to_case, file_report
from bot.storage.bodies import File
from bot.storage.waits import leaves_lists
from bot.storage.work import UnitOfWork

LONGEST = 12_000  # characters of one draft, whatever is pasted
_LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Words:
    """One message somebody sent. `media_group`: the album it belongs to; `forwarded`: perhaps somebody else's words."""

    text: str
    files: Sequence[File] = ()
    media_group: str | None = None
    forwarded: bool = False


async def take_words(
    uow: UnitOfWork, member: Member, words: Words, *, now: datetime, anew: bool = False
) -> Draft:
    """Joins the open draft when it came soon after or belongs to its album; else (or `anew`) opens a new one."""
    must(member, Verb.REPORT)
    words = replace(words, text=clean(words.text))
    draft = await uow.drafts.open_of(member.id)
    if not anew and draft is not None and draft.joins(now, uow.playbook.limits.draft_join, words.media_group):
        _join(draft, words, now)
    else:
        draft = await _open(uow, member, words, now)
    understand_draft(uow, draft, member)
    uow.place(
        "draft", draft.id, member.telegram_id, subject=f"draft:{draft.id}", now=now, priority=Priority.ANSWER
    )
    return draft


async def _open(uow: UnitOfWork, member: Member, words: Words, now: datetime) -> Draft:
    if member.id is None:
        raise RuleError("no-such-member")
    draft = Draft(member.id, words.text[:LONGEST], now, now, media_group=words.media_group, changed_at=now)
    draft.asks_whose = words.forwarded
    draft.attachments = [Attachment(f.kind, f.file_id) for f in words.files]
    lately = await uow.cases.reported_by(member.id, limit=3)
    draft.adds_to = next((c.id for c in lately if c.is_open and now - c.reported_at <= _LATELY), None)
    uow.add(draft)
    await uow.numbered()
    return draft


def _join(draft: Draft, words: Words, now: datetime) -> None:
    draft.text = "\n".join(filter(None, (draft.text, words.text)))[:LONGEST]
    draft.attachments.extend(Attachment(f.kind, f.file_id) for f in words.files)
    draft.media_group = words.media_group or draft.media_group
    draft.last_at = draft.changed_at = now


def understand_draft(uow: UnitOfWork, draft: Draft, member: Member) -> Understanding:
    """Reads the draft as a whole again; a place chosen by hand stays."""
    heard = understand(draft.text, uow.playbook, Place(member.compound))
    draft.category = heard.category
    draft.danger, draft.perhaps = heard.danger, heard.perhaps or draft.perhaps
    draft.sensitive = draft.sensitive or heard.sensitive
    place = heard.place.or_else(draft.place) if not draft.asked_place else draft.place.or_else(heard.place)
    draft.compound, draft.building = place.compound or member.compound, place.building
    draft.unit, draft.room = place.unit, place.room
    return heard


async def send_draft(uow: UnitOfWork, draft: Draft, member: Member, *, now: datetime) -> Case:
    """提交, by its writer (or a coordinator who found it lying). Raises RuleError when sent, dropped or not theirs,
    and before its writer has agreed to what is stored; danger does not wait for that.
    """
    writer = await writer_of(uow, draft, member)
    draft.live()
    await must_not_flood(uow, member, danger=bool(draft.danger), now=now)
    if draft.danger is None:
        must_agree(uow, writer, now=now, round_=draft.id or 0)
    report = Report(
        draft.text,
        _where(draft, writer),
        draft.category,
        draft.sensitive,
        draft.danger,
        [File(a.kind, a.file_id) for a in draft.attachments],
        (draft.origin_chat_id, draft.origin_message_id)
        if draft.origin_chat_id and draft.origin_message_id
        else None,
        proxy_id=draft.proxy_id,
    )
    case = await file_report(uow, report, writer, now=now)
    if (proxy := await uow.proxies.find(draft.proxy_id)) is not None:
        proxy.case_id, proxy.changed_at = case.id, now
    leaves_lists(uow, draft.shown_at, now=now)
    await link_reply(uow, case, draft.origin_chat_id, draft.origin_message_id, now=now)
    draft.send(now)
    draft.case_id = case.id
    uow.touch(f"draft:{draft.id}")
    return case


def _where(draft: Draft, writer: Member) -> Place:
    """Asked and not answered, the place is the writer's own building, never their flat; never so for somebody else."""
    if draft.proxy_id is not None:
        return draft.place
    own = writer.home.public
    same = draft.compound is None or draft.compound == own.compound
    return own if draft.building is None and not draft.asked_place and same else draft.place


async def join_case(uow: UnitOfWork, draft: Draft, member: Member, *, now: datetime) -> Case:
    """The draft is news on an open case of theirs. Raises RuleError when sent, dropped, not theirs, or the case is over."""
    writer = await writer_of(uow, draft, member)
    draft.live()
    must_agree(uow, writer, now=now, round_=draft.id or 0)
    case = await uow.cases.get(draft.adds_to)
    files = [File(a.kind, a.file_id) for a in draft.attachments]
    await add_to_case(uow, case, writer, draft.text, files, now=now)
    draft.send(now)
    draft.case_id = case.id
    uow.touch(f"draft:{draft.id}")
    return case


async def drop_draft(uow: UnitOfWork, draft: Draft, member: Member, *, now: datetime) -> None:
    """取消. Raises RuleError when sent, dropped or not theirs."""
    await writer_of(uow, draft, member)
    leaves_lists(uow, draft.shown_at, now=now)
    draft.drop(now)
    uow.touch(f"draft:{draft.id}")


async def restore_draft(uow: UnitOfWork, draft: Draft, member: Member, *, now: datetime) -> None:
    """Takes a wrong 取消 back. Raises RuleError when sent or not theirs."""
    await writer_of(uow, draft, member)
    draft.restore(now)
    uow.touch(f"draft:{draft.id}")


async def keep_private(uow: UnitOfWork, draft: Draft, member: Member, *, now: datetime) -> None:
    """保密, and back: neighbours see nothing of it. Raises RuleError when sent, dropped or not theirs."""
    await writer_of(uow, draft, member)
    draft.live()
    draft.sensitive = not draft.sensitive
    draft.changed_at = now
    uow.touch(f"draft:{draft.id}")


async def place_draft(
    uow: UnitOfWork, draft: Draft, member: Member, compound: int, building: int, *, now: datetime
) -> None:
    """A place was chosen, by its numbers in the playbook; `building` -1 is the whole compound.

    One's own building is one's own flat; a flat the words named stays in the building they named. Raises RuleError
    for numbers the playbook does not have (any more), and when sent, dropped or not theirs.
    """
    writer = await writer_of(uow, draft, member)
    chosen = numbered_place(uow.playbook, compound, building)
    if draft.compound is None and draft.building is not None and draft.building == chosen.building:
        chosen = replace(chosen, unit=draft.unit, room=draft.room)
    elif chosen.building is not None and chosen == writer.home.public and draft.proxy_id is None:
        chosen = writer.home
    draft.settle_at(chosen, now)
    uow.touch(f"draft:{draft.id}")


async def pick_place(
    uow: UnitOfWork, draft: Draft, member: Member, compound: int, page: int, *, now: datetime
) -> None:
    """Opens the list of places on the preview. Raises RuleError when sent, dropped or not theirs."""
    await writer_of(uow, draft, member)
    draft.pick(compound, page, now)
    uow.touch(f"draft:{draft.id}")


async def stop_picking(uow: UnitOfWork, draft: Draft, member: Member, *, now: datetime) -> None:
    """From the list of places back to the preview. Raises RuleError when sent, dropped or not theirs."""
    await writer_of(uow, draft, member)
    draft.put_back(now)
    uow.touch(f"draft:{draft.id}")


async def writer_of(uow: UnitOfWork, draft: Draft, member: Member) -> Member:
    """Who wrote it. Raises RuleError for anybody else, but a coordinator who found it lying."""
    if draft.member_id == member.id:
        must(member, Verb.DRAFT, MINE)
        return member
    must(member, Verb.LEFT_DRAFT if draft.shown_at else Verb.DRAFT)
    return await uow.members.get(draft.member_id)
