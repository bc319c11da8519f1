"""What is lent to a holder never stays with somebody who has handed the task back meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.task import Task
from bot.sandbox import Person
from bot.storage.bodies import File
from bot.storage.machinery import PostState
from tests.delivery.office import Office
from tests.storage.stores import NOW


async def _holds(office: Office, holder: Person) -> Task:
    async with office.database.work() as uow:
        task = Task("爱禾缘志愿者", None, NOW)
        member = (await uow.members.by_telegram([holder.id]))[holder.id]
        task.claim(member.id or 0, holder.name, NOW)
        uow.add(task)
        await uow.numbered()
    return task


async def _hands_back(office: Office, task: Task) -> None:
    async with office.database.work() as uow:
        held = await uow.tasks.get(task.id)
        held.release(held.active[0].member_id, NOW)


async def _lends(office: Office, to: Person, task: Task, kind: str) -> None:
    [photo] = await to.sends("photo")
    assert photo.media is not None
    async with office.database.work() as uow:
        if kind == "photo":
            file = File("photo", photo.media.file_id)
            uow.send_file(to.id, file, dedupe="lent", now=NOW, holder_of=task.id)
        else:
            uow.say(to.id, "receipt-words", dedupe="lent", now=NOW, holder_of=task.id, text="门没锁,1502室")


@pytest.mark.parametrize("kind", ["photo", "words"])
async def test_what_still_waits_is_not_sent_once_the_task_is_handed_back(office: Office, kind: str) -> None:
    volunteer = await office.person("小陈")
    task = await _holds(office, volunteer)
    await _lends(office, volunteer, task, kind)
    await _hands_back(office, task)
    await office.delivers()
    assert office.calls("sendPhoto") + office.calls("sendMessage") == []
    assert [post["state"] for post in await office.posts()] == [PostState.EXPIRED]


@pytest.mark.parametrize("kind", ["photo", "words"])
async def test_what_is_on_its_way_while_the_task_is_handed_back_is_deleted_where_it_arrives(
    office: Office, kind: str
) -> None:
    volunteer = await office.person("小陈")
    task = await _holds(office, volunteer)
    await _lends(office, volunteer, task, kind)

    async def meanwhile(method: str, _: dict[str, Any]) -> None:
        if method in ("sendPhoto", "sendMessage"):
            await _hands_back(office, task)

    office.wires.on_the_way = meanwhile
    await office.delivers()
    office.wires.on_the_way = None
    await office.delivers()
    assert len(office.calls("deleteMessage")) == 1
    assert not volunteer.sees("1502室")
