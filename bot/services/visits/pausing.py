"""A pause of a household's visits: one person asks, a second agrees; nothing is paused by one alone."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Pause, PauseReason, VisitState, ask_for_pause
from bot.domain.visit.asking import is_daytime, morning_after
from bot.domain.visit.pause import LONE
from bot.services.visits.asides import lay_aside, take_up
from bot.services.visits.staying import begin_stay, end_stay
from bot.services.visits.stopping import stop_visits
from bot.services.visits.visiting import look_again
from bot.storage.care import CARE
from bot.storage.pauses import Pauses
from bot.storage.work import UnitOfWork


async def ask_pause(
    uow: UnitOfWork, household_id: int, reason: str, until_on: date | None, *, by: Member, now: datetime
) -> Pause:
    """By a coordinator. Raises RuleError without the right, and as `ask_for_pause` does."""
    must(by, Verb.PLAN_VISITS)
    if reason not in set(PauseReason):
        raise RuleError("no-stale-button")
    if not any(plan.stopped_at is None for plan in await uow.visits.plans_of(household_id)):
        raise RuleError("no-plan-over")
    return await begin_pause(uow, household_id, PauseReason(reason), until_on, by=by, now=now)


async def begin_pause(
    uow: UnitOfWork,
    household_id: int,
    reason: PauseReason,
    until_on: date | None,
    *,
    by: Member,
    now: datetime,
) -> Pause:
    """The first person's word: a second is asked, the family first. Raises RuleError as `ask_for_pause` does."""
    pauses, book = await Pauses(uow.session).of(household_id, lock=True), uow.playbook
    pause = ask_for_pause(pauses, reason, by.id or 0, until_on, book.visits.longest_pause, now, book.zone)
    pause.household_id = household_id
    uow.add(pause)
    await uow.numbered()
    for person in await _seconds(uow, pause):
        _question(uow, pause, person, now)
    uow.touch(CARE)
    uow.record("pause_asked", f"household:{household_id}", now=now, by=by.id)
    return pause


async def answer_pause(uow: UnitOfWork, pause_id: int, *, agree: bool, by: Member, now: datetime) -> Pause:
    """是的 or 还要去, by somebody else: another coordinator, or the family. Who asked may take it back.

    Nobody goes meanwhile, and who had promised to is told. Raises RuleError for a stranger, for who asked and agrees
    as well, and when nothing waits.
    """
    pause = await Pauses(uow.session).get(pause_id, lock=True)
    await _must_be_second(uow, pause, by)
    if agree:
        pause.agree(by.id or 0, now)
        await (stop_visits if pause.for_good else lay_aside)(uow, pause, now)
        if not pause.for_good:
            await begin_stay(uow, pause, by=by.id, now=now)
    else:
        pause.refuse(by.id or 0, now)
        await _go_after_all(uow, pause, now)
    _changed(uow, pause)
    kind = "pause_agreed" if agree else "pause_refused"
    uow.record(kind, f"household:{pause.household_id}", now=now, by=by.id)
    return pause


async def end_pause(uow: UnitOfWork, pause_id: int, *, by: Member, now: datetime) -> None:
    """已经回来了: by the family, a coordinator, or who had said it. Raises RuleError for others, and when over."""
    pause = await Pauses(uow.session).get(pause_id, lock=True)
    await _must_be_second(uow, pause, by)
    pause.come_back(now)
    await end_stay(uow, pause, by=by.id, now=now)
    await take_up(uow, pause, now)
    _changed(uow, pause)
    uow.record("pause_ended", f"household:{pause.household_id}", now=now, by=by.id)


async def resume_visits(uow: UnitOfWork, *, now: datetime) -> None:
    """After its last day a pause is over by itself."""
    for pause in await Pauses(uow.session).over(uow.playbook.day(now)):
        pause.come_back(now)
        await end_stay(uow, pause, by=None, now=now)
        await take_up(uow, pause, now)
        _changed(uow, pause)
        uow.record("pause_over", f"household:{pause.household_id}", now=now)


async def ask_again(uow: UnitOfWork, *, now: datetime) -> None:
    """Whoever was asked has not answered for a day: everybody who may is asked, each morning."""
    if not is_daytime(now, uow.playbook.zone):
        return
    for pause in await Pauses(uow.session).unanswered(now - LONE):
        if await uow.occurrences.first(f"pause:{pause.id}:{uow.playbook.day(now)}", now):
            for person in await _seconds(uow, pause, everybody=True):
                _question(uow, pause, person, now)


async def is_second(uow: UnitOfWork, pause: Pause, member: Member) -> Subject:
    """Whose word it may be, besides coordinators: the family's, and of who said it first."""
    family = await uow.kin.family_of(household_id=pause.household_id)
    theirs = any(link.family_id == member.id for link in family) or pause.by_id == member.id
    return Subject(own=theirs)


async def _must_be_second(uow: UnitOfWork, pause: Pause, by: Member) -> None:
    must(by, Verb.SECOND_PAUSE, await is_second(uow, pause, by))


async def _seconds(uow: UnitOfWork, pause: Pause, *, everybody: bool = False) -> list[Member]:
    """The family, else coordinators; of what ends visits for good the family is not asked by a card."""
    links = await uow.kin.family_of(household_id=pause.household_id) if not pause.for_good else []
    known = await uow.members.many([link.family_id for link in links]) if links else {}
    family = [one for one in known.values() if one.reachable and one.id != pause.by_id]
    if family and not everybody:
        return family
    office = [one for one in await uow.members.reachable_coordinators() if one.id != pause.by_id]
    return list({one.id: one for one in [*family, *office]}.values())


def _question(uow: UnitOfWork, pause: Pause, person: Member, now: datetime) -> None:
    zone = uow.playbook.zone
    later = None if is_daytime(now, zone) else morning_after(now, zone)
    uow.place(
        "pause_ask", pause.id, person.telegram_id, subject=f"pause:{pause.id}", now=now,
        priority=Priority.REMINDER, round_=uow.playbook.day(now).toordinal(), not_before=later,
    )  # fmt: skip


async def _go_after_all(uow: UnitOfWork, pause: Pause, now: datetime) -> None:
    for visit in await Pauses(uow.session).waiting(pause.household_id):
        if visit.state is VisitState.AWAITING:
            visit.go_after_all(now)
            look_again(uow, visit)
            uow.touch(f"visit:{visit.id}")


def _changed(uow: UnitOfWork, pause: Pause) -> None:
    uow.touch(f"pause:{pause.id}")
    uow.touch(CARE)
