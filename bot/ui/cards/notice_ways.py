"""How a notice goes out: 定时, 有效期, 重复, 置顶 and the like, chosen by buttons."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.notice import Again
from bot.storage.notices import Notices
from bot.storage.work import UnitOfWork
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notice_writing import NoticeAgainButton, NoticeAgainUntilButton
from bot.ui.buttons.notices import NoticeButton, NoticeTextButton, NoticeUntilButton, NoticeWhenButton
from bot.ui.grid import choice, grid
from bot.ui.i18n import words_for
from bot.ui.screen import Key, Reader, Rows, Screen

_HOURS = (8, 10, 12, 15, 18, 20)
_UNTIL = (0, 1, 3, 7, 14, 30)
_AGAIN_UNTIL = (30, 91, 182, 365)


async def notice_more(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """置顶, 静音, 紧急, 有效期, and words in other languages."""
    found = await Notices(uow.session).get(ref)

    def key(label: str, act: str, on: bool) -> Key:
        made = reader.key(label, NoticeButton(ref, act))
        return Key(f"✓ {made.text}", made.data) if on else made

    rows: Rows = [
        [key("button-notice-pin", "pin", found.pin), key("button-notice-silent", "silent", found.silent)],
        [key("button-notice-urgent", "urgent", found.urgent), key("button-notice-until", "until", False)],
        [key("button-notice-repeat", "repeat", found.again is not None)],
        [
            Key(
                ("✓ " if name in found.texts else "＋")
                + words_for(name, reader.playbook.zone).plain("language-name"),
                NoticeTextButton(ref, number).pack(),
            )
            for number, name in enumerate(LANGUAGES)
        ],
        [reader.key("button-notice-back", NoticeButton(ref, "back"))],
    ]
    return Screen(reader.words("notice-more"), rows)


async def notice_when(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """定时: today, tomorrow and the days after, at some hours."""
    local = reader.now.astimezone(reader.playbook.zone)
    rows: Rows = []
    for day in range(4):
        on = local + timedelta(days=day)
        times = [on.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in _HOURS]
        keys = [
            choice(reader.words.plain("notice-hour", at=at), NoticeWhenButton(ref, day, at.hour))
            for at in times
            if at > local
        ]
        rows += grid(keys, 3)
    return Screen(
        reader.words("notice-when"), [*rows, [reader.key("button-notice-back", NoticeButton(ref, "back"))]]
    )


async def notice_until(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """有效期: to the end of which day?"""
    local = reader.now.astimezone(reader.playbook.zone)
    keys = [
        choice(
            reader.words.plain("notice-day", at=local + timedelta(days=days)), NoticeUntilButton(ref, days)
        )
        for days in _UNTIL
    ]
    ever = reader.key("button-notice-for-ever", NoticeUntilButton(ref, -1))
    return Screen(
        reader.words("notice-until-ask"),
        [*grid(keys, 2), [ever], [reader.key("button-notice-back", NoticeButton(ref, "more"))]],
    )


async def notice_again(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """重复: how often, and to which day."""
    found = await Notices(uow.session).get(ref)
    local = reader.now.astimezone(reader.playbook.zone)
    often = [
        choice(
            reader.words.plain("notice-again", again=str(one)),
            NoticeAgainButton(ref, str(one)),
            chosen=found.again is one,
        )
        for one in Again
    ]
    once = choice(
        reader.words.plain("notice-again", again="once"),
        NoticeAgainButton(ref, ""),
        chosen=found.again is None,
    )
    rows: Rows = [*grid([*often, once], 3)]
    if found.again is not None:
        days = [(one, local + timedelta(days=one)) for one in _AGAIN_UNTIL]
        ends = [
            choice(
                reader.words.plain("notice-date", at=at),
                NoticeAgainUntilButton(ref, one),
                chosen=found.until_on == at.date(),
            )
            for one, at in days
        ]
        ever = choice(
            reader.words.plain("notice-again-ever"),
            NoticeAgainUntilButton(ref, -1),
            chosen=found.until_on is None,
        )
        rows += grid([*ends, ever], 2)
    rows.append([reader.key("button-notice-back", NoticeButton(ref, "more"))])
    return Screen(reader.words("notice-again-ask"), rows)
