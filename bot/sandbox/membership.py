"""Who is in which group, and who is told when that changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from bot.sandbox.bot_api import member_change_json, message_json, user_json
from bot.sandbox.chats import PRESENT, Chat, Group, Status
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Json
from bot.sandbox.users import User

if TYPE_CHECKING:
    from bot.sandbox.people import Person
    from bot.sandbox.sandbox import Sandbox


def make_group(
    sandbox: Sandbox, title: str, people: Sequence[Person], *, supergroup: bool, bot: Status | None
) -> Group:
    """A group of these people; the first owns it."""
    group = Group(sandbox, _new_chat(sandbox, title, supergroup=supergroup))
    for person in people:
        group.chat.statuses[person.id] = "member" if group.chat.statuses else "creator"
    if bot is not None:
        group.chat.statuses[sandbox.bot.id] = bot
    sandbox.groups.append(group)
    sandbox.journal.note("chat", lambda: {"chat": group.id})
    return group


def _new_chat(sandbox: Sandbox, title: str, *, supergroup: bool) -> Chat:
    number = next(sandbox.ids)
    if supergroup:
        chat = Chat(-1_002_000_000_000 - number, "supergroup", title, count(1))
    else:
        chat = Chat(-4_000_000_000 - number, "group", title, sandbox.numbers)
    sandbox.chats[chat.id] = chat
    return chat


def owner(sandbox: Sandbox, chat: Chat) -> User:
    """The person who owns the group; without one, the bot."""
    owners = (user for user, status in chat.statuses.items() if status == "creator")
    return next((sandbox.people[user] for user in owners if user in sandbox.people), sandbox.bot)


def change(sandbox: Sandbox, chat: Chat, user: User, status: Status, *, by: User) -> None:
    """A new status, told to the bot if it concerns the bot or the bot is an admin who may know."""
    old = chat.status(user.id)
    if old == status:
        return
    chat.statuses[user.id] = status
    at = int(sandbox.now().timestamp())
    update = member_change_json(chat, by, user, (old, status), at)
    if user is sandbox.bot:
        sandbox.updates.put("my_chat_member", update)
    elif chat.is_admin(sandbox.bot.id):
        sandbox.updates.put("chat_member", update)
    sandbox.journal.note("chat", lambda: {"chat": chat.id})


def joins(sandbox: Sandbox, chat: Chat, user: User, *, by: User, admin: bool = False) -> None:
    """Somebody comes in: a service message, and the change itself."""
    change(sandbox, chat, user, "administrator" if admin else "member", by=by)
    if chat.status(user.id) in PRESENT:
        say_service(sandbox, chat, by, {"new_chat_members": [user_json(user)]})


def goes(sandbox: Sandbox, chat: Chat, user: User, *, by: User) -> None:
    """Somebody leaves, or is removed by somebody else. A bot removed from a supergroup hears no farewell."""
    status: Status = "left" if by is user else "kicked"
    service: Json = {"left_chat_member": user_json(user)}
    if user is not sandbox.bot or chat.type == "group":
        say_service(sandbox, chat, by, service)
        change(sandbox, chat, user, status, by=by)
        return
    change(sandbox, chat, user, status, by=by)
    say_service(sandbox, chat, by, service)


def migrate(sandbox: Sandbox, group: Group) -> None:
    """The same people under a new id; both chats carry a service message about it."""
    old = group.chat
    if old.type != "group":
        raise ValueError(f"{group.title} is a supergroup already")
    new = _new_chat(sandbox, old.title, supergroup=True)
    new.statuses = dict(old.statuses)
    group.former.append(old)
    group.chat = new
    by = owner(sandbox, old)
    say_service(sandbox, old, by, {"migrate_to_chat_id": new.id})
    old.migrated_to = new
    say_service(sandbox, new, by, {"migrate_from_chat_id": old.id})
    sandbox.journal.note("chat", lambda: {"chat": new.id})


def say_service(sandbox: Sandbox, chat: Chat, by: User, service: Json) -> Message:
    """A line that nobody wrote, such as "… joined"; a bot in the group always hears it."""
    message = Message(next(chat.numbers), chat, by, sandbox.now(), service=service)
    sandbox.post(message)
    if chat.has(sandbox.bot.id) and by is not sandbox.bot:
        sandbox.updates.put("message", message_json(message))
    return message
