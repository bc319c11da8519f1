"""The groups a notice did not reach, or perhaps did not: why, and what can be done about each; of one that was taken back,
also where it still stands."""

from __future__ import annotations

from bot.domain.notice import Fate, NoticeState
from bot.storage.course import Course
from bot.storage.notices import Notices
from bot.storage.work import UnitOfWork
from bot.ui.buttons.notice_fates import NoticeFateButton
from bot.ui.buttons.notices import NoticeButton
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_MOST = 12
_NAMES = 40


async def notice_fates(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The first of them, and how many more there are."""
    notice, course = await Notices(uow.session).get(ref), Course(uow.session, ref)
    holds, taken_back = notice.valid(reader.now), notice.state is NoticeState.WITHDRAWN
    every = await course.troubled()
    lines, rows = [reader.words("notice-fates-left" if taken_back else "notice-fates")], []
    for number, (post, fate, title) in enumerate(every[:_MOST], 1):
        key = "notice-fate" if holds else "notice-fate-over"
        lines.append(reader.words(key, no=number, group=title, fate=str(fate)))
        rows.append(_remedies(fate, number, ref, post, reader, holds=holds))
    if len(every) > _MOST:
        lines.append(reader.words("notice-fates-more", count=len(every) - _MOST))
    if taken_back:
        lines += await _still_there(course, reader)
    if len(lines) == 1:
        lines = [reader.words("notice-fates-none-left" if taken_back else "notice-fates-none")]
    back: Rows = [[reader.key("button-notice-back", NoticeButton(ref, "back"))]]
    return Screen(Markup("\n".join(lines)), rows + back)


async def _still_there(course: Course, reader: Reader) -> list[Markup]:
    """Where it is to be read although it was taken back."""
    lines = []
    if known := await course.out_of_hand(parked=False):
        lines.append(reader.words("notice-out-of-hand", names=known[:_NAMES], count=len(known)))
    if gone := await course.out_of_reach():
        lines.append(reader.words("notice-edit-lost", names=gone[:_NAMES], count=len(gone)))
    return lines


def _remedies(fate: Fate, number: int, ref: int, post: int, reader: Reader, *, holds: bool) -> list[Key]:
    """What helps first, and how to have it over with; what holds no longer is not sent again."""
    acts: tuple[str, ...]
    match fate:
        case Fate.UNKNOWN:
            acts = ("again", "arrived") if holds else ("arrived", "away")
        case Fate.KICKED | Fate.MIGRATED if holds:
            acts = ("bind", "away")
        case _:
            acts = ("again", "away") if holds else ("away",)
    labels = {
        "again": "button-fate-resend",
        "arrived": "button-fate-arrived",
        "bind": "button-fate-rebind",
        "away": "button-fate-away",
    }
    return [reader.key(labels[act], NoticeFateButton(ref, post, act), no=number) for act in acts]
