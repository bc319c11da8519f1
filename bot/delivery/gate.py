"""Who may leave now: as the pacer allows, one chat's messages one after the other, a card's edits seconds apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.clock import Clock
from bot.delivery.others import Others
from bot.delivery.pacing import Pacer, Turn
from bot.domain.priority import Priority
from bot.storage.due import Due
from bot.storage.machinery import Fate
from bot.storage.work import UnitOfWork

IDLE_S = 1.0
AHEAD_S = 0.1, 0.3
"""A place that will be free so soon is given away already: somewhat longer than a round takes, within these seconds."""
_ROUNDS = 1.5


class Gate:
    """Lets out what is due. What has passed is `out` until its chat is opened again."""

    def __init__(self, pacer: Pacer, clock: Clock, edit_gap_s: float, others: Others | None = None) -> None:
        """`others`: who may be sending with the same token."""
        self._others = others
        self._pacer = pacer
        self._clock = clock
        self._edit_gap_s = edit_gap_s
        self._busy: set[int] = set()
        self._edited: dict[int, float] = {}
        self._resting: Collection[int] = ()  # of those, which want to be edited again
        self._turns: dict[tuple[bool, int], Turn] = {}
        self._held = False
        self._ahead_s, self._chosen_at = AHEAD_S[0], 0.0

    async def choose(self, uow: UnitOfWork, lease: str, most: int, landed: Collection[int]) -> list[Due]:
        """Leases what may leave now, the most urgent first; chats that have `landed` are as good as open."""
        if self._others is not None:
            await self._others.meet(uow, lease)
        self._look_ahead()
        below = self._most_open()
        self._held = below is not Priority.BULK
        if below is None or most <= 0:
            return []
        most = min(most, max(1, self._pacer.room(self._ahead_s)))
        resting = {int(p): self._pacer.resting_chats(p) for p in Priority}
        busy, now = self._busy.difference(landed), self._clock.now()
        due, self._resting = await uow.leases.due(now, busy, resting, most, below, self._just_edited(), lease)
        batch = self._let_through(due)
        self._held = self._held or (bool(due) and not batch)
        if batch:
            try:
                await uow.leases.take(batch, lease, now)
            except BaseException:
                self.give_back(batch)
                raise
        return batch

    def close(self, batch: Sequence[Due]) -> None:
        """These are on their way: nothing else goes to their chats meanwhile."""
        self._busy.update(one.chat_id for one in batch)

    def open(self, chats: Collection[int]) -> None:
        """These chats have what was on its way to them."""
        self._busy.difference_update(chats)

    def give_back(self, batch: Sequence[Due]) -> None:
        """These did not leave after all."""
        for one in batch:
            if turn := self._turns.pop((one.is_card, one.id), None):
                turn.give_back()

    def turn_of(self, one: Due) -> Turn:
        """Its right to leave."""
        return self._turns.pop((one.is_card, one.id))

    def note(self, one: Due) -> None:
        """It has been shown just now."""
        if one.is_card:
            self._edited[one.id] = self._clock.monotonic() + self._edit_gap_s

    def pause(self) -> float:
        """Seconds until something held back now may leave, a second at most."""
        waits = [self._edited.get(card, 0.0) - self._clock.monotonic() for card in self._resting]
        return max(0.02, min([w for w in waits if w > 0] + [IDLE_S, *([0.05] if self._held else [])]))

    def _look_ahead(self) -> None:
        """As far as rounds are apart now."""
        now, (least, most) = self._clock.monotonic(), AHEAD_S
        self._ahead_s = min(most, max(least, _ROUNDS * (now - self._chosen_at)))
        self._chosen_at = now

    def _most_open(self) -> Priority | None:
        """The least urgent priority that may send at all now or in a moment."""
        for priority in reversed(Priority):
            if self._pacer.wait_for(None, priority) <= self._ahead_s:
                return priority
        return None

    def _just_edited(self) -> set[int]:
        """Cards whose next edit would come too soon after the last."""
        now = self._clock.monotonic()
        self._edited = {row: end for row, end in self._edited.items() if end > now}
        return set(self._edited)

    def _let_through(self, due: Sequence[Due]) -> list[Due]:
        """Those that may leave now; of one chat, no later one before an earlier one."""
        passed, held = [], set()
        for one in due:
            turn = None if one.chat_id in held else self._turn(one)
            if turn is None:
                held.add(one.chat_id)
                continue
            self._turns[one.is_card, one.id] = turn
            passed.append(one)
        return passed

    def _turn(self, one: Due) -> Turn | None:
        """An album counts as many as it holds. What a person must look into after a crash is taken in hand late."""
        count = (one.body or {}).get("count", 1) if one.kind == "album" and not one.is_card else 1
        ahead = AHEAD_S[0] if one.fate is Fate.PARK else self._ahead_s
        return self._pacer.hold(one.chat_id, Priority(one.priority), count=count, ahead=ahead)
