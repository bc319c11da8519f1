"""Groups: being brought in and thrown out, what a group is for, a group's new number."""

from __future__ import annotations

from telegram import Chat, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Update
from telegram.ext import ChatMemberHandler, CommandHandler, MessageHandler, filters

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.chats import (
    ask_purpose,
    bind_by_words,
    bind_group,
    enter_group,
    hear_group,
    leave_group,
    move_group,
    unbind_group,
)
from bot.services.purposes import Purpose
from bot.ui.buttons.chats import (
    BindBuildingButton,
    BindTeamButton,
    BuildingGroupButton,
    GroupCompoundButton,
    TeamGroupButton,
)
from handlers.homes import compound_number
from handlers.reading import after_command, message_of, text_of
from handlers.route import Route, on_button
from handlers.start import on_private_change


async def on_my_change(update: Update, context: BotContext) -> None:
    """We are in a chat, or no longer; an admin, or no longer."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type == Chat.PRIVATE:
        await on_private_change(change, context)
    elif change.chat.type in (Chat.GROUP, Chat.SUPERGROUP):
        await _on_group_change(change, context)


async def _on_group_change(change: ChatMemberUpdated, context: BotContext) -> None:
    chat, uow, now = change.chat, context.uow, context.now
    if not _inside(change.new_chat_member):
        await leave_group(uow, chat.id, now=now)
        return
    admin = change.new_chat_member.status == ChatMember.ADMINISTRATOR
    hears_all = admin or bool(context.bot.can_read_all_group_messages)
    if _inside(change.old_chat_member):
        await hear_group(uow, chat.id, chat.title, hears_all=hears_all, now=now)
    else:
        by = context.turn.member
        await enter_group(uow, chat.id, chat.title, by=by, hears_all=hears_all, now=now, round_=context.round)


def _inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)


async def on_bind(update: Update, context: BotContext) -> None:
    """/bind 3号楼, in a group."""
    message, book = message_of(update), context.playbook
    text, chat = after_command(text_of(message)), message.chat
    bound = await bind_by_words(
        context.uow, chat.id, chat.title, text, by=context.member, now=context.now, round_=context.round
    )
    if not bound:
        language = context.member.language
        compounds = "、".join(compound.title(language) for compound in book.compounds)
        teams = "、".join(team.title(language) for team in book.teams)
        context.say("bind-unknown", text=text[:60], compounds=compounds, teams=teams)


async def on_unbind(update: Update, context: BotContext) -> None:
    """/unbind, in a group."""
    chat = message_of(update).chat
    await unbind_group(
        context.uow, chat.id, chat.title, by=context.member, now=context.now, round_=context.round
    )
    context.say("group-unbound", title=chat.title or "")


async def on_building_group(update: Update, context: BotContext) -> None:
    """楼栋群: of which compound?"""
    await _step(update, context, "group_compounds", 0)


async def on_team_group(update: Update, context: BotContext) -> None:
    """服务队群: of which team?"""
    await _step(update, context, "group_teams", 0)


async def on_compound(update: Update, context: BotContext) -> None:
    """A compound of the list: which building?"""
    number = compound_number(context.playbook, GroupCompoundButton.of(update).compound)
    await _step(update, context, "group_buildings", number)


async def on_bind_building(update: Update, context: BotContext) -> None:
    """A building of the list."""
    button = BindBuildingButton.of(update)
    await _bind(update, context, Purpose(button.compound, button.building))


async def on_bind_team(update: Update, context: BotContext) -> None:
    """A team of the list."""
    await _bind(update, context, Purpose(team=BindTeamButton.of(update).team))


async def _step(update: Update, context: BotContext, card: str, ref: int) -> None:
    chat = _chat_of(update)
    await ask_purpose(
        context.uow, chat.id, card, ref, by=context.member, now=context.now, round_=context.round
    )


async def _bind(update: Update, context: BotContext, purpose: Purpose) -> None:
    chat = _chat_of(update)
    await bind_group(
        context.uow, chat.id, chat.title, purpose, by=context.member, now=context.now, round_=context.round
    )
    context.toast("toast-group-bound")


def _chat_of(update: Update) -> Chat:
    if update.effective_chat is None:
        raise RuleError("no-stale-button")
    return update.effective_chat


async def on_migrate(update: Update, context: BotContext) -> None:
    """The group became a supergroup; told in the old one, in the new one, or in both."""
    message = message_of(update)
    if message.migrate_to_chat_id:
        await move_group(context.uow, message.chat.id, message.migrate_to_chat_id, now=context.now)
    elif message.migrate_from_chat_id:
        await move_group(context.uow, message.migrate_from_chat_id, message.chat.id, now=context.now)


ROUTES: list[Route] = [
    ChatMemberHandler(on_my_change, ChatMemberHandler.MY_CHAT_MEMBER),
    MessageHandler(filters.StatusUpdate.MIGRATE, on_migrate),
    CommandHandler("bind", on_bind),
    CommandHandler("unbind", on_unbind),
    on_button(BuildingGroupButton, on_building_group),
    on_button(TeamGroupButton, on_team_group),
    on_button(GroupCompoundButton, on_compound),
    on_button(BindBuildingButton, on_bind_building),
    on_button(BindTeamButton, on_bind_team),
]
