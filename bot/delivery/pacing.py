"""Telegram's speed limits, kept on our side: who may send now, and how long everybody else waits.

Telegram counts a message when it arrives, we when it leaves, and two that left apart may arrive close
together. So each of our windows is a little longer than Telegram's: as long as two journeys differ by less
than that, no bunch of messages exceeds its limit. Nothing sleeps here; time is the monotonic clock's, so
moving the wall clock bends nothing.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.priority import Priority

EXTRA_REST = 0.5
"""Seconds added to a rest Telegram asks for: it rounds, and coming back early makes the next rest longer."""
SAME_CAUSE = 10.0
"""Refusals of different chats within so many seconds are taken to have one cause."""
CHATS_FOR_BOT = 3
"""So many chats refused from one cause means that the bot as a whole must rest."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `share[priority]` messages in any `seconds`, of all kinds: a small share leaves a reserve."""

    seconds: float
    share: Mapping[Priority, int]


def limit(seconds: float, *shares: int) -> Limit:
    """A `Limit` from the shares in order of urgency: danger, answer, card, reminder, bulk."""
    return Limit(seconds, dict(zip(Priority, shares, strict=True)))


BOT_LIMIT = limit(1.05, 28, 26, 24, 22, 20)
"""Telegram's: 30 in any second, all chats together."""
GROUP_LIMIT = limit(61.0, 19, 18, 17, 15, 12)
"""Telegram's: 20 in any minute for one group, edits counted."""
PRIVATE_LIMIT = limit(3.1, 3, 3, 2, 2, 2)
"""Telegram's: about one a second for one person; three in three seconds pass."""
NO_LIMIT = limit(0.0, 1, 1, 1, 1, 1)
"""Nothing is ever counted: for a server of one's own that sets no limits."""

_Ends = deque[float]
"""When each departure stops counting, soonest first."""


class Pacer:
    """One bot's departures of the last minute. A negative chat id is a group, a positive one a person."""

    def __init__(
        self,
        monotonic: Callable[[], float],
        *,
        bot: Limit = BOT_LIMIT,
        group: Limit = GROUP_LIMIT,
        private: Limit = PRIVATE_LIMIT,
    ) -> None:
        """`monotonic`: seconds that only grow (`Clock.monotonic`)."""
        self._monotonic = monotonic
        self._bot_limit, self._group_limit, self._private_limit = bot, group, private
        self._bot: _Ends = deque()
        self._groups: OrderedDict[int, _Ends] = OrderedDict()
        self._people: OrderedDict[int, _Ends] = OrderedDict()
        self._crowded: set[int] = set()
        self._rests: dict[int, float] = {}
        self._bot_rest = 0.0
        self._refusals: deque[tuple[float, int]] = deque(maxlen=64)

    @property
    def remembered(self) -> int:
        """How many chats are kept in memory: those written to in the last minute."""
        return len(self._groups) + len(self._people)

    def wait_for(self, chat_id: int | None, priority: Priority, count: int = 1) -> float:
        """Seconds until a message of `priority` may leave for `chat_id`; 0.0 means now.

        None asks about the bot as a whole: until then no chat can take anything of that priority. An album is
        as many messages as it has pictures: `count`.
        """
        now = self._monotonic()
        wait = max(self._bot_rest - now, _wait(self._bot, now, self._bot_limit.share[priority], count))
        if chat_id is not None:
            wait = max(wait, self._chat_wait(chat_id, now, priority, count))
        return max(0.0, wait)

    def take(self, chat_id: int, priority: Priority, count: int = 1) -> None:
        """A message leaves for `chat_id` now. Ask `wait_for` first, with nothing awaited in between.

        It is counted whatever `wait_for` would say, because Telegram counts it too.
        """
        now = self._monotonic()
        book, kind = self._book(chat_id)
        ends = book.setdefault(chat_id, deque())
        book.move_to_end(chat_id)
        _count(ends, now, kind, count)
        _count(self._bot, now, self._bot_limit, count)
        if len(ends) >= kind.share[Priority.BULK]:
            self._crowded.add(chat_id)
        self._forget_idle(now)

    def penalise(self, chat_id: int | None, seconds: float) -> None:
        """Telegram answered 429: nothing to this chat (None: to nobody) for `seconds`, however urgent.

        Telegram does not say whether the chat or the bot was too fast. When several chats are refused within
        a few seconds it was the bot, and then all wait until the first of them is let through again.
        """
        now = self._monotonic()
        until = now + seconds + EXTRA_REST
        if chat_id is None:
            self._bot_rest = max(self._bot_rest, until)
            return
        self._rests = {chat: end for chat, end in self._rests.items() if end > now}
        self._rests[chat_id] = max(until, self._rests.get(chat_id, 0.0))
        self._refusals.append((now, chat_id))
        together = {chat for at, chat in self._refusals if now - at <= SAME_CAUSE and chat in self._rests}
        if len(together) >= CHATS_FOR_BOT:
            self._bot_rest = max(self._bot_rest, min(self._rests[chat] for chat in together))

    def resting_chats(self, priority: Priority = Priority.DANGER) -> list[int]:
        """Chats that cannot take a message of `priority` now, for a query to leave out; usually: none at all.

        Only what each chat itself holds back; ask `wait_for(None, priority)` about the bot.
        """
        now = self._monotonic()
        self._crowded = {chat for chat in self._crowded if self._chat_wait(chat, now, Priority.BULK) > 0.0}
        asked = self._crowded.union(self._rests)
        return [chat for chat in asked if self._chat_wait(chat, now, priority) > 0.0]

    def _chat_wait(self, chat_id: int, now: float, priority: Priority, count: int = 1) -> float:
        book, kind = self._book(chat_id)
        ends = book.get(chat_id)
        full = _wait(ends, now, kind.share[priority], count) if ends else 0.0
        return max(full, self._rests.get(chat_id, now) - now)

    def _book(self, chat_id: int) -> tuple[OrderedDict[int, _Ends], Limit]:
        return (self._groups, self._group_limit) if chat_id < 0 else (self._people, self._private_limit)

    def _forget_idle(self, now: float) -> None:
        """Drop chats for which nothing counts any more: a book is in the order of last departures."""
        for book in (self._groups, self._people):
            while book:
                ends = next(iter(book.values()))
                if ends and ends[-1] > now:
                    break
                idle, _ = book.popitem(last=False)
                self._crowded.discard(idle)


def _count(ends: _Ends, now: float, kind: Limit, count: int) -> None:
    _expire(ends, now)
    ends.extend([now + kind.seconds] * count)


def _wait(ends: _Ends, now: float, share: int, count: int) -> float:
    """Seconds until `count` more fit into `share`; more than the share waits until nothing counts."""
    _expire(ends, now)
    surplus = len(ends) + count - share
    if surplus <= 0 or not ends:
        return 0.0
    return ends[min(surplus, len(ends)) - 1] - now


def _expire(ends: _Ends, now: float) -> None:
    while ends and ends[0] <= now:
        ends.popleft()
