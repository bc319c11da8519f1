"""忘记我: what it means, asked twice."""

from __future__ import annotations

from bot.domain.member import Member
from bot.storage.work import UnitOfWork
from bot.ui.buttons.privacy import ForgetButton, ForgetForGoodButton, StayKnownButton
from bot.ui.screen import Reader, Rows, Screen


async def forget(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The first step; who has open reports says whether they go on without a name."""
    member = await uow.members.get(ref)
    if _is_gone(member, reader):
        return None
    still_open = [case for case in await uow.cases.reported_by(ref, limit=200) if case.is_open]
    held = await uow.tasks.held_by(ref)
    rows: Rows = [[reader.key("button-forget", ForgetButton(0))]]
    if still_open:
        keep = reader.key("button-forget-keep", ForgetButton(1))
        rows = [[keep], [reader.key("button-forget-withdraw", ForgetButton(0))]]
    rows.append([reader.key("button-stay-known", StayKnownButton())])
    return Screen(reader.words("forget-ask", open=len(still_open), held=len(held)), rows)


async def forget_keep(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The second step; open reports go on."""
    return await _sure(uow, ref, reader, keep=1)


async def forget_all(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The second step; open reports are withdrawn."""
    return await _sure(uow, ref, reader, keep=0)


async def stay_known(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """先不忘."""
    return Screen(reader.words("forget-not"))


async def gone(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """In place of what was too old to be deleted."""
    return Screen(reader.words("gone-card"))


async def older(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """In place of one that stands further down anew."""
    return Screen(reader.words("older-card"))


async def _sure(uow: UnitOfWork, ref: int, reader: Reader, *, keep: int) -> Screen | None:
    if _is_gone(await uow.members.get(ref), reader):
        return None
    yes, no = reader.key("button-forget-sure", ForgetForGoodButton(keep)), StayKnownButton()
    return Screen(reader.words("forget-sure"), [[reader.key("button-stay-known", no)], [yes]])


def _is_gone(member: Member, reader: Reader) -> bool:
    return member.gone_at is not None or member.telegram_id != reader.chat_id
