"""Lines and keys of the list of what waits, for what did not get through."""

from __future__ import annotations

from bot.domain.waiting import Wait
from bot.ui.buttons.todo import (
    ArrivedButton,
    LetGoButton,
    PutCardAwayButton,
    PutPostAwayButton,
    RebindButton,
    ResendButton,
    ResendCardButton,
)
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader

_REASONS = {
    "too long": "refused-too-long",
    "too_long": "refused-too-long",
    "file": "refused-file",
    "entity too large": "refused-file",
    "rights": "refused-rights",
    "forbidden": "refused-rights",
    "topic": "refused-rights",
    "entities": "refused-by-us",
    "cannot r": "refused-by-us",
    "button": "refused-by-us",
}
"""What Telegram or we said was wrong → how a coordinator is told; the first that fits."""


def why_refused(why: str, reader: Reader) -> Markup:
    """The reason in words."""
    words = why.casefold()
    return reader.words(next((key for part, key in _REASONS.items() if part in words), "refused-somehow"))


def post_line(wait: Wait, reader: Reader) -> Markup:
    """A message: of unknown fate, or refused."""
    if wait.why is None:
        return reader.words("todo-post", name=wait.who or "", at=wait.at)
    return reader.words(
        "todo-post-refused", name=wait.who or "", at=wait.at, why=why_refused(wait.why, reader)
    )


def card_line(wait: Wait, reader: Reader) -> Markup:
    """A card: which one, for whom, and why not."""
    kind, _, number = wait.no.partition(":")
    which = {"case": "todo-card-case", "task": "todo-card-task", "held": "todo-card-task"}.get(kind)
    what = reader.words(which, no=number) if which else reader.words("todo-card-other")
    why = why_refused(wait.why or "", reader)
    return reader.words("todo-card", name=wait.who or "", what=what, why=why, at=wait.at)


def group_line(wait: Wait, reader: Reader) -> Markup:
    """A group that we were taken out of."""
    return reader.words("todo-group", name=wait.who or "", at=wait.at)


def post_keys(wait: Wait, n: int, reader: Reader) -> list[Key]:
    """Sent again; or, where nobody knows, it has arrived; or, where it was refused, put away."""
    resend = reader.key("button-resend", ResendButton(wait.ref), n=n)
    if wait.why is None:
        return [resend, reader.key("button-delivered", ArrivedButton(wait.ref), n=n)]
    return [resend, reader.key("button-put-away", PutPostAwayButton(wait.ref), n=n)]


def card_keys(wait: Wait, n: int, reader: Reader) -> list[Key]:
    """Sent again as things stand, or put away."""
    resend = reader.key("button-resend", ResendCardButton(wait.ref), n=n)
    return [resend, reader.key("button-put-away", PutCardAwayButton(wait.ref), n=n)]


def group_keys(wait: Wait, n: int, reader: Reader) -> list[Key]:
    """Tried again, or let go."""
    again = reader.key("button-rebind", RebindButton(str(wait.ref)), n=n)
    return [again, reader.key("button-put-away", LetGoButton(str(wait.ref)), n=n)]
