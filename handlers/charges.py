"""Who is in charge of a building: /who for everybody, duties given and ended by coordinators, one's own hours."""

from __future__ import annotations

import secrets
from datetime import timedelta

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.domain.charge import building_number, place_numbered
from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, must
from bot.intake.context import BotContext, in_group
from bot.services.buildings import ask_who
from bot.services.charges import end_charge, say_hours, show_phone, write_charge
from bot.services.chats import known_group, show_group
from bot.services.invites import invite_to_duty
from bot.storage.dialogs import Dialog
from bot.ui.buttons.charges import (
    AddChargeButton,
    ChargeCompoundButton,
    ChargesButton,
    EndChargeButton,
    HoursButton,
    InviteChargeButton,
    MyChargesButton,
    PhoneButton,
    WriteChargeButton,
)
from bot.ui.cards.charges import DUTIES
from bot.ui.menu import word_filter
from bot.ui.screen import start_link
from handlers.opening import show_own
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn

ASK_FOR = timedelta(minutes=30)


async def on_who(update: Update, context: BotContext) -> None:
    """/who: in a building's group to its neighbours; in private of one's own building."""
    chat = message_of(update).chat
    if in_group(update):
        place = (await known_group(context.uow, chat.id, chat.title)).place
        if place.building is not None:
            number = building_number(context.playbook, place)
            show_group(context.uow, "who", number, chat.id, now=context.now, round_=context.round)
        return
    home = ask_who(context.member)
    if home is None:
        show_own(context, "home")
        return
    number = building_number(context.playbook, home)
    context.show("who", number, f"charges:{number}")


async def on_compound(update: Update, context: BotContext) -> None:
    """A compound: which building?"""
    must(context.member, Verb.CHARGE)
    number = ChargeCompoundButton.of(update).compound
    await _turn(update, context, "charge_buildings", number)


async def on_charges(update: Update, context: BotContext) -> None:
    """The duties of a building, also back from a question."""
    number = ChargesButton.of(update).number
    must(context.member, Verb.CHARGE, Subject(place=place_numbered(context.playbook, number)))
    await _turn(update, context, "charges", number)


async def on_add(update: Update, context: BotContext) -> None:
    """Somebody for a duty: how?"""
    button = AddChargeButton.of(update)
    _duty(context, button.duty)
    must(context.member, Verb.CHARGE, Subject(place=place_numbered(context.playbook, button.number)))
    ref = button.number * DUTIES + button.duty
    await _turn(update, context, "charge_add", ref)


async def on_invite(update: Update, context: BotContext) -> None:
    """发链接."""
    button, code = InviteChargeButton.of(update), secrets.token_urlsafe(32)
    place, kind = place_numbered(context.playbook, button.number), _duty(context, button.duty)
    key = context.playbook.charges[button.duty].key
    payload = await invite_to_duty(context.uow, key, [place], by=context.member, now=context.now, code=code)
    link = start_link(context.username, payload)
    context.say("invite-link-duty", link=link, duty=kind, building=_where(context, place))
    context.toast("toast-invite-made")


async def on_write(update: Update, context: BotContext) -> None:
    """写名字: their next message is it."""
    button = WriteChargeButton.of(update)
    place = place_numbered(context.playbook, button.number)
    must(context.member, Verb.CHARGE, Subject(place=place))
    ref = button.number * DUTIES + button.duty
    kind = _duty(context, button.duty)
    await context.uow.dialogs.ask(context.member.id or 0, "charge_name", ref, until=context.now + ASK_FOR)
    context.say("charge-name-ask", duty=kind, building=_where(context, place))


async def on_name(update: Update, context: BotContext, dialog: Dialog) -> None:
    """吴师傅，每天 18:00–20:00"""
    number, duty = divmod(dialog.ref, DUTIES)
    _duty(context, duty)
    place, key = place_numbered(context.playbook, number), context.playbook.charges[duty].key
    await write_charge(context.uow, key, place, text_of(message_of(update)), context.member, now=context.now)
    await context.uow.dialogs.close(context.member.id or 0)
    context.show("charges", number, f"charges:{number}")


