"""How Telegram says no: a status, a sentence, sometimes a number to act on."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """One refusal, worded as Telegram words it."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        """`parameters`: what a bot may act on, such as `retry_after` (seconds)."""
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The answer as it goes over the wire."""
        answer: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            answer["parameters"] = dict(self.parameters)
        return answer


class ConnectionLost(ConnectionError):
    """The request was carried out, but its answer never came back."""


def bad_request(why: str) -> Refused:
    """400: the request itself is wrong, and repeating it will not help."""
    return Refused(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refused:
    """403: the other side does not want, or may not get, the bot's messages."""
    return Refused(403, f"Forbidden: {why}")


def conflict(why: str) -> Refused:
    """409: somebody else is already fetching this bot's updates."""
    return Refused(409, f"Conflict: {why}")


def too_many(retry_after: int) -> Refused:
    """429: come back after that many seconds."""
    return Refused(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def unauthorized() -> Refused:
    """401: a token of the right shape that belongs to nobody."""
    return Refused(401, "Unauthorized")


def not_found() -> Refused:
    """404: not even a token."""
    return Refused(404, "Not Found")


def no_such_method() -> Refused:
    """404: the token is right, the method does not exist here."""
    return Refused(404, "Not Found: method not found")


def broken_inside() -> Refused:
    """500: Telegram's own trouble."""
    return Refused(500, "Internal Server Error")


def migrated(new_chat_id: int) -> Refused:
    """400: the group lives on under another id."""
    return Refused(
        400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new_chat_id
    )


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
