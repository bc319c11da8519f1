"""The crowd of `linli load`, before a bot played by hand."""

from __future__ import annotations

import asyncio

from bot.cli.load.crowd import Crowd
from bot.cli.load.listening import ListeningSandbox
from bot.clock import Clock
from bot.sandbox import Group
from tests.faults.nursery import UNHURRIED
from tests.sandbox.conftest import ask


async def test_a_group_is_bound_once_the_bot_has_spoken_there() -> None:
    """Pushed to a webhook, that the bot was added may arrive after what is said next: it would greet but once."""
    sandbox = ListeningSandbox(Clock(), limits=False)
    crowd = Crowd(sandbox, UNHURRIED, people=0, groups=2, seed=1)
    settling = asyncio.create_task(crowd.settle_in("https://t.me/linli_bot?start=inv_x"))
    await asyncio.sleep(0)
    (coordinator,) = sandbox.people
    await ask(sandbox, "sendMessage", chat_id=coordinator, text="您好")
    first, second = sandbox.groups
    await asyncio.sleep(0.05)
    for group in (first, second):
        assert not _asked(group)
        await ask(sandbox, "sendMessage", chat_id=group.id, text="这是什么群？")
    await asyncio.sleep(0.05)
    for group in (first, second):
        assert _asked(group)
        assert not settling.done()
        await ask(sandbox, "sendMessage", chat_id=group.id, text="好了")
    await asyncio.wait_for(settling, 5)


def _asked(group: Group) -> bool:
    return any((message.text or "").startswith("/bind") for message in group.messages)
