"""Where Telegram calls us: what it brings is kept before it hears so, nothing takes effect twice, nothing stalls."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import text
from telegram.error import Conflict

from bot.domain.member import Role
from bot.intake.wanted import ALLOWED_UPDATES
from bot.storage.machinery import InboxState
from tests.intake.desk import Desk
from tests.sandbox.conftest import ask
from tests.storage.stores import empty_postgres
from tests.web.porch import Porch, group_said, said

DONE, DEAD = InboxState.DONE, InboxState.DEAD


async def test_what_telegram_brings_takes_effect_once_however_often_it_is_brought(called: Porch) -> None:
    mei, chen = [await called.desk.person(name) for name in ("梅阿姨", "陈伯")]
    await called.webhook.look()
    for number in range(6):
        await (mei, chen)[number % 2].says(f"第{number}句")
    waiting = called.desk.sandbox.updates.ready(100)
    await called.hears_all()
    assert await called.desk.states() == [DONE] * 6
    again = await asyncio.gather(*(called.brings(update) for update in waiting * 3))
    assert set(again) == {200}
    assert (len(await called.desk.states()), await called.desk.heard()) == (6, 6)
    info = await ask(called.desk.sandbox, "getWebhookInfo")
    assert info["url"] == called.hook.address
    assert info["allowed_updates"] == sorted(ALLOWED_UPDATES)


async def test_fifty_that_come_together_are_each_answered_when_they_are_committed(called: Porch) -> None:
    brought = (called.brings(said(900 + n, f"第{n}句", 6_100_000_100 + n)) for n in range(50))
    assert set(await asyncio.gather(*brought)) == {200}
    assert len(await called.desk.states()) == 50
    await called.desk.worker.drain()
    assert await called.desk.heard() == 50


async def test_polling_and_being_called_take_turns_and_what_waits_is_not_dropped(called: Porch) -> None:
    mei, desk = await called.desk.person("梅阿姨"), called.desk
    await mei.says("有人在问")
    await desk.poller.once()
    await mei.says("还没确认")
    await called.webhook.look()
    await called.hears_all()
    await mei.says("叫得到")
    await called.hears_all()
    with pytest.raises(Conflict):
        await desk.poller.once()  # it does not fight: whoever set the webhook meant it
    desk.sandbox.pusher.point_at("")  # nobody is reached for a while
    await mei.says("这时候停了")
    await desk.open()
    await desk.poller.once()
    await desk.worker.drain()
    assert await desk.done() == {"有人在问", "还没确认", "叫得到", "这时候停了"}
    assert await desk.heard() == 4
    assert (await ask(desk.sandbox, "getWebhookInfo"))["url"] == ""


async def test_one_that_cannot_be_read_is_found_dead_and_holds_up_nobody(called: Porch) -> None:
    wang = await called.desk.person("王社工", Role.COORDINATOR)
    mei = await called.desk.person("梅阿姨")
    await called.webhook.look()
    called.desk.sandbox.queue_raw({"message": {"chat": {"id": "\0", "type": 5}, "from": {"id": mei.id}}})
    await mei.says("后来的话")
    await called.hears_all()
    assert sorted(await called.desk.states()) == [DEAD, DONE]
    broken = b'{"update_id": 12, "message": {"text": "' + b"[" * 60_000
    deep = b'{"update_id": 13, "message": ' + b'{"a":' * 5000 + b"1" + b"}" * 5001
    almost = b'{"update_id": 14, "message": ' + b'{"a":' * 900 + b"1" + b"}" * 901
    half = b'{"update_id": 15, "message": {"text": "\\ud83d", "chat": {"id": 1}}}'
    for update in (broken, deep, almost, half):
        assert await called.brings(update) == 200
    await called.desk.worker.drain()
    assert sorted(await called.desk.states()) == [DEAD] * 5 + [DONE]
    assert await called.desk.said_to(wang) == ["alert-dead-update"] * 5


async def test_while_there_is_no_room_on_the_disk_telegram_is_asked_to_come_again(door: Porch) -> None:
    desk, mei = door.desk, await door.desk.person("梅阿姨")
    async with desk.database.work() as uow:
        await uow.session.execute(text("PRAGMA max_page_count = 1"))
    await door.webhook.look()
    await mei.says("满" * 4000)
    assert await door.brings(said(900, "字" * 4000)) == 503
    await door.fails()
    async with desk.database.work() as uow:
        await uow.session.execute(text("PRAGMA max_page_count = 1000000"))
    await door.hears_all()
    assert await desk.done() == {"满" * 4000}


async def test_a_webhook_that_was_changed_or_does_not_get_through_is_seen_and_set_right(door: Porch) -> None:
    desk, mei = door.desk, await door.desk.person("梅阿姨")
    await door.webhook.look()
    await ask(desk.sandbox, "setWebhook", url="http://127.0.0.1:9/somebody-else")
    await mei.says("听得到吗")
    await door.webhook.look()
    await door.hears_all()
    await ask(desk.sandbox, "setWebhook", url=door.hook.address, secret_token="another")
    heard_at = door.webhook.heard_at
    desk.clock.pass_seconds(30)
    await mei.says("还听得到吗")
    await door.fails()
    await door.webhook.look()
    assert door.webhook.heard_at == heard_at, "nothing came through, so Telegram was not heard"
    await door.hears_all()
    await door.webhook.look()
    assert door.webhook.heard_at == heard_at + 30
    assert await desk.done() == {"听得到吗", "还听得到吗"}


@pytest.mark.postgres
async def test_the_parts_of_an_album_and_the_pieces_of_a_long_text_may_come_to_different_processes(
    migrated_postgres: str,
) -> None:
    empty_postgres(migrated_postgres)
    first, second = Desk(migrated_postgres), Desk(migrated_postgres)
    for desk in (first, second):
        await desk.bot.initialize()
        await desk.open()
    album: dict[str, Any] = {"media_group_id": "1", "photo": [], "caption": "/report 漏水"}
    full = "/report " + "水" * 4000
    await first.doorstep.take([group_said(1, **album), group_said(2, text=full, date=100)])
    await second.doorstep.take([group_said(3, text="今晚打牌", date=100, sender=6)])
    await second.doorstep.take(
        [group_said(4, media_group_id="1", photo=[]), group_said(5, text="还有", date=101)]
    )
    await second.doorstep.take(
        [group_said(6, media_group_id="2", photo=[]), group_said(7, text="打牌", date=900)]
    )
    assert [row["update_id"] for row in await second.stored()] == [1, 2, 4, 5]
    for desk in (first, second):
        await desk.close()
