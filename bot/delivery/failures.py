"""Telegram's no, sorted by what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.wire.backoff import asked_s
from bot.wire.errors import NotSent

TOKEN_REST = 60.0
"""Seconds before asking again with a token that Telegram has stopped knowing."""


class Outcome(Enum):
    """What became of a call that raised, and so what the dispatcher does next."""

    SENT_ALREADY = "sent_already"
    """It is as we wanted it: success."""
    GONE = "gone"
    """The message we meant is no longer there. An edit or a pin: post it anew. A delete: success."""
    BLOCKED = "blocked"
    """Nothing can be written to this chat until its people change that: mark the chat."""
    MOVED = "moved"
    """The group has a new id (`new_chat_id`): take it over everywhere, send there."""
    WAIT = "wait"
    """Too fast: nothing for `seconds` within `scope`, then the same again."""
    UNKNOWN = "unknown"
    """It may have been carried out or not."""
    NOT_SENT = "not_sent"
    """Telegram never saw it: the same again soon."""
    REFUSED = "refused"
    """Telegram will never take it like this: park it, with an alert that says `why`."""


class Scope(Enum):
    """Who must wait."""

    CHAT = "chat"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`why` is Telegram's own description or ours, never with the token; the rest is what `outcome` needs."""

    outcome: Outcome
    why: str
    seconds: float = 0.0
    scope: Scope = Scope.CHAT
    new_chat_id: int | None = None


NO_CHANGE = ("message is not modified",)
GONE_MESSAGE = (
    "message to edit not found",
    "message to delete not found",
    "message to pin not found",
    "message to unpin not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
)
"""`can't be edited`: it is not ours or has become something else; what is posted anew is ours. `no text`: a file was
there, which is taken away by itself."""
CLOSED_CHAT = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user_is_blocked",
    "input_user_deactivated",
    "user_deactivated",
    "group chat was deactivated",
    "chat was deleted",
    "bot is not a member",
    "chat_write_forbidden",
    "have no rights to send a message",
    "not enough rights to send text messages",
)


def judge(error: Exception, *, to_chat: bool = True) -> Verdict:
    """What an exception from a Bot API call means.

    `to_chat`: the call was for one chat, and a 429 is taken to be about that chat. Telegram does not say
    whether chat or bot was too fast; `Pacer.penalise` notices when chat after chat is refused. An error that
    is not Telegram's is a mistake of ours, and the call may have gone out all the same: refused, for a
    person to see.
    """
    why = str(error)
    match error:
        case RetryAfter():
            return Verdict(Outcome.WAIT, why, asked_s(error), Scope.CHAT if to_chat else Scope.BOT)
        case ChatMigrated():
            return Verdict(Outcome.MOVED, why, new_chat_id=error.new_chat_id)
        case Forbidden():
            return Verdict(Outcome.BLOCKED, why)
        case BadRequest():
            return Verdict(_of_bad_request(why.casefold()), why)
        case InvalidToken() | EndPointNotFound():
            return _of_token(why)
        case NotSent() | Conflict():
            return Verdict(Outcome.NOT_SENT, why)
        case NetworkError() if isinstance(error.__cause__, ConnectionRefusedError):
            return Verdict(Outcome.NOT_SENT, why)
        case NetworkError() if "too large" in why.casefold():
            return Verdict(Outcome.REFUSED, why)
        case TelegramError():
            return Verdict(Outcome.UNKNOWN, why)
        case _:
            return Verdict(Outcome.REFUSED, type(error).__name__)


def _of_bad_request(words: str) -> Outcome:
    for known, outcome in (
        (NO_CHANGE, Outcome.SENT_ALREADY),
        (GONE_MESSAGE, Outcome.GONE),
        (CLOSED_CHAT, Outcome.BLOCKED),
    ):
        if any(phrase in words for phrase in known):
            return outcome
    return Outcome.REFUSED


def _of_token(why: str) -> Verdict:
    """401: the token was taken back; every post would fail alike, so all wait. 404: there is no such call."""
    if "unauthorized" in why.casefold():
        return Verdict(Outcome.WAIT, why, TOKEN_REST, Scope.BOT)
    return Verdict(Outcome.REFUSED, why)
