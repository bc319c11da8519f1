"""What the tests of bad input share: somebody of each language, and how things ended."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.case import Case
from bot.sandbox import Group, Person
from bot.storage.machinery import InboxState, inbox
from bot.ui.buttons import Button
from bot.ui.i18n import words_for
from tests.town import PLAYBOOK, Town

LANGUAGES = {"zh-CN": "zh-hans", "zh-TW": "zh-hant", "en": "en"}


def said(town: Town, language: str, key: str, **args: object) -> str:
    """A sentence as people of that language read it."""
    return words_for(language, PLAYBOOK.zone).at(town.clock.now()).plain(key, **args)


async def mei_of(town: Town, language: str = "zh-CN", *, started: bool = True) -> Person:
    return await town.resident("梅阿姨", language=LANGUAGES[language], started=started)


async def cases(town: Town) -> list[Case]:
    async with town.linli.database.look() as uow:
        return list(await uow.session.scalars(select(Case)))


async def failed(town: Town) -> list[InboxState]:
    """Updates that did not end well."""
    async with town.linli.database.look() as uow:
        bad = (InboxState.PENDING, InboxState.DEAD)
        return list(await uow.session.scalars(select(inbox.c.state).where(inbox.c.state.in_(bad))))


def ours(group: Group) -> list[str]:
    ours = [message for message in group.messages if message.sender.username == "linli_bot"]
    return [message.text for message in ours if not message.deleted]


def every_kind(kind: type[Button]) -> list[type[Button]]:
    """All buttons there are."""
    below = kind.__subclasses__()
    return [*below, *(one for other in below for one in every_kind(other))]
