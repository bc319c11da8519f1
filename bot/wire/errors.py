"""What went wrong between us and Telegram, told apart by what matters: may it have been accepted?"""

from __future__ import annotations

from telegram.error import BadRequest, NetworkError, TimedOut


class NotSent(NetworkError):
    """Telegram has not seen the request: no route, no name, no connection. Sending it again is harmless."""

    __slots__ = ()


class FateUnknown(NetworkError):
    """The request left and no answer that can be read came back. It may have been carried out."""

    __slots__ = ()


class AnswerTimedOut(FateUnknown, TimedOut):
    """The request left and the answer did not come in time."""

    __slots__ = ()


class AnswerTooLarge(FateUnknown):
    """The answer is larger than anything Telegram says; it was not read to its end."""

    __slots__ = ()


class FileTooLarge(BadRequest):
    """A file to fetch is larger than we take (Telegram itself gives a bot 20 MB at most)."""

    __slots__ = ()
