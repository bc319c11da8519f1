"""The resident's own word: 已解决, 没解决, ★. What they do not say is never counted as solved."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case import Addition, Attachment, Case, CaseState, Ending
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, may, must
from bot.domain.task import TaskKind
from bot.services.alerts import alert_coordinators
from bot.services.drafts import Words
from bot.services.following import tell_followers
from bot.services.reports import Report, file_report, tell_holders
from bot.services.routing import open_task
from bot.services.telling import ask_to_tell, stop_telling
from bot.services.visits.listening import hear_dispute, hear_stars, hear_unsolved
from bot.storage.bodies import File
from bot.storage.work import UnitOfWork

WORDS_WITHIN = timedelta(hours=2)
PRAISE_WITHIN = timedelta(minutes=10)
_LONGEST = 1000


async def confirm_case(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Case:
    """已解决, also late, within 30 days of a silent end. Followers hear of it.

    Raises RuleError unless said by the reporter (or a coordinator for one who cannot be asked here).
    """
    case = await uow.cases.get(case_id, lock=True)
    await _may_answer(uow, case, by)
    if case.state is CaseState.CLOSED and case.how is Ending.FIXED:
        raise RuleError("no-already-solved", no=case.number)
    case.confirm(now)
    uow.touch_case(case)
    uow.record("confirmed", f"case:{case.id}", now=now, by=by.id, told=by.id != case.reporter_id)
    await tell_followers(uow, case, "result-fixed", now=now)
    await ask_to_tell(uow, case, now=now)
    return case


async def reopen_case(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Case:
    """没解决: a new task for the same team, the clock going on; what they say next joins the case.

    Raises RuleError as `confirm_case` does, and `no-too-late-to-reopen` after 30 days.
    """
    case = await uow.cases.get(case_id, lock=True)
    await _may_answer(uow, case, by)
    case.reopen(now)
    await stop_telling(uow, case, now=now)
    await hear_unsolved(uow, case, now=now)
    uow.touch_case(case)
    uow.record("reopened", f"case:{case.id}", now=now, by=by.id)
    kind = TaskKind.FOLLOW_UP if case.party else TaskKind.DO
    await open_task(uow, case, case.team or "", kind, now=now)
    await uow.dialogs.ask(by.id or 0, "reopen_words", case_id, until=now + WORDS_WITHIN)
    if case.resolve_due_at is not None and case.resolve_due_at <= now:
        dedupe = f"reopened-late:{case.id}:{int(now.timestamp())}"
        await alert_coordinators(
            uow, "alert-reopened-late", dedupe=dedupe, now=now, no=case.number, by=case.resolve_due_at
        )
    return case


async def dispute_case(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Case:
    """我有意见, of a 不受理: it stays declined, and somebody comes to listen.

    Raises RuleError as `confirm_case` does, for any other case, after 30 days, and the second time.
    """
    case = await uow.cases.get(case_id, lock=True)
    await _may_answer(uow, case, by)
    await hear_dispute(uow, case, now=now)
    return case


async def explain_reopening(
    uow: UnitOfWork, case_id: int, by: Member, words: Words, *, now: datetime, mark: int
) -> Case:
    """What is still wrong, in words or a photo, joins the case; for a minute more may follow.

    Raises RuleError as `confirm_case` does, and when the case is over.
    """
    case = await uow.cases.get(case_id, lock=True)
    await _may_answer(uow, case, by)
    if not case.is_open:
        raise RuleError("no-case-over", no=case.number)
    if words.text.strip() and by.id is not None:
        case.additions.append(Addition(by.id, words.text, now))
    case.attachments.extend(Attachment(f.kind, f.file_id) for f in words.files)
    case.changed_at = now
    uow.touch_case(case)
    uow.record("explained", f"case:{case.id}", now=now, by=by.id)
    await tell_holders(uow, case, words.text, words.files, now=now, mark=f"explained.{mark}")
    await uow.dialogs.ask(by.id or 0, "reopen_words", case_id, until=now + uow.playbook.limits.draft_join)
    return case


async def report_again(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Case:
    """Too late to reopen: the same matter as a new case, linked to the old one.

    Raises RuleError unless its reporter's, while the old one can still be reopened, and the second time.
    """
    old = await uow.cases.get(case_id, lock=True)
    must(by, Verb.RATE, Subject.case(old, by))
    if old.is_open or old.may_reopen(now):
        raise RuleError("no-case-elsewhere", no=old.number)
    for known in await uow.cases.reported_by(by.id):
        if known.linked_to == old.id:
            raise RuleError("no-already-again", no=known.number)
    files = [File(a.kind, a.file_id) for a in old.attachments]
    report = Report(old.text, old.place, old.category, old.sensitive, files=files)
    case = await file_report(uow, report, by, now=now)
    case.linked_to = old.id
    uow.touch_case(old)
    uow.touch_case(case)
    return case


async def rate_case(uow: UnitOfWork, case_id: int, by: Member, stars: int, *, now: datetime) -> bool:
    """★ to ★★★★★, changeable; leaders and coordinators see it, nobody else. True the first time.

    Raises RuleError unless the reporter's and solved.
    """
    case = await uow.cases.get(case_id, lock=True)
    must(by, Verb.RATE, Subject.case(case, by))
    before = case.stars
    case.rate(stars, now)
    uow.touch_case(case)
    uow.record("rated", f"case:{case.id}", now=now, by=by.id, stars=stars)
    await hear_stars(uow, case, before, now=now)
    if before is None:
        await _show_stars(uow, case, now)
        await uow.dialogs.ask(by.id or 0, "praise", case_id, until=now + PRAISE_WITHIN)
    return before is None


async def praise_case(uow: UnitOfWork, case_id: int, by: Member, text: str, *, now: datetime) -> Case:
    """A word with the stars, for the same eyes. Raises RuleError unless the reporter's, and without words."""
    case = await uow.cases.get(case_id, lock=True)
    must(by, Verb.RATE, Subject.case(case, by))
    if not text.strip():
        raise RuleError("no-words-only")
    case.praise, case.changed_at = text.strip()[:_LONGEST], now
    uow.touch_case(case)
    await uow.dialogs.close(by.id or 0)
    return case


async def _show_stars(uow: UnitOfWork, case: Case, now: datetime) -> None:
    leaders = await uow.members.leaders_of(case.team)
    coordinators = await uow.members.reachable_coordinators()
    for chat_id in sorted({person.telegram_id for person in (*leaders, *coordinators)}):
        uow.place("stars", case.id, chat_id, subject=f"case:{case.id}", now=now)


async def _may_answer(uow: UnitOfWork, case: Case, by: Member) -> None:
    """The reporter; a coordinator only for somebody who cannot be asked here, and told us otherwise."""
    about = Subject.case(case, by)
    reporter = await uow.members.find(case.reporter_id)
    if not about.own and may(by, Verb.ANSWER_FOR) and (reporter is None or not reporter.reachable):
        return
    must(by, Verb.ANSWER, about)