async def on_end(update: Update, context: BotContext) -> None:
    """A duty ends: sure? Yes."""
    button = EndChargeButton.of(update)
    if not button.sure:
        must(context.member, Verb.CHARGE)
        await _turn(update, context, "charge_end", button.charge_id)
        return
    charge = await end_charge(context.uow, button.charge_id, context.member, now=context.now)
    number = building_number(context.playbook, charge.place)
    await _turn(update, context, "charges", number)
    context.toast("toast-charge-ended")


async def on_mine(update: Update, context: BotContext) -> None:
    """我的职责."""
    context.show("my_charges", context.member.id, f"member:{context.member.id}")


async def on_hours(update: Update, context: BotContext) -> None:
    """改时间: their next message says when."""
    charge_id = HoursButton.of(update).charge_id
    await context.uow.dialogs.ask(
        context.member.id or 0, "charge_hours", charge_id, until=context.now + ASK_FOR
    )
    context.say("charge-hours-ask")


async def on_hours_said(update: Update, context: BotContext, dialog: Dialog) -> None:
    """每天 18:00–20:00"""
    text = text_of(message_of(update))
    await say_hours(context.uow, dialog.ref, context.member, text, now=context.now)
    await context.uow.dialogs.close(context.member.id or 0)
    await on_mine(update, context)


async def on_phone(update: Update, context: BotContext) -> None:
    """显示电话: which? Or not any more."""
    button = PhoneButton.of(update)
    if button.on and context.member.phone is None:
        until = context.now + ASK_FOR
        await context.uow.dialogs.ask(context.member.id or 0, "charge_phone", button.charge_id, until=until)
        context.say("charge-phone-ask")
        return
    phone = context.member.phone if button.on else None
    await show_phone(context.uow, button.charge_id, context.member, phone, now=context.now)
    context.uow.touch(f"member:{context.member.id}")
    context.toast("toast-phone-shown" if button.on else "toast-phone-hidden")


async def on_phone_said(update: Update, context: BotContext, dialog: Dialog) -> None:
    """The number neighbours may read."""
    phone = "".join(c for c in text_of(message_of(update)) if c in "+0123456789- ").strip()
    if sum(c.isdigit() for c in phone) < 5:
        raise RuleError("no-phone-please")
    await show_phone(context.uow, dialog.ref, context.member, phone[:24], now=context.now)
    await context.uow.dialogs.close(context.member.id or 0)
    await on_mine(update, context)


async def _turn(update: Update, context: BotContext, card: str, ref: int) -> None:
    """The pressed message becomes `card`, whatever it is kept as."""
    message = message_of(update)
    subject = await context.uow.shown.subject_at(message.chat.id, message.message_id)
    await turn(update, context, card, ref, subject or f"member:{context.member.id}")


def _duty(context: BotContext, number: int) -> dict[str, str]:
    """Its names. Raises RuleError for a duty the playbook does not have (any more)."""
    if not 0 <= number < len(context.playbook.charges):
        raise RuleError("no-such-duty")
    return dict(context.playbook.charges[number].names)


def _where(context: BotContext, place: Place) -> str | dict[str, str]:
    """The building; of a post the whole compound."""
    compound = context.playbook.compound(place.compound)
    return place.building or (dict(compound.names) if compound else "")


ANSWERS: dict[str, Answer] = {
    "charge_name": on_name,
    "charge_hours": on_hours_said,
    "charge_phone": on_phone_said,
}
ROUTES: list[Route] = [
    CommandHandler("who", on_who),
    MessageHandler(word_filter("words-who"), on_who),
    on_button(ChargeCompoundButton, on_compound),
    on_button(ChargesButton, on_charges),
    on_button(AddChargeButton, on_add),
    on_button(InviteChargeButton, on_invite),
    on_button(WriteChargeButton, on_write),
    on_button(EndChargeButton, on_end),
    on_button(MyChargesButton, on_mine),
    on_button(HoursButton, on_hours),
    on_button(PhoneButton, on_phone),
]
