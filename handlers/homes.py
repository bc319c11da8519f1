"""Where one lives: chosen by button, or by the link on a building's door."""

from __future__ import annotations

from telegram import Update

from bot.domain.door import PREFIX, door_number, place_of_payload
from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.intake.context import BotContext
from bot.services.homes import keep_home, settle_home, settle_newcomer
from bot.ui.buttons.people import CompoundButton, HomeButton, MoveButton, StayButton
from handlers.reading import message_of
from handlers.route import Route, Start, on_button


async def on_compound(update: Update, context: BotContext) -> None:
    """A compound of the list: its buildings."""
    number = compound_number(context.playbook, CompoundButton.of(update).compound)
    context.show("buildings", number, f"member:{context.member.id}")


async def on_home(update: Update, context: BotContext) -> None:
    """A building of the list: one's home from now on."""
    button = HomeButton.of(update)
    await settle_home(context.uow, context.member, Place(button.compound, button.building), now=context.now)
    context.toast("toast-home-kept")


async def on_move(update: Update, context: BotContext) -> None:
    """搬到这里: the door of the poster is home from now on."""
    place = place_of_payload(context.playbook, MoveButton.of(update).door)
    if place is None:
        raise RuleError("no-such-place")
    await settle_home(context.uow, context.member, place, now=context.now)
    context.toast("toast-home-kept")


async def on_stay(update: Update, context: BotContext) -> None:
    """没搬家: home stays what it was."""
    StayButton.of(update)
    await keep_home(context.uow, context.member, message_of(update).message_id, now=context.now)
    context.toast("toast-home-same")


async def on_start_door(update: Update, context: BotContext, rest: str) -> None:
    """The link on a poster, of a building or of one of its units."""
    await _come_to(context, place_of_payload(context.playbook, rest))


async def on_start_building(update: Update, context: BotContext, rest: str) -> None:
    """An older link on a building's door: `<compound>_<building>[_<unit>]`, two numbers in the playbook."""
    await _come_to(context, _place(context.playbook, rest))


async def _come_to(context: BotContext, place: Place | None) -> None:
    member = context.member
    subject = f"member:{member.id}"
    if place is None:
        context.say("door-unknown", known=member.building is not None)
        context.show("home", member.id, subject)
    elif await settle_newcomer(context.uow, member, place, now=context.now):
        context.show("home", member.id, subject)
    else:
        context.show("move", door_number(place), subject)


def compound_number(playbook: Playbook, name: str | None) -> int:
    """Where in the playbook it stands. Raises RuleError when it does not (any more)."""
    names = [compound.name for compound in playbook.compounds]
    if name not in names:
        raise RuleError("no-stale-button")
    return names.index(name)


def _place(playbook: Playbook, rest: str) -> Place | None:
    numbers = rest.split("_", 2)
    if len(numbers) < 2 or not all(part.isascii() and part.isdigit() for part in numbers[:2]):
        return None
    first, second = int(numbers[0]), int(numbers[1])
    if first >= len(playbook.compounds) or second >= len(playbook.compounds[first].buildings):
        return None
    compound = playbook.compounds[first]
    building = compound.buildings[second]
    unit = numbers[2] if len(numbers) > 2 and numbers[2] in building.units else None
    return Place(compound.name, building.name, unit)


STARTS: dict[str, Start] = {PREFIX: on_start_door, "b": on_start_building}
ROUTES: list[Route] = [
    on_button(CompoundButton, on_compound),
    on_button(HomeButton, on_home),
    on_button(MoveButton, on_move),
    on_button(StayButton, on_stay),
]
