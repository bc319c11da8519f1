"""替家人回答: how one of the old people is whose family somebody is, by consent; or that all of them are safe."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Elder, Via
from bot.domain.notice.emergency import BOARD_EVERY, Safety, Word
from bot.domain.notice.question import Per
from bot.domain.place import Place
from bot.domain.rights import Verb, must
from bot.domain.triage.persons import Spoken
from bot.services.emergencies.crying import calm, cry, told
from bot.services.proxies import name_in_danger
from bot.storage.elders import elders_of
from bot.storage.receipts import Receipts
from bot.storage.roll_calls import RollCalls
from bot.storage.voters import voter_of
from bot.storage.work import UnitOfWork


async def must_have_family(uow: UnitOfWork, notice_id: int, by: Member) -> None:
    """Before they are asked how each of them is. Raises RuleError for a preview, and for who is nobody's family."""
    must(by, Verb.CALL_HELP)
    await told(uow, notice_id, by)
    await RollCalls(uow.session).get(notice_id)
    if not await elders_of(uow, by):
        raise RuleError("no-roll-family")


async def say_safe_for(
    uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime, whom: str | None = None
) -> int:
    """平安 of that one, or of all of them; of how many. Raises RuleError for somebody else's family, for a preview, and
    once it is 解除."""
    mine = await _mine(uow, notice_id, whom, by)
    (await RollCalls(uow.session).get(notice_id)).must_go_on()
    for elder in mine:
        said, before = await _say(uow, notice_id, elder, Word.SAFE, by, now)
        await calm(uow, said, before, "alarm-family-safe", by, now=now)
    return len(mine)


async def need_help_for(
    uow: UnitOfWork, notice_id: int, whom: str, text: str, by: Member, *, now: datetime
) -> None:
    """需要帮助 for that one, even after 解除: an urgent case at their door, under `text`, with their name. Pressed again
    while it is waited for, it calls nobody twice. Raises RuleError for somebody else's family, and for a preview."""
    [elder] = await _mine(uow, notice_id, whom, by)
    said, _ = await _say(uow, notice_id, elder, Word.HELP, by, now)
    door, phone = await _door(uow, elder)
    if await cry(uow, said, text, door, by, now=now):
        alarm = await uow.alarms.get(said.alarm_id)
        await name_in_danger(uow, alarm.case_id, by, Spoken("", elder.name or None, phone), now=now)


async def _mine(uow: UnitOfWork, notice_id: int, whom: str | None, by: Member) -> list[Elder]:
    must(by, Verb.CALL_HELP)
    await told(uow, notice_id, by)
    await RollCalls(uow.session).get(notice_id)
    mine = [one for one in await elders_of(uow, by) if whom in (None, one.whom)]
    if not mine:
        raise RuleError("no-roll-family")
    return mine


async def _say(
    uow: UnitOfWork, notice_id: int, elder: Elder, word: Word, by: Member, now: datetime
) -> tuple[Safety, Word | None]:
    """What is said of them now, and what was before; they count as told."""
    rolls = RollCalls(uow.session)
    said = await rolls.said_by(notice_id, by.id, elder.whom)
    before = said.word if said is not None else None
    if said is None:
        person = await uow.members.find(elder.ref) if elder.kind == "member" else None
        home = await voter_of(uow, person, Per.HOME) if person else elder.whom
        said = Safety(notice_id, by.id or 0, elder.whom, home, word, now, elder.household_id)
        said.compound, said.building = elder.place.compound, elder.place.building
        uow.add(said)
    said.word, said.changed_at = word, now
    await Receipts(uow.session, notice_id).add(
        by.id or 0,
        by.telegram_id,
        now,
        place=elder.place,
        household_id=elder.household_id,
        via=Via.FAMILY,
        whom=elder.whom,
    )
    await uow.session.flush()
    await rolls.show_boards(notice_id, BOARD_EVERY, now)
    uow.touch(f"safe:{by.id}")
    return said, before


async def _door(uow: UnitOfWork, elder: Elder) -> tuple[Place, str | None]:
    """Where help is needed, and their number as far as it is known."""
    if elder.household_id is not None:
        return (await uow.households.get(elder.household_id)).place, None
    if elder.kind == "kin":
        link = await uow.kin.get(elder.ref)
        return link.place, link.phone
    person = await uow.members.get(elder.ref)
    return person.home, person.phone
