"""不受理: only with who is responsible and why, and never for another party's duty."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case import Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.services.following import tell_followers
from bot.services.routing import decline_case
from bot.services.telling import ask_to_tell
from bot.services.triage import must_be_open, show_fronts
from bot.storage.work import UnitOfWork

_ASK_FOR = timedelta(minutes=30)
_LONGEST = 300


async def ask_who(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Case:
    """不受理: first, who is responsible? Their next message says so.

    Raises RuleError as `decline`, before anything is asked.
    """
    case = await _declinable(uow, case_id, by)
    await uow.dialogs.ask(by.id or 0, "decline_who", case_id, until=now + _ASK_FOR)
    return case


async def hear_who(uow: UnitOfWork, case_id: int, by: Member, who: str, *, now: datetime) -> Case:
    """Then, why? Raises RuleError as `decline`, for an empty answer, for a party of ours: that is 转办."""
    case = await _declinable(uow, case_id, by)
    who = _sentence(who)
    _must_be_nobody_of_ours(uow, case, who)
    await uow.dialogs.ask(by.id or 0, "decline_why", case_id, until=now + _ASK_FOR, who=who)
    return case


async def decline(uow: UnitOfWork, case_id: int, by: Member, who: str, why: str, *, now: datetime) -> Case:
    """不受理, with who is responsible and why; the reporter is told both.

    Raises RuleError for anybody but a coordinator, another party's duty, once decided, an empty answer.
    """
    case = await _declinable(uow, case_id, by)
    who, why = _sentence(who), _sentence(why)
    _must_be_nobody_of_ours(uow, case, who)
    await decline_case(uow, case, why, who, now=now, by=by.id)
    await tell_followers(uow, case, "result-declined", now=now, who=who)
    await ask_to_tell(uow, case, now=now)
    await uow.dialogs.close(by.id or 0)
    await show_fronts(uow, case)
    reporter = await uow.members.find(case.reporter_id)
    if reporter is not None and reporter.reachable:
        subject, round_ = f"case:{case.id}", int(now.timestamp())
        uow.place("declined", case.id, reporter.telegram_id, subject=subject, now=now, round_=round_)
    return case


async def _declinable(uow: UnitOfWork, case_id: int, by: Member) -> Case:
    must(by, Verb.DECLINE)
    case = await uow.cases.get(case_id, lock=True)
    must_be_open(case)
    if case.state is not CaseState.NEW:
        raise RuleError("no-decided-already", no=case.number)
    found = uow.playbook.category(case.category)
    if found is not None and found.party is not None:
        raise RuleError("no-refer-instead", party=dict(uow.playbook.kinds[found.party]))
    return case


def _must_be_nobody_of_ours(uow: UnitOfWork, case: Case, who: str) -> None:
    """Who is named is no party that we hand cases to."""
    for kind, names in uow.playbook.kinds.items():
        party = uow.playbook.party(kind, case.compound)
        said = {*names.values(), *(party.names.values() if party else ())}
        if any(name in who for name in said):
            raise RuleError("no-refer-instead", party=dict(names))


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise RuleError("no-words-please")
    return text[:_LONGEST]
