"""Accounts: /people and /person for coordinators, /logout for oneself, and the second person's answer."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.rights import MINE, Verb, must
from bot.intake.context import BotContext
from bot.services.access import (
    block_member,
    log_out,
    look_at_person,
    must_not_be_last_admin,
    restore,
    revoke,
    suspend,
)
from bot.services.appointing import decide_proposal
from bot.ui.buttons.access import (
    AskRevokeButton,
    AskSuspendButton,
    BlockButton,
    LogoutButton,
    PersonButton,
    RestoreButton,
    RevokeButton,
    SecondButton,
    SuspendButton,
)
from bot.ui.menu import word_filter
from handlers.reading import after_command, message_of, number, text_of
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_people(update: Update, context: BotContext) -> None:
    """/people: everybody with a role; /people 12: whoever reported #12."""
    by = context.member
    must(by, Verb.SUSPEND)
    said = after_command(text_of(message_of(update))).strip().removeprefix("#")
    if not said:
        context.uow.looked("staff", "staff:0", by=by.id, now=context.now)
        context.show("staff", 0, "staff:0")
        return
    case = await context.uow.cases.get(number(said))
    member = await look_at_person(context.uow, case.reporter_id, by, now=context.now)
    context.show("person", member.id, f"member:{member.id}")


async def on_person(update: Update, context: BotContext) -> None:
    """One person of a list, below; or back from a question, in its place."""
    button = PersonButton.of(update)
    if button.back:
        await _turn(update, context, "person", button.member_id)
        return
    await look_at_person(context.uow, button.member_id, context.member, now=context.now)
    context.show("person", button.member_id, f"member:{button.member_id}")


async def on_ask_suspend(update: Update, context: BotContext) -> None:
    """停用: sure?"""
    await _turn(update, context, "person_suspend", AskSuspendButton.of(update).member_id)


async def on_ask_revoke(update: Update, context: BotContext) -> None:
    """收回: which role?"""
    await _turn(update, context, "person_revoke", AskRevokeButton.of(update).member_id)


async def _turn(update: Update, context: BotContext, card: str, member_id: int) -> None:
    must(context.member, Verb.SUSPEND)
    await turn(update, context, card, member_id, f"member:{member_id}")


async def on_suspend(update: Update, context: BotContext) -> None:
    """Yes, 停用."""
    member = await suspend(context.uow, SuspendButton.of(update).member_id, context.member, now=context.now)
    await turn(update, context, "person", member.id or 0, f"member:{member.id}")
    context.toast("toast-suspended", name=member.name)


async def on_block(update: Update, context: BotContext) -> None:
    """拉黑."""
    member = await block_member(
        context.uow, BlockButton.of(update).member_id, context.member, now=context.now
    )
    await turn(update, context, "person", member.id or 0, f"member:{member.id}")
    context.toast("toast-blocked", name=member.name)


async def on_restore(update: Update, context: BotContext) -> None:
    """恢复."""
    member = await restore(context.uow, RestoreButton.of(update).member_id, context.member, now=context.now)
    context.toast("toast-unsuspended", name=member.name)


async def on_revoke(update: Update, context: BotContext) -> None:
    """Yes, take it away."""
    button = RevokeButton.of(update)
    if button.role not in set(Role):
        raise RuleError("no-stale-button")
    member = await revoke(context.uow, button.member_id, Role(button.role), context.member, now=context.now)
    await turn(update, context, "person", member.id or 0, f"member:{member.id}")
    context.toast("toast-revoked", name=member.name)


async def on_logout(update: Update, context: BotContext) -> None:
    """/logout: sure?"""
    must(context.member, Verb.LOGOUT, MINE)
    await must_not_be_last_admin(context.uow, context.member)
    context.show("logout", context.member.id, f"member:{context.member.id}")


async def on_logout_answer(update: Update, context: BotContext) -> None:
    """确定退出, or not."""
    if LogoutButton.of(update).sure:
        await log_out(context.uow, context.member, now=context.now)
        context.toast("toast-logged-out", alert=True)
    else:
        context.toast("toast-stayed")


async def on_second(update: Update, context: BotContext) -> None:
    """同意 or 拒绝."""
    button = SecondButton.of(update)
    agree, by = bool(button.agree), context.member
    await decide_proposal(
        context.uow, button.proposal_id, by, agree=agree, now=context.now, round_=context.round
    )
    context.toast("toast-second" if agree else "toast-second-not")


ROUTES: list[Route] = [
    CommandHandler("people", on_people, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-people"), on_people),
    CommandHandler("logout", on_logout, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-logout"), on_logout),
    on_button(PersonButton, on_person),
    on_button(AskSuspendButton, on_ask_suspend),
    on_button(SuspendButton, on_suspend),
    on_button(BlockButton, on_block),
    on_button(RestoreButton, on_restore),
    on_button(AskRevokeButton, on_ask_revoke),
    on_button(RevokeButton, on_revoke),
    on_button(LogoutButton, on_logout_answer),
    on_button(SecondButton, on_second),
]
