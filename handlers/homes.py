"""Where one lives: chosen by button, or by the link on a building's door."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.intake.context import BotContext
from bot.services.homes import settle_home, settle_newcomer
from bot.ui.buttons.people import CompoundButton, HomeButton
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


async def on_start_building(update: Update, context: BotContext, rest: str) -> None:
    """The link on a building's door: `<compound>_<building>[_<unit>]`, two numbers in the playbook."""
    place = _place(context.playbook, rest)
    member = context.member
    if place is None:
        context.show("home", member.id, f"member:{member.id}")
        raise RuleError("no-such-place")
    if await settle_newcomer(context.uow, member, place, now=context.now):
        context.show("home", member.id, f"member:{member.id}")
    else:
        context.show("buildings", compound_number(context.playbook, place.compound), f"member:{member.id}")


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


STARTS: dict[str, Start] = {"b": on_start_building}
ROUTES: list[Route] = [on_button(CompoundButton, on_compound), on_button(HomeButton, on_home)]
