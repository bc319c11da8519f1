"""`linli retention`"""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

MEANING = {
    "cases": "cases whose words, flat and remarks are emptied",
    "attachments": "photos and voices of cases",
    "drafts": "what was begun and is old",
    "refused": "what was begun by who does not agree",
    "updates": "messages as they came",
    "posts": "messages as they went",
    "questions": "what was asked and is stale",
    "files": "files made and never fetched",
    "hellos": "days of 报平安",
    "answers": "what people answered to a notice",
    "replies": "what was replied to a notice in a group",
    "safeties": "who was safe in an emergency",
    "notices": "notices whose words are emptied",
    "left": "places in teams of who left",
    "moved": "people on no list of households any more",
    "unlisted": "people on no list of volunteers any more",
    "findings": "what was seen on visits",
    "record": "events of the record",
}


def retention(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count what would go.")] = False,
    json: Annotated[bool, typer.Option("--json", help="An object {kind: rows}.")] = False,
) -> None:
    """Let go of what was kept long enough (playbook: [retention]). A running bot does it by itself every night."""
    from bot.cli.showing import show_json, show_table

    counts = asyncio.run(_count(dry_run))
    if json:
        show_json(counts)
    else:
        show_table(("Kind", "Rows", "What"), [(k, str(n), MEANING[k]) for k, n in counts.items()])


async def _count(dry_run: bool) -> dict[str, int]:
    from bot.cli.opening import open_database, read_playbook
    from bot.clock import Clock
    from bot.config import read_settings
    from bot.services.retention import count_due, let_go_now

    settings, now = read_settings(), Clock().now()
    async with open_database(settings, read_playbook(settings)) as database:
        async with database.look() as uow:
            counts = await count_due(uow, now=now)
        more = not dry_run
        while more:
            async with database.work() as uow:
                more = await let_go_now(uow, now=now)
    return counts
