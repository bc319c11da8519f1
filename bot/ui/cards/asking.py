"""请您去: whom a leader can ask, and what who is asked sees."""

from __future__ import annotations

from bot.domain.claim import check_claim
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.pages import row_and_page
from bot.domain.rights import Subject, Verb, may
from bot.domain.task import HoldState, Task
from bot.storage.loads import Loads
from bot.storage.work import UnitOfWork
from bot.ui.buttons.tasks import AgreeButton, AskButton, AskMemberButton, RefuseButton
from bot.ui.cards.tasks import names_of, task_head, wants
from bot.ui.grid import turning
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

PAGE = 8
"""Names at one time."""


async def helpers(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Who could go, who has least in hand first; a page of them."""
    task_id, page = row_and_page(ref)
    found = await uow.tasks.get(task_id)
    chooser = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    case = await uow.cases.find(found.case_id)
    if chooser is None or not may(chooser, Verb.ASK, Subject.work(found, case)):
        return None
    lines = [task_head(found, case, reader)]
    names = names_of(found, reader)
    if not found.is_live:
        return Screen(Markup("\n".join([*lines, reader.words("ask-over")])))
    if names:
        lines.append(reader.words("task-goes", names=names))
    lines += [reader.words("ask-waits", name=h.name) for h in found.holdings if h.state is HoldState.ASKED]
    if found.free <= 0:
        return Screen(Markup("\n".join(lines)))
    people = await _candidates(uow, found, case.reporter_id if case else None, reader)
    lines.append(reader.words("ask-whom" if people else "ask-nobody"))
    return Screen(Markup("\n".join(lines)), _rows(found, people, page, reader))


async def asked(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For who was asked: by whom, for what; 好 or 去不了."""
    found = await uow.tasks.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    mine = [h for h in found.holdings if person is not None and h.member_id == person.id]
    if not mine:
        return None
    case = await uow.cases.find(found.case_id)
    head = task_head(found, case, reader)
    hold = mine[-1]
    if hold.state is HoldState.ASKED and found.free > 0:
        asker = await uow.members.find(hold.by_id)
        lines = [
            reader.words("asked-head", by=asker.name if asker else ""),
            head,
            Markup("".join(wants(found, case, reader))),
        ]
        agree, refuse = AgreeButton(ref), RefuseButton(ref)
        rows = [[reader.key("button-agree", agree)], [reader.key("button-refuse", refuse)]]
        return Screen(Markup("\n".join(lines)), rows)
    return Screen(Markup(f"{head}\n{reader.words(_answered(found, hold.state))}"))


def _answered(found: Task, state: HoldState) -> str:
    if state in (HoldState.HOLDING, HoldState.DONE):
        return "asked-agreed"
    if state is HoldState.REFUSED and found.is_live:
        return "asked-refused"
    return "asked-over"


async def _candidates(
    uow: UnitOfWork, found: Task, reporter_id: int | None, reader: Reader
) -> list[tuple[Member, int]]:
    """Members who could claim it now, with how much they have in hand; never the reporter."""
    team = await uow.members.in_team(found.team)
    loads = await Loads(uow.session).of(m.id for m in team if m.id is not None)
    busy = {
        h.member_id for h in found.holdings if h.state in (HoldState.ASKED, HoldState.HOLDING, HoldState.DONE)
    }
    able = []
    for member in team:
        load = loads.get(member.id or 0, 0)
        if member.reachable and member.id not in busy | {reporter_id} and _may(found, member, load, reader):
            able.append((member, load))
    return sorted(able, key=lambda one: (one[1], one[0].name, one[0].id))


def _may(found: Task, member: Member, load: int, reader: Reader) -> bool:
    book = reader.playbook
    try:
        check_claim(found, member, load, book.limits.open_tasks, book, book.day(reader.now))
    except RuleError:
        return False
    return True


def _rows(found: Task, people: list[tuple[Member, int]], page: int, reader: Reader) -> Rows:
    ref = found.id or 0
    rows: Rows = [
        [_name(member, load, AskMemberButton(ref, member.id or 0), reader)]
        for member, load in people[page * PAGE : (page + 1) * PAGE]
    ]
    turn = turning(reader, page, PAGE, len(people), lambda to: AskButton(ref, to))
    return [*rows, turn]


def _name(member: Member, load: int, button: AskMemberButton, reader: Reader) -> Key:
    name = member.name[:20]
    label = reader.words.plain("ask-busy", name=name, count=load) if load else name
    return Key(label, button.pack())
