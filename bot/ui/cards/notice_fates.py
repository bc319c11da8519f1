"""The groups a notice did not reach, or perhaps did not: why, and what can be done about each."""

from __future__ import annotations

from bot.domain.notice import Fate
from bot.storage.course import Course
from bot.storage.work import UnitOfWork
from bot.ui.buttons.notice_fates import NoticeFateButton
from bot.ui.buttons.notices import NoticeButton
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_MOST = 12


async def notice_fates(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The first of them, and how many more there are."""
    every = await Course(uow.session, ref).troubled()
    lines, rows = [reader.words("notice-fates")], []
    for number, (post, fate, title) in enumerate(every[:_MOST], 1):
        lines.append(reader.words("notice-fate", no=number, group=title, fate=str(fate)))
        rows.append(_remedies(fate, number, ref, post, reader))
    if len(every) > _MOST:
        lines.append(reader.words("notice-fates-more", count=len(every) - _MOST))
    if not rows:
        lines = [reader.words("notice-fates-none")]
    back: Rows = [[reader.key("button-notice-back", NoticeButton(ref, "back"))]]
    return Screen(Markup("\n".join(lines)), rows + back)


def _remedies(fate: Fate, number: int, ref: int, post: int, reader: Reader) -> list[Key]:
    """What helps first, and how to have it over with."""
    match fate:
        case Fate.UNKNOWN:
            acts = ("again", "arrived")
        case Fate.KICKED | Fate.MIGRATED:
            acts = ("bind", "away")
        case _:
            acts = ("again", "away")
    labels = {
        "again": "button-fate-resend",
        "arrived": "button-fate-arrived",
        "bind": "button-fate-rebind",
        "away": "button-fate-away",
    }
    return [reader.key(labels[act], NoticeFateButton(ref, post, act), no=number) for act in acts]
