"""Backups: how old is the last one, and is one made every day."""

from __future__ import annotations

from datetime import datetime

from bot.cli.checks.finding import Finding, care, good
from bot.config import Settings
from bot.domain.backup import OLD
from bot.storage.backups import last_backup_at
from bot.storage.database import Database


async def check_backup(settings: Settings, database: Database, now: datetime) -> list[Finding]:
    """Insists until there is a young one."""
    async with database.look() as uow:
        last = await last_backup_at(uow, now)
    if last is not None and now - last <= OLD:
        return [good("backup", f"the last was made on {last:%Y-%m-%d at %H:%M} UTC")]
    says = "there is none yet" if last is None else f"the last was made {(now - last).days} days ago"
    if settings.backup_folder is None:
        return [care("backup", says, "set BACKUP_FOLDER for one every day, or run `linli backup` yourself")]
    return [
        care(
            "backup",
            says,
            "is `linli run` running, and can it write to BACKUP_FOLDER (systemd: ReadWritePaths=)? `linli backup` tries",
        )
    ]
