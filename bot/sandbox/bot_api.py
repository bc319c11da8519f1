"""People, chats and messages as the Bot API's JSON objects."""

from __future__ import annotations

from typing import Any

from bot.sandbox.chats import Chat, Status
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Json
from bot.sandbox.users import User

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
)
_NO_RIGHTS = (
    "can_promote_members",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "is_anonymous",
)
_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def user_json(user: User) -> Json:
    """A User."""
    out: Json = {"id": user.id, "is_bot": user.is_bot, "first_name": user.name}
    if user.username:
        out["username"] = user.username
    if user.language_code:
        out["language_code"] = user.language_code
    return out


def chat_json(chat: Chat) -> Json:
    """A Chat."""
    if chat.private:
        return {"id": chat.id, "first_name": chat.title, "type": "private"}
    return {"id": chat.id, "title": chat.title, "type": chat.type}


def message_json(message: Message, *, with_reply: bool = True) -> Json:
    """A Message as it stands now; a reply's own reply is left out, as Telegram does."""
    out: Json = {"message_id": message.id, "from": user_json(message.sender)}
    if message.sender_chat:
        out["sender_chat"] = chat_json(message.sender_chat)
    out["chat"] = chat_json(message.chat)
    out["date"] = int(message.at.timestamp())
    if message.edited_at:
        out["edit_date"] = int(message.edited_at.timestamp())
    if message.origin:
        out["forward_origin"] = message.origin
    if with_reply and message.reply_to and not message.reply_to.deleted:
        out["reply_to_message"] = message_json(message.reply_to, with_reply=False)
    if message.album:
        out["media_group_id"] = message.album
    if message.protected:
        out["has_protected_content"] = True
    _add_content(out, message)
    if message.inline:
        out["reply_markup"] = {"inline_keyboard": message.inline}
    return out


def _add_content(out: Json, message: Message) -> None:
    if message.media:
        out[message.media.kind] = message.media.content
    key, marks = ("caption", "caption_entities") if message.media else ("text", "entities")
    if message.text:
        out[key] = message.text
        if message.entities:
            out[marks] = [_entity(entity) for entity in message.entities]
    out.update(message.service)


def _entity(entity: Json) -> Json:
    if entity["type"] != "text_mention" or "user" in entity:
        return entity
    user = {"id": entity["user_id"], "is_bot": False, "first_name": ""}
    return {"type": "text_mention", "offset": entity["offset"], "length": entity["length"], "user": user}


def unreachable_json(message: Message) -> Json:
    """What is left of a message that was deleted: an InaccessibleMessage."""
    return {"chat": chat_json(message.chat), "message_id": message.id, "date": 0}


def member_json(user: User, status: Status) -> Json:
    """A ChatMember of the kind its status says."""
    out: Json = {"user": user_json(user), "status": status}
    if status == "administrator":
        out |= {"can_be_edited": False} | dict.fromkeys(_RIGHTS, True) | dict.fromkeys(_NO_RIGHTS, False)
    elif status == "creator":
        out["is_anonymous"] = False
    elif status == "kicked":
        out["until_date"] = 0
    return out


def member_change_json(chat: Chat, by: User, user: User, change: tuple[Status, Status], at: int) -> Json:
    """A ChatMemberUpdated: who changed whom, from what to what."""
    old, new = change
    return {
        "chat": chat_json(chat),
        "from": user_json(by),
        "date": at,
        "old_chat_member": member_json(user, old),
        "new_chat_member": member_json(user, new),
    }


def full_chat_json(chat: Chat) -> Json:
    """A ChatFullInfo."""
    out: dict[str, Any] = {
        **chat_json(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.pinned and not chat.pinned.deleted:
        out["pinned_message"] = message_json(chat.pinned, with_reply=False)
    return out
