"""A proof of service hours: asked for, confirmed by a leader or coordinator, and the paper asked for."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.proof import Proof, may_decide
from bot.domain.rights import MINE, Verb, must
from bot.services.jobs import start_job
from bot.services.proving import confirmed_of
from bot.services.teams import deciders
from bot.storage.service_times import ServiceTimes
from bot.storage.work import UnitOfWork


async def ask_for_proof(uow: UnitOfWork, by: Member, year: int, *, now: datetime) -> Proof:
    """Their leaders and the coordinators are asked. Raises RuleError with nothing confirmed, and while one waits."""
    must(by, Verb.OWN_TIME, MINE)
    if not await confirmed_of(uow, by.id, year):
        raise RuleError("no-time-to-prove", year=year)
    if await ServiceTimes(uow.session).asked_proof(by.id, year) is not None:
        raise RuleError("no-proof-asked")
    asked = Proof(by.id or 0, year, now)
    uow.add(asked)
    await uow.numbered()
    uow.record("proof_asked", f"proof:{asked.id}", now=now, by=by.id)
    uow.touch(f"member:{by.id}")
    for person in await _deciders(uow, by):
        uow.place("proof", asked.id, person.telegram_id, now=now, priority=Priority.CARD)
    return asked


async def give_proof(uow: UnitOfWork, proof_id: int, by: Member, *, now: datetime) -> None:
    """开证明: the paper of all confirmed hours of that year is drawn next, and goes to the person's private chat.

    Raises RuleError for who may not, for one's own, the second time, and where nothing is confirmed any more.
    """
    asked, person = await _of(uow, proof_id, by)
    if not await confirmed_of(uow, person.id, asked.year):
        raise RuleError("no-time-to-prove", year=asked.year)
    asked.decide(True, by.id or 0, now)
    number, subject = person.id, f"proof:{asked.id}"
    await start_job(uow, "proof", subject, now=now, proof=asked.id, member=number, year=asked.year)
    _decided(uow, asked, by, now)


async def refuse_proof(uow: UnitOfWork, proof_id: int, by: Member, *, now: datetime) -> None:
    """先不开; the person is told to talk to who said so. Raises RuleError as `give_proof` does."""
    asked, person = await _of(uow, proof_id, by)
    asked.decide(False, by.id or 0, now)
    if person.reachable:
        dedupe = f"proof-refused:{asked.id}"
        uow.say(person.telegram_id, "proof-refused", dedupe=dedupe, now=now, by=by.name, year=asked.year)
    _decided(uow, asked, by, now)


async def _of(uow: UnitOfWork, proof_id: int, by: Member) -> tuple[Proof, Member]:
    asked = await ServiceTimes(uow.session).proof(proof_id, lock=True)
    person = await uow.members.get(asked.member_id)
    if by.id == person.id:
        raise RuleError("no-own-time")
    if not may_decide(by, person):
        must(by, Verb.GIVE_PROOF)
    return asked, person


async def _deciders(uow: UnitOfWork, person: Member) -> list[Member]:
    people: dict[int | None, Member] = {}
    for place in person.teams:
        if person.in_team(place.team):
            people |= {one.id: one for one in await deciders(uow, place.team)}
    people = people or {one.id: one for one in await uow.members.reachable_coordinators()}
    return [one for one in people.values() if may_decide(one, person)]


def _decided(uow: UnitOfWork, asked: Proof, by: Member, now: datetime) -> None:
    uow.touch(f"proof:{asked.id}")
    uow.touch(f"member:{asked.member_id}")
    uow.record(f"proof_{asked.state}", f"proof:{asked.id}", now=now, by=by.id)
