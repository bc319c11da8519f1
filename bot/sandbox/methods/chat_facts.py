"""What a bot may ask about chats, people and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.access import find_chat, readable_chat, refusal
from bot.sandbox.bot_api import full_chat_json, member_json
from bot.sandbox.chats import Chat
from bot.sandbox.files import DOWNLOAD_LIMIT
from bot.sandbox.membership import goes
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, bad_request, forbidden
from bot.sandbox.users import User

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox


def get_file(sandbox: Sandbox, params: Params) -> Json:
    """getFile: a path to download from, for files of at most 20 MB."""
    if not params.text("file_id"):
        raise bad_request("file_id not specified")
    try:
        stored = sandbox.files.find(params.text("file_id"))
    except Exception:
        raise bad_request("invalid file_id") from None
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }


def get_chat(sandbox: Sandbox, params: Params) -> Json:
    """getChat."""
    return full_chat_json(readable_chat(sandbox, params))


def get_chat_member(sandbox: Sandbox, params: Params) -> Json:
    """getChatMember: somebody who was never there has "left"."""
    chat = readable_chat(sandbox, params)
    user = _user(sandbox, params.number("user_id"))
    if chat.private:
        return member_json(user, "member")
    if user is not sandbox.bot:
        _readable_members(sandbox, chat)
    return member_json(user, chat.status(user.id))


def get_chat_administrators(sandbox: Sandbox, params: Params) -> list[Json]:
    """getChatAdministrators: other bots are left out, this one is not."""
    chat = readable_chat(sandbox, params)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    _readable_members(sandbox, chat)
    return [
        member_json(_user(sandbox, user), status)
        for user, status in chat.statuses.items()
        if chat.is_admin(user)
    ]


def get_chat_member_count(sandbox: Sandbox, params: Params) -> int:
    """getChatMemberCount: the bot counts too."""
    chat = readable_chat(sandbox, params)
    if chat.private:
        return 2
    _readable_members(sandbox, chat)
    return sum(chat.has(user) for user in chat.statuses)


def leave_chat(sandbox: Sandbox, params: Params) -> bool:
    """leaveChat."""
    chat = find_chat(sandbox, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    if not chat.has(sandbox.bot.id):
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    goes(sandbox, chat, sandbox.bot, by=sandbox.bot)
    return True


def _readable_members(sandbox: Sandbox, chat: Chat) -> None:
    """A basic group that the bot left, or that moved, does not show who is in it."""
    if (no := refusal(sandbox, chat)) is not None:
        raise no


def _user(sandbox: Sandbox, user_id: int) -> User:
    if user_id == sandbox.bot.id:
        return sandbox.bot
    person = sandbox.people.get(user_id)
    if person is None:
        raise bad_request("user not found")
    return person
