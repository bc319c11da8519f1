"""One-time codes: made for a household or a listed volunteer, and redeemed by whoever was given one."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.code import ALPHABET, LENGTH, Code
from bot.domain.errors import RuleError
from bot.domain.household import Household, Kin, Relation
from bot.domain.marks import CERTIFIED, MAY_ENTER, STRONG, Mark, given
from bot.domain.member import Member
from bot.domain.rights import MINE, Verb, must
from bot.rosters.rows import MemberRow
from bot.services.families import join_all_of
from bot.services.homes import settle_home
from bot.services.listed import note_volunteers
from bot.storage.work import UnitOfWork

PREFIX = "h_"
"""Of a code in a link."""
TRIES, TRIES_WITHIN = 5, timedelta(hours=1)


def code_from(random: bytes) -> str:
    """A code out of at least 16 random bytes."""
    number = int.from_bytes(random)
    letters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)


async def make_household_code(
    uow: UnitOfWork, number: int, *, by: Member | None, now: datetime, code: str
) -> Code:
    """For the household behind a door; one that was made before and not used is void.

    `by`: None for whoever runs the program. Raises RuleError without the right, or without such a household.
    """
    if by is not None:
        must(by, Verb.HOUSEHOLD)
    await uow.households.get(number)
    await uow.codes.void(household_id=number)
    return await _keep(uow, Code(*_times(uow, code, now), household_id=number), by, now)


async def make_volunteer_code(
    uow: UnitOfWork, number: int, *, by: Member | None, now: datetime, code: str
) -> Code:
    """For a volunteer a roster lists, as `make_household_code`."""
    if by is not None:
        must(by, Verb.INVITE_VOLUNTEER)
    await uow.households.volunteer(number)
    await uow.codes.void(roster_member_id=number)
    return await _keep(uow, Code(*_times(uow, code, now), roster_member_id=number), by, now)


async def redeem_code(uow: UnitOfWork, text: str, member: Member, *, now: datetime) -> Code:
    """The first who has it is linked; nothing else about them is asked or learnt.

    1. The row is read locked, and its version is checked when it is written: of two at once, one fails and is
       tried again.
    2. Whoever comes second finds it used. Its owner, who types it twice, is answered twice.

    Raises RuleError for an unknown, used or expired code, and after too many wrong ones.
    """
    must(member, Verb.SELF, MINE)
    if await uow.codes.wrong_since(member.id, now - TRIES_WITHIN) >= TRIES:
        raise RuleError("no-code-tries")
    code = await uow.codes.find(text)
    if code is None:
        uow.record("code_wrong", f"member:{member.id}", now=now, by=member.id)
        raise RuleError("no-such-code")
    if code.used_by is not None and code.used_by == member.id:
        return code
    if code.household_id is not None:
        home = await uow.households.get(code.household_id)
        code.use(member.id or 0, now)
        await _move_in(uow, member, home, now)
    else:
        listed = await uow.households.volunteer(code.roster_member_id)
        code.use(member.id or 0, now)
        await _enlist(uow, member, code.roster_member_id or 0, listed, code.by_id, now)
    uow.record("code_used", f"code:{code.id}", now=now, by=member.id)
    return code


async def claim_by_phone(uow: UnitOfWork, member: Member, phone: str, *, now: datetime) -> MemberRow:
    """They shared their own number, which Telegram vouches for: the volunteer a roster lists with it is they.

    Raises RuleError where nobody, or more than one, is listed with it.
    """
    must(member, Verb.SELF, MINE)
    found = await uow.households.unlinked(await uow.households.by_phone("roster_member", phone))
    if len(found) != 1:
        raise RuleError("no-phone-listed" if not found else "no-phone-unclear")
    listed = await uow.households.volunteer(found[0])
    await _enlist(uow, member, found[0], listed, None, now)
    return listed


async def _keep(uow: UnitOfWork, code: Code, by: Member | None, now: datetime) -> Code:
    code.by_id = by.id if by else None
    uow.add(code)
    await uow.numbered()
    uow.record("code_made", f"code:{code.id}", now=now, by=code.by_id)
    return code


def _times(uow: UnitOfWork, code: str, now: datetime) -> tuple[str, datetime, datetime]:
    return uow.codes.hashed(code), now, now + uow.playbook.limits.household_code


async def _move_in(uow: UnitOfWork, member: Member, home: Household, now: datetime) -> None:
    """Home is that door; unless the playbook has it no more, then only the link is kept."""
    building = uow.playbook.building(home.place.compound, home.place.building)
    if building is not None and home.place.unit in (None, *building.units):
        await settle_home(uow, member, home.place, now=now)
    link = await uow.households.link(member.id or 0, home.id)
    if link is None:
        uow.add(Kin(member.id or 0, home.id, Relation.LIVES_THERE, now, changed_at=now))
    else:
        link.relation, link.ended_at, link.changed_at = Relation.LIVES_THERE, None, now
    await uow.numbered()
    await join_all_of(uow, member.id)
    await uow.households.touched(home.id, now)
    uow.record("household_linked", f"household:{home.id}", now=now, by=member.id)


async def _enlist(
    uow: UnitOfWork, member: Member, number: int, listed: MemberRow, by: int | None, now: datetime
) -> None:
    """The teams and marks of the roster are theirs, with date and whoever handed out the code."""
    if not await uow.households.claim(number, member.id or 0, now):
        raise RuleError("no-code-used")
    told = {CERTIFIED: listed.certified, MAY_ENTER: listed.may_enter, STRONG: listed.strong}
    tongues = (uow.playbook.tongue_called(said) for said in listed.languages)
    spoken = [tongue.key for tongue in tongues if tongue is not None]
    for team in listed.teams:
        if uow.playbook.team(team) is None:
            continue
        place = member.in_team(team) or member.join(team, now)
        for kind in (*(kind for kind, yes in told.items() if yes), *spoken):
            place.marks = given(place.marks, Mark(kind, now, by))
    await note_volunteers(uow, [number], now=now)
    uow.touch(f"member:{member.id}")
    uow.record("volunteer_linked", f"member:{member.id}", now=now, by=by or member.id)
