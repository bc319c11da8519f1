"""敲门没人应: a search. It has exactly one owner with a next time until a person says how she was found."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from bot.domain.errors import RuleError
from bot.domain.playbook import NoAnswer
from bot.domain.visit.found import Found
from bot.domain.visit.unanswered_facts import UnansweredFacts
from bot.domain.visit.unanswered_steps import (
    Ask,
    Owner,
    Press,
    Sign,
    Stage,
    Step,
    Tried,
    asked_at_stage,
    due_of,
)

SILENT_ROUNDS = 3
"""A coordinator who took it and answers none of so many questions has lost it: all are called again."""
QUIET = timedelta(minutes=30)
"""How long a coordinator who took it is left to work before the next question."""
GOING = timedelta(minutes=30)
"""Who said 我马上去 and has told nothing for so long is not waited for: the next is asked."""


class Unanswered(UnansweredFacts):
    """Every move it can make."""

    def take_step(self, times: NoAnswer, zone: tzinfo, now: datetime) -> Step | None:
        """What the clock does now, if anything: asks, once more or further on; after a standstill only the last.

        Sets when it has to look again. None while nothing is due, and when it is over. A next time further ahead than any
        pause means that the clock was set back: then it acts at once.
        """
        ahead = self.next_at - now
        if self.is_over or timedelta() < ahead <= max(QUIET, times.again):
            return None
        before, self.stage = self.stage, self._reached(times, zone, now)
        fresh = not self.asked or before is not self.stage
        self._lose_silent(fresh, now)
        step = Step(self.owner, now, self._asks(), self._also(fresh))
        asked = (self.owner, *(owner for owner, _ in step.also))
        self.family_asked = self.family_asked or Owner.FAMILY in asked
        self.asked, self.rounds, self.changed_at = True, self.rounds + 1, now
        self.next_at = self._after(times, zone, now)
        return step

    def press(self, press: Press, by_id: int, by_name: str, now: datetime) -> None:
        """A button that is no end. What follows from it is due at once. Raises RuleError when over, or taken already."""
        self._open()
        if press is Press.TAKE:
            self._take(by_id, by_name, now)
        elif press is Press.ODD:
            self.odd, self.asked, self.next_at = True, False, now
        elif press is Press.COMING:
            self.going_id = by_id
        elif press is Press.CANNOT and self.taken_by == by_id:
            self.give_back(now)
        elif press is Press.CANNOT:
            self.refused = (*self.refused, by_id)
            self.going_id = None if self.going_id == by_id else self.going_id
            self.next_at = now
        elif self.going_id == by_id:
            self.going_id, self.next_at = None, now
        elif self.owner in (Owner.HOLDER, Owner.FAMILY):
            self._go_on(now)
        if by_id == self.taken_by:
            self.rounds = 0
        self.tried.append(Tried(self.stage, press, now, by_id, by_name))
        self.changed_at = now

    def skip(self, now: datetime) -> None:
        """Whom this stage would ask cannot be reached (no family known): the next is due at once."""
        self._open()
        if self.owner in (Owner.HOLDER, Owner.FAMILY):
            self._go_on(now)
            self.changed_at = now

    def give_back(self, now: datetime) -> None:
        """Who took it cannot, or is there no longer: all coordinators are called again at once. Raises when over."""
        self._open()
        self.taken_by, self.taken_name, self.rounds = None, "", 0
        self.asked, self.next_at, self.changed_at = False, now, now

    def hear(self, sign: Sign, now: datetime) -> None:
        """水声, 电视声, 呼救, 异味: heard, or not after all. Raises RuleError when over."""
        self._open()
        self.signs = self.signs ^ {sign}
        self.changed_at = now

    def withdraw(self, by_id: int, now: datetime, within: timedelta) -> None:
        """按错了, by who began it, at once. Raises RuleError for anybody else, later, and when over."""
        self._open()
        if self.holder_id != by_id:
            raise RuleError("no-visit-not-yours")
        if now - self.started_at > within:
            raise RuleError("no-search-too-late")
        self.ended_by, self.ended_at, self.changed_at = by_id, now, now

    def resume(self, by_id: int, now: datetime, within: timedelta) -> None:
        """That word was a wrong press: the search goes on at once. Raises RuleError for anybody else, and later."""
        if self.ended_at is None or self.found is None or self.ended_by != by_id:
            raise RuleError("no-search-not-yours")
        if now - self.ended_at > within:
            raise RuleError("no-search-too-late")
        self.found = self.ended_at = self.ended_by = None
        self.asked, self.next_at, self.changed_at = False, now, now

    def end(self, found: Found, by_id: int, now: datetime) -> None:
        """A person's word on how she was found. Raises RuleError the second time."""
        self._open()
        self.found, self.ended_by = found, by_id
        self.ended_at = self.changed_at = now

    def _open(self) -> None:
        if self.is_over:
            raise RuleError("no-unanswered-over")

    def _go_on(self, now: datetime) -> None:
        self.stage = Stage(self.stage + 1)
        self.asked, self.rounds, self.next_at = False, 0, now

    def _take(self, by_id: int, by_name: str, now: datetime) -> None:
        if self.taken_by is not None:
            raise RuleError("no-alarm-taken", by=self.taken_name)
        self.taken_by, self.taken_name = by_id, by_name
        self.stage = max(self.stage, Stage.OFFICE)
        self.rounds, self.asked, self.next_at = 0, False, now

    def _reached(self, times: NoAnswer, zone: tzinfo, now: datetime) -> Stage:
        """The last stage whose time has come, never an earlier one than was reached by a press."""
        due = [stage for stage in Stage if due_of(stage, self.started_at, times, zone) <= now]
        return max([self.stage, *due])

    def _lose_silent(self, fresh: bool, now: datetime) -> None:
        said = [one.at for one in self.tried if one.press is Press.COMING and one.by_id == self.going_id]
        if self.going_id is not None and said and now - max(said) >= GOING:
            self.going_id = None
        if self.taken_by is not None and not fresh and self.rounds >= SILENT_ROUNDS:
            self.taken_by, self.taken_name, self.rounds = None, "", 0

    def _asks(self) -> Ask:
        return Ask.TAKE_OVER if self.owner is Owner.COORDINATORS else asked_at_stage(self.stage)

    def _also(self, fresh: bool) -> tuple[tuple[Owner, Ask], ...]:
        """Who is asked beside the owner: somebody to go and look, the next stand-in each time until one is going.

        The family too, where a press or a standstill has passed them over.
        """
        also: list[tuple[Owner, Ask]] = []
        if self.odd and fresh:
            also.append((Owner.HOLDER, Ask.CALL_RESCUE))
        if self.stage is Stage.POLICE and fresh:
            also.append((Owner.HOLDER, Ask.CALL_POLICE))
        if self.going_id is None and (self.ill or self.odd or self.stage >= Stage.OFFICE):
            again = self.stage is Stage.SECOND_KNOCK
            also.append((Owner.BUILDING, Ask.SECOND_KNOCK if again else Ask.GO_AND_LOOK))
        if not self.family_asked and (self.odd or self.stage >= Stage.OFFICE):
            also.append((Owner.FAMILY, Ask.WHERE_IS_SHE))
        return tuple(also)

    def _after(self, times: NoAnswer, zone: tzinfo, now: datetime) -> datetime:
        """When to look again: the next stage's time, or sooner to ask once more."""
        later = (due_of(stage, self.started_at, times, zone) for stage in Stage if stage > self.stage)
        again = now + (QUIET if self.owner is Owner.COORDINATOR else times.again)
        return min([again, *(due for due in later if due > now)])


def start_unanswered(
    visit_id: int | None, household_id: int, holder_id: int | None, now: datetime, *, ill: bool = False
) -> Unanswered:
    """From the first knock, or from a phone call nobody answers (no visit, no holder at the door)."""
    state = Unanswered(visit_id, household_id, now, now, holder_id, ill)
    if holder_id is None:
        state.stage = Stage.FAMILY
    return state


def next_step(state: Unanswered, times: NoAnswer, zone: tzinfo) -> Step | None:
    """Who is asked what next, and when, if nobody presses anything; None when it is over. Changes nothing."""
    if state.is_over:
        return None
    ahead = Unanswered(state.visit_id, state.household_id, state.started_at, state.next_at, state.holder_id)
    ahead.ill, ahead.odd, ahead.stage, ahead.asked = state.ill, state.odd, state.stage, state.asked
    ahead.rounds, ahead.taken_by, ahead.going_id = state.rounds, state.taken_by, state.going_id
    ahead.family_asked, ahead.tried = state.family_asked, list(state.tried)
    return ahead.take_step(times, zone, state.next_at)
