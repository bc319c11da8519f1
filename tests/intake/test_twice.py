"""Nothing takes effect twice, also when one process hands over to the next while both are at work."""

from __future__ import annotations

import asyncio

from bot.storage.machinery import InboxState
from tests.intake.desk import Desk

DONE = InboxState.DONE


async def test_one_update_twice_in_one_answer_of_telegrams_takes_effect_once(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await desk.works()
    await mei.says("第一句")
    [update] = desk.sandbox.updates.ready(10)
    await desk.worker.accept([update, dict(update)])
    await desk.works()
    assert (await desk.states(), await desk.heard()) == ([DONE], 1)


async def test_an_update_two_processes_were_given_takes_effect_once(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("早")
    await desk.works()
    leaving = desk.worker
    await desk.open()
    await mei.says("安")
    await desk.works()
    await mei.says("第一句")
    [update] = desk.sandbox.updates.ready(10)
    await desk.worker.accept([update])
    await leaving.accept([update])
    await leaving.drain()
    await desk.works()
    assert (await desk.states(), await desk.heard()) == ([DONE] * 3, 3)


async def test_what_waits_is_dealt_with_by_one_of_two_processes(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    for number in range(5):
        await mei.says(f"第{number}句")
    await desk.poller.once()
    leaving = desk.worker
    await desk.open()
    await asyncio.gather(leaving.drain(), desk.worker.drain())
    assert (await desk.states(), await desk.heard()) == ([DONE] * 5, 5)
