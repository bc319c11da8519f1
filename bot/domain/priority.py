"""Who goes first when Telegram lets only so many messages through."""

from __future__ import annotations

from enum import IntEnum


class Priority(IntEnum):
    """How urgent one outgoing message is: the smaller, the sooner. Stored as its number; gaps are for
    later ones.

    The more urgent takes the next free place, and what can wait leaves so evenly that there is always one in a moment:
    nobody waits behind a broadcast.
    """

    DANGER = 10
    """Somebody may be hurt: what to dial, the call to those on duty."""
    ANSWER = 20
    """The answer to a person who has just acted and is looking at the screen."""
    CARD = 30
    """A card that shows how things stand: posted, or edited because its state changed."""
    REMINDER = 40
    """What nobody waits for this minute: reminders, the morning list."""
    BULK = 50
    """Notices to many chats and everything else that may take its time."""
