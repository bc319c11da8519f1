"""One-time codes: followed as a link or typed; one's own number shared; and a coordinator who hands a code out."""

from __future__ import annotations

import secrets

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.code import shown
from bot.domain.place import Place
from bot.domain.triage import understand
from bot.intake.context import BotContext
from bot.services.codes import PREFIX, claim_by_phone, code_from, make_household_code, redeem_code
from bot.services.households import find_household
from bot.ui.buttons.households import HouseholdCodeButton
from bot.ui.screen import start_link
from handlers import private
from handlers.reading import after_command, message_of, text_of
from handlers.route import Route, Start, on_button

_TYPED = r"(?s)^\s*[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4}[-－— ]?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4}\s*$"


class _OwnNumber(filters.MessageFilter):
    """A contact that is the sender's own, as Telegram vouches."""

    def filter(self, message: Message) -> bool:
        """PTB's question."""
        contact, sender = message.contact, message.from_user
        return contact is not None and sender is not None and contact.user_id == sender.id


async def on_start_code(update: Update, context: BotContext, rest: str) -> None:
    """The link on a household's slip."""
    await _redeem(context, rest)


async def on_typed(update: Update, context: BotContext) -> None:
    """Something that looks like a code. A word that happens to, and is none, is what words are otherwise."""
    text = text_of(message_of(update)).strip()
    known = await context.uow.codes.find(text)
    if await _answers(context) or (known is None and text.isalnum()):
        await private.on_words(update, context)
    else:
        await _redeem(context, text)


async def on_number(update: Update, context: BotContext) -> None:
    """Their own phone number: are they on a list of volunteers?"""
    contact = message_of(update).contact
    if await _answers(context):
        await private.on_words(update, context)
    elif contact is not None:
        listed = await claim_by_phone(context.uow, context.member, contact.phone_number, now=context.now)
        context.say("code-volunteer", menu=True, teams="、".join(listed.teams))


async def on_household(update: Update, context: BotContext) -> None:
    """/code 3号楼2单元501: that household, for a coordinator."""
    asked = after_command(text_of(message_of(update)))
    place = understand(asked, context.playbook, Place(context.member.compound)).place
    found = await find_household(context.uow, place, by=context.member, now=context.now)
    context.show("household", found)


async def on_make(update: Update, context: BotContext) -> None:
    """发住户码."""
    number, code = HouseholdCodeButton.of(update).household_id, code_from(secrets.token_bytes(32))
    made = await make_household_code(context.uow, number, by=context.member, now=context.now, code=code)
    link = start_link(context.username, f"{PREFIX}{code}")
    context.say("code-made", code=shown(code), link=link, until=made.expires_at)
    context.toast("toast-code-made")


async def _answers(context: BotContext) -> bool:
    """Did we ask them something?"""
    return await context.uow.dialogs.open_with(context.member.id, context.now) is not None


async def _redeem(context: BotContext, text: str) -> None:
    code = await redeem_code(context.uow, text, context.member, now=context.now)
    if code.household_id is not None:
        context.say("code-home", menu=True)
        context.show("home", context.member.id, f"member:{context.member.id}")
    else:
        listed = await context.uow.households.volunteer(code.roster_member_id)
        context.say("code-volunteer", menu=True, teams="、".join(listed.teams))


STARTS: dict[str, Start] = {"h": on_start_code}
ROUTES: list[Route] = [
    CommandHandler("code", on_household, filters.ChatType.PRIVATE),
    MessageHandler(filters.ChatType.PRIVATE & filters.Regex(_TYPED), on_typed),
    MessageHandler(filters.ChatType.PRIVATE & _OwnNumber(), on_number),
    on_button(HouseholdCodeButton, on_make),
]
