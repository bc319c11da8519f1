"""家属: asking to be linked to an old person, what they say to it, and its end."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.invite import Invite
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import MINE, Subject, Verb, must
from bot.domain.role import Role
from bot.domain.triage import understand
from bot.domain.triage.persons import called
from bot.domain.triage.writing import fold
from bot.services.families import join_household
from bot.services.kin_asking import ask_in_person
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork

ASK_FOR = timedelta(minutes=30)
_MOST_WRONG = 5
_CODE = re.compile(r"\d{9}")


async def make_code(uow: UnitOfWork, elder: Member, code: str, *, now: datetime) -> None:
    """给家人的码: nine figures (no other code is as long), good once and for a day; only a keyed hash is kept.

    Raises RuleError for who may not.
    """
    must(elder, Verb.KIN_ANSWER, MINE)
    expires_at = now + uow.playbook.limits.invite
    uow.add(Invite(uow.kin.hashed(code), Role.FAMILY, now, expires_at, by_id=elder.id))
    uow.record("kin_code_made", f"member:{elder.id}", now=now, by=elder.id)


async def ask_for_elder(uow: UnitOfWork, by: Member, tie: str, *, now: datetime) -> None:
    """我是家属: their next message is the old person's code, or name and door. Raises RuleError for a forged tie."""
    must(by, Verb.KIN_ASK)
    if tie not in set(Tie):
        raise RuleError("no-stale-button")
    await uow.dialogs.ask(by.id or 0, "kin_elder", 0, until=now + ASK_FOR, tie=tie)


async def take_elder(
    uow: UnitOfWork, by: Member, tie: str, text: str, *, now: datetime, wrong: int = 0
) -> Kinship | None:
    """The code, or name and door: whoever can say it is asked. None for a code that is none (any more).

    After five wrong ones the question is closed. Raises RuleError where neither was said.
    """
    must(by, Verb.KIN_ASK)
    figures = re.sub(r"\D", "", fold(text))
    if _CODE.fullmatch(figures) and len(text.strip()) <= 16:
        link = await _by_code(uow, by, Tie(tie), figures, now)
        if link is None:
            await _count_wrong(uow, by, tie, wrong + 1, now)
            return None
        uow.place(
            "kin_consent", link.id, (await uow.members.get(link.elder_id)).telegram_id,
            subject=f"kin:{link.id}", now=now, priority=Priority.ANSWER,
        )  # fmt: skip
    else:
        link = await _by_door(uow, by, Tie(tie), text, now)
        await ask_in_person(uow, link, now=now)
    await uow.dialogs.close(by.id or 0)
    _changed(uow, link)
    uow.record("kin_asked", f"kin:{link.id}", now=now, by=by.id)
    return link


async def answer(uow: UnitOfWork, link_id: int, by: Member, *, agree: bool, now: datetime) -> Kinship:
    """同意 or 拒绝, by the old person themselves. Raises RuleError for anybody else, and once answered."""
    link = await uow.kin.get(link_id)
    must(by, Verb.KIN_ANSWER, Subject(own=link.elder_id is not None and link.elder_id == by.id))
    link.answer(agree, None, now)
    await _settle(uow, link, now)
    return link


async def record_answer(
    uow: UnitOfWork, link_id: int, by: Member, *, agree: bool, shares: bool, now: datetime
) -> Kinship:
    """老人同意 or 不同意, said in person to `by`, who writes it down.

    Raises RuleError for who may not, for the family member themselves, and once answered.
    """
    link = await uow.kin.get(link_id)
    own = link.asker_id is not None and link.asker_id == by.id
    must(by, Verb.KIN_RECORD, Subject(own=own, place=link.place.public))
    if link.family_id == by.id or link.elder_id is not None:
        raise RuleError("no-kin-not-yours-to-say")
    link.answer(agree, by.id, now, shares=shares)
    await _settle(uow, link, now)
    return link


async def set_sharing(uow: UnitOfWork, link_id: int, by: Member, *, shares: bool, now: datetime) -> Kinship:
    """Whether what they report is told to this one as well: the old person's to say. Raises RuleError otherwise."""
    link = await uow.kin.get(link_id)
    must(by, Verb.KIN_ANSWER, Subject(own=link.elder_id is not None and link.elder_id == by.id))
    link.share(shares, now)
    uow.record("kin_shared", f"kin:{link.id}", now=now, by=by.id, shares=shares)
    _changed(uow, link)
    return link


