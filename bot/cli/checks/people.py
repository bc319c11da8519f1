"""The community as far as it is known: who answers for it, and which of its groups can be heard."""

from __future__ import annotations

from bot.cli.checks.finding import Finding, care, good
from bot.storage.database import Database


async def check_people(database: Database) -> list[Finding]:
    """Somebody must coordinate; and groups where only commands reach us are named."""
    async with database.look() as uow:
        coordinators = await uow.members.coordinators()
        groups = await uow.chats.bound()
    findings = [
        good("people", f"{len(coordinators)} coordinators")
        if coordinators
        else care(
            "people", "nobody is a coordinator yet", "`linli invite coordinator` makes a link for the first"
        )
    ]
    deaf = [group for group in groups if not group.hears_all]
    findings += [
        care(
            "groups",
            f"“{group.title or group.chat_id}” reaches us by commands only; #报修 and calls for help do not",
            "make the bot an admin there; or @BotFather, /setprivacy, Disable, and add it to the group again",
        )
        for group in deaf
    ]
    if not deaf:
        findings.append(
            good("groups", f"all {len(groups)} bound groups can be heard" if groups else "none is bound yet")
        )
    return findings
