"""How a case stands, in one line."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain.case import Case, CaseState, Ending
from bot.domain.place import Place
from bot.domain.task import Task
from bot.ui.i18n import Markup
from bot.ui.screen import Reader
from bot.ui.when import spoken_until

_NEAR = timedelta(days=1)


def place_line(place: Place, reader: Reader) -> Markup:
    """ "源昌鑫海湾3号楼2单元1502", as far as known; "" when nothing is."""
    if not place.compound and not place.building:
        return Markup("")
    words = reader.words
    compound = reader.playbook.compound(place.compound)
    parts: list[str] = []
    if place.compound:
        parts.append(Markup(html.escape(compound.title(reader.language) if compound else place.compound)))
    if place.building:
        parts.append(words("place-building", building=place.building))
    if place.unit:
        parts.append(words("place-unit", unit=place.unit))
    if place.room:
        parts.append(words("place-room", room=place.room))
    return Markup(words("place-gap").join(parts))


def short_place(place: Place, reader: Reader) -> Markup:
    """The building alone, as its neighbours say it; the compound where no building is known."""
    if place.building:
        return reader.words("place-building", building=place.building)
    return place_line(place.public, reader)


def category_name(case_category: str | None, reader: Reader) -> str:
    """In the reader's language; 其他 for an unclear one."""
    found = reader.playbook.category(case_category)
    return found.name(reader.language) if found else reader.words.plain("category-unclear")


def team_name(team: str | None, reader: Reader) -> str:
    """In the reader's language."""
    found = reader.playbook.team(team)
    return found.title(reader.language) if found else team or ""


def party_name(case: Case, reader: Reader) -> str:
    """The body itself where the compound is known, else its kind."""
    party = reader.playbook.party(case.party, case.compound)
    if party is not None:
        return party.name(reader.language)
    return reader.playbook.kind_name(case.party, reader.language) if case.party else ""


def far_day(due: datetime, reader: Reader) -> date | None:
    """The day alone of what is due later than tomorrow: an hour would promise more than is meant."""
    if due - reader.now <= _NEAR:
        return None
    return due.astimezone(reader.playbook.zone).date()


def due_of(case: Case) -> datetime | None:
    """By when the next word is promised, as the line below says it."""
    match case.state:
        case CaseState.NEW:
            return case.accept_due_at
        case CaseState.ACCEPTED:
            return case.claim_due_at
        case CaseState.REFERRED:
            return case.promised_at
        case _:
            return None


def fresh_until(case: Case, reader: Reader) -> datetime | None:
    """Until when that line is true though nothing may happen: then the time has passed, or 明天 is 今天."""
    due = due_of(case)
    return spoken_until(due, reader.now, reader.playbook.zone) if due else None


def status_line(case: Case, tasks: Sequence[Task], reader: Reader) -> Markup:
    """What happens next, and by when. Neighbours read no names, the reporter reads who goes."""
    words = reader.words
    names = "、".join(h.name for task in tasks for h in task.holders)
    due = due_of(case)
    late = due is not None and due <= reader.now
    match case.state:
        case CaseState.NEW:
            return words("case-new-late" if late else "case-new", by=due)
        case CaseState.ACCEPTED:
            key = "case-accepted-late" if late else "case-accepted"
            return words(key, team=team_name(case.team, reader), by=due)
        case CaseState.WORKING if names and not reader.in_group:
            return words("case-working-by", names=names)
        case CaseState.WORKING:
            return words("case-working")
        case CaseState.REFERRED:
            who = names if names and not reader.in_group else team_name(case.team, reader)
            key = "case-referred-late" if late else "case-referred"
            return words(key, party=party_name(case, reader), who=who, by=due)
        case CaseState.PROPOSED:
            return words("case-proposed-group" if reader.in_group else "case-proposed")
        case CaseState.CLOSED if case.how is Ending.FIXED:
            return words("case-fixed-group" if reader.in_group else "case-fixed")
        case CaseState.CLOSED if case.how is Ending.NOT_FIXED:
            return words("case-not-fixed", reason="" if reader.in_group else case.reason or "")
        case CaseState.CLOSED:
            return words("case-unconfirmed")
        case CaseState.DECLINED if reader.in_group:
            return words("case-declined-group", who=case.responsible or "")
        case CaseState.DECLINED:
            return words("case-declined", who=case.responsible or "", reason=case.reason or "")
        case CaseState.MERGED:
            return words("case-merged", no=str(case.merged_into))
        case CaseState.WITHDRAWN if case.danger:
            return words("case-danger-over")
        case _:
            return words("case-withdrawn")
