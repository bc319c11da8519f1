"""How a case ended, by the resident's own word: the question, the thanks, the stars."""

from __future__ import annotations

from bot.domain.case import Case, CaseState, Ending
from bot.domain.rights import Subject, Verb, may
from bot.domain.task import Task, TaskKind, TaskState
from bot.storage.arrivals import awaited, was_sent
from bot.storage.work import UnitOfWork
from bot.ui.buttons.results import DisputeButton, NotSolvedButton, ReportAgainButton, StarsButton
from bot.ui.cards.cases import answer_rows, shorten
from bot.ui.cards.status import category_name, party_name
from bot.ui.cards.tasks import names_of
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

STAR = "★"
_REMARK = 500


async def confirm(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """已解决 / 没解决, then what became of it; to the reporter, or to a coordinator in their stead."""
    found = await uow.cases.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not (person.id == found.reporter_id or may(person, Verb.ANSWER_FOR)):
        return None
    own = person.id == found.reporter_id
    if found.state is CaseState.PROPOSED:
        return await _question(uow, found, own, reader)
    if found.state is CaseState.CLOSED and found.how is Ending.FIXED:
        return _thanks(found, own, reader)
    if found.state is CaseState.CLOSED:
        rows = answer_rows(found, reader) if found.may_reopen(reader.now) else []
        return Screen(reader.words("confirm-ended", no=found.number), rows)
    if found.is_open:
        return Screen(reader.words("confirm-reopened" if own else "confirm-reopened-for", no=found.number))
    return Screen(reader.words("confirm-over", no=found.number))


async def confirm_before(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """An earlier asking: the newest is further down."""
    found = await uow.cases.get(ref)
    return Screen(reader.words("confirm-before", no=found.number))


async def declined(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """不受理, to who reported it, with why and who is responsible; who cannot accept that says so, and is listened to."""
    found = await uow.cases.get(ref)
    if found.state is not CaseState.DECLINED:
        return Screen(reader.words("declined-not", no=found.number))
    said = {"no": found.number, "who": found.responsible or "", "text": found.reason or ""}
    lines, rows = [reader.words("declined-told", **said)], Rows()
    if await was_sent(uow, ref) or await awaited(uow, found) is not None:
        lines.append(reader.words("declined-heard"))
    elif reader.playbook.visits.discontent.declined and found.may_dispute(reader.now):
        rows.append([reader.key("button-dispute", DisputeButton(ref))])
    return Screen(Markup("\n".join(lines)), rows)


async def stars(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the team's leaders and the coordinators: what the resident thought of it."""
    found = await uow.cases.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.STARS, Subject(team=found.team)) or found.stars is None:
        return None
    names = _names(await uow.tasks.of_case(found.id), reader)
    lines = [
        reader.words(
            "stars-line",
            no=found.number,
            category=category_name(found.category, reader),
            names=names,
            stars=STAR * found.stars,
        )
    ]
    if found.praise:
        lines.append(reader.words("stars-praise", text=found.praise))
    return Screen(Markup("\n".join(lines)), silent=True)


async def again(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Too late to reopen: the same matter as a new case?"""
    found = await uow.cases.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or person.id != found.reporter_id:
        return None
    for known in await uow.cases.reported_by(person.id):
        if known.linked_to == found.id:
            return Screen(reader.words("again-done", no=found.number, new=known.number))
    key = reader.key("button-again", ReportAgainButton(ref))
    return Screen(reader.words("again-offer", no=found.number), [[key]])


async def _question(uow: UnitOfWork, found: Case, own: bool, reader: Reader) -> Screen:
    words = reader.words
    tasks = await uow.tasks.of_case(found.id)
    lines = []
    if found.reminded_at is not None and found.proposed_at is not None:
        end = found.proposed_at + reader.playbook.limits.unconfirmed_after
        lines.append(words("confirm-reminder" if own else "confirm-reminder-for", no=found.number, by=end))
    else:
        said = _who_said(found, tasks, reader)
        lines.append(words("confirm-ask" if own else "confirm-ask-for", said=said))
    remarks = [h.remark for task in _finished(tasks) for h in task.holders if h.remark]
    lines += [words("confirm-remark", text=shorten(one, _REMARK)) for one in remarks[-3:]]
    return Screen(Markup("\n".join(lines)), answer_rows(found, reader))


def _who_said(found: Case, tasks: list[Task], reader: Reader) -> Markup:
    finished = _finished(tasks)
    names = _names(tasks, reader)
    if finished and finished[-1].kind is TaskKind.FOLLOW_UP and found.party:
        party = party_name(found, reader)
        key = "confirm-party" if names else "confirm-party-alone"
        return reader.words(key, no=found.number, party=party, **({"names": names} if names else {}))
    if not names:
        return reader.words("confirm-done-alone", no=found.number)
    return reader.words("confirm-done", no=found.number, names=names)


def _finished(tasks: list[Task]) -> list[Task]:
    """The latest task that was done: earlier ones belong to an earlier try."""
    return [task for task in tasks if task.state is TaskState.DONE][-1:]


def _names(tasks: list[Task], reader: Reader) -> Markup:
    return names_of(_finished(tasks)[0], reader) if _finished(tasks) else Markup("")


def _thanks(found: Case, own: bool, reader: Reader) -> Screen:
    words = reader.words
    if not own:
        return Screen(words("confirm-fixed-for", no=found.number))
    ref = found.id or 0
    if found.stars:
        text = words("confirm-rated", no=found.number, stars=STAR * found.stars)
    else:
        text = words("confirm-thanks", no=found.number)
    keys = [Key(STAR * n, StarsButton(ref, n).pack()) for n in range(1, 6)]
    rows: Rows = [keys[:3], keys[3:]]
    if found.may_reopen(reader.now):
        rows.append([reader.key("button-not-solved", NotSolvedButton(ref))])
    return Screen(text, rows)
