"""What the people's page is told: messages, chats and keyboards as plain JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox.messages import Message
from bot.sandbox.refusals import Json

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

SHOWN = 200
"""How many of a chat's newest messages a page gets."""


def message_view(sandbox: Sandbox, message: Message) -> Json:
    """One message. `service` names what happened where nobody wrote anything."""
    hidden = message.sender_chat
    return {
        "id": message.id,
        "chat": message.chat.id,
        "from": message.sender.id,
        "name": hidden.title if hidden else message.sender.name,
        "bot": message.sender is sandbox.bot,
        "at": message.at.isoformat(),
        "html": "" if message.deleted else message.html,
        "media": {"kind": message.media.kind} if message.media else None,
        "reply_to": message.reply_to.id if message.reply_to else None,
        "buttons": [[_button_view(button) for button in row] for row in message.buttons],
        "edited": message.edited,
        "deleted": message.deleted,
        "protected": message.protected,
        "album": message.album,
        "service": next(iter(message.service), None),
    }


def _button_view(button: Any) -> Json:
    shown: Json = {"text": button.text}
    if button.url is not None:
        shown["url"] = button.url
    else:
        shown["data"] = button.data or ""
    return shown


def state_view(sandbox: Sandbox) -> Json:
    """Everything a page needs to start from."""
    people = list(sandbox.people.values())
    chats: list[Json] = [
        {"id": each.id, "type": "private", "title": each.name, "members": [each.id]} for each in people
    ]
    chats += [
        {"id": group.id, "type": "group", "title": group.title, "members": group.members}
        for group in sandbox.groups
    ]
    messages = {str(person.id): list(person.private.messages.values()) for person in people}
    messages |= {str(group.id): group.messages for group in sandbox.groups}
    return {
        "rev": sandbox.journal.revision,
        "now": sandbox.now().isoformat(),
        "bot": {"id": sandbox.bot.id, "username": sandbox.bot.username, "name": sandbox.bot.name},
        "people": [{"id": person.id, "name": person.name} for person in people],
        "chats": chats,
        "messages": {
            chat: [message_view(sandbox, message) for message in found[-SHOWN:]]
            for chat, found in messages.items()
        },
        "keyboards": {str(person.id): person.keyboard_rows for person in people},
    }


def event_view(sandbox: Sandbox, event: Json) -> Json:
    """One change as a page hears it."""
    shown = dict(event)
    if isinstance(message := event.get("message"), Message):
        shown["message"] = message_view(sandbox, message)
    if (toast := shown.pop("toast", None)) is not None:
        shown |= {"text": toast.text, "alert": toast.alert, "url": toast.url}
    if event["type"] == "keyboard" and (person := sandbox.people.get(event["person"])):
        shown["keyboard"] = person.keyboard_rows
    return shown
