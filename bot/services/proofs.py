"""A proof of service hours: asked for, confirmed by a leader or coordinator, made and sent to the person alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, time

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.priority import Priority
from bot.domain.proof import Proof, may_decide
from bot.domain.rights import MINE, Verb, must
from bot.domain.service_time import Stint, confirmed_minutes, days_of, within
from bot.printing import Say, proof
from bot.services.teams import deciders
from bot.storage.service_times import ServiceTimes
from bot.storage.work import UnitOfWork

Speak = Callable[[str], Say]
"""The sentences of a language, by its code."""


async def ask_for_proof(uow: UnitOfWork, by: Member, year: int, *, now: datetime) -> Proof:
    """Their leaders and the coordinators are asked. Raises RuleError with nothing confirmed, and while one waits."""
    must(by, Verb.OWN_TIME, MINE)
    if not await _confirmed(uow, by.id, year):
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


async def give_proof(uow: UnitOfWork, proof_id: int, by: Member, speak: Speak, *, now: datetime) -> None:
    """开证明: the paper of all confirmed hours of that year goes to the person's private chat, in their language.

    Raises RuleError for who may not, for one's own, the second time, and where nothing is confirmed any more.
    """
    asked, person = await _of(uow, proof_id, by)
    stints = await _confirmed(uow, person.id, asked.year)
    if not stints:
        raise RuleError("no-time-to-prove", year=asked.year)
    asked.decide(True, by.id or 0, now)
    content = await asyncio.to_thread(
        _paper, uow.playbook, person, asked.year, stints, speak(person.language), now
    )
    uow.send_document(
        person.telegram_id,
        f"{asked.year}.pdf",
        content,
        dedupe=f"proof:{asked.id}",
        now=now,
        key="proof-sent",
        year=asked.year,
    )
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


async def _confirmed(uow: UnitOfWork, member_id: int | None, year: int) -> list[Stint]:
    zone, days = uow.playbook.zone, days_of(year)
    since = datetime.combine(days[0], time(), zone).astimezone(UTC)
    done = within(await ServiceTimes(uow.session).of(member_id, since), days, zone)
    return sorted((one for one in done if one.confirmed and one.minutes), key=lambda one: one.done_at)


def _paper(book: Playbook, person: Member, year: int, stints: list[Stint], say: Say, now: datetime) -> bytes:
    language = person.language
    rows = []
    for one in stints:
        found = book.category(one.category)
        what = found.name(language) if found else say("category-unclear")
        rows.append((book.day(one.done_at), f"{what} T{one.task_id}", one.minutes))
    first, last = days_of(year)
    days = (first, min(last, book.day(now)))
    return proof(book.title(language), person.name, days, rows, confirmed_minutes(stints), say)


def _decided(uow: UnitOfWork, asked: Proof, by: Member, now: datetime) -> None:
    uow.touch(f"proof:{asked.id}")
    uow.touch(f"member:{asked.member_id}")
    uow.record(f"proof_{asked.state}", f"proof:{asked.id}", now=now, by=by.id)
