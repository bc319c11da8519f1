"""A finger on a button, and what the person sees of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.bot_api import message_json, unreachable_json, user_json
from bot.sandbox.messages import Button, Message
from bot.sandbox.refusals import Json
from bot.sandbox.updates import QUERY_LIVES

if TYPE_CHECKING:
    from bot.sandbox.people import Person
    from bot.sandbox.sandbox import Sandbox


@dataclass(eq=False)
class Toast:
    """What a press is answered with: a line that passes, an alert to close, or a link that opens."""

    text: str
    alert: bool = False
    url: str | None = None


@dataclass(eq=False)
class Press:
    """One press. `pressed_at` is monotonic: 150 s later it can no longer be answered."""

    id: str
    person: Person
    message: Message
    data: str | None
    pressed_at: float
    answered: bool = False
    toast: Toast | None = None
    url: str | None = None
    """For a button that only opens a link: the link."""


def send_press(sandbox: Sandbox, person: Person, message: Message, data: str) -> Press:
    """Tell the bot of a press; a bot that was removed hears nothing."""
    press = Press(str(4_400_000_000_000 + next(sandbox.ids)), person, message, data, sandbox.monotonic())
    _forget_old(sandbox)
    sandbox.presses[press.id] = press
    chat = message.chat
    if chat.blocked if chat.private else not chat.has(sandbox.bot.id):
        return press
    query: Json = {
        "id": press.id,
        "from": user_json(person),
        "message": unreachable_json(message) if message.deleted else message_json(message),
        "chat_instance": str(abs(chat.id) * 7 + 1),
        "data": data,
    }
    sandbox.updates.put("callback_query", query)
    return press


def _forget_old(sandbox: Sandbox) -> None:
    """Presses that can no longer be answered are of no more use; they are in order of their time."""
    while sandbox.presses:
        oldest = next(iter(sandbox.presses.values()))
        if sandbox.monotonic() - oldest.pressed_at <= QUERY_LIVES:
            return
        del sandbox.presses[oldest.id]


def find_button(messages: list[Message], label: str) -> tuple[Message, Button]:
    """The newest message's button whose text starts with `label`; LookupError tells what is on offer."""
    on_offer: list[str] = []
    for message in reversed(messages):
        if message.deleted:
            continue
        for row in message.buttons:
            for button in row:
                if button.text.startswith(label):
                    return message, button
                on_offer.append(button.text)
    raise LookupError(f"no button starts with {label!r}; on offer: {on_offer or 'nothing'}")
