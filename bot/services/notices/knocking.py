"""敲门: one press sends somebody to every home on the care list from which nobody answered a notice, each home once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.clock import Clock
from bot.domain.charge import places_of
from bot.domain.errors import RuleError
from bot.domain.job import Job, JobState
from bot.domain.member import Member
from bot.domain.notice import Audience, Notice, must_be_out
from bot.domain.place import Place
from bot.domain.playbook import Programme
from bot.domain.rights import Subject, Verb, may, must, must_some
from bot.domain.visit.knock import PROGRAMME, knock_window
from bot.services.jobs import cancel_job, start_job
from bot.services.visits.asides import asked_of, away
from bot.services.visits.giving import give_round
from bot.storage.database import Database
from bot.storage.knocks import Knocks
from bot.storage.notices import Notices, subject_of
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork

SLICE = 50
"""Households of one transaction."""


async def send_knocks(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> int:
    """Visits are given a slice at a time; how many homes that are. Who looks after some buildings sends there alone.

    Raises RuleError without the right there, when it holds no longer, where nobody is left to be told, and while the
    press before is being done.
    """
    must_some(by, Verb.KNOCK)
    notice = await Notices(uow.session).get(notice_id)
    places = places_for(uow, by, notice.audience)
    if places is not None and not places:
        must(by, Verb.KNOCK)
    must_be_out(notice, by.id)
    if not notice.valid(now):
        raise RuleError("no-notice-over")
    roll = await RollCalls(uow.session).of(notice_id)
    if roll is not None:
        roll.must_go_on()
    programme = knock_programme(uow)
    window = knock_window(notice_id, programme, notice.valid_until, now)
    before = await uow.jobs.of(_job(notice_id))
    if before is not None and before.state is JobState.WAITING:
        raise RuleError("no-knock-already")
    count = await Knocks(uow.session, notice_id).count(notice.audience, places, uow.playbook.visits)
    if not count:
        raise RuleError("no-knock-nobody")
    await start_job(
        uow, "knock", _job(notice_id), now=now, total=count, notice=notice_id, at=window.opens_at.isoformat(),
        places=None if places is None else [[one.compound, one.building] for one in places],
    )  # fmt: skip
    uow.touch(subject_of(notice_id))
    uow.touch(f"roll:{notice_id}")
    uow.record("notice_knocks", subject_of(notice_id), now=now, by=by.id, homes=count)
    return count


def places_for(uow: UnitOfWork, by: Member, audience: Audience) -> Sequence[Place] | None:
    """The buildings of it to which they may send somebody; None: all."""
    if may(by, Verb.KNOCK):
        return None
    mine = [one for one in places_of(by.wards, uow.playbook) if may(by, Verb.KNOCK, Subject(place=one))]
    return [one for one in mine if any(target.holds(one) for target in audience)]


def knock_programme(uow: UnitOfWork) -> Programme:
    """How such visits go. Raises RuleError where the playbook has none."""
    found = uow.playbook.visits.programme(PROGRAMME)
    if found is None:
        raise RuleError("no-knock-here")
    return found


async def let_off_knocks(uow: UnitOfWork, notice_id: int, *, now: datetime) -> None:
    """It was taken back, or is over: nobody need go any more, and whoever had said they would is told."""
    await cancel_job(uow, _job(notice_id), now=now)
    if await Knocks(uow.session, notice_id).waiting(1):
        await start_job(uow, "knock_off", _job(notice_id), now=now, notice=notice_id)


class Giving:
    """The visits of one press; `job.cursor`: the household up to which they were given."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """All it needs is in the rows."""

    async def prepare(self, job: Job) -> bool:
        """There is always something to write."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The next homes, as far as nobody has answered from them meanwhile."""
        notice = await Notices(uow.session).get(int(job.args["notice"]))
        if not notice.valid(now):
            return False
        homes = await Knocks(uow.session, notice.id or 0).homes(
            notice.audience, _places(job), uow.playbook.visits, job.cursor, SLICE
        )
        await self._give(uow, notice, job, homes, now)
        job.done += len(homes)
        job.cursor = homes[-1] if homes else job.cursor
        uow.touch(subject_of(notice.id))
        return len(homes) == SLICE

    async def _give(
        self, uow: UnitOfWork, notice: Notice, job: Job, homes: Sequence[int], now: datetime
    ) -> None:
        programme = knock_programme(uow)
        pressed = datetime.fromisoformat(job.args["at"])
        window = knock_window(notice.id or 0, programme, notice.valid_until, pressed)
        await give_round(uow, programme, homes, window, now, single=True)

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """What was given stays; the card says how many are still to be sent."""
        uow.touch(subject_of(int(job.args["notice"])))


class LettingOff(Giving):
    """Nobody need go any more."""

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The next of those who had said they would, or were asked."""
        notice_id = int(job.args["notice"])
        visits = await Knocks(uow.session, notice_id).waiting(SLICE)
        for visit in visits:
            asked = asked_of(visit)
            told = await uow.members.many([hold.member_id for hold in visit.stop(now)])
            for person in told.values():
                if person.reachable:
                    dedupe = f"knock_off:{visit.id}:{person.id}"
                    uow.say(person.telegram_id, "knock-let-off", dedupe=dedupe, now=now)
            away(uow, visit, asked)
        uow.touch(subject_of(notice_id))
        return len(visits) == SLICE


def _job(notice_id: int) -> str:
    return f"knock:{notice_id}"


def _places(job: Job) -> list[Place] | None:
    each = job.args.get("places")
    return None if each is None else [Place(compound, building) for compound, building in each]


KINDS = {"knock": Giving, "knock_off": LettingOff}