async def end_link(uow: UnitOfWork, link_id: int, by: Member, *, now: datetime) -> Kinship:
    """By either of them at any time, or a coordinator; the other is told. Raises RuleError for anybody else."""
    link = await uow.kin.get(link_id)
    must(by, Verb.KIN_END, Subject(own=by.id is not None and by.id in (link.elder_id, link.family_id)))
    link.end(by.id, now)
    await _settle(uow, link, now, told=by)
    return link


async def end_all_of(uow: UnitOfWork, family: Member, by: Member | None, *, now: datetime) -> None:
    """Their hat of 家属 was taken away: every link they have to somebody ends."""
    for link in await uow.kin.live_of(family.id):
        if link.family_id == family.id:
            link.end(by.id if by else None, now)
            await _settle(uow, link, now, told=by)


async def end_everything_of(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """They leave for good: every link on either side ends, and the others hear of it."""
    for link in await uow.kin.live_of(member.id):
        link.end(member.id, now)
        await _settle(uow, link, now, told=member)


async def tell_families(uow: UnitOfWork, *, now: datetime) -> int:
    """What an old person reports is shown to those of their family with whom they share it; to how many."""
    found = await uow.kin.untold()
    for case_id, chat_id in found:
        uow.place("kin_case", case_id, chat_id, subject=f"case:{case_id}", now=now)
    return len(found)


async def _by_code(uow: UnitOfWork, by: Member, tie: Tie, code: str, now: datetime) -> Kinship | None:
    invite = await uow.kin.code(code)
    if invite is None or invite.by_id is None or invite.used_at is not None or now > invite.expires_at:
        return None
    if invite.by_id == by.id:
        raise RuleError("no-kin-not-oneself")
    for known in await uow.kin.live_of(by.id):
        if known.elder_id == invite.by_id:
            raise RuleError("no-kin-already")
    invite.use(by.id or 0, now)
    link = Kinship(by.id or 0, tie, now, elder_id=invite.by_id, changed_at=now)
    uow.add(link)
    await uow.numbered()
    return link


async def _by_door(uow: UnitOfWork, by: Member, tie: Tie, text: str, now: datetime) -> Kinship:
    said = called(text, uow.playbook)
    place = understand(text, uow.playbook, Place(by.compound)).place
    if said.name is None or place.building is None or place.room is None or place.compound is None:
        raise RuleError("no-kin-door")
    link = Kinship(
        by.id or 0, tie, now, name=said.name, phone=said.phone, compound=place.compound,
        building=place.building, unit=place.unit, room=place.room, changed_at=now,
    )  # fmt: skip
    for known in await uow.kin.live_of(by.id):
        if known.elder_id is None and (known.place, known.name) == (link.place, link.name):
            raise RuleError("no-kin-already")
    uow.add(link)
    await uow.numbered()
    return link


async def _count_wrong(uow: UnitOfWork, by: Member, tie: str, wrong: int, now: datetime) -> None:
    if wrong >= _MOST_WRONG:
        await uow.dialogs.close(by.id or 0)
        return
    await uow.dialogs.ask(by.id or 0, "kin_elder", 0, until=now + ASK_FOR, tie=tie, wrong=wrong)


async def _settle(uow: UnitOfWork, link: Kinship, now: datetime, *, told: Member | None = None) -> None:
    """The hat comes and goes with the link; whoever did not just say it hears of it."""
    family = await uow.members.get(link.family_id)
    await uow.numbered()
    if await uow.kin.elders_of(family.id):
        if Role.FAMILY not in family.roles:
            family.grant(Role.FAMILY, now)
    elif Role.FAMILY in family.roles:
        family.lose(Role.FAMILY, now)
    uow.record(
        f"kin_{link.state}", f"kin:{link.id}", now=now, by=link.recorded_by or link.ended_by or link.elder_id
    )
    await join_household(uow, link)
    _changed(uow, link)
    key = {Consent.GIVEN: "kin-given", Consent.REFUSED: "kin-refused"}.get(link.state, "kin-ended")
    elder = await uow.members.find(link.elder_id)
    people = [family, elder] if link.state is Consent.ENDED and elder is not None else [family]
    for person in people:
        if person.reachable and (told is None or person.id != told.id):
            dedupe = f"{key}:{link.id}:{person.id}"
            uow.say(person.telegram_id, key, dedupe=dedupe, now=now, menu=True)


def _changed(uow: UnitOfWork, link: Kinship) -> None:
    uow.touch(f"kin:{link.id}")
    for number in (link.family_id, link.elder_id):
        if number is not None:
            uow.touch(f"member:{number}")
    if link.elder_id is None:
        uow.touch(WAITING)
