"""What one process decides about a person holds in all of them from their next update on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from bot.app import Linli
from bot.clock import Clock
from bot.delivery.pacing import NO_LIMIT, Pacer
from bot.domain.case import Case
from bot.domain.consent import TEXT
from bot.domain.member import Member, Role
from bot.sandbox import Sandbox, SandboxRequest
from bot.services.access import suspend
from bot.storage.database import Database
from bot.wire.telegram import api_urls, make_bot
from tests.faults.crowd import WORDS
from tests.storage.stores import empty_postgres
from tests.town import KEY, PLAYBOOK

pytestmark = pytest.mark.postgres


def _process(sandbox: Sandbox, url: str) -> Linli:
    clock = Clock()
    wires = (SandboxRequest(sandbox), SandboxRequest(sandbox))
    bot = make_bot(sandbox.token, *wires, *api_urls("http://sandbox.invalid"))
    pacer = Pacer(clock.monotonic, bot=NO_LIMIT, group=NO_LIMIT, private=NO_LIMIT)
    return Linli(Database(url, KEY, PLAYBOOK), bot, clock, pacer, edit_gap_s=0)


async def _cases(database: Database) -> int:
    async with database.look() as uow:
        return int(await uow.session.scalar(select(func.count()).select_from(Case)) or 0)


async def test_somebody_suspended_in_one_process_is_refused_by_every_other_at_their_next_update(
    migrated_postgres: str,
) -> None:
    empty_postgres(migrated_postgres)
    clock = Clock()
    sandbox = Sandbox(now=clock.now, monotonic=clock.monotonic, limits=False)
    crew = [_process(sandbox, migrated_postgres) for _ in range(3)]
    for one in crew:
        await one.start()
    mei = sandbox.person("小梅")
    group = sandbox.group("邻里群", mei, bot_admin=True)
    now = datetime.now(UTC)
    async with crew[0].database.work() as uow:
        member = Member(mei.id, "小梅", consented=TEXT, started_at=now)
        wang = Member(1, "王社工", roles=frozenset({Role.COORDINATOR}), consented=TEXT, started_at=now)
        uow.add(member)
        uow.add(wang)
    for number, one in enumerate(crew, 1):
        await mei.says(f"/report {WORDS}，第{number}次", in_=group)
        await crew[0].poller.once()
        assert await one.worker.drain() == 1
        assert await _cases(one.database) == number, "while nothing is wrong each of them files it"
    async with crew[2].database.work() as uow:
        await suspend(uow, member.id or 0, await uow.members.get(wang.id), now=now)
    for one in crew:
        await mei.says(f"/report {WORDS}，又一次", in_=group)
        await crew[0].poller.once()
        assert await one.worker.drain() == 1
        assert await _cases(one.database) == len(crew), "it was refused"
    for one in crew:
        await one.stop()
