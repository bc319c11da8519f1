"""What can be asked for at the people's door, each as one small act."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.sandbox.chats import Group
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Json

if TYPE_CHECKING:
    from bot.sandbox.people import Person
    from bot.sandbox.sandbox import Sandbox


async def say(sandbox: Sandbox, body: Json) -> Json:
    """Write a text, perhaps as a reply."""
    reply = _message(sandbox, body, "reply_to") if body.get("reply_to") else None
    said = await _person(sandbox, body).says(str(body["text"]), in_=_group(sandbox, body), reply_to=reply)
    return {"message": said.id}


async def send(sandbox: Sandbox, body: Json) -> Json:
    """Send media, perhaps as an album."""
    reply = _message(sandbox, body, "reply_to") if body.get("reply_to") else None
    sent = await _person(sandbox, body).sends(
        str(body["kind"]),
        caption=str(body.get("caption") or ""),
        in_=_group(sandbox, body),
        reply_to=reply,
        album=int(body.get("album") or 1),
    )
    return {"messages": [message.id for message in sent]}


async def press(sandbox: Sandbox, body: Json) -> Json:
    """Press a button by its data."""
    message = _message(sandbox, body, "message")
    made = await _person(sandbox, body).presses_data(str(body["data"]), on=message, in_=_group(sandbox, body))
    return {"id": made.id}


async def start(sandbox: Sandbox, body: Json) -> Json:
    """Press Start, perhaps through a deep link."""
    said = await _person(sandbox, body).starts(str(body.get("payload") or ""))
    return {"message": said.id}


async def person(sandbox: Sandbox, body: Json) -> Json:
    """A new person."""
    language = str(body.get("language_code") or "zh-hans")
    return {"id": sandbox.person(str(body["name"]), language_code=language).id}


async def group(sandbox: Sandbox, body: Json) -> Json:
    """A new group, with the bot in it unless `with_bot` says no."""
    people = [_known(sandbox, int(number)) for number in body.get("people") or []]
    made = sandbox.group(
        str(body["title"]),
        *people,
        with_bot=bool(body.get("with_bot", True)),
        bot_admin=bool(body.get("bot_admin")),
        supergroup=bool(body.get("supergroup", True)),
    )
    return {"id": made.id}


async def block(sandbox: Sandbox, body: Json) -> Json:
    """Block the bot, or unblock it."""
    who = _person(sandbox, body)
    if body.get("blocked", True):
        who.blocks()
    else:
        who.unblocks()
    await sandbox.acted()
    return {}


async def delete(sandbox: Sandbox, body: Json) -> Json:
    """Take back one's own message."""
    await _person(sandbox, body).deletes(_message(sandbox, body, "message"))
    return {}


async def fault(sandbox: Sandbox, body: Json) -> Json:
    """Trouble for the bot; with a probability, each call that could meet it does so by chance."""
    chat = body.get("chat_id")
    sandbox.faults.add(
        str(body.get("method") or "*"),
        str(body["kind"]),
        times=int(body.get("times") or 1),
        retry_after=int(body.get("retry_after") or 5),
        chat_id=int(chat) if chat is not None else None,
        probability=float(body.get("probability") or 1.0),
    )
    return {}


def _known(sandbox: Sandbox, number: int) -> Person:
    if number not in sandbox.people:
        raise LookupError(f"nobody has the id {number}")
    return sandbox.people[number]


def _person(sandbox: Sandbox, body: Json) -> Person:
    return _known(sandbox, int(body["person"]))


def _group(sandbox: Sandbox, body: Json) -> Group | None:
    """The group the act is in, or None for the person's own chat."""
    number = int(body.get("chat") or body["person"])
    if number == int(body["person"]):
        return None
    for found in sandbox.groups:
        if number in (found.id, *(chat.id for chat in found.former)):
            return found
    raise LookupError(f"no chat has the id {number}")


def _message(sandbox: Sandbox, body: Json, name: str) -> Message:
    chat = sandbox.chats.get(int(body.get("chat") or body["person"]))
    found = chat.messages.get(int(body[name])) if chat else None
    if found is None:
        raise LookupError(f"no message has the id {body[name]} there")
    return found


DEEDS: dict[str, Callable[[Sandbox, Json], Awaitable[Json]]] = {
    deed.__name__: deed for deed in (say, send, press, start, person, group, block, delete, fault)
}
