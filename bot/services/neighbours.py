"""What is said in a building's group: reports, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.case import Attachment, Case
from bot.domain.draft import Draft
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.triage import Understanding, understand
from bot.services.answered import subject_of
from bot.services.doubts import ask_about_case
from bot.services.drafts import LONGEST
from bot.services.floods import floods, show_flood
from bot.services.reports import Report, add_to_case, file_report
from bot.storage.bodies import File
from bot.storage.work import UnitOfWork

Origin = tuple[int, int]
_A_MOMENT = timedelta(seconds=60)


async def report_in_group(
    uow: UnitOfWork,
    member: Member | None,
    text: str,
    files: Sequence[File],
    origin: Origin,
    *,
    now: datetime,
    media_group: str | None = None,
    nameless: bool = False,
) -> Case | None:
    """Files what was said in a group at once; a second /report of the same message leads to the same case.

    `nameless`: the words are somebody else's whose name is not kept; `member` asked for it and will hear the result.
    None: from somebody who reports too much, it waits as a draft, which its writer sends later or a coordinator
    finds. Raises RuleError when there is nothing to file.
    """
    known = await uow.cases.from_message(*origin)
    if known is not None:
        return known
    if member is not None:
        must(member, Verb.REPORT)
    chat = await uow.chats.find(origin[0])
    here = chat.place if chat else Place()
    heard = understand(text, uow.playbook, here)
    place = heard.place.or_else(here)
    if not place.compound and member:
        place = place.or_else(Place(member.compound, member.building))
    if member is not None and not heard.danger and await floods(uow, member, now=now):
        await _keep(uow, member, heard, place, files, origin, now=now)
        return None
    report = Report.understood(heard, place, files, origin, media_group)
    case = await file_report(uow, report, None if nameless else member, now=now, said_by=member)
    if heard.perhaps and member is not None and not nameless:
        await ask_about_case(uow, case, member, now=now)
    if heard.personal and member is not None and member.reachable and not nameless:
        uow.place("privacy", case.id, member.telegram_id, subject=f"privacy:{case.id}", now=now)
    return case


async def ask_author(
    uow: UnitOfWork, author: Member, text: str, files: Sequence[File], origin: Origin, *, now: datetime
) -> Draft | None:
    """A neighbour wants somebody else's words reported: their author is asked, as with a draft of their own.

    None when the author was asked about this message before.
    """
    if author.id is None or await uow.drafts.from_message(*origin) is not None:
        return None
    chat = await uow.chats.find(origin[0])
    here = chat.place if chat else Place()
    heard = understand(text, uow.playbook, here)
    return await _draft(
        uow, author, heard, heard.place.or_else(here), files, origin, now=now, for_neighbour=True
    )


async def _keep(
    uow: UnitOfWork,
    writer: Member,
    heard: Understanding,
    place: Place,
    files: Sequence[File],
    origin: Origin,
    *,
    now: datetime,
) -> None:
    """One too many: it is said once and politely, in private, and shown to the coordinators."""
    if await uow.drafts.from_message(*origin) is not None:
        return
    await _draft(uow, writer, heard, place, files, origin, now=now)
    await show_flood(uow, writer, "alert-flood-reports", now=now)
    if writer.reachable:
        minutes = int(uow.playbook.limits.reports_within.total_seconds()) // 60
        said = f"flood:{writer.id}:{int(now.timestamp()) // 600}"
        uow.say(writer.telegram_id, "no-too-many-reports", dedupe=said, now=now, minutes=minutes)


async def _draft(
    uow: UnitOfWork,
    writer: Member,
    heard: Understanding,
    place: Place,
    files: Sequence[File],
    origin: Origin,
    *,
    now: datetime,
    for_neighbour: bool = False,
) -> Draft:
    """What was said in a group, as a draft of its writer's."""
    draft = Draft(
        writer.id or 0,
        heard.text,
        now,
        now,
        category=heard.category,
        danger=heard.danger,
        sensitive=heard.sensitive,
        compound=place.compound,
        building=place.building,
        unit=place.unit,
        room=place.room,
        for_neighbour=for_neighbour,
        origin_chat_id=origin[0],
        origin_message_id=origin[1],
        changed_at=now,
    )
    draft.attachments = [Attachment(f.kind, f.file_id) for f in files]
    uow.add(draft)
    await uow.numbered()
    uow.place(
        "draft", draft.id, writer.telegram_id, subject=f"draft:{draft.id}", now=now, priority=Priority.ANSWER
    )
    return draft


async def offer_draft(
    uow: UnitOfWork, writer: Member, heard: Understanding, place: Place, origin: Origin, *, now: datetime
) -> Draft:
    """What they said in a group is before them in private, to be sent with one press."""
    return await _draft(uow, writer, heard, place, (), origin, now=now)


@dataclass(frozen=True)
class Unaddressed:
    """A group message that was kept though nothing in it speaks to us.

    `answered`: the message it replies to; `quoted`: what that says, if it is one of ours.
    """

    chat_id: int
    text: str
    files: Sequence[File] = ()
    media_group: str | None = None
    answered: int | None = None
    quoted: str = ""


async def take_unaddressed(
    uow: UnitOfWork, member: Member | None, words: Unaddressed, *, now: datetime
) -> Case | None:
    """A part of an album, the reporter's reply to the card of their case, or the rest of a text that was cut.

    The case a reply joined; None for everything else. Other people's words are talk.
    """
    if words.media_group and not words.text:
        await take_album_part(uow, words.media_group, words.files, now=now)
    elif words.answered is not None:
        return await _reply(uow, member, words, words.answered, now)
    elif member is not None:
        await _take_piece(uow, member, words.chat_id, words.text, now)
    return None


async def take_album_part(uow: UnitOfWork, media_group: str, files: Sequence[File], *, now: datetime) -> None:
    """A further part of an album: joins its case, or waits for the part that says what it is about."""
    case = await uow.cases.from_album(media_group)
    if case is None:
        for file in files:
            uow.add(Attachment(file.kind, file.file_id, media_group))
        return
    case.attachments.extend(Attachment(f.kind, f.file_id) for f in files)
    case.changed_at = now
    uow.touch_case(case)


async def _reply(
    uow: UnitOfWork, member: Member | None, words: Unaddressed, answered: int, now: datetime
) -> Case | None:
    subject = await subject_of(uow, words.chat_id, answered, words.quoted)
    case = await uow.cases.find(int(subject[5:])) if subject.startswith("case:") else None
    if case is None or member is None or not case.is_open or case.reporter_id != member.id:
        return None
    await add_to_case(uow, case, member, words.text, words.files, now=now)
    return case


async def _take_piece(uow: UnitOfWork, member: Member, chat_id: int, text: str, now: datetime) -> None:
    """The rest of a long text that the client cut: joins what the same person reported there a moment ago."""
    lately = await uow.cases.reported_by(member.id, limit=1)
    case = lately[0] if lately else None
    if case is None or case.origin_chat_id != chat_id or now - case.reported_at > _A_MOMENT:
        return
    case.text = f"{case.text}\n{text}"[:LONGEST]
    case.changed_at = now
    uow.touch_case(case)


async def delete_origin(uow: UnitOfWork, case: Case, member: Member, *, now: datetime) -> None:
    """Takes the writer's own group message away. Raises RuleError when it is not theirs or not from a group."""
    must(member, Verb.TAKE_DOWN, Subject.case(case, member))
    if not case.origin_chat_id or not case.origin_message_id:
        raise RuleError("no-not-your-case", no=case.number)
    uow.delete_message(case.origin_chat_id, case.origin_message_id, now=now)
