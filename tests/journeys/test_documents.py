"""A file we made: sealed until it has arrived, kept no longer, and taken away again when it is time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.storage.machinery import Fate
from tests.town import Town

SECRET = "金丝雀名单".encode()


async def _blobs(town: Town) -> list[bytes]:
    async with town.linli.database.look() as uow:
        return [bytes(one) for one in await uow.session.scalars(text("SELECT content FROM blob"))]


async def _send(town: Town, chat: int, **how: object) -> None:
    async with town.linli.database.work() as uow:
        uow.send_document(chat, "名单.csv", SECRET, dedupe="list:1", now=town.clock.now(), **how)  # type: ignore[arg-type]


async def test_it_arrives_under_its_name_and_we_keep_no_copy(town: Town) -> None:
    wang = await town.coordinator()
    await _send(town, wang.id)
    [sealed] = await _blobs(town)
    assert SECRET not in sealed
    await town.settle()
    message = wang.chat()[-1]
    assert message.media is not None
    assert message.media.content["file_name"] == "名单.csv"
    assert town.sandbox.files.find(message.media.file_id).content == SECRET
    assert await _blobs(town) == []


async def test_its_message_goes_after_the_time_given(town: Town) -> None:
    wang = await town.coordinator()
    await _send(town, wang.id, delete_after=timedelta(hours=60))
    await town.settle()
    message = wang.chat()[-1]
    await town.pass_time(hours=46)
    assert not message.deleted
    await town.pass_time(hours=1, minutes=1)
    assert message.deleted, "before Telegram's 48 hours are over"


async def test_whether_it_arrived_is_asked_of_a_person_where_twice_would_be_wrong(town: Town) -> None:
    wang = await town.coordinator()
    town.sandbox.fault("sendDocument", "lost")
    await _send(town, wang.id, fate=Fate.PARK)
    await town.settle()
    assert len(await _blobs(town)) == 1, "it may have to be sent again"
    assert sum(r.method == "sendDocument" for r in town.sandbox.requests) == 1


async def test_what_telegram_would_not_take_is_refused_at_once(town: Town) -> None:
    with pytest.raises(ValueError, match="0 bytes"):
        async with town.linli.database.work() as uow:
            uow.send_document(5, "a.csv", b"", dedupe="a", now=town.clock.now())
