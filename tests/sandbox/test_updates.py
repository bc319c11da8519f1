"""getUpdates: nothing twice once confirmed, nothing lost before."""

from __future__ import annotations

import asyncio

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.conftest import Time, ask, hears, refused


async def test_an_update_comes_again_until_it_is_confirmed(sandbox: Sandbox, mei: Person) -> None:
    await mei.says("一")
    await mei.says("二")
    first = await ask(sandbox, "getUpdates", limit=1)
    assert await ask(sandbox, "getUpdates", limit=1) == first

    rest = await ask(sandbox, "getUpdates", offset=first[0]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["二"]
    assert rest[0]["update_id"] == first[0]["update_id"] + 1
    assert await ask(sandbox, "getUpdates", offset=rest[0]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_newest(sandbox: Sandbox, mei: Person) -> None:
    for text in "一二三":
        await mei.says(text)
    newest = await ask(sandbox, "getUpdates", offset=-1)
    assert [update["message"]["text"] for update in newest] == ["三"]
    assert await ask(sandbox, "getUpdates") == newest


async def test_a_long_poll_waits_for_the_first_update(sandbox: Sandbox, mei: Person) -> None:
    poll = asyncio.create_task(sandbox.call("getUpdates", {"timeout": 30}))
    await asyncio.sleep(0.01)
    assert not poll.done()
    await mei.says("电梯坏了")

    _, body = await asyncio.wait_for(poll, 1)
    assert body["result"][0]["message"]["text"] == "电梯坏了"
    assert await ask(sandbox, "getUpdates", offset=body["result"][0]["update_id"] + 1, timeout="0") == []


async def test_a_second_poller_ends_the_first(sandbox: Sandbox, mei: Person) -> None:
    first = asyncio.create_task(sandbox.call("getUpdates", {"timeout": 30}))
    await asyncio.sleep(0.01)
    second = asyncio.create_task(sandbox.call("getUpdates", {"timeout": 30}))

    status, body = await asyncio.wait_for(first, 1)
    assert (status, body["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await mei.says("电梯坏了")
    assert len((await asyncio.wait_for(second, 1))[1]["result"]) == 1


async def test_updates_are_kept_for_a_day(sandbox: Sandbox, mei: Person, time: Time) -> None:
    await mei.says("昨天")
    time.passes(hours=23)
    await mei.says("今天")
    time.passes(hours=2)
    assert [update["message"]["text"] for update in await hears(sandbox)] == ["今天"]


async def test_only_what_was_asked_for_is_queued(sandbox: Sandbox, mei: Person, chen: Person) -> None:
    group = sandbox.group("试1号楼", mei, bot_admin=True)
    await chen.joins(group)
    assert [list(update)[1] for update in await hears(sandbox)] == ["message"]

    await ask(sandbox, "getUpdates", allowed_updates=["chat_member"])
    await chen.leaves(group)
    assert [list(update)[1] for update in await hears(sandbox)] == ["chat_member"]

    await ask(sandbox, "getUpdates", allowed_updates="[]")
    await chen.joins(group)
    assert [list(update)[1] for update in await hears(sandbox)] == ["message"]


async def test_anything_at_all_can_be_queued_for_a_bot_to_survive(sandbox: Sandbox, mei: Person) -> None:
    sandbox.queue_raw({"message": {"message_id": "?"}})
    sandbox.queue_raw({"something_from_next_year": {"id": 1}})
    await mei.says("电梯坏了")

    updates = await hears(sandbox)
    assert [list(update)[1] for update in updates] == ["message", "something_from_next_year", "message"]
    ids = [update["update_id"] for update in updates]
    assert ids == sorted(set(ids))


async def test_polling_is_refused_while_a_webhook_is_set(sandbox: Sandbox, mei: Person) -> None:
    await ask(sandbox, "setWebhook", url="http://127.0.0.1:9/hook", secret_token="a-secret")
    status, words = await refused(sandbox, "getUpdates")
    assert status == 409
    assert words.startswith("Conflict: can't use getUpdates method while webhook is active")
    info = await ask(sandbox, "getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == ("http://127.0.0.1:9/hook", 0)
    assert await refused(sandbox, "setWebhook", url="https://x.y", secret_token="不行") == (
        400,
        "Bad Request: secret token contains unallowed characters",
    )

    await mei.says("电梯坏了")
    await ask(sandbox, "deleteWebhook", drop_pending_updates=True)
    assert await ask(sandbox, "getUpdates") == []
    sandbox.close()


async def test_in_a_group_the_bot_learns_who_comes_and_goes(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    lin = sandbox.person("试小林")
    await lin.joins(building)
    await lin.leaves(building)
    joined, left = (update["message"] for update in await hears(sandbox))
    assert joined["new_chat_members"][0]["id"] == lin.id
    assert left["left_chat_member"]["id"] == lin.id
