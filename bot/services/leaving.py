"""忘记我: a person's key is destroyed and what they said erased; of them a pseudonym stays in the history."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import MINE, Verb, must
from bot.services.access import must_not_be_last_admin
from bot.services.hello.agreeing import forget_hello
from bot.services.kinship import end_everything_of
from bot.services.letting_go import let_go_of_everything
from bot.services.reports import withdraw_case
from bot.storage.forgetting import Forgetting
from bot.storage.forgotten import FORGOTTEN, Erasure
from bot.storage.machinery import Fate
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork

_MOST = 200


async def ask_to_forget(
    uow: UnitOfWork, member: Member, *, now: datetime, round_: int, at: int | None = None, sure: str = ""
) -> None:
    """The first question; or, in the message `at`, the second. Raises RuleError for who must hand over first."""
    must(member, Verb.OWN_DATA, MINE)
    await _may_go(uow, member)
    subject = f"member:{member.id}"
    if at is None:
        uow.place(
            "forget",
            member.id,
            member.telegram_id,
            now=now,
            subject=subject,
            priority=Priority.ANSWER,
            round_=round_,
        )
    elif not await Placements(uow.session).turn(member.telegram_id, at, sure, member.id):
        raise RuleError("no-stale-button")
    uow.touch(subject)


async def stay(uow: UnitOfWork, member: Member, at: int, *, now: datetime) -> None:
    """先不忘. Raises RuleError where there is no such question."""
    if not await Placements(uow.session).turn(member.telegram_id, at, "stay_known", member.id):
        raise RuleError("no-stale-button")
    uow.touch(f"member:{member.id}")


async def forget(uow: UnitOfWork, member: Member, pseudonym: str, *, keep_open: bool, now: datetime) -> None:
    """For good. Open tasks are handed back, open reports go on without a name or are withdrawn, roles are gone.

    Raises RuleError for who must hand over first.
    """
    must(member, Verb.OWN_DATA, MINE)
    await _may_go(uow, member)
    chat_id, language = member.telegram_id, member.language
    await _erase(uow, member, pseudonym, keep_open=keep_open, now=now)
    body = {"key": "forgotten", "args": {}, "language": language}
    uow.posts.post(f"forgotten:{member.id}", chat_id, "say", body, now=now, fate=Fate.RESEND)


async def forget_again(uow: UnitOfWork, erasure: Erasure, *, now: datetime) -> bool:
    """A backup from before brought back whoever had been erased since: they are erased again, and not told again.

    False where they are not in it, or were erased there already.
    """
    member = (await uow.members.many([erasure.member_id])).get(erasure.member_id)
    if member is None or member.telegram_id <= 0:
        return False
    await _erase(uow, member, erasure.pseudonym, keep_open=erasure.kept_open, now=now)
    return True


async def _erase(uow: UnitOfWork, member: Member, pseudonym: str, *, keep_open: bool, now: datetime) -> None:
    chat_id, forgetting = member.telegram_id, Forgetting(uow.session)
    await forgetting.rename(member, pseudonym)
    await end_everything_of(uow, member, now=now)
    if member.active:
        await let_go_of_everything(uow, member, now=now)
    member.open(now)  # what is taken back now is their own, also of who may not act
    for case in await uow.cases.reported_by(member.id, limit=_MOST):
        uow.touch(f"case:{case.id}")
        if case.is_open and not keep_open:
            await withdraw_case(uow, case, member, now=now)
    for subject in await forgetting.subjects_of(member):
        uow.touch(subject)
    await forget_hello(uow, member, now=now)
    await uow.flush()
    for message_id in await forgetting.take_down(chat_id, now):
        uow.delete_message(chat_id, message_id, now=now)
    uow.touch(f"gone:{member.id}")
    uow.record(FORGOTTEN, f"member:{member.id}", now=now, kept_open=keep_open)
    await forgetting.erase(member, pseudonym, now)
    uow.erased = True


async def _may_go(uow: UnitOfWork, member: Member) -> None:
    """The community must not be left without somebody who answers for it."""
    await must_not_be_last_admin(uow, member)
    others = [one for one in await uow.members.coordinators() if one.id != member.id]
    if member.coordinates and not others:
        raise RuleError("no-last-coordinator")
