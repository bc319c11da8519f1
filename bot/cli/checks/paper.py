"""The key: is there one on paper, for the day this machine is gone."""

from __future__ import annotations

from bot.cli.checks.finding import Finding, care, good
from bot.config import Settings, data_key
from bot.storage.database import Database
from bot.storage.papers import key_printed_at


async def check_paper(settings: Settings, database: Database) -> list[Finding]:
    """Insists until the very key that is in use was printed."""
    async with database.look() as uow:
        printed_at = await key_printed_at(uow, data_key(settings))
    if printed_at is not None:
        return [good("key on paper", f"printed on {printed_at:%Y-%m-%d}")]
    return [
        care(
            "key on paper",
            "the data key was never printed: if this machine is lost, no backup can be read",
            "`linli key paper --out key.pdf`, print it, lock it away, delete the file",
        )
    ]
