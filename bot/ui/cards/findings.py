"""After a visit: how is she? 都挺好, or what there is to say; and the lines of it for coordinators."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.task import HoldState
from bot.domain.visit import Check, Finding, Outcome, Tick, Visit, VisitState
from bot.domain.visit.knock import notice_of
from bot.storage.findings import Findings
from bot.storage.work import UnitOfWork
from bot.ui.buttons.findings import (
    FindingButton,
    FindingDoneButton,
    MarkFindingButton,
    ReportFindingButton,
    UndoVisitButton,
    WellButton,
)
from bot.ui.cards.cases import LONG, shorten
from bot.ui.cards.knocks import after_knock
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_CONTACTS = (Outcome.MET, Outcome.PHONED)


async def after_visit(uow: UnitOfWork, found: Visit, person: Member | None, reader: Reader) -> Screen:
    """What is left of the details: 已收走; to who went also the question how she is, and 撤销 for a minute."""
    went = [
        one for one in found.holds if person and one.member_id == person.id and one.state is HoldState.DONE
    ]
    if not went or found.state is not VisitState.DONE:
        return Screen(reader.words("visit-off"))
    ref, lines, rows = found.id or 0, [reader.words("visit-done")], Rows()
    told = await Findings(uow.session).of(found.id)
    if notice_of(found.period_key) is not None:
        rows += await after_knock(uow, found, reader)
    elif told is not None:
        lines += finding_lines(told, reader)
        rows.append([reader.key("button-more-to-say", FindingButton(ref))])
    elif found.outcome in _CONTACTS:
        lines.append(reader.words("visit-how"))
        rows += [
            [reader.key("button-all-well", WellButton(ref))],
            [reader.key("button-more-to-say", FindingButton(ref))],
        ]
    until = _undo_until(found, person, told, reader)
    if until is not None:
        rows.append([reader.key("button-undo", UndoVisitButton(ref))])
    return Screen(Markup("\n".join(lines)), rows, until=until, protect=True)


async def finding(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """有事要说: 四个一, five checks, words or voice; what is amiss goes on in one press."""
    found, told = await uow.visits.get(ref), await Findings(uow.session).of(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    went = person is not None and any(
        one.member_id == person.id and one.state is HoldState.DONE for one in found.holds
    )
    if told is None or not went or found.state is not VisitState.DONE:
        return await after_visit(uow, found, person, reader)
    rows: Rows = [_two(ref, list(Tick)[:2], told, reader), _two(ref, list(Tick)[2:], told, reader)]
    checks = list(Check)
    rows += [_two(ref, checks[i : i + 2], told, reader) for i in range(0, len(checks), 2)]
    for one in checks:
        if one in told.concerns and one not in told.cases:
            name = reader.words.plain("finding-check", check=str(one))
            rows.append([reader.key("finding-to-report", ReportFindingButton(ref, one), what=name)])
    rows.append([reader.key("button-said", FindingDoneButton(ref))])
    lines = [reader.words("finding-head"), *finding_lines(told, reader)]
    return Screen(Markup("\n".join(lines)), rows, protect=True)


def finding_lines(told: Finding, reader: Reader) -> list[Markup]:
    """What was done and found, with the numbers of the cases that came of it."""
    words = reader.words
    if told.well:
        return [words("finding-well")]
    lines = []
    if told.ticks:
        names = [words("finding-tick", tick=str(one)) for one in Tick if one in told.ticks]
        lines.append(words("finding-did", what=names))
    for one in Check:
        if one in told.cases:
            no = str(told.cases[one])
            lines.append(words("finding-case", what=words.plain("finding-check", check=str(one)), no=no))
        elif one in told.concerns:
            lines.append(words("finding-amiss", what=words.plain("finding-check", check=str(one))))
    if told.remark:
        lines.append(words("finding-said", text=shorten(told.remark, LONG)))
    if told.voices:
        lines.append(words("finding-voices", count=len(told.voices)))
    return lines


async def finding_of_case(uow: UnitOfWork, case_id: int | None, reader: Reader) -> list[Markup]:
    """For coordinators: from which visit a case came, and what else was found there."""
    told = await Findings(uow.session).behind(case_id)
    if told is None:
        return []
    who = await uow.members.find(told.by_id)
    head = reader.words("finding-from", name=who.name if who else "", at=told.at)
    others = [one for one in Check if one in told.concerns and told.cases.get(one) != case_id]
    names = [reader.words("finding-check", check=str(one)) for one in others]
    return [head, reader.words("finding-also", what=names)] if names else [head]


def _two(ref: int, marks: list[Tick] | list[Check], told: Finding, reader: Reader) -> list[Key]:
    return [_mark(ref, one, told, reader) for one in marks]


def _mark(ref: int, one: Tick | Check, told: Finding, reader: Reader) -> Key:
    plain = reader.words.plain
    if isinstance(one, Tick):
        name, on = plain("finding-tick", tick=str(one)), one in told.ticks
    else:
        name, on = plain("finding-check", check=str(one)), one in told.concerns
    return Key(f"{'✓ ' if on else ''}{name}", MarkFindingButton(ref, str(one)).pack())


def _undo_until(found: Visit, person: Member | None, told: Finding | None, reader: Reader) -> datetime | None:
    """Until when who told it may take it back; None where that cannot be (any more)."""
    if (
        person is None
        or found.outcome_by != person.id
        or (found.outcome is Outcome.NO_ANSWER and not found.left_silent)
    ):
        return None
    if found.ended_at is None or (told is not None and told.cases):
        return None
    until = found.ended_at + reader.playbook.limits.undo
    return until if reader.now <= until else None
