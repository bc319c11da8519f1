"""A notice as whoever sends it sees it: what it is, whom it reaches, how it goes, and what can be done."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from bot.domain.job import JobState
from bot.domain.member import Member
from bot.domain.notice import OUT, TROUBLE, Fate, Notice, NoticeState, may_reach
from bot.storage.course import Course
from bot.storage.notices import Notices, subject_of
from bot.storage.placements import DELETABLE
from bot.storage.questions import Questions
from bot.storage.reach import Reach
from bot.storage.receipts import Receipts
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.emergencies import RollButton
from bot.ui.buttons.notices import NoticeButton
from bot.ui.buttons.questions import QuestionButton
from bot.ui.cards.notice_plan import plan, some
from bot.ui.cards.notice_targets import missing_buildings
from bot.ui.cards.notices import short_of
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_SOON = timedelta(minutes=2)
"""What was not taken is tried again within a minute: nothing waits for the morning then."""
A_SECOND = 28
"""So many leave in a second when hardly anything more urgent does."""


async def notice(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The draft below its preview; then how it goes."""
    found = await Notices(uow.session).get(ref)
    writer = await uow.members.get(found.member_id)
    if found.empty or not await _may_look(uow, found, writer, reader):
        return None
    lines = [reader.words("notice-state", state=str(found.state), at=found.send_at or reader.now)]
    if found.state in (*OUT, NoticeState.WITHDRAWN):
        lines += await _course(uow, found, reader)
    elif found.state is not NoticeState.DROPPED:
        lines += await plan(uow, found, reader)
    return Screen(Markup("\n".join(lines)), await _rows(uow, found, reader))


async def _may_look(uow: UnitOfWork, found: Notice, writer: Member, reader: Reader) -> bool:
    """Whoever writes it; once it is on its way, everybody who could have sent it, too."""
    if writer.telegram_id == reader.chat_id:
        return True
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return found.state is not NoticeState.DRAFT and member is not None and may_reach(member, found.audience)


async def _course(uow: UnitOfWork, found: Notice, reader: Reader) -> list[Markup]:
    """Sent, failed, left, and when it will be done; how many have read it."""
    course = Course(uow.session, found.id or 0)
    fates = await course.fates()
    job = await uow.jobs.of(subject_of(found.id))
    unwritten = max(0, job.total - job.done) if job is not None and job.state is JobState.WAITING else 0
    bad, left = sum(fates[one] for one in TROUBLE), fates[Fate.LEFT] + unwritten
    lines = [
        reader.words("notice-quoted", text=short_of(found, reader, 60)),
        reader.words("notice-progress", sent=fates[Fate.SENT], failed=bad, left=left),
    ]
    if left and found.state is NoticeState.SENDING:
        lines.append(_when_done(left, await course.next_at(), reader))
    if found.state is NoticeState.WITHDRAWN and _stays(found):
        lines.append(reader.words("notice-stays"))
    if found.corrected_at is not None or found.state is NoticeState.WITHDRAWN:
        if lost := await course.out_of_hand():
            lines.append(reader.words("notice-out-of-hand", names=some(lost, reader), count=len(lost)))
        if gone := await course.out_of_reach():
            lines.append(reader.words("notice-edit-lost", names=some(gone, reader), count=len(gone)))
    chats = await Reach(uow.session).groups(found.audience)
    if missing := missing_buildings(found.audience, chats, reader):
        lines.append(reader.words("notice-no-group", names=some(missing, reader), count=len(missing)))
    if fates[Fate.BLOCKED]:
        lines.append(reader.words("notice-blocked", count=fates[Fate.BLOCKED]))
    if coming := await Notices(uow.session).coming(found):
        lines.append(reader.words("notice-comes-again", at=coming.send_at or reader.now))
    if count := await Receipts(uow.session, found.id or 0).count():
        lines.append(reader.words("notice-read-count", count=count))
    return lines


def _stays(found: Notice) -> bool:
    """Is something of it still to be heard, because Telegram takes it away no more?"""
    lasting = any(one.kind in ("voice", "audio") for one in found.files)
    return lasting and not found.deletable(DELETABLE)


def _when_done(left: int, next_at: datetime | None, reader: Reader) -> Markup:
    if next_at is not None and next_at > reader.now + _SOON:
        return reader.words("notice-morning", at=next_at)
    return reader.words("notice-left", minutes=ceil(seconds / 60) if (seconds := left / A_SECOND) > 60 else 0)


async def _rows(uow: UnitOfWork, found: Notice, reader: Reader) -> Rows:
    def key(label: str, act: str) -> Key:
        return reader.key(label, NoticeButton(found.id or 0, act))

    match found.state:
        case NoticeState.DRAFT:
            first = key("button-notice-again", "sure") if found.twice else key("button-notice-send", "send")
            whole = found.audience and not found.too_long and not found.blanks
            at_once = await RollCalls(uow.session).of(found.id) is not None
            return [
                [key("button-notice-fill", "fill")] if found.blanks else [],
                [first] if whole else [],
                [key("button-notice-to", "to"), *([] if at_once else [key("button-notice-when", "when")])],
                [key("button-notice-more", "more"), key("button-notice-words", "words")],
                [reader.key("button-ask-people", QuestionButton(found.id or 0, "open"))],
                [key("button-notice-drop", "drop")],
            ]
        case NoticeState.SECOND | NoticeState.WAITING | NoticeState.SCHEDULED:
            ends = [key("button-notice-end", "end")] if found.again else []
            return [[key("button-notice-hold", "hold")], ends]
        case NoticeState.WITHDRAWN:
            return [[key("button-notice-left", "fates")]] if await _is_left(uow, found) else []
        case NoticeState.DROPPED:
            return []
    rows = [[key("button-notice-stop", "stop")]] if found.state is NoticeState.SENDING else []
    rows = [[key("button-notice-on", "on")]] if found.state is NoticeState.STOPPED else rows
    if await Course(uow.session, found.id or 0).troubled(1):
        rows.append([key("button-notice-fates", "fates")])
    if await RollCalls(uow.session).of(found.id) is not None:
        rows.append([reader.key("button-roll-board", RollButton(found.id or 0, "board"))])
    if await Questions(uow.session).of(found.id) is not None:
        rows.append([reader.key("button-ask-results", QuestionButton(found.id or 0, "results"))])
    rows.append([key("button-notice-reach", "reach"), key("button-notice-fix", "fix")])
    if coming := await Notices(uow.session).coming(found):
        rows.append([reader.key("button-notice-coming", NoticeButton(coming.id or 0, "back"))])
    return [*rows, [key("button-notice-withdraw", "ask")]]


async def _is_left(uow: UnitOfWork, found: Notice) -> bool:
    """Is there a group in which it still stands, or may stand, or which it never reached?"""
    course = Course(uow.session, found.id or 0)
    return bool(await course.troubled(1) or await course.out_of_hand() or await course.out_of_reach())


async def notice_second(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To a second person: whom it is for, and 同意 or 拒绝."""
    found = await Notices(uow.session).get(ref)
    writer = await uow.members.get(found.member_id)
    if found.state is not NoticeState.SECOND:
        return Screen(reader.words("notice-second-over"))
    lines = [reader.words("notice-second", name=writer.name), *await plan(uow, found, reader)]
    rows: Rows = [
        [reader.key("button-notice-agree", NoticeButton(ref, "agree"))],
        [reader.key("button-notice-look", NoticeButton(ref, "look"))],
        [reader.key("button-notice-refuse", NoticeButton(ref, "refuse"))],
    ]
    return Screen(Markup("\n".join(lines)), rows)
