"""/report as a reply: whose words are filed, and who is asked first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.services.answered import subject_of
from bot.services.following import follow_case
from bot.services.neighbours import Origin, ask_author, report_in_group
from bot.services.reports import add_to_case
from bot.storage.bodies import File
from bot.storage.work import UnitOfWork


@dataclass(frozen=True)
class Quoted:
    """A message somebody replied to. `author`: Telegram's number of who wrote it, None for a channel's or an
    anonymous admin's; `ours`: written by a bot."""

    text: str
    files: Sequence[File]
    origin: Origin
    author: int | None
    ours: bool = False


@dataclass(frozen=True)
class Answer:
    """What the person who replied hears in private, and the case it is about."""

    key: str
    case: Case | None = None


async def report_reply(
    uow: UnitOfWork, member: Member | None, text: str, files: Sequence[File], quoted: Quoted, origin: Origin,
    *, now: datetime,
) -> Answer | None:  # fmt: skip
    """Files what a reply with /report means; None where the receipt says it all.

    Without words of their own the quoted ones are meant; added to one's own they make one report; said to somebody
    else's they are the replier's own report, and nobody else's words go with it. Raises RuleError when there is
    nothing to file.
    """
    said = bool(quoted.text.strip() or quoted.files)  # a forum's topic is a message without words
    if quoted.ours and (text or files):
        return await _to_our_card(uow, member, text, files, quoted, origin, now)
    if member is not None and quoted.author == member.telegram_id and said:
        return await _of_their_own(uow, member, text, files, quoted, now)
    if text or files:
        await report_in_group(uow, member, text, files, origin, now=now)
        return None
    return await _of_another(uow, member, quoted, now)


async def _of_their_own(
    uow: UnitOfWork, member: Member, text: str, files: Sequence[File], quoted: Quoted, now: datetime
) -> Answer | None:
    """Old and new words make one report; what was reported already takes the new ones in."""
    known = await uow.cases.from_message(*quoted.origin)
    if known is not None and (text or files):
        await add_to_case(uow, known, member, text, files, now=now)
        return Answer("added-to-case", known)
    words = "\n".join(filter(None, (quoted.text, text)))
    await report_in_group(uow, member, words, [*quoted.files, *files], quoted.origin, now=now)
    return None


async def _of_another(uow: UnitOfWork, member: Member | None, quoted: Quoted, now: datetime) -> Answer | None:
    """Their author is asked first; who cannot be asked, or has no name to us, is not named."""
    if quoted.ours or not (quoted.text.strip() or quoted.files):
        raise RuleError("no-empty-report")
    author = (await uow.members.by_telegram([quoted.author])).get(quoted.author) if quoted.author else None
    if author is not None and author.reachable:
        draft = await ask_author(uow, author, quoted.text, quoted.files, quoted.origin, now=now)
        return Answer("author-asked" if draft else "author-asked-already")
    case = await report_in_group(
        uow, member, quoted.text, quoted.files, quoted.origin, now=now, nameless=True
    )
    return Answer("report-nameless", case) if case else None


async def _to_our_card(
    uow: UnitOfWork, member: Member | None, text: str, files: Sequence[File], quoted: Quoted, origin: Origin,
    now: datetime,
) -> Answer | None:  # fmt: skip
    """Words to an open case's card join that case, and who says them follows it; to anything else they are new."""
    subject = await subject_of(uow, *quoted.origin, quoted.text)
    case = await uow.cases.find(int(subject[5:])) if subject.startswith("case:") else None
    if case is None or not case.is_open or member is None:
        await report_in_group(uow, member, text, files, origin, now=now)
        return None
    if case.reporter_id != member.id:
        await follow_case(uow, case, member, now=now)
    await add_to_case(uow, case, member, text, files, now=now)
    return Answer("added-to-case", case)
