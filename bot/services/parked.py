"""Posts, cards and groups whose fate a person decides, and updates we could not deal with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.member import Member
from bot.domain.notice import next_open
from bot.domain.rights import Verb, must
from bot.storage.waits import WAITING, settle_dead
from bot.storage.work import UnitOfWork


async def resend_post(uow: UnitOfWork, post_id: int, by: Member, *, now: datetime) -> None:
    """重发, marked as perhaps repeated. Raises RuleError for who is no coordinator, and once settled."""
    must(by, Verb.RESEND)
    await uow.parked.resend(post_id, now)
    await _touch(uow, post_id)
    uow.record("post_resent", f"post:{post_id}", now=now, by=by.id)


async def confirm_post(uow: UnitOfWork, post_id: int, by: Member, *, now: datetime) -> None:
    """已送达. Raises RuleError for anybody but a coordinator, and once it is settled."""
    must(by, Verb.RESEND)
    await uow.parked.arrived(post_id, now)
    await _touch(uow, post_id)
    uow.record("post_confirmed", f"post:{post_id}", now=now, by=by.id)


async def put_post_away(uow: UnitOfWork, post_id: int, by: Member, *, now: datetime) -> None:
    """知道了. Raises RuleError for anybody but a coordinator, and once it is settled."""
    must(by, Verb.RESEND)
    await uow.parked.give_up(post_id, now)
    await _touch(uow, post_id)
    uow.record("post_put_away", f"post:{post_id}", now=now, by=by.id)


async def resend_all(uow: UnitOfWork, upto: int, by: Member, *, now: datetime) -> None:
    """重发 of everything up to that post that may have arrived or not, marked so; notices when people are not disturbed
    by them. Raises RuleError for anybody but a coordinator, and once all is settled."""
    must(by, Verb.RESEND)
    about = await uow.parked.all_again(upto, now, next_open(uow.playbook, now, urgent=False))
    _all_settled(uow, about, "posts_resent", upto, by, now)


async def confirm_all(uow: UnitOfWork, upto: int, by: Member, *, now: datetime) -> None:
    """已送达, the same way."""
    must(by, Verb.RESEND)
    _all_settled(uow, await uow.parked.all_arrived(upto, now), "posts_confirmed", upto, by, now)


async def resend_card(uow: UnitOfWork, place_id: int, by: Member, *, now: datetime) -> None:
    """重发, as things stand now. Raises RuleError for who is no coordinator, and once it got through."""
    must(by, Verb.RESEND)
    await uow.parked.show_again(place_id)
    uow.touch(WAITING)
    uow.record("card_resent", f"place:{place_id}", now=now, by=by.id)


async def put_card_away(uow: UnitOfWork, place_id: int, by: Member, *, now: datetime) -> None:
    """知道了. Raises RuleError for anybody but a coordinator, and once it is settled."""
    must(by, Verb.RESEND)
    await uow.parked.leave_as_it_is(place_id)
    uow.touch(WAITING)
    uow.record("card_put_away", f"place:{place_id}", now=now, by=by.id)


async def retry_update(uow: UnitOfWork, row_id: int, by: Member, *, now: datetime) -> None:
    """A dead update is tried once more. Raises RuleError for who is no coordinator, and once settled."""
    must(by, Verb.RESEND)
    await settle_dead(uow, row_id, retry=True, now=now)
    uow.touch(WAITING)
    uow.record("update_retried", f"update:{row_id}", now=now, by=by.id)


async def put_update_away(uow: UnitOfWork, row_id: int, by: Member, *, now: datetime) -> None:
    """知道了. Raises RuleError for anybody but a coordinator, and once it is settled."""
    must(by, Verb.RESEND)
    await settle_dead(uow, row_id, retry=False, now=now)
    uow.touch(WAITING)
    uow.record("update_put_away", f"update:{row_id}", now=now, by=by.id)


def _all_settled(
    uow: UnitOfWork, about: Iterable[str], kind: str, upto: int, by: Member, now: datetime
) -> None:
    for subject in (WAITING, *sorted(about)):
        uow.touch(subject)
    uow.record(kind, f"post:{upto}", now=now, by=by.id)


async def _touch(uow: UnitOfWork, post_id: int) -> None:
    """Off everybody's list; and whatever shows how that post goes is shown anew."""
    uow.touch(WAITING)
    if (subject := await uow.parked.subject(post_id)) is not None:
        uow.touch(subject)
