"""What neighbours say to each other leaves no trace: not in the database, not in any log, not at any level."""

from __future__ import annotations

import logging
from pathlib import Path

from tests.intake.desk import Desk
from tests.logged import everything_logged
from tests.storage.test_sealing import database_files

TALK = "今晚八点三缺一样来我家"


async def _talk(desk: Desk) -> None:
    mei, chen = await desk.person("梅阿姨"), await desk.person("陈伯")
    group = desk.sandbox.group("邻里群", mei, chen, bot_admin=True)
    said = await mei.says(TALK, in_=group)
    await chen.says(f"{TALK}！", in_=group, reply_to=said)
    await chen.sends("photo", caption=TALK, in_=group, album=2)
    desk.sandbox.queue_raw({"edited_message": {"chat": {"id": group.id, "type": "group"}, "text": TALK}})
    await desk.works()


async def test_it_is_confirmed_to_telegram_and_stored_nowhere(desk: Desk, tmp_path: Path) -> None:
    await _talk(desk)
    assert len(desk.sandbox.updates) <= 4
    await desk.poller.once()
    assert len(desk.sandbox.updates) == 0
    assert await desk.stored() == []
    async with desk.database.look() as uow:
        assert len(await uow.members.by_telegram(desk.sandbox.people)) == 2, "nobody became a member by it"
    assert not [name for name, content in database_files(tmp_path).items() if TALK.encode() in content]


async def test_it_is_logged_nowhere_even_when_everything_is_logged(desk: Desk) -> None:
    with everything_logged() as logged:
        await _talk(desk)
        logging.getLogger("linli").debug("heard")
    assert "heard" in logged.getvalue()
    assert TALK not in logged.getvalue()
