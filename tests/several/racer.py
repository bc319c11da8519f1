"""One of the processes that race for tasks: a line with a task and who claims it, answered with what each was told.

`python -m tests.several.racer URL`
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from typing import Any

from bot.domain.errors import RuleError
from bot.services.claims import claim_task
from bot.storage.conflicts import again_on_conflict
from bot.storage.database import Database
from tests.storage.stores import NOW, open_database

WON = "won"


async def _claim(database: Database, task_id: int, member_id: int) -> str:
    async def press() -> None:
        async with database.work() as uow:
            await claim_task(uow, task_id, await uow.members.get(member_id), now=NOW)

    try:
        await again_on_conflict(press)
    except RuleError as no:
        return no.key
    return WON


async def _race(database: Database, order: dict[str, Any]) -> Counter[str]:
    """All at once, each in a transaction of its own."""
    claims = (_claim(database, order["task"], member) for member in order["members"])
    return Counter(await asyncio.gather(*claims))


async def _main(url: str) -> None:
    database = open_database(url)
    print("ready", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps(await _race(database, json.loads(line))), flush=True)
    await database.close()


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
