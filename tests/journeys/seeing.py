"""What somebody finds in their chat."""

from __future__ import annotations

from datetime import timedelta

from bot.sandbox import Group, Message, Person
from tests.town import Town


def buttons(message: Message) -> list[str]:
    """The labels on it."""
    return [key.text for row in message.buttons for key in row]


def first(person: Person, text: str, in_: Group | None = None) -> Message:
    """The first message there that says so."""
    return next(message for message in person.chat(in_) if text in message.text)


def count(person: Person, text: str, in_: Group | None = None) -> int:
    """How many messages there say so."""
    return sum(text in message.text for message in person.chat(in_))


async def wait(town: Town, seconds: int) -> None:
    """Lets seconds go by without a tick: what is due goes out by itself."""
    town.clock.move(timedelta(seconds=seconds))
    await town.settle()
