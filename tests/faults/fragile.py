"""A town whose bot dies at a point that was chosen: at a statement, a commit or a request. It is started again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, update
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import create_async_engine
from telegram.request import RequestData

from bot.app import Linli
from bot.sandbox import SandboxRequest
from bot.sandbox.views import message_view
from bot.storage.machinery import inbox, outbox, placement
from bot.storage.numbering import WritingSession
from bot.storage.shared import server_now
from bot.storage.tables import job
from bot.wire.telegram import api_urls, make_bot
from tests.faults.nursery import UNHURRIED
from tests.faults.people import People
from tests.town import Town, as_the_wire


class DiedError(BaseException):
    """The process is dead: nothing it does has an effect any more."""


class Points:
    """Counts what is passed, and ends the process at one of them."""

    def __init__(self) -> None:
        self.passed = 0
        self.last = 0  # where it dies; 0: nowhere
        self.dead = False
        self.where = ""

    def arm(self, last: int) -> None:
        """Counts anew; dies there."""
        self.passed, self.last, self.dead = 0, last, False

    def revive(self) -> None:
        """Another process, that does not die."""
        self.last, self.dead = 0, False

    def reach(self, where: str) -> None:
        """Raises DiedError where it dies, and ever after."""
        self.passed += 1
        if self.passed == self.last:
            self.dead, self.where = True, where
        if self.dead:
            raise DiedError(where)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """To every statement and every commit, of all databases there are."""

        def statement(_: object, __: object, sql: str, *___: object) -> None:
            self.reach(f"before {sql[:60]!r}")

        def commit(_: object) -> None:
            self.reach("before a commit")

        def committed(_: object) -> None:
            self.reach("after a commit")

        heard: list[tuple[Any, str, Any]] = [
            (Engine, "before_cursor_execute", statement),
            (Engine, "commit", commit),
            (WritingSession, "after_commit", committed),
        ]
        for each in heard:
            event.listen(*each)
        try:
            yield
        finally:
            for each in heard:
                event.remove(*each)


class _Wires(SandboxRequest):
    """The wires to Telegram, cut where the process dies; what arrives is noted as it arrives."""

    def __init__(self, town: FragileTown) -> None:
        super().__init__(town.sandbox, failed=as_the_wire)
        self._town = town

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **named: Any
    ) -> tuple[int, bytes]:
        """One request, with a point on either side."""
        name = url.rpartition("/")[2]
        self._town.points.reach(f"before {name}")
        status, body = await super().do_request(url, method, request_data, *args, **named)
        made = json.loads(body).get("result")
        if name.startswith("send") and isinstance(made, dict):
            posted = self._town.sandbox.chats[made["chat"]["id"]].messages[made["message_id"]]
            self._town.seen.posted.append(message_view(self._town.sandbox, posted))
        self._town.points.reach(f"after {name}")
        return status, body


class FragileTown(Town):
    """A town whose bot dies at a point, is started again, and goes on."""

    def __init__(self, url: str) -> None:
        self.points = Points()
        self.seen = People("")
        super().__init__(url, playbook=UNHURRIED)

    def _linli(self) -> Linli:
        linli = super()._linli()
        root = api_urls("http://sandbox.invalid")
        linli.bot = make_bot(self.sandbox.token, _Wires(self), _Wires(self), *root)
        return linli

    async def settle(self) -> None:
        """Until nothing is left to do, through a death where there is one."""
        try:
            await super().settle()
        except DiedError:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.gather(*others, return_exceptions=True)
            self.points.revive()
            await self.linli.stop()
            if not self.linli.database.is_sqlite:
                await _let_leases_run_out(self.url)
            await self.restart()


async def _let_leases_run_out(url: str) -> None:
    """What the dead one had in hand is anybody's after a quarter of a minute; here that time goes by at once."""
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for table in (inbox, outbox, placement, job):
            held = table.c.lease.is_not(None)
            await connection.execute(update(table).where(held).values(lease_until=server_now()))
    await engine.dispose()
