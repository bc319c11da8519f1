"""How visits stand in a month: by programme, building or helper; and the list from which paper results are entered."""

from __future__ import annotations

from bot.domain.month import first_of, month_of, span_of
from bot.domain.rights import Verb, may
from bot.domain.visit import Outcome
from bot.domain.visit.coverage import Tally, standing_of, total
from bot.storage.coverage import CoverageRows, Told
from bot.storage.posts_held import empty_posts
from bot.storage.work import UnitOfWork
from bot.ui.buttons.care import CarePageButton
from bot.ui.buttons.coverage import CoverageButton, EnterButton, EnterOneButton
from bot.ui.buttons.exporting import ExportButton
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

VIEWS = ("programme", "building", "helper")
PAGE = 6
_MOST = 40
_FEW = 4


def coverage_ref(month: int, by: int) -> int:
    """Month and view as the number of a card."""
    return month * len(VIEWS) + by


async def coverage(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A line for each; the worst first."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.PLAN_VISITS):
        return None
    month, by = divmod(ref, len(VIEWS))
    zone, words = reader.playbook.zone, reader.words
    rows = await CoverageRows(uow.session).between(*span_of(month, zone))
    names = await _names(uow, rows, VIEWS[by], reader)
    tallies: dict[str, Tally] = {}
    for row in rows:
        standing = standing_of(row.state, row.outcome)
        if standing is not None:
            tally = tallies.setdefault(names[row.id], Tally())
            tally.count(standing, row.due_at, row.outcome_at, reader.now)
    first = first_of(month)
    title = words("coverage-head", year=str(first.year), month=str(first.month))
    lines = [title, _line("coverage-all", total(tallies.values()), reader)]
    worst = sorted(tallies.items(), key=lambda one: (one[1].share, -one[1].due, one[0]))
    lines += [_line("coverage-line", tally, reader, name=name) for name, tally in worst[:_MOST]]
    if len(worst) > _MOST:
        lines.append(words("coverage-more", count=len(worst) - _MOST))
    if not tallies:
        lines = [title, words("coverage-none")]
    if by == 0:
        lines += await _empty_posts(uow, reader)
    return Screen(Markup("\n".join(lines)), _rows(month, by, reader), protect=True)


async def _empty_posts(uow: UnitOfWork, reader: Reader) -> list[Markup]:
    """Where nobody holds a post, coordinators are asked for its visits: that is said, so that somebody is named."""
    lines = []
    for duty, places in (await empty_posts(uow.session, reader.playbook)).items():
        kind = reader.playbook.charge(duty)
        named = [place_line(one, reader) for one in places[:_FEW]]
        key = "coverage-post-empty-more" if len(places) > _FEW else "coverage-post-empty"
        name = kind.name(reader.language) if kind else duty
        lines.append(reader.words(key, duty=name, places=named, count=len(places)))
    return lines


async def enter(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Those that still have no result, each with what came of it."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.PLAN_VISITS):
        return None
    page = max(0, ref)
    found = await CoverageRows(uow.session).to_enter(reader.now, reader.now, PAGE + 1, page * PAGE)
    homes = {one.id: one for one in await uow.households.many([row.household_id for row in found])}
    lines = [reader.words("enter-head")]
    rows: Rows = []
    for row in found[:PAGE]:
        home = homes[row.household_id]
        door = "-".join(filter(None, (home.place.building, home.place.unit, home.place.room)))
        who = [one.name for one in home.present]
        lines.append(reader.words("enter-line", no=str(row.id), door=door, who=who))
        rows.append(
            [
                reader.key("enter-met", EnterOneButton(page, row.id, Outcome.MET), no=str(row.id)),
                reader.key("enter-phoned", EnterOneButton(page, row.id, Outcome.PHONED), no=str(row.id)),
            ]
        )
    turn: list[Key] = []
    if page:
        turn.append(reader.key("button-page-before", EnterButton(page - 1)))
    if len(found) > PAGE:
        turn.append(reader.key("button-page-after", EnterButton(page + 1)))
    return Screen(Markup("\n".join(lines)), [*rows, turn], protect=True)


def _line(key: str, tally: Tally, reader: Reader, **args: str) -> Markup:
    numbers = {name: getattr(tally, name) for name in Tally.__slots__}
    return reader.words(key, **numbers, **args, share=str(tally.share))


async def _names(uow: UnitOfWork, rows: list[Told], view: str, reader: Reader) -> dict[int, str]:
    """What each visit is listed under. What nobody has made is its paired helper's."""
    book = reader.playbook
    if view == "programme":
        known = {one.key: one.name(reader.language) for one in book.visits.programmes}
        return {row.id: known.get(row.programme, row.programme) for row in rows}
    if view == "building":
        titles = {one.name: one.title(reader.language) for one in book.compounds}
        return {row.id: f"{titles.get(row.compound, row.compound)} {row.building}" for row in rows}
    paired = await CoverageRows(uow.session).helpers(sorted({row.plan_id for row in rows}))
    whose = {row.id: row.outcome_by or paired.get(row.plan_id) for row in rows}
    people = await uow.members.many(sorted({one for one in whose.values() if one}))
    nobody = reader.words.plain("coverage-nobody")
    return {row.id: people[one].name if (one := whose[row.id]) in people else nobody for row in rows}


def _rows(month: int, by: int, reader: Reader) -> Rows:
    labels = ("button-by-programme", "button-by-building", "button-by-helper")
    views = [reader.key(label, CoverageButton(month, n)) for n, label in enumerate(labels) if n != by]
    this = month_of(reader.playbook.day(reader.now))
    turn = [reader.key("button-month-before", CoverageButton(month - 1, by))]
    if month < this:
        turn.append(reader.key("button-month-after", CoverageButton(month + 1, by)))
    rows = [views, turn]
    if month in (this, this - 1):
        rows.append(
            [reader.key("button-ledger", ExportButton("ledger" if month == this else "ledger_before"))]
        )
    return [
        *rows,
        [reader.key("button-enter", EnterButton(0))],
        [reader.key("button-care", CarePageButton(0))],
    ]
