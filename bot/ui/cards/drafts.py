"""The preview of a draft: what was understood, who will see what, and 提交."""

from __future__ import annotations

from bot.domain.draft import Draft, DraftState
from bot.domain.member import Member
from bot.domain.place import Place
from bot.storage.work import UnitOfWork
from bot.ui.buttons.reports import (
    AddToCaseButton,
    BackToDraftButton,
    ChangePlaceButton,
    DraftPlaceButton,
    DropDraftButton,
    FileAnswerButton,
    KeepPrivateButton,
    OtherMatterButton,
    RestoreDraftButton,
    SendDraftButton,
)
from bot.ui.cards.cases import LONG, shorten
from bot.ui.cards.status import category_name, place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_FILED = {"remark": "remark-kept", "praise": "praise-kept"}


async def draft(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The preview; after 提交 or 取消 one line that says so."""
    found = await uow.drafts.get(ref)
    writer = await uow.members.get(found.member_id)
    if found.state is DraftState.SENT and found.answers:
        text = reader.words(_FILED.get(found.answers, "added-to-case"), no=str(found.case_id))
        return Screen(text, [[reader.key("button-other-matter", OtherMatterButton(ref))]])
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
        return _places(found, reader)
    return Screen(_text(found, writer, reader), _rows(found, writer, reader))


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
    if found.attachments:
        lines.append(words("draft-files", count=len(found.attachments)))
    place = place_line(found.place, reader) if found.building else words("draft-no-place")
    lines.append(words("draft-place", place=place, category=category_name(found.category, reader)))
    lines.append(words("draft-who-private" if found.sensitive else "draft-who"))
    return Markup("\n".join(lines))


def _rows(found: Draft, writer: Member, reader: Reader) -> Rows:
    ref = found.id or 0
    rows: Rows = []
    if not found.building and writer.building:
        home = _numbers(writer.home, reader)
        if home is not None:
            label = reader.words.plain("place-building", building=writer.building)
            rows.append([Key(label, home.of(ref).pack())])
    rows.append([reader.key("button-submit", SendDraftButton(ref))])
    if found.adds_to:
        rows.append([reader.key("button-add-to", AddToCaseButton(ref), no=str(found.adds_to))])
    private = "button-not-private" if found.sensitive else "button-private"
    rows.append(
        [
            reader.key("button-place", ChangePlaceButton(ref, _start(writer, reader))),
            reader.key(private, KeepPrivateButton(ref)),
        ]
    )
    rows.append([reader.key("button-drop", DropDraftButton(ref))])
    return rows


class _Numbered:
    """A place by the playbook's own numbers, which fit into a button."""

    def __init__(self, compound: int, building: int) -> None:
        self.compound, self.building = compound, building

    def of(self, draft_id: int) -> DraftPlaceButton:
        """The button that moves that draft here."""
        return DraftPlaceButton(draft_id, self.compound, self.building)


def _numbers(place: Place, reader: Reader) -> _Numbered | None:
    for number, compound in enumerate(reader.playbook.compounds):
        if compound.name == place.compound:
            for position, building in enumerate(compound.buildings):
                if building.name == place.building:
                    return _Numbered(number, position)
    return None


def _start(writer: Member, reader: Reader) -> int:
    names = [compound.name for compound in reader.playbook.compounds]
    return names.index(writer.compound) if writer.compound in names else -1


def _places(found: Draft, reader: Reader) -> Screen:
    ref, picking = found.id or 0, found.picking if found.picking is not None else -1
    compounds = reader.playbook.compounds
    keys: list[Key]
    if not 0 <= picking < len(compounds):
        keys = [
            Key(compound.title(reader.language), ChangePlaceButton(ref, number).pack())
            for number, compound in enumerate(compounds)
        ]
        rows = [keys[i : i + 2] for i in range(0, len(keys), 2)]
        return Screen(
            reader.words("draft-pick-compound"), [*rows, [reader.key("button-back", BackToDraftButton(ref))]]
        )
    keys = [
        Key(
            reader.words.plain("place-building", building=building.name),
            DraftPlaceButton(ref, picking, position).pack(),
        )
        for position, building in enumerate(compounds[picking].buildings)
    ]
    rows = [keys[i : i + 3] for i in range(0, len(keys), 3)]
    rows.append([reader.key("button-whole-compound", DraftPlaceButton(ref, picking, -1))])
    rows.append(
        [
            reader.key("button-other-compound", ChangePlaceButton(ref, -1)),
            reader.key("button-back", BackToDraftButton(ref)),
        ]
    )
    return Screen(
        reader.words("draft-pick-building", compound=compounds[picking].title(reader.language)), rows
    )
