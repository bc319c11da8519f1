"""A notice as people read it: in groups, in private, before it is sent, and in the list of what holds."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.member import Member
from bot.domain.notice import LONGEST, PRIVATE, Notice, NoticeFile, NoticeState, groups, is_for, units
from bot.domain.playbook import LANGUAGES
from bot.domain.rights import Verb, may_some
from bot.domain.role import OFFICES
from bot.storage.notices import PREVIEWS, Notices
from bot.storage.placements import DELETABLE
from bot.storage.reach import Reach
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.notices import NoticeButton, ReadNoticeButton
from bot.ui.cards.boards import board_rows
from bot.ui.cards.question_below import below
from bot.ui.cards.receipts import receipt_rows
from bot.ui.cards.roll_below import roll_below
from bot.ui.grid import choice
from bot.ui.i18n import Markup, words_for
from bot.ui.screen import Reader, Rows, Screen

_MOST = 12
_SOME_GROUP = -1
_LABEL = 20


async def notice_post(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """As everybody reads it, with 收到 below while it holds."""
    notice = await Notices(uow.session).get(ref)
    if notice.state in (NoticeState.DRAFT, NoticeState.SECOND, NoticeState.DROPPED):
        return None
    return await _as_read(uow, notice, reader)


async def notice_preview(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The same to its writer and to a second person, before anybody else; gone once it has been taken back."""
    number, language = divmod(ref, PREVIEWS)
    notice = await Notices(uow.session).get(number)
    if notice.empty or notice.state in (NoticeState.DROPPED, NoticeState.WITHDRAWN):
        return None
    first = await Reach(uow.session).groups(notice.audience, limit=1)
    spoken = LANGUAGES[language]
    if first and len(notice.texts) < 2:  # all of them read this one, each with our words in their language
        spoken = (await uow.chats.languages([first[0].chat_id])).get(first[0].chat_id, spoken)
    words = words_for(spoken, uow.playbook.zone).at(reader.now)
    private = notice.audience and not first and all(one.to in PRIVATE for one in notice.audience)
    theirs = replace(reader, words=words, chat_id=reader.chat_id if private else _SOME_GROUP)
    return await _as_read(uow, notice, theirs)


async def _as_read(uow: UnitOfWork, notice: Notice, reader: Reader) -> Screen:
    file = notice.files[0] if notice.files and not notice.apart else None
    if notice.state is NoticeState.WITHDRAWN or notice.empty:
        kept = None if notice.deletable(DELETABLE) else file
        return Screen(reader.words("notice-taken-back"), file=kept, blank=_goes(kept), silent=True)
    writer = await uow.members.get(notice.member_id)
    words, foot = notice.words(reader.language).cut(LONGEST), [_signed(writer, reader)]
    if notice.corrected_at is not None:
        foot.append(reader.words.plain("notice-corrected", at=notice.corrected_at))
    rows: Rows = []
    roll = await RollCalls(uow.session).of(notice.id)
    if notice.ended_at is not None:
        foot.append(reader.words.plain("notice-over"))
    elif roll is None:
        rows, told = await receipt_rows(uow, notice, reader)
        foot += told
    said = [words.text, ""] if words.text else []
    taken = units("\n".join([*said, *foot]))
    asked, keys = (
        await roll_below(uow, notice, roll, reader) if roll else await below(uow, notice, reader, taken)
    )
    text, rows = "\n".join([*said, *asked, *foot]), [*keys, *rows]
    return Screen(Markup(text), rows, silent=notice.silent, entities=words.entities, file=file)


def _goes(file: NoticeFile | None) -> bool:
    """Can an empty one take its place? Not that of a voice: there only the words below it change."""
    return file is not None and file.kind != "voice"


def _signed(writer: Member, reader: Reader) -> str:
    """A coordinator speaks for the community, a building head in their own name."""
    office = bool(writer.roles & {*OFFICES})
    name = reader.playbook.title(reader.language) if office else writer.name
    return reader.words.plain("notice-signed", name=name)


async def notices(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What still holds: for a group what was told to it, for a person what is for them, below an emergency's 点名."""
    boards: Rows = []
    writing: Rows = []
    every = [one for one in await Notices(uow.session).out() if one.valid(reader.now)]
    if reader.in_group:
        chat = await uow.chats.find(reader.chat_id)
        mine = [one for one in every if chat is not None and groups(one.audience, chat.place, chat.team)]
    else:
        member = await uow.members.get(ref)
        if member.telegram_id != reader.chat_id:
            return None
        tags = await Reach(uow.session).tags_of(member.id)
        mine = [one for one in every if is_for(one, member, tags)]
        boards = await board_rows(uow, member, reader)
        if may_some(member, Verb.POST):
            acts = {"button-notice-new": "new", "button-notice-list": "list"}
            writing = [[reader.key(label, NoticeButton(0, act)) for label, act in acts.items()]]
    if not mine:
        return Screen(reader.words("notices-none"), [*boards, *writing])
    lines = [reader.words("notices-head", count=len(mine))]
    lines += [
        reader.words("notices-line", at=one.sent_at or one.made_at, text=short_of(one, reader, 60))
        for one in mine[:_MOST]
    ]
    keys = [[choice(short_of(one, reader, _LABEL), ReadNoticeButton(one.id or 0))] for one in mine[:_MOST]]
    return Screen(Markup("\n".join(lines)), [] if reader.in_group else [*boards, *keys, *writing])


def short_of(notice: Notice, reader: Reader, most: int) -> str:
    """How it begins."""
    return notice.short(reader.language, most) or reader.words.plain("notice-files", count=len(notice.files))
