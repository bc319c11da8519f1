"""The task card: what is to be done, who goes. In a group it holds nothing private."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.case import Case
from bot.domain.claim import fewest_for
from bot.domain.marks import CERTIFIED, MAY_ENTER, STRONG
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, may
from bot.domain.task import MOST_SLOTS, Task, TaskKind, TaskState
from bot.storage.work import UnitOfWork
from bot.ui.buttons.tasks import (
    AskButton,
    ClaimButton,
    DetailsButton,
    DoneButton,
    ReleaseButton,
    SlotsButton,
    WriteToHolderButton,
)
from bot.ui.cards.marks import mark_name
from bot.ui.cards.status import category_name, far_day, party_name, place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_MOST_NAMES = 6
_NEEDS = {CERTIFIED: "task-needs-certified", MAY_ENTER: "task-needs-entry", STRONG: "task-needs-strong"}


async def task(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the team, or for one of its members, leaders or coordinators in private."""
    found = await uow.tasks.get(ref)
    case = await uow.cases.find(found.case_id)
    text = Markup("\n".join([task_head(found, case, reader), *_body(found, case, reader)]))
    if reader.in_group:
        return Screen(text, _group_rows(found, reader))
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not _may_see(found, case, person):
        return None
    return Screen(text, _private_rows(found, case, person, reader))


def task_head(found: Task, case: Case | None, reader: Reader) -> Markup:
    """ "T12 搬重物 · 源昌鑫海湾3号楼 · 今天前"; of a sensitive one not even the building."""
    words = reader.words
    what: str = category_name(found.category, reader)
    if case is None:
        return words("task-number", no=found.number, what=what)
    due = case.resolve_due_at
    if found.kind is TaskKind.FOLLOW_UP:
        what = words("task-follow-up", party=party_name(case, reader), category=what)
        due = case.promised_at
    place = Place(case.compound) if case.sensitive else case.place.public
    parts = [words("task-number", no=found.number, what=what), place_line(place, reader)]
    if case.urgent:
        parts.append(words("task-urgent"))
    elif due is not None:
        day = far_day(due, reader)
        late = "task-late" if due <= reader.now else "task-by"
        parts.append(words("task-by-day", by=day) if day else words(late, by=due))
    return Markup(" · ".join(filter(None, parts)))


def names_of(found: Task, reader: Reader) -> Markup:
    """Who goes, as the reader's language strings names together."""
    return reader.words.listed(hold.name for hold in found.holders[:_MOST_NAMES])


def write_row(tasks: Sequence[Task], case_id: int, reader: Reader) -> list[Key]:
    """留言 on the reporter's receipt, while somebody has the case in hand."""
    if not any(found.is_live and found.active for found in tasks):
        return []
    return [reader.key("button-write-holder", WriteToHolderButton(case_id))]


def wants(found: Task, case: Case | None, reader: Reader) -> list[Markup]:
    """How many, how long, what they must have."""
    words = reader.words
    category = reader.playbook.category(found.category)
    if found.kind is TaskKind.FOLLOW_UP and case is not None:
        lines = [words("task-follow-up-wants", party=party_name(case, reader))]
    else:
        lines = [words("task-wants", slots=found.slots, minutes=category.minutes if category else 30)]
    return [*lines, *(_need(kind, reader) for kind in found.needs)]


def _need(kind: str, reader: Reader) -> Markup:
    if kind in _NEEDS:
        return reader.words(_NEEDS[kind])
    return reader.words("task-needs-tongue", tongue=mark_name(kind, reader))


def _body(found: Task, case: Case | None, reader: Reader) -> list[Markup]:
    words, names = reader.words, names_of(found, reader)
    match found.state:
        case TaskState.DONE:
            return [words("task-done", names=names) if names else words("task-done-alone")]
        case TaskState.CANCELLED:
            return [words("task-cancelled")]
        case TaskState.MISSED:
            return [words("task-missed")]
        case TaskState.CLAIMED:
            return [words("task-goes", names=names)]
    lines = [Markup("".join(wants(found, case, reader)))]
    if names:
        lines.append(words("task-goes-too-few", names=names, count=found.free))
    elif found.slots > 1:
        lines.append(words("task-free", count=found.free))
    due = found.claim_due_at
    if not reader.in_group and due is not None and due <= reader.now:
        lines.append(words("task-unclaimed", by=due))
    return lines


def _may_see(found: Task, case: Case | None, person: Member) -> bool:
    about = Subject.work(found, case)
    return may(person, Verb.CLAIM, about) or may(person, Verb.ASK, about)


def _group_rows(found: Task, reader: Reader) -> Rows:
    if found.state is not TaskState.OPEN:
        return []
    ref = found.id or 0
    return [
        [reader.key("button-claim", ClaimButton(ref))],
        [reader.start_key("button-leader-asks", f"ask_{ref}")],
    ]


def _private_rows(found: Task, case: Case | None, person: Member, reader: Reader) -> Rows:
    if not found.is_live:
        return []
    ref, about = found.id or 0, Subject.work(found, case)
    rows: Rows = []
    if found.held_by(person.id):
        rows.append([reader.key("button-details", DetailsButton(ref))])
    elif found.free > 0 and person.in_team(found.team):
        rows.append([reader.key("button-claim", ClaimButton(ref))])
    if found.free > 0 and may(person, Verb.ASK, about):
        rows.append([reader.key("button-ask", AskButton(ref))])
    return rows + _leader_rows(found, person, reader) if may(person, Verb.SLOTS, about) else rows


def _leader_rows(found: Task, person: Member, reader: Reader) -> Rows:
    ref = found.id or 0
    rows: Rows = []
    slots: list[Key] = []
    if found.slots > max(fewest_for(found, reader.playbook), len(found.holders)):
        slots.append(reader.key("button-fewer", SlotsButton(ref, found.slots - 1)))
    if found.slots < MOST_SLOTS:
        slots.append(reader.key("button-more", SlotsButton(ref, found.slots + 1)))
    rows.append(slots)
    others = [hold for hold in found.active if hold.member_id != person.id]
    if others:
        rows.append([reader.key("button-done-all", DoneButton(ref))])
    for hold in others[:_MOST_NAMES]:
        label = reader.words.plain("task-cannot-go", name=hold.name[:12])
        rows.append([Key(label, ReleaseButton(ref, hold.member_id).pack())])
    return rows
