"""Text with entities beside it: refused as Telegram refuses, where they do not lie on whole symbols of it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.conftest import Time, ask, keyboard, refused


def bold(offset: int, length: int) -> list[dict[str, Any]]:
    """One entity."""
    return [{"type": "bold", "offset": offset, "length": length}]


@pytest.mark.parametrize(
    ("offset", "length", "why"),
    [
        (-1, 2, "receive an entity with incorrect offset -1"),
        (0, -2, "receive an entity with incorrect length -2"),
        (9, 1, "entity begins after the end of the text at UTF-16 offset 9"),
        (4, 3, "entity beginning at UTF-16 offset 4 ends after the end of the text at UTF-16 offset 7"),
        (1, 2, "entity begins in a middle of a UTF-16 symbol at byte offset 4"),
        (0, 1, "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4"),
    ],
)
async def test_an_entity_that_does_not_lie_on_the_text_is_refused(
    sandbox: Sandbox, building: Group, offset: int, length: int, why: str
) -> None:
    said = await refused(
        sandbox, "sendMessage", chat_id=building.id, text="🚰停水了", entities=bold(offset, length)
    )
    assert said == (400, f"Bad Request: {why}")


async def test_entities_on_whole_symbols_are_kept_and_empty_ones_dropped(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    marks = [{"type": "italic", "offset": 2, "length": 1}, *bold(0, 5), *bold(3, 0)]
    await ask(sandbox, "sendMessage", chat_id=building.id, text="🚰停水了", entities=marks)
    assert mei.last(building).entities == [*bold(0, 5), {"type": "italic", "offset": 2, "length": 1}]


async def test_a_file_is_replaced_by_another_but_not_in_the_place_of_a_voice(
    sandbox: Sandbox, mei: Person, building: Group, time: Time
) -> None:
    [photo] = await mei.sends("photo", in_=building)
    [voice] = await mei.sends("voice", in_=building)
    other = {"type": "photo", "media": photo.media.file_id if photo.media else "", "caption": "收回了"}
    sent = [
        await ask(
            sandbox,
            f"send{one.media.kind.capitalize()}",
            chat_id=building.id,
            **{one.media.kind: one.media.file_id},
        )
        for one in (photo, voice)
        if one.media
    ]
    time.passes(hours=100)
    await ask(
        sandbox,
        "editMessageMedia",
        chat_id=building.id,
        message_id=sent[0]["message_id"],
        media=other,
        reply_markup=keyboard([("收到", "x")]),
    )
    said = await refused(
        sandbox, "editMessageMedia", chat_id=building.id, message_id=sent[1]["message_id"], media=other
    )
    assert said == (400, "Bad Request: message can't be edited")
