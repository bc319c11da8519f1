"""催办 and 回话: somebody in charge of a building keeps after what a party must do there."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case import Addition, Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.services.alerts import alert_coordinators
from bot.services.reports import tell_holders
from bot.storage.work import UnitOfWork

_ASK_FOR = timedelta(minutes=30)
_LONGEST = 500


async def chase_party(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Case:
    """催办: who follows it up is asked to call the party again, or the coordinators where nobody does; once an hour.

    Raises RuleError without the right there, and for what is not with a party (any more).
    """
    case = await _referred(uow, case_id, by)
    if not await uow.occurrences.first(f"chased:{case.id}:{int(now.timestamp()) // 3600}", now):
        raise RuleError("no-chased-already", no=case.number)
    uow.record("chased", f"case:{case.id}", now=now, by=by.id)
    holders = [hold.member_id for task in await uow.tasks.live_of_case(case.id) for hold in task.active]
    dedupe = f"chased:{case.id}:{int(now.timestamp())}"
    if not holders:
        await alert_coordinators(uow, "alert-chased", dedupe=dedupe, now=now, no=case.number, name=by.name)
    for person in (await uow.members.many(holders)).values() if holders else ():
        if person.reachable:
            mine = f"{dedupe}:{person.id}"
            uow.say(person.telegram_id, "chased-told", dedupe=mine, now=now, no=case.number, name=by.name)
    return case


async def ask_reply(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Case:
    """回话: their next message is what the party said. Raises RuleError like `chase_party`."""
    case = await _referred(uow, case_id, by)
    await uow.dialogs.ask(by.id or 0, "party_reply", case_id, until=now + _ASK_FOR)
    return case


async def note_reply(uow: UnitOfWork, case_id: int, by: Member, text: str, *, now: datetime) -> Case:
    """What the party said joins the case; the reporter and who follows it up read it.

    Raises RuleError like `chase_party`, and for no words.
    """
    case = await _referred(uow, case_id, by)
    said = " ".join(text.split())[:_LONGEST]
    if not said:
        raise RuleError("no-words-please")
    case.additions.append(Addition(by.id or 0, said, now))
    case.changed_at = now
    mark = len(case.additions)
    await uow.dialogs.close(by.id or 0)
    uow.touch(f"case:{case.id}")
    uow.record("party_replied", f"case:{case.id}", now=now, by=by.id)
    await tell_holders(uow, case, said, (), now=now, mark=f"reply.{mark}")
    reporter = await uow.members.find(case.reporter_id)
    if reporter is not None and reporter.reachable and reporter.id != by.id:
        dedupe, about = f"party-reply:{case.id}:{mark}", f"case:{case.id}"
        uow.say(
            reporter.telegram_id,
            "party-replied",
            dedupe=dedupe,
            now=now,
            subject=about,
            no=case.number,
            text=said,
        )
    return case


async def _referred(uow: UnitOfWork, case_id: int, by: Member) -> Case:
    case = await uow.cases.get(case_id, lock=True)
    must(by, Verb.CHASE, Subject(place=case.place.public))
    if case.sensitive:
        must(by, Verb.PRIVATE)
    if case.state is not CaseState.REFERRED:
        raise RuleError("no-case-elsewhere" if case.is_open else "no-case-over", no=case.number)
    return case
