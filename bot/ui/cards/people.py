"""Cards about oneself: help, language."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.domain.member import Member
from bot.domain.rights import Verb, may, may_some
from bot.storage.work import UnitOfWork
from bot.ui.buttons.people import LanguageButton, OpenButton
from bot.ui.grid import choice
from bot.ui.i18n import LANGUAGES, Markup, words_for
from bot.ui.screen import Reader, Rows, Screen


async def help_card(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What this person can do here, by role; never longer than a screen."""
    member = await uow.members.get(ref)
    lines = [reader.words("help-everybody")]
    if member.volunteers:
        lines.append(reader.words("help-volunteer"))
    if may_some(member, Verb.SEE_TEAM) and not may(member, Verb.TODO):
        lines.append(reader.words("help-leader"))
    if may(member, Verb.TODO):
        lines.append(reader.words("help-coordinator"))
    return Screen(Markup("\n\n".join(lines)), _help_rows(member, reader))


def _help_rows(member: Member, reader: Reader) -> Rows:
    rows = [
        [
            reader.key("button-home", OpenButton("home")),
            reader.key("button-language", OpenButton("language")),
        ],
        [reader.key("button-join-team", OpenButton("teams"))],
        [reader.key("button-family", OpenButton("family"))],
    ]
    if member.volunteers:
        rows[1].append(reader.key("button-rest", OpenButton("rest")))
    if may(member, Verb.TODO):
        invite = reader.key("button-invite", OpenButton("invite"))
        rows.append([reader.key("button-crew", OpenButton("crews")), invite])
    elif may_some(member, Verb.SEE_TEAM):
        rows.append([reader.key("button-crew", OpenButton("crews"))])
    return rows


async def language(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Each language by its own name."""
    member = await uow.members.get(ref)
    zone = ZoneInfo("UTC")
    rows: Rows = [
        [
            choice(
                words_for(one, zone).plain("language-name"),
                LanguageButton(one),
                chosen=one == member.language,
            )
        ]
        for one in LANGUAGES
    ]
    return Screen(reader.words("language-ask"), rows)
