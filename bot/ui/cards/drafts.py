"""The preview of a draft: what was understood, who will see what, and 提交."""

from __future__ import annotations

from bot.domain.dialing import dial_line
from bot.domain.draft import Draft, DraftState
from bot.domain.member import Member
from bot.domain.triage import understand
from bot.storage.work import UnitOfWork
from bot.ui.buttons.reports import (
    AddToCaseButton,
    CaseInDangerButton,
    CaseNoDangerButton,
    ChangePlaceButton,
    DropDraftButton,
    FileAnswerButton,
    InDangerButton,
    KeepPrivateButton,
    NoDangerButton,
    OtherMatterButton,
    RestoreDraftButton,
    SendDraftButton,
)
from bot.ui.cards.cases import LONG, shorten
from bot.ui.cards.draft_places import compound_rows, home_row, picking_screen
from bot.ui.cards.proxies import preview_lines, preview_rows
from bot.ui.cards.status import category_name, place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_FILED = {"remark": "remark-kept", "praise": "praise-kept"}


async def draft(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The preview; after 提交 or 取消 one line that says so."""
    found = await uow.drafts.get(ref)
    writer = await uow.members.get(found.member_id)
    if found.state is DraftState.SENT and found.answers:
        text = reader.words(_FILED.get(found.answers, "added-to-case"), no=str(found.case_id))
        return Screen(text, [[reader.key("button-other-matter", OtherMatterButton(ref))]])
    if found.state is DraftState.SENT and found.danger:
        return Screen(reader.words("draft-heeded"))
    if found.state is DraftState.SENT:
        key = "draft-joined" if found.case_id == found.adds_to else "draft-sent"
        return Screen(reader.words(key, no=str(found.case_id)))
    if found.state is DraftState.DROPPED:
        return Screen(
            reader.words("draft-dropped"), [[reader.key("button-restore", RestoreDraftButton(ref))]]
        )
    if writer.telegram_id == reader.chat_id and found.answers:
        return _which(found, reader)
    if writer.telegram_id == reader.chat_id and found.picking is not None:
        return picking_screen(found, reader)
    if writer.telegram_id == reader.chat_id and found.asks_danger:
        return _in_danger(found, reader)
    proxy = await uow.proxies.find(found.proxy_id)
    own = writer.telegram_id == reader.chat_id
    text, rows = _text(found, writer, reader), _rows(found, writer, reader)
    if proxy is not None:
        text = Markup("\n".join([*preview_lines(proxy, own, reader), text]))
    elif own and found.asks_whose:
        text = Markup(f"{text}\n{reader.words('proxy-whose')}")
    return Screen(text, [*preview_rows(found, proxy, reader), *rows] if own else rows)


def _in_danger(found: Draft, reader: Reader) -> Screen:
    """It may be danger: asked before anything else, with whom to call while they think."""
    said = reader.words("draft-words", text=shorten(found.text, LONG))
    dial = dial_line(reader.playbook.danger(found.perhaps), reader.playbook)
    text = Markup(f"{said}\n{reader.words('draft-in-danger', dial=dial)}")
    return Screen(text, _danger_rows(found, reader))


async def doubt(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The same of what was said in a group and is filed already; nothing once that is over."""
    case = await uow.cases.get(ref)
    if await uow.alarms.of_case(case.id) is not None:
        return Screen(reader.words("draft-heeded"))
    if not case.is_open:
        return None
    perhaps = understand(case.text, reader.playbook).perhaps
    dial = dial_line(reader.playbook.danger(perhaps), reader.playbook)
    text = f"#{case.number}\n{reader.words('draft-in-danger', dial=dial)}"
    yes = reader.key("button-in-danger", CaseInDangerButton(ref))
    return Screen(Markup(text), [[yes], [reader.key("button-no-danger", CaseNoDangerButton(ref))]])


def _danger_rows(found: Draft, reader: Reader) -> Rows:
    ref = found.id or 0
    return [
        [reader.key("button-in-danger", InDangerButton(ref))],
        [reader.key("button-no-danger", NoDangerButton(ref))],
    ]


def _which(found: Draft, reader: Reader) -> Screen:
    """Written after a question, and plainly about something else: what is it?"""
    ref, no = found.id or 0, str(found.adds_to)
    said = reader.words("draft-words", text=shorten(found.text, LONG))
    rows: Rows = [
        [reader.key("button-other-matter", OtherMatterButton(ref))],
        [reader.key("button-file-answer", FileAnswerButton(ref), no=no)],
    ]
    return Screen(Markup(f"{said}\n{reader.words('draft-which', no=no)}"), rows)


def _text(found: Draft, writer: Member, reader: Reader) -> Markup:
    words = reader.words
    lines = []
    if writer.telegram_id != reader.chat_id:
        lines.append(words("draft-lies", name=writer.name, at=found.last_at))
    elif found.for_neighbour:
        lines.append(words("draft-for-neighbour"))
    text = shorten(found.text, LONG)
    lines.append(words("draft-words", text=text) if text else words("draft-no-words"))
    if found.asks_danger:
        lines.append(words("draft-perhaps-danger"))
    if found.attachments:
        lines.append(words("draft-files", count=len(found.attachments)))
    ask = "draft-no-place" if writer.telegram_id == reader.chat_id else "alarm-no-place"
    place = words(ask) if found.asks_place else place_line(found.place, reader)
    lines.append(words("draft-place", place=place, category=category_name(found.category, reader)))
    if found.proxy_id is not None and not found.sensitive:
        lines.append(words("proxy-who"))
    else:
        lines.append(words("draft-who-private" if found.sensitive else "draft-who"))
    return Markup("\n".join(lines))


def _rows(found: Draft, writer: Member, reader: Reader) -> Rows:
    """A missing place is asked with the buttons on top; who only found the draft lying sees none of them."""
    ref, own = found.id or 0, writer.telegram_id == reader.chat_id
    rows: Rows = [] if own or not found.asks_danger else _danger_rows(found, reader)
    asks = own and found.asks_place
    at_home = home_row(found, writer.home, reader) if asks and not found.building else []
    if asks:
        rows.extend(at_home or compound_rows(found, reader))
    rows.append([reader.key("button-submit", SendDraftButton(ref))])
    if found.adds_to:
        rows.append([reader.key("button-add-to", AddToCaseButton(ref), no=str(found.adds_to))])
    private = "button-not-private" if found.sensitive else "button-private"
    row = [reader.key(private, KeepPrivateButton(ref))]
    if own and (at_home or not asks):
        row.insert(0, reader.key("button-place", ChangePlaceButton(ref, _start(writer, reader), 0)))
    rows.append(row)
    rows.append([reader.key("button-drop", DropDraftButton(ref))])
    return rows


def _start(writer: Member, reader: Reader) -> int:
    names = [compound.name for compound in reader.playbook.compounds]
    return names.index(writer.compound) if writer.compound in names else -1
