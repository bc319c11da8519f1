"""The coordinators' card of a case: what it is, who should do it, and who decided so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.case import Case, CaseState
from bot.domain.rights import Verb, may
from bot.domain.task import Task
from bot.storage.decisions import Decision, Decisions
from bot.storage.work import UnitOfWork
from bot.ui.buttons import Button
from bot.ui.buttons.triage import (
    CategoryButton,
    CompoundButton,
    FilesButton,
    PartyButton,
    TeamButton,
    TriagePageButton,
)
from bot.ui.buttons.undoing import UndoDecisionButton
from bot.ui.cards.cases import LONG, shorten
from bot.ui.cards.events import arrive_rows
from bot.ui.cards.findings import finding_of_case
from bot.ui.cards.replies import notice_of_case
from bot.ui.cards.status import category_name, place_line, status_line
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_ROUTABLE = (CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
_DECIDED = (CaseState.ACCEPTED, CaseState.REFERRED, CaseState.DECLINED, CaseState.MERGED)
_ADDED = 200


async def triage(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The front: words, place, files, by when; once decided, what was decided and by whom."""
    if not await _coordinates(uow, reader):
        return None
    case = await uow.cases.get(ref)
    lines = [_head(case, reader)]
    if await _may_read(uow, case, reader):
        said = [shorten(case.text, LONG), *(shorten(one.text, _ADDED) for one in case.additions[-3:])]
        lines += [reader.words("triage-said", text=text) for text in said if text]
    else:
        lines.append(reader.words("triage-hidden"))
    if case.attachments:
        lines.append(reader.words("triage-files", count=len(case.attachments)))
    lines += await finding_of_case(uow, case.id, reader)
    lines += await notice_of_case(uow, case, reader)
    if merged := await Decisions(uow.session).merged_into(case.id):
        lines.append(reader.words("triage-merged-in", nos=[f"#{no}" for no in merged]))
    decision = await Decisions(uow.session).last(case.id)
    lines += await _standing(uow, case, decision, reader)
    rows, until = _rows(case, reader), await _undo_until(uow, case, decision, reader)
    rows += await arrive_rows(uow, case, reader)
    if decision is not None and until is not None:
        rows.append([reader.key("button-undo", UndoDecisionButton(ref, decision.id))])
    return Screen(Markup("\n".join(lines)), rows, until=until)


