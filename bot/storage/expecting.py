"""What the updates of a batch are about: the first question about one of them is asked for all of them at once.

Each statement costs far more than the rows it brings. A batch of reports from twelve groups asks twelve times which
group this is, and whether the message has become a case; expected, it asks once.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Expected:
    """Filled by whoever knows the batch, before it begins. What is not in it is asked for by itself, as ever."""

    groups: set[int] = field(default_factory=set)
    """Chats that messages and presses came from."""
    messages: set[tuple[int, int]] = field(default_factory=set)
    """Messages in groups: the chat and the message's number there."""
    writers: set[int] = field(default_factory=set)
    """Members, by our number, who said something."""
    cases: set[int] = field(default_factory=set)
    """Cases whose buttons were pressed. Numbers in buttons may be forged: none need be there."""
    tasks: set[int] = field(default_factory=set)
    """Tasks whose buttons were pressed."""
