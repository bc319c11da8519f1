"""休息 and the hours somebody wants to be asked."""

from __future__ import annotations

from bot.domain.availability import SLOTS, chosen
from bot.storage.work import UnitOfWork
from bot.ui.buttons.people import HoursButton, OpenButton, RestButton
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen

_SLOTS = {
    "weekday_morning": "button-weekday-morning",
    "weekday_afternoon": "button-weekday-afternoon",
    "weekday_evening": "button-weekday-evening",
    "weekend_morning": "button-weekend-morning",
    "weekend_afternoon": "button-weekend-afternoon",
    "weekend_evening": "button-weekend-evening",
}


async def rest(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Resting or not, for how long, with the way back."""
    member = await uow.members.get(ref)
    when = [reader.key("button-when", OpenButton("availability"))]
    if not member.resting:
        lines = [reader.words("rest-off"), hours_line(member.hours, reader)]
        return Screen(Markup("\n".join(lines)), [[reader.key("button-rest", RestButton(1))], when])
    lines = [reader.words("rest-on")]
    if member.rest_until is not None:
        lines.append(reader.words("rest-until", until=member.rest_until))
    spans = [
        reader.key("button-rest-day", RestButton(1, 1)),
        reader.key("button-rest-week", RestButton(1, 7)),
        reader.key("button-rest-on", RestButton(1)),
    ]
    return Screen(Markup("\n".join(lines)), [[reader.key("button-rest-end", RestButton(0))], spans, when])


async def availability(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The six times of the week; ✓ where they want to be asked."""
    member = await uow.members.get(ref)
    wanted = chosen(member.hours)
    keys = [
        choice(
            reader.words.plain(_SLOTS[slot]),
            HoursButton(slot, int(slot not in wanted)),
            chosen=slot in wanted,
        )
        for slot in SLOTS
    ]
    return Screen(reader.words("availability-ask"), grid(keys, 2))


def hours_line(hours: tuple[str, ...], reader: Reader) -> Markup:
    """When they want to be asked, in a line."""
    if not hours:
        return reader.words("hours-always")
    names = [reader.words(_SLOTS[slot]) for slot in chosen(hours)]
    return reader.words("hours-some", hours=names)
