"""告诉她: when it is over, a person tells who has no Telegram, and only then they count as told."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.proxy import Proxy, Telling, Way
from bot.domain.rights import Subject, Verb, must
from bot.domain.role import Role
from bot.services.climbing import in_hours
from bot.storage.charges import Charges
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def ask_to_tell(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """The case is over: whoever is to tell it gets a card, for it and for all that were merged into it."""
    for proxy in await uow.proxies.of_case(case.id):
        if proxy.state is Telling.WAITING:
            await _begin(uow, proxy, case, now)


async def _begin(uow: UnitOfWork, proxy: Proxy, case: Case, now: datetime) -> None:
    if proxy.way is Way.NONE:
        proxy.spare(now)
        return
    teller = await _teller(uow, proxy, case)
    proxy.fall_due(teller.id if teller else None, now)
    people = [teller] if teller else await uow.members.reachable_coordinators()
    await _show(uow, proxy, people, Priority.ANSWER, now)
    uow.touch(WAITING)


async def stop_telling(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """It goes on after all: nothing is to be told yet, and what was told holds no longer."""
    for proxy in await uow.proxies.of_case(case.id):
        if proxy.state is not Telling.WAITING:
            proxy.wait_again(now)
            await _note(uow, proxy, None)


async def mark_told(uow: UnitOfWork, proxy_id: int, by: Member, *, now: datetime) -> Case:
    """告诉了. Raises RuleError for anybody but the teller and coordinators, and the second time."""
    proxy = await _mine(uow, proxy_id, by)
    proxy.tell(by.id, now)
    uow.record("told", f"case:{proxy.case_id}", now=now, by=by.id, way=str(proxy.way))
    return await _note(uow, proxy, now)


async def undo_told(uow: UnitOfWork, proxy_id: int, by: Member, *, now: datetime) -> Case:
    """撤销, within the minute, by who pressed it. Raises RuleError for anybody else, and later."""
    proxy = await _mine(uow, proxy_id, by)
    proxy.untell(by.id, now, uow.playbook.limits.undo)
    uow.record("told_undone", f"case:{proxy.case_id}", now=now, by=by.id)
    return await _note(uow, proxy, None)


async def miss_them(uow: UnitOfWork, proxy_id: int, by: Member, *, now: datetime) -> None:
    """联系不上: asked again tomorrow. Raises RuleError as `mark_told`."""
    proxy = await _mine(uow, proxy_id, by)
    proxy.miss(now)
    uow.record("not_reached", f"case:{proxy.case_id}", now=now, by=by.id)
    uow.touch(f"proxy:{proxy.id}")


async def remind_tellers(uow: UnitOfWork, *, now: datetime) -> int:
    """The next day once more; after two days the coordinators have it. Not by night. How many it was."""
    if not in_hours(uow.playbook, now):
        return 0
    late = await uow.proxies.to_remind(now)
    for proxy in late:
        if proxy.climbs(now):
            proxy.climb(now)
            people = await uow.members.reachable_coordinators()
            uow.touch(WAITING)
        else:
            proxy.remind(now)
            teller = await uow.members.find(proxy.teller_id)
            people = [teller] if teller and teller.reachable else await uow.members.reachable_coordinators()
        await _show(uow, proxy, people, Priority.REMINDER, now)
    return len(late)


async def _mine(uow: UnitOfWork, proxy_id: int, by: Member) -> Proxy:
    proxy = await uow.proxies.get(proxy_id)
    own = proxy.teller_id is not None and proxy.teller_id == by.id
    must(by, Verb.TELL, Subject(own=own))
    return proxy


async def _note(uow: UnitOfWork, proxy: Proxy, told_at: datetime | None) -> Case:
    """A fact on the case: when they were told."""
    case = await uow.cases.find(proxy.case_id)
    if case is None:
        raise RuleError("no-nothing-to-tell")
    case.told_at = told_at
    uow.touch_case(case)
    uow.touch(f"proxy:{proxy.id}")
    uow.touch(WAITING)
    return case


async def _teller(uow: UnitOfWork, proxy: Proxy, case: Case) -> Member | None:
    """Who reported it, where they said so; else the building's head; else who did it; None: the coordinators."""
    own = await uow.cases.find(proxy.case_id) or case
    found: list[Member] = []
    if proxy.way is Way.MYSELF and (reporter := await uow.members.find(proxy.by_id)) is not None:
        found.append(reporter)
    found += await heads_of(uow, own.place)
    done = [hold.member_id for task in await uow.tasks.of_case(case.id) for hold in task.holders]
    doers = await uow.members.many(done) if done else {}
    found += [person for person in doers.values() if person.volunteers]
    return next((person for person in found if person.reachable and person.active), None)


async def heads_of(uow: UnitOfWork, place: Place) -> list[Member]:
    """Who heads that building, then who looks after it, as far as they are known here."""
    held = await Charges(uow.session).at(place) if place.building else []
    people = await uow.members.many([one.member_id for one in held if one.member_id is not None])
    found = []
    for rank in (Role.BUILDING_HEAD, Role.GRID_WORKER):
        numbers = [one.member_id for one in held if uow.playbook.duty_role(one.duty) is rank]
        found += [people[number] for number in numbers if number in people]
    return found


async def _show(
    uow: UnitOfWork, proxy: Proxy, people: list[Member], priority: Priority, now: datetime
) -> None:
    """The card anew at the bottom of their chats: whom, where, and what to say."""
    for person in people:
        uow.place(
            "telling", proxy.id, person.telegram_id, subject=f"proxy:{proxy.id}", now=now,
            priority=priority, round_=int(now.timestamp()),
        )  # fmt: skip
        uow.looked("telling", f"case:{proxy.case_id}", by=person.id, now=now)
    uow.touch(f"proxy:{proxy.id}")