async def _undo_until(
    uow: UnitOfWork, case: Case, decision: Decision | None, reader: Reader
) -> datetime | None:
    """Until when who decided may take it back; None where that cannot be (any more)."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if decision is None or decision.before is None or member is None or decision.by_id != member.id:
        return None
    until = decision.at + reader.playbook.limits.undo
    still = case.state in _DECIDED and decision.untouched(await uow.tasks.of_case(case.id))
    return until if still and reader.now <= until else None


def _head(case: Case, reader: Reader) -> Markup:
    place = place_line(case.place.public, reader) or reader.words("alarm-no-place")
    key = "triage-head" if case.state is CaseState.NEW else "triage-head-decided"
    return reader.words(key, no=case.number, place=place, category=category_name(case.category, reader))


async def _standing(uow: UnitOfWork, case: Case, decision: Decision | None, reader: Reader) -> list[Markup]:
    if case.state is CaseState.NEW:
        due = case.accept_due_at
        late = due is not None and due <= reader.now
        return [reader.words("triage-late" if late else "triage-due", by=due)] if due else []
    tasks = await uow.tasks.live_of_case(case.id)
    lines = [status_line(case, tasks, reader)]
    if decision is not None:
        who = await uow.members.find(decision.by_id)
        lines.append(
            reader.words("triage-by", name=who.name, at=decision.at)
            if who
            else reader.words("triage-by-itself", at=decision.at)
        )
    return lines


def _rows(case: Case, reader: Reader) -> Rows:
    ref = case.id or 0
    rows: Rows = []
    refer = reader.key("button-refer", TriagePageButton(ref, "party"))
    merge = reader.key("button-merge", TriagePageButton(ref, "merge"))
    if case.state in _ROUTABLE:
        label = "button-accept" if case.state is CaseState.NEW else "button-reassign"
        rows += [[reader.key(label, TriagePageButton(ref, "team"))], [refer, merge]]
    elif case.is_open:
        rows.append([merge])
    if case.attachments:
        rows.append([reader.key("button-files", FilesButton(ref))])
    if case.state is CaseState.NEW:
        rows.append([reader.key("button-decline", TriagePageButton(ref, "decline"))])
    return rows


async def triage_team(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """受理 / 改派: which of the categories our teams do is it?"""
    case = await uow.cases.get(ref)
    if case.state not in _ROUTABLE or not await _coordinates(uow, reader):
        return await triage(uow, ref, reader)
    seen = _seen(await uow.tasks.of_case(case.id))
    ours = [one for one in reader.playbook.categories if one.team is not None]
    keys = [choice(one.name(reader.language), CategoryButton(ref, one.key, seen)) for one in ours]
    rows = grid(keys, 2)
    rows.append([reader.key("button-by-team", TriagePageButton(ref, "teams"))])
    return Screen(_asking(case, "triage-which-category", reader), [*rows, [_back(ref, reader)]])


async def triage_teams(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """受理 / 改派 of what is in no category: which team?"""
    case = await uow.cases.get(ref)
    if case.state not in _ROUTABLE or not await _coordinates(uow, reader):
        return await triage(uow, ref, reader)
    seen = _seen(await uow.tasks.of_case(case.id))
    keys = [
        choice(team.title(reader.language), TeamButton(ref, number, seen))
        for number, team in enumerate(reader.playbook.teams)
    ]
    return Screen(_asking(case, "triage-which-team", reader), [*grid(keys, 2), [_back(ref, reader)]])


async def triage_party(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """转办: to which party of its compound; where the compound is not known, in which?"""
    case = await uow.cases.get(ref)
    if case.state not in _ROUTABLE or not await _coordinates(uow, reader):
        return await triage(uow, ref, reader)
    if case.compound is None:
        keys = [
            choice(compound.title(reader.language), CompoundButton(ref, number))
            for number, compound in enumerate(reader.playbook.compounds)
        ]
        return Screen(_asking(case, "triage-which-compound", reader), [*grid(keys, 2), [_back(ref, reader)]])
    keys = await _parties(uow, case, reader)
    return Screen(_asking(case, "triage-which-party", reader), [*grid(keys, 2), [_back(ref, reader)]])


async def triage_decline(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """不受理: whose is it? One of these parties: then it goes there instead."""
    case = await uow.cases.get(ref)
    if case.state is not CaseState.NEW or not await _coordinates(uow, reader):
        return await triage(uow, ref, reader)
    keys = await _parties(uow, case, reader) if case.compound else []
    return Screen(_asking(case, "triage-who", reader), [*grid(keys, 2), [_back(ref, reader)]])


async def _parties(uow: UnitOfWork, case: Case, reader: Reader) -> list[Key]:
    """Each party of the compound; first the one whose duty the category is."""
    seen = _seen(await uow.tasks.of_case(case.id))
    found = reader.playbook.category(case.category)
    kinds = [kind for kind in reader.playbook.kinds if reader.playbook.party(kind, case.compound)]
    kinds.sort(key=lambda kind: found is None or found.party != kind)
    numbers = {kind: number for number, kind in enumerate(reader.playbook.kinds)}
    buttons: list[tuple[str, Button]] = [
        (reader.playbook.kind_name(kind, reader.language), PartyButton(case.id or 0, numbers[kind], seen))
        for kind in kinds
    ]
    return [choice(reader.words.plain("triage-to-party", party=name), button) for name, button in buttons]


def _asking(case: Case, question: str, reader: Reader) -> Markup:
    return Markup(f"{_head(case, reader)}\n{reader.words(question)}")


def _back(ref: int, reader: Reader) -> Key:
    return reader.key("button-back", TriagePageButton(ref, ""))


def _seen(tasks: Sequence[Task]) -> int:
    return max((task.id or 0 for task in tasks), default=0)


async def _coordinates(uow: UnitOfWork, reader: Reader) -> bool:
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return member is not None and may(member, Verb.ACCEPT)


async def _may_read(uow: UnitOfWork, case: Case, reader: Reader) -> bool:
    """The words of a private-only danger are for who has it in hand alone."""
    danger = reader.playbook.danger(case.danger)
    if danger is None or not danger.private_only:
        return True
    alarm = await uow.alarms.of_case(case.id)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return alarm is None or (member is not None and alarm.taken_by == member.id)
