"""Neighbours' talk: what a bot hears in a group, and what it does not."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.conftest import Time, ask, hears


async def _texts(sandbox: Sandbox) -> list[str]:
    return [update["message"].get("text", "") for update in await hears(sandbox)]


@pytest.mark.parametrize("text", ["/report 电梯坏了", "/report@linli_bot 电梯坏了", "/report"])
async def test_a_command_is_heard(sandbox: Sandbox, mei: Person, building: Group, text: str) -> None:
    await mei.says(text, in_=building)
    assert await _texts(sandbox) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "电梯又坏了",
        "#报修 电梯坏了",
        "@linli_bot 电梯坏了",
        "/report@another_bot 电梯坏了",
        "/report电梯坏了",
        "请用 /report 报",
    ],
)
async def test_neighbours_talk_is_not_heard_and_a_mention_alone_is_not_either(
    sandbox: Sandbox, mei: Person, building: Group, text: str
) -> None:
    await mei.says(text, in_=building)
    assert await _texts(sandbox) == []


async def test_a_reply_to_the_bot_is_heard_and_a_reply_to_a_neighbour_is_not(
    sandbox: Sandbox, mei: Person, chen: Person, building: Group
) -> None:
    await ask(sandbox, "sendMessage", chat_id=building.id, text="🔧 #12 电梯")
    said = await mei.says("修好了吗", in_=building, reply_to=mei.last(building))
    assert await _texts(sandbox) == ["修好了吗"]

    await chen.says("还没", in_=building, reply_to=said)
    assert await _texts(sandbox) == []


async def test_an_admin_bot_hears_everything(sandbox: Sandbox, mei: Person) -> None:
    group = sandbox.group("试1号楼", mei, bot_admin=True)
    await mei.says("#报修 电梯坏了", in_=group)
    assert await _texts(sandbox) == ["#报修 电梯坏了"]


async def test_with_privacy_mode_off_everything_is_heard(time: Time) -> None:
    sandbox = Sandbox(now=time.now, monotonic=time.monotonic, reads_all=True)
    mei = sandbox.person("试阿梅")
    await mei.says("电梯又坏了", in_=sandbox.group("试1号楼", mei))
    assert await _texts(sandbox) == ["电梯又坏了"]
    assert (await ask(sandbox, "getMe"))["can_read_all_group_messages"] is True


async def test_a_photo_with_a_command_under_it_is_heard(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    await mei.sends("photo", caption="/report 电梯坏了", in_=building)
    await mei.sends("photo", caption="今天的晚霞", in_=building)
    assert [update["message"]["caption"] for update in await hears(sandbox)] == ["/report 电梯坏了"]


async def test_a_group_the_bot_is_not_in_is_silent(sandbox: Sandbox, mei: Person) -> None:
    group = sandbox.group("试没有机器人", mei, with_bot=False)
    await mei.says("/report 电梯坏了", in_=group)
    assert await _texts(sandbox) == []


async def test_an_anonymous_admin_writes_in_the_name_of_the_group(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    await mei.says_anonymously("/todo", building)

    (update,) = await hears(sandbox)
    assert update["message"]["from"]["id"] == 1087968824
    assert update["message"]["from"]["is_bot"] is True
    assert update["message"]["sender_chat"]["id"] == building.id
