"""Cards of cases: for the neighbours, for the reporter, and one's own list."""

from __future__ import annotations

from bot.domain.case import Case, CaseState
from bot.domain.pages import span_of
from bot.storage.work import UnitOfWork
from bot.ui.buttons.reports import DeleteOriginButton, FollowButton, OpenCaseButton, WithdrawButton
from bot.ui.buttons.results import NotSolvedButton, SolvedButton
from bot.ui.cards.proxies import receipt_line
from bot.ui.cards.status import category_name, fresh_until, place_line, short_place, status_line
from bot.ui.cards.tasks import write_row
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

SHORT = 60  # characters of a case's words in a list
LONG = 1500  # and on a card of its own
_LISTED = 30  # cases on one list


def shorten(text: str, length: int) -> str:
    """One's own words, cut where the card would burst."""
    text = text.strip()
    return text if len(text) <= length else text[: length - 1] + "…"


async def case(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the neighbours: number, building, category, what happens next, by when. Nothing private."""
    found = await uow.cases.get(ref)
    if found.sensitive:
        return None
    tasks = await uow.tasks.of_case(found.id)
    head = reader.words(
        "case-head",
        no=found.number,
        place=short_place(found.place, reader),
        category=category_name(found.category, reader),
    )
    rows: Rows = []
    if found.is_open:
        n = found.followers
        label = "button-me-too-count" if n else "button-me-too"
        rows.append([reader.key(label, FollowButton(ref), **({"count": n} if n else {}))])
        if not await _reporter_reachable(uow, found):
            rows.append([reader.start_key("button-follow-progress", f"case_{ref}")])
    line = status_line(found, tasks, reader)
    return Screen(Markup(f"{head}\n{line}"), rows, until=fresh_until(found, reader))


async def _reporter_reachable(uow: UnitOfWork, found: Case) -> bool:
    reporter = await uow.members.find(found.reporter_id)
    return reporter is None or reporter.reachable


async def case_list(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Instead of many cards: what came in that hour (`ref` hours since 1970), a line each with how it stands."""
    group = await uow.chats.find(reader.chat_id)
    if group is None:
        return None
    found = await uow.cases.told_in(group.compound, group.building, *span_of(ref))
    if not found:
        return None
    lines = [
        reader.words(
            "case-line",
            no=one.number,
            category=category_name(one.category, reader),
            status=status_line(one, (), reader),
        )
        for one in found[-_LISTED:]
    ]
    head = reader.words("case-list-head", count=len(found))
    keys = [
        reader.key("button-me-too-no", FollowButton(one.id or 0), no=one.number)
        for one in found[-_LISTED:]
        if one.is_open
    ]
    return Screen(Markup("\n".join([head, *lines])), [keys[i : i + 3] for i in range(0, len(keys), 3)])


async def receipt(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the reporter: number, what happens next, how to add to it, and 不用办了."""
    found = await uow.cases.get(ref)
    tasks = await uow.tasks.of_case(found.id)
    line = status_line(found, tasks, reader)
    lines = [
        reader.words("receipt-head", no=found.number),
        _words_and_files(found, reader),
        reader.words("receipt-next", next=line) if found.is_open else line,
    ]
    if (proxy := await uow.proxies.find(found.proxy_id)) is not None:
        lines.insert(1, receipt_line(proxy, reader))
    if found.linked_to:
        lines.append(reader.words("receipt-linked", no=str(found.linked_to)))
    rows: Rows = []
    if found.is_open:
        lines.append(reader.words("receipt-add"))
        rows.append(write_row(tasks, ref, reader))
        asked = found.state is CaseState.PROPOSED
        rows += (
            answer_rows(found, reader) if asked else [[reader.key("button-withdraw", WithdrawButton(ref))]]
        )
    return Screen(Markup("\n".join(lines)), rows, until=fresh_until(found, reader))


def answer_rows(found: Case, reader: Reader) -> Rows:
    """已解决 / 没解决."""
    ref = found.id or 0
    return [
        [reader.key("button-solved", SolvedButton(ref))],
        [reader.key("button-not-solved", NotSolvedButton(ref))],
    ]


def _words_and_files(found: Case, reader: Reader) -> Markup:
    files = len(found.attachments)
    if not found.text:
        return reader.words("receipt-only-files", count=files)
    words = reader.words("receipt-words", text=shorten(found.text, 200))
    return Markup(words + reader.words("receipt-files", count=files)) if files else words


async def mine(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """One's own cases, and those one met too, newest first."""
    own = await uow.cases.reported_by(ref, limit=8)
    met = await uow.cases.followed_by(ref, limit=4)
    if not own and not met:
        return Screen(reader.words("mine-empty"))
    lines: list[Markup] = [reader.words("mine-head")]
    rows: Rows = []
    keys: list[Key] = []
    for one in [*own, *met]:
        tasks = await uow.tasks.of_case(one.id)
        lines.append(
            reader.words(
                "mine-line",
                no=one.number,
                text=shorten(one.text, SHORT) if one in own else category_name(one.category, reader),
                status=status_line(one, tasks, reader),
            )
        )
        if one in own and one.is_open:
            keys.append(reader.key("button-open-case", OpenCaseButton(one.id or 0), no=one.number))
    rows = [keys[i : i + 3] for i in range(0, len(keys), 3)]
    return Screen(Markup("\n".join(lines)), rows)


async def privacy(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For somebody who wrote a flat or a phone into a group: shall we take the message away?"""
    found = await uow.cases.get(ref)
    key = reader.key("button-delete-mine", DeleteOriginButton(ref))
    return Screen(reader.words("privacy-offer", no=found.number), [[key]])


async def followed(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For somebody who met it too: how it stands, and the place without the flat."""
    found = await uow.cases.get(ref)
    if found.sensitive:
        return None
    tasks = await uow.tasks.of_case(found.id)
    head = reader.words(
        "case-head",
        no=found.number,
        place=place_line(found.place.public, reader),
        category=category_name(found.category, reader),
    )
    line = status_line(found, tasks, reader)
    return Screen(Markup(f"{head}\n{line}"), until=fresh_until(found, reader))
