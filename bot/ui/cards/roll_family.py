"""替家人回答: to family in private, how each of their old people is, one press each."""

from __future__ import annotations

from bot.domain.notice import Elder
from bot.domain.notice.emergency import Word
from bot.storage.elders import elders_of
from bot.storage.notices import Notices
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.emergencies import FamilyWordButton
from bot.ui.cards.notices import short_of
from bot.ui.cards.status import place_line
from bot.ui.grid import choice
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_LABEL = 8


async def roll_family(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A ✓ at what was said; 都平安 where there are several. Once it is 解除, help may still be called."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    roll = await RollCalls(uow.session).of(ref)
    if person is None or roll is None:
        return None
    elders, over = await elders_of(uow, person), roll.ended_at is not None
    if not elders:
        return Screen(reader.words("no-roll-family"))
    words = {one.whom: one.word for one in await RollCalls(uow.session).said(ref, person.id)}
    lines = [reader.words("notice-quoted", text=short_of(await Notices(uow.session).get(ref), reader, 60))]
    lines.append(reader.words("no-roll-over" if over else "roll-family-ask"))
    rows: Rows = []
    for elder in elders:
        name = elder.name or str(place_line(elder.place, reader))
        lines.append(reader.words("roll-family-line", name=name, how=str(words.get(elder.whom, "unheard"))))
        said = [] if over else [_key(ref, elder, name, Word.SAFE, words, reader)]
        rows += [[*said], [_key(ref, elder, name, Word.HELP, words, reader)]]
    if len(elders) > 1 and not over:
        rows.insert(0, [reader.key("button-family-all", FamilyWordButton(ref, "all", 0, Word.SAFE))])
    return Screen(Markup("\n".join(lines)), [row for row in rows if row], protect=True)


def _key(ref: int, elder: Elder, name: str, word: Word, words: dict[str, Word], reader: Reader) -> Key:
    short = name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"
    label = reader.words.plain("roll-family-key", name=short, how=str(word))
    button = FamilyWordButton(ref, elder.kind, elder.ref, word)
    return choice(label, button, chosen=words.get(elder.whom) is word)
