"""What waits for a person, most urgent first, each line with the button that deals with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.alarm import SOS
from bot.domain.rights import Verb, may_some
from bot.domain.visit import Press
from bot.domain.waiting import DISCONTENT, LONE, Wait, WaitKind
from bot.storage.waits import waits_for
from bot.storage.work import UnitOfWork
from bot.ui.buttons.alarms import TakeAlarmButton
from bot.ui.buttons.doors import SearchPressButton
from bot.ui.buttons.lone import TakeLoneButton
from bot.ui.buttons.service_time import TimesButton
from bot.ui.buttons.todo import PutAwayButton, RetryButton, TodoPageButton, TodoShowButton
from bot.ui.buttons.visits import MyRoundsButton, TakeCallButton
from bot.ui.cards.status import category_name, place_line, team_name
from bot.ui.cards.undelivered import card_keys, card_line, group_keys, group_line, post_keys, post_line
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

ON_A_PAGE = 10


async def todo(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Page `ref` of the list, to a coordinator; to a leader, of what is their team's."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None or not may_some(member, Verb.TODO):
        return None
    found = await waits_for(uow, member, reader.now)
    screen = page_of(found, "todo", ref, reader, "todo-head") if found else Screen(_nothing(reader))
    if await uow.visits.who_wait([member.id or 0]):
        screen.rows.append([reader.key("button-rounds", MyRoundsButton())])
    return screen


def page_of(
    found: Sequence[Wait], card: str, ref: int, reader: Reader, head: str, *, beyond: int = 0
) -> Screen:
    """Page `ref` of some of what waits, under `head`; `card` is what its further pages are of. `beyond`: more than was
    read."""
    page = ref if 0 <= ref * ON_A_PAGE < len(found) else 0
    shown = found[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    first = page * ON_A_PAGE + 1
    lines = [reader.words(head, count=len(found) + beyond)]
    rows: Rows = []
    for n, wait in enumerate(shown, first):
        lines.append(Markup(f"{n}. {_line(wait, reader)}"))
        rows.append(_KEYS[wait.kind](wait, n, reader))
    left = len(found) + beyond - first + 1 - len(shown)
    if left > 0:
        rows.append([reader.key("button-todo-more", TodoPageButton(card, page + 1), count=left)])
    elif page:
        rows.append([reader.key("button-todo-first", TodoPageButton(card, 0))])
    return Screen(Markup("\n".join(lines)), rows)


def _nothing(reader: Reader) -> Markup:
    times = [f"{at.hour}:{at.minute:02}" for at in reader.playbook.duty.lists_at]
    return reader.words("todo-nothing", times=times)


def _line(wait: Wait, reader: Reader) -> Markup:
    words = reader.words
    place = place_line(wait.place, reader) or words("alarm-no-place")
    category = category_name(wait.what, reader)
    late = wait.at <= reader.now
    match wait.kind:
        case WaitKind.SEARCH if wait.what == LONE:
            return words("todo-lone", place=place, at=wait.at)
        case WaitKind.SEARCH if wait.who:
            return words("todo-search-taken", place=place, at=wait.at, name=wait.who)
        case WaitKind.SEARCH:
            return words("todo-search", place=place, at=wait.at)
        case WaitKind.ALARM:
            danger = reader.playbook.danger(wait.what)
            return words(
                "todo-alarm", what=danger.names if danger else wait.what or SOS, place=place, at=wait.at
            )
        case WaitKind.ARRIVAL:
            key = "todo-discontent" if wait.why == DISCONTENT else "todo-arrival"
            return words(key, no=wait.no, place=place, category=category, by=wait.at)
        case WaitKind.CALL:
            return words("todo-call", place=place, by=wait.at)
        case WaitKind.UNCLEAR:
            return words("todo-unclear-late" if late else "todo-unclear", no=wait.no, place=place, by=wait.at)
        case WaitKind.DRAFT:
            return words("todo-draft", name=wait.who or "", category=category, at=wait.at)
        case WaitKind.UNCLAIMED:
            return words("todo-unclaimed", no=wait.no, place=place, category=category, by=wait.at)
        case WaitKind.OVERDUE:
            return words("todo-overdue", no=wait.no, place=place, category=category, by=wait.at)
        case WaitKind.NOTICE:
            return words("todo-notice", name=wait.who or "", text=wait.what or "", at=wait.at)
        case WaitKind.UNTOLD:
            return words("todo-untold", no=wait.no, place=place, at=wait.at)
        case WaitKind.KIN:
            return words("todo-kin", place=place, at=wait.at)
        case WaitKind.JOIN:
            return words("todo-join", name=wait.who or "", team=team_name(wait.what, reader), at=wait.at)
        case WaitKind.LISTED:
            return words("todo-listed", name=wait.who or "", at=wait.at)
        case WaitKind.MOVED:
            return words("todo-moved", place=place, at=wait.at)
        case WaitKind.TIME:
            return words("todo-times", team=team_name(wait.what, reader), count=wait.no, at=wait.at)
        case WaitKind.POST:
            return post_line(wait, reader)
        case WaitKind.CARD:
            return card_line(wait, reader)
        case WaitKind.GROUP:
            return group_line(wait, reader)
        case WaitKind.UPDATE:
            return words("todo-update", reference=wait.no, at=wait.at)


def _search(wait: Wait, n: int, reader: Reader) -> list[Key]:
    if wait.what == LONE:
        return [reader.key("button-todo-take", TakeLoneButton(wait.ref), n=n)]
    if wait.who:
        return [reader.key("button-todo-search", TodoShowButton("door_call", wait.ref), n=n)]
    return [reader.key("button-todo-take", SearchPressButton(wait.ref, Press.TAKE, 0), n=n)]


def _alarm(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-take", TakeAlarmButton(wait.ref), n=n)]


def _arrival(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-arrive", TodoShowButton("arrive_case", wait.ref), no=wait.no)]


def _call(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-take-call", TakeCallButton(wait.ref), n=n)]


def _unclear(wait: Wait, n: int, reader: Reader) -> list[Key]:
    accept = reader.key("button-todo-accept", TodoShowButton("triage", wait.ref), no=wait.no)
    return [accept, reader.key("button-todo-merge", TodoShowButton("merge", wait.ref), no=wait.no)]


def _overdue(wait: Wait, n: int, reader: Reader) -> list[Key]:
    reassign = reader.key("button-todo-reassign", TodoShowButton("triage", wait.ref), no=wait.no)
    return [reassign, reader.key("button-todo-merge", TodoShowButton("merge", wait.ref), no=wait.no)]


def _draft(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-draft", TodoShowButton("draft", wait.ref), n=n)]


def _unclaimed(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-send", TodoShowButton("task", wait.ref), no=wait.no)]


def _notice(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-notice", TodoShowButton("notice_second", wait.ref), n=n)]


def _untold(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-tell", TodoShowButton("telling", wait.ref), no=wait.no)]


def _kin(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-kin", TodoShowButton("kin_visit", wait.ref), n=n)]


def _join(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-join", TodoShowButton("teammate", wait.ref), n=n)]


def _listed(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-listed", TodoShowButton("listed", wait.ref), n=n)]


def _moved(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-listed", TodoShowButton("moved_out", wait.ref), n=n)]


def _times(wait: Wait, n: int, reader: Reader) -> list[Key]:
    return [reader.key("button-todo-times", TimesButton(), n=n)]


def _update(wait: Wait, n: int, reader: Reader) -> list[Key]:
    retry = reader.key("button-retry", RetryButton(wait.ref), n=n)
    return [retry, reader.key("button-put-away", PutAwayButton(wait.ref), n=n)]


_KEYS: dict[WaitKind, Callable[[Wait, int, Reader], list[Key]]] = {
    WaitKind.SEARCH: _search,
    WaitKind.ALARM: _alarm,
    WaitKind.ARRIVAL: _arrival,
    WaitKind.CALL: _call,
    WaitKind.UNCLEAR: _unclear,
    WaitKind.DRAFT: _draft,
    WaitKind.UNCLAIMED: _unclaimed,
    WaitKind.OVERDUE: _overdue,
    WaitKind.NOTICE: _notice,
    WaitKind.UNTOLD: _untold,
    WaitKind.KIN: _kin,
    WaitKind.JOIN: _join,
    WaitKind.LISTED: _listed,
    WaitKind.MOVED: _moved,
    WaitKind.GROUP: group_keys,
    WaitKind.POST: post_keys,
    WaitKind.CARD: card_keys,
    WaitKind.UPDATE: _update,
    WaitKind.TIME: _times,
}
