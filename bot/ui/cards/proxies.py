"""What is reported for somebody without Telegram: on the preview, on the receipt, and 告诉她 when it is over."""

from __future__ import annotations

from bot.domain.draft import Draft
from bot.domain.kinship import Kinship
from bot.domain.member import Member
from bot.domain.proxy import Proxy, Telling, Way
from bot.domain.rights import Subject, Verb, may
from bot.storage.work import UnitOfWork
from bot.ui.buttons.proxies import (
    ForOtherButton,
    NotReachedButton,
    PersonButton,
    ToldButton,
    UndoToldButton,
    WayButton,
    WhoseButton,
)
from bot.ui.cards.status import place_line, status_line
from bot.ui.grid import choice
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Key, Reader, Rows, Screen

_SAID = 200
_WAYS = {
    Way.MYSELF: "button-way-myself",
    Way.CALL: "button-way-call",
    Way.VISIT: "button-way-visit",
    Way.NONE: "button-way-none",
}


async def report_ask(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """报一件事: what is it? Or is it somebody else's?"""
    rows: Rows = []
    for link in await uow.kin.elders_of(ref):
        label = reader.words.plain("kin-report-for", name=await called(uow, link, reader))
        rows.append([choice(label, ForOtherButton(link.id or 0))])
    return Screen(reader.words("report-asked"), [*rows, [reader.key("button-for-other", ForOtherButton(0))]])


async def called(uow: UnitOfWork, link: Kinship, reader: Reader) -> str:
    """The old person's name, to their family."""
    elder = await uow.members.find(link.elder_id)
    return elder.name if elder else link.name or reader.words.plain("proxy-nameless")


async def proxy_ask(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """替别人报: who, where, what, in one line."""
    return Screen(reader.words("proxy-ask"))


def preview_lines(proxy: Proxy, own: bool, reader: Reader) -> list[Markup]:
    """For whom, on the preview; who only found it lying does not read who they are."""
    words = reader.words
    if not own:
        return [words("proxy-for-somebody")]
    if proxy.name is None:
        return [words("proxy-for-nameless")]
    if proxy.phone is None:
        lines = [words("proxy-for", name=proxy.name)]
    else:
        lines = [words("proxy-for-phone", name=proxy.name, phone=dialable(proxy.phone))]
    return [*lines, words("proxy-way", way=str(proxy.way))]


def preview_rows(found: Draft, proxy: Proxy | None, reader: Reader) -> Rows:
    """Whose is it; then how they are told, and what they are called."""
    ref = found.id or 0
    if proxy is None:
        if not found.asks_whose:
            return []
        own = reader.key("button-own-matter", WhoseButton(ref, 1))
        return [[own, reader.key("button-for-other", WhoseButton(ref, 0))]]
    keys = [_way_key(ref, proxy, way, reader) for way in Way]
    name = reader.key("button-rename" if proxy.name else "button-name", PersonButton(ref))
    return [keys[:2], keys[2:], [name]]


def _way_key(ref: int, proxy: Proxy, way: Way, reader: Reader) -> Key:
    key = reader.key(_WAYS[way], WayButton(ref, way))
    return Key(f"✓ {key.text}", key.data) if proxy.way is way else key


def receipt_line(proxy: Proxy, reader: Reader) -> Markup:
    """On the reporter's receipt: for whom, and whether they were told."""
    name = proxy.name or reader.words.plain("proxy-nameless")
    state = str(proxy.way) if proxy.state is Telling.WAITING else str(proxy.state)
    return reader.words("proxy-receipt", name=name, state=state)


async def telling(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """告诉她, to whoever is to do it (a coordinator where nobody does): whom, where, what. Then it is taken back."""
    proxy = await uow.proxies.find(ref)
    case = await uow.cases.find(proxy.case_id) if proxy else None
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if proxy is None or case is None or person is None or not _may_tell(person, proxy):
        return None
    words, no = reader.words, case.number
    if proxy.state is not Telling.DUE:
        return _told(proxy, person, no, reader)
    over = await uow.cases.find(case.merged_into) or case
    place = place_line(case.place, reader) or words("details-no-place")
    name = proxy.name or words.plain("proxy-nameless")
    lines = [words("telling-head", no=no, tries=proxy.tries)]
    if proxy.phone:
        phone = dialable(proxy.phone)
        lines.append(words("details-whom-phone", name=name, place=place, phone=phone))
    else:
        lines.append(words("details-whom", name=name, place=place))
    if case.text.strip():
        said = case.text.strip()
        lines.append(words("details-text", text=said if len(said) <= _SAID else f"{said[:_SAID]}…"))
    lines.append(words("telling-result", result=status_line(over, await uow.tasks.of_case(over.id), reader)))
    lines.append(words("telling-way", way=str(proxy.way)))
    rows = [
        [reader.key("button-told", ToldButton(ref))],
        [reader.key("button-unreached", NotReachedButton(ref))],
    ]
    return Screen(Markup("\n".join(lines)), rows, protect=True)


def _may_tell(person: Member, proxy: Proxy) -> bool:
    own = proxy.teller_id is not None and proxy.teller_id == person.id
    return may(person, Verb.TELL, Subject(own=own))


def _told(proxy: Proxy, person: Member, no: str, reader: Reader) -> Screen:
    """Thanks; who pressed it by mistake may take it back for a minute. Nothing of the person is left on it."""
    if proxy.state is not Telling.TOLD or proxy.told_at is None:
        return Screen(reader.words("telling-off", no=no))
    text = reader.words("telling-done", no=no)
    until = proxy.told_at + reader.playbook.limits.undo
    if proxy.told_by != person.id or reader.now > until:
        return Screen(text)
    return Screen(text, [[reader.key("button-undo", UndoToldButton(proxy.id or 0))]], until=until)
