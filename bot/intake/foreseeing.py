"""What the updates of a batch are about, seen before any of them is dealt with, so that it can be read at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.member import Member
from bot.intake.incoming import Incoming
from bot.intake.wanted import person_of
from bot.storage.expecting import Expected
from bot.ui.buttons.button import Button


def foresee(expected: Expected, incoming: Iterable[Incoming]) -> None:
    """Fills `expected`. What cannot be read is passed over: it is found out in its turn."""
    for one in incoming:
        message, press = one.payload.get("message"), one.payload.get("callback_query")
        if isinstance(message, dict):
            _message(expected, message)
        elif isinstance(press, dict) and isinstance(press.get("data"), str):
            _press(expected, press["data"])


def writers(incoming: Iterable[Incoming], met: Mapping[int, Member]) -> set[int]:
    """Who of the batch said something, by our number."""
    senders = (person_of(one.payload) for one in incoming if "message" in one.payload)
    known = (met.get(sender["id"]) for sender in senders if sender)
    return {member.id for member in known if member is not None and member.id is not None}


def _message(expected: Expected, message: dict[str, Any]) -> None:
    chat, number = message.get("chat"), message.get("message_id")
    group = chat.get("id") if isinstance(chat, dict) else None
    if type(group) is int and type(number) is int and group < 0:
        expected.groups.add(group)
        expected.messages.add((group, number))


def _press(expected: Expected, data: str) -> None:
    button = Button.read(data)
    for name, numbers in (("case_id", expected.cases), ("task_id", expected.tasks)):
        number = getattr(button, name, None)
        if isinstance(number, int) and number > 0:
            numbers.add(number)
