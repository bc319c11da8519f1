"""Before a notice goes out: whom it will reach, whom it cannot, and how."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from bot.domain.moment import moment_on
from bot.domain.notice import LONGEST, Notice
from bot.domain.playbook import LANGUAGES
from bot.storage.reach import Reach
from bot.storage.work import UnitOfWork
from bot.ui.cards.notice_targets import missing_buildings, names_of
from bot.ui.i18n import Markup, words_for
from bot.ui.screen import Reader


async def plan(uow: UnitOfWork, found: Notice, reader: Reader) -> list[Markup]:
    """Whom it will reach, and whom it cannot; how it goes out."""
    lines = [*_missing(found, reader), *_languages(found, reader)]
    if not found.audience:
        return [*lines, reader.words("notice-no-audience")]
    reach = Reach(uow.session)
    chats = await reach.groups(found.audience)
    people, unreachable = await reach.count_people(found.audience)
    about = await reach.count_neighbours(chats) + people
    lines += [
        reader.words("notice-audience", names=names_of(found.audience, reader)),
        reader.words("notice-reaches", groups=len(chats), count=about),
    ]
    if missing := missing_buildings(found.audience, chats, reader):
        lines.append(reader.words("notice-no-group", names=some(missing, reader), count=len(missing)))
    if unreachable:
        lines.append(reader.words("notice-unreachable", count=unreachable))
    if doors := await reach.closed_doors(found.audience):
        lines.append(reader.words("notice-closed-doors", count=doors))
    lines.append(_how(found, reader))
    if found.twice:
        lines.append(reader.words("notice-twice"))
    return lines


def some(names: Sequence[str], reader: Reader) -> Markup:
    """As many as one takes in at a glance."""
    return Markup(reader.words.listed(names[:5]) + ("…" if len(names) > 5 else ""))


def _missing(found: Notice, reader: Reader) -> list[Markup]:
    """Why it cannot go out like this."""
    lines = []
    if found.blanks:
        lines.append(reader.words("notice-blanks", names=found.blanks))
    if found.too_long:
        lines.append(reader.words("notice-too-long", over=found.too_long, count=LONGEST))
    return lines


def _languages(found: Notice, reader: Reader) -> list[Markup]:
    """In which it is written, where that is more than one; what was filled in stands in each as it was said."""
    if len(found.texts) < 2 or found.blanks:
        return []
    names = [
        words_for(one, reader.playbook.zone).plain("language-name") for one in LANGUAGES if one in found.texts
    ]
    given = any(one.given for one in found.texts.values())
    return [reader.words("notice-texts", names=names, given=given)]


def _how(found: Notice, reader: Reader) -> Markup:
    parts = [
        reader.words("notice-how", what=what) for what in ("urgent", "pin", "silent") if getattr(found, what)
    ]
    until = found.valid_until
    parts.append(reader.words("notice-until", at=until) if until else reader.words("notice-for-ever"))
    if found.again is not None:
        last = found.until_on
        end = moment_on(last, time(12), reader.playbook.zone) if last else None
        parts.append(reader.words("notice-repeats", again=str(found.again)))
        parts.append(
            reader.words("notice-repeats-until", at=end) if end else reader.words("notice-again-ever")
        )
    return Markup("　".join(parts))
