"""Who is near somebody: their door, the helpers paired with it, the head of their building; and who comes when called."""

from __future__ import annotations

from bot.domain.alarm import Alarm
from bot.domain.household import Relation
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, may, must
from bot.domain.role import Role
from bot.storage.charges import Charges
from bot.storage.work import UnitOfWork


async def household_of(uow: UnitOfWork, member: Member | None) -> int | None:
    """The door somebody lives behind: as they linked themselves, else as they said; None where it is not known."""
    if member is None:
        return None
    for link in await uow.households.kin_of(member.id):
        if link.relation is Relation.LIVES_THERE:
            return link.household_id
    return await uow.households.at(member.home) if member.room else None


async def helpers_of(uow: UnitOfWork, member: Member | None) -> list[Member]:
    """Who is paired with their household and can be reached; longest paired first, never they themselves."""
    number = await household_of(uow, member)
    plans = await uow.visits.plans_of(number) if number is not None else []
    ids = [one.member_id for plan in plans if plan.stopped_at is None for one in plan.helpers]
    people = await uow.members.many(ids) if ids else {}
    found = [people[one] for one in dict.fromkeys(ids) if one in people]
    return [one for one in found if one.reachable and one.active and (not member or one.id != member.id)]


async def head_of(uow: UnitOfWork, member: Member | None) -> list[Member]:
    """The head of their building, where there is one who can be reached."""
    if member is None or member.building is None:
        return []
    held = await Charges(uow.session).at(member.home.public)
    ids = [one.member_id for one in held if uow.playbook.duty_role(one.duty) is Role.BUILDING_HEAD]
    people = await uow.members.many([one for one in ids if one is not None])
    return [one for one in people.values() if one.reachable and one.active and one.id != member.id]


async def called_by(uow: UnitOfWork, alarm: Alarm) -> list[Member]:
    """Whom an alarm calls: the coordinators; for a 求助 first those who are near, each once, never who pressed it."""
    coordinators = await uow.members.reachable_coordinators()
    if not alarm.is_sos:
        return coordinators
    person = await uow.members.find(alarm.member_id)
    near = [*await helpers_of(uow, person), *await head_of(uow, person)]
    people = {one.id: one for one in [*near, *coordinators]}
    return [one for one in people.values() if one.id != alarm.member_id]


async def may_answer(uow: UnitOfWork, alarm: Alarm, by: Member) -> bool:
    """May that person take it: whose office it is; for a 求助 also who is paired, and the head of the building."""
    if not alarm.is_sos:
        return may(by, Verb.TAKE_ALARM)
    return may(by, Verb.ANSWER_SOS, await _subject(uow, alarm, by))


async def must_answer(uow: UnitOfWork, alarm: Alarm, by: Member) -> None:
    """Raises RuleError for anybody else."""
    if alarm.is_sos:
        must(by, Verb.ANSWER_SOS, await _subject(uow, alarm, by))
    else:
        must(by, Verb.TAKE_ALARM)


async def _subject(uow: UnitOfWork, alarm: Alarm, by: Member) -> Subject:
    helpers = await helpers_of(uow, await uow.members.find(alarm.member_id))
    return Subject(own=any(one.id == by.id for one in helpers), place=alarm.place)
