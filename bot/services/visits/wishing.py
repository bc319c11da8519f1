"""What a household wishes of whoever comes, written down by a coordinator; who does not fit hears why."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.marks import WOMAN
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.domain.visit.wishes import STRANGER, misfit
from bot.storage.care import CARE
from bot.storage.wishes import Wishes
from bot.storage.work import UnitOfWork


async def set_wish(
    uow: UnitOfWork, household_id: int, wish: str, *, by: Member, now: datetime
) -> tuple[str, ...]:
    """Wished from now on, or no longer. Raises RuleError without the right and for what nobody can wish."""
    must(by, Verb.PLAN_VISITS)
    await uow.households.get(household_id)
    if wish not in (WOMAN, STRANGER) and uow.playbook.tongue(wish) is None:
        raise RuleError("no-stale-button")
    wishes = set(await Wishes(uow.session).of(household_id)) ^ {wish}
    await Wishes(uow.session).write(household_id, wishes, now)
    uow.touch(CARE)
    uow.record("visit_wish", f"household:{household_id}", now=now, by=by.id)
    return tuple(sorted(wishes))


async def must_fit(uow: UnitOfWork, household_id: int, person: Member, now: datetime) -> None:
    """Raises RuleError with the wish that this person does not meet."""
    if reason := await unmet(uow, household_id, person, now):
        raise RuleError(reason)


async def unmet(uow: UnitOfWork, household_id: int, person: Member, now: datetime) -> str | None:
    """The wish of that household which this person does not meet."""
    wishes = await Wishes(uow.session).of(household_id)
    if not wishes:
        return None
    home = await uow.households.get(household_id)
    return misfit(wishes, person, home.place, uow.playbook.day(now))
