"""The community as far as it is known: who answers for it, and which of its groups can be heard."""

from __future__ import annotations

from bot.cli.checks.finding import Finding, care, good
from bot.domain.place import Place
from bot.domain.playbook import DEFAULT_LANGUAGE, Playbook
from bot.storage.database import Database
from bot.storage.posts_held import empty_posts

_MOST = 6


async def check_people(database: Database) -> list[Finding]:
    """Somebody must coordinate; and groups where only commands reach us are named."""
    async with database.look() as uow:
        coordinators = await uow.members.coordinators()
        groups = await uow.chats.bound()
        empty = await empty_posts(uow.session, uow.playbook)
    findings = [
        good("people", f"{len(coordinators)} coordinators")
        if coordinators
        else care(
            "people", "nobody is a coordinator yet", "`linli invite coordinator` makes a link for the first"
        )
    ]
    findings += [_empty(duty, places, database.playbook) for duty, places in empty.items()]
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


def _empty(duty: str, places: list[Place], book: Playbook) -> Finding:
    kind = book.charge(duty)
    named = [f"{one.compound}{one.building or ''}" for one in places]
    more = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
    return care(
        "posts",
        f"nobody holds {kind.name(DEFAULT_LANGUAGE) if kind else duty} in {', '.join(named[:_MOST])}{more}; "
        "coordinators are asked for those visits",
        "a coordinator names somebody: /invite, 两长四员, the compound, the building or 整个小区",
    )
