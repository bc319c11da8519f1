"""Telegram's speed limits, kept on our side: who may send now, and how long everybody else waits.

Telegram counts a message when it arrives, and two that left a second apart may arrive together: a new
connection, a proxy, a busy machine. So a message counts from its choice until Telegram has answered, and from
the answer for as long as Telegram's window is: it arrived before it was answered, hence no journey, however
slow, crosses a limit. Nothing sleeps here; time is the monotonic clock's, so moving the wall clock bends
nothing.

All of what Telegram takes in a second is used, by whatever is most urgent when a place is free; what can wait leaves
evenly, so that a place is free every moment. A turn may be given a little `ahead`, for a place that is known to be
free then, so that no place lies idle while the database is asked.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.delivery.limits import Even, Limit, Window, limit
from bot.domain.priority import Priority

BOT_LIMIT = limit(1.002, 30, 30, 30, 30, 30)
"""Telegram's: 30 in any second, all chats together."""
GROUP_LIMIT = limit(61.0, 19, 18, 17, 15, 12)
"""Telegram's: 20 in any minute for one group, edits counted."""
PRIVATE_LIMIT = limit(3.1, 3, 3, 2, 2, 2)
"""Telegram's: about one a second for one person; three in three seconds pass."""
NO_LIMIT = limit(0.0, *[10**9] * len(Priority))
"""For a server of one's own that sets no limits."""

EXTRA_REST = 0.5
"""Seconds added to a rest Telegram asks for: it rounds, and coming back early makes the next rest longer."""
SAME_CAUSE = 10.0
"""Refusals of different chats within so many seconds are taken to have one cause."""
CHATS_FOR_BOT = 3
"""So many chats refused from one cause means that the bot as a whole must rest."""


class Turn:
    """The right to send from `starts_at` (monotonic) on, held from the choice of a message until Telegram answers,
    however long that takes."""

    def __init__(self, starts_at: float, end: Callable[[bool], None]) -> None:
        self.starts_at = starts_at
        self._end: Callable[[bool], None] | None = end

    def answered(self) -> None:
        """The request has ended, well or not: if the message arrived at all, it was before now."""
        self._finish(sent=True)

    def give_back(self) -> None:
        """It is not sent after all. Does nothing once it is answered, so it may stand in a `finally`."""
        self._finish(sent=False)

    def _finish(self, *, sent: bool) -> None:
        end, self._end = self._end, None
        if end is not None:
            end(sent)


@dataclass(frozen=True)
class News:
    """At that moment (monotonic) so many messages had arrived in a chat, or a rest until `rests_until` was asked for:
    of the chat, or of all."""

    at: float
    chat_id: int | None
    count: int = 0
    even: bool = False
    rests_until: float | None = None


class Pacer:
    """One bot's messages of the last minute. A negative chat id is a group, a positive one a person.

    Choosing a message and its arrival are two moments, and a hundred chosen over a second may arrive in a
    tenth of it: so `hold` a turn when choosing, and say `answered` when the answer is here. `take` is for what
    arrives at once.
    """

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
        self._bot = Window(bot)
        self._even = Even(bot)
        self._limits = {True: group, False: private}
        self._books: dict[bool, OrderedDict[int, Window]] = {True: OrderedDict(), False: OrderedDict()}
        self._crowded: set[int] = set()
        self._rests: dict[int, float] = {}
        self._bot_rest = monotonic()
        self._refusals: deque[tuple[float, int]] = deque(maxlen=64)
        self._of_others: list[tuple[Window, int]] = []
        self.journal: list[News] | None = None
        """What happens here, for others who send with the same token; None where there are none."""

    @property
    def remembered(self) -> int:
        """How many chats are kept in memory: those written to in the last minute."""
        return sum(len(book) for book in self._books.values())

    def wait_for(self, chat_id: int | None, priority: Priority, *, count: int = 1) -> float:
        """Seconds until a message of `priority` may leave for `chat_id`; 0.0 means now.

        None asks about the bot as a whole: until then no chat can take anything of that priority. An album is
        as many messages as it has pictures: `count`.
        """
        now = self._monotonic()
        even = self._even.wait(now) if priority > Priority.ANSWER else 0.0
        wait = max(self._bot.wait(now, priority, count), self._bot_rest - now, even, 0.0)
        return wait if chat_id is None else max(wait, self._chat_wait(chat_id, now, priority, count))

    def room(self, ahead: float) -> int:
        """So many messages at most may be given a turn that begins within `ahead` seconds."""
        return self._bot.room(self._monotonic() + ahead)

    def hold(self, chat_id: int, priority: Priority, *, count: int = 1, ahead: float = 0.0) -> Turn | None:
        """A turn to send, which counts from now until it is answered; None if `wait_for` says to wait longer than
        `ahead`, or if the chat itself has to wait.
        """
        now = self._monotonic()
        wait = self.wait_for(None, priority, count=count)
        certain = self._bot.known_wait(now, priority, count) is not None
        if wait > (ahead if certain else 0.0) or self._chat_wait(chat_id, now, priority, count) > 0.0:
            return None
        return self._turn(chat_id, count, now + wait, even=priority > Priority.ANSWER)

    def rests(self, chat_id: int) -> bool:
        """Has Telegram asked this chat, or all of us, to wait?"""
        now = self._monotonic()
        return max(self._bot_rest, self._rests.get(chat_id, now)) > now

    def take(self, chat_id: int, priority: Priority, *, count: int = 1) -> None:
        """A message arrives at `chat_id` this very moment. It is counted even if `wait_for` says to wait:
        so does Telegram, whatever its `priority`.
        """
        self._turn(chat_id, count, self._monotonic(), even=priority > Priority.ANSWER).answered()

    def let_through(self, left_at: float) -> None:
        """Telegram has taken a message that left then: whoever was refused before was refused for its own sake."""
        while self._refusals and self._refusals[0][0] <= left_at:
            self._refusals.popleft()

    def penalise(self, chat_id: int | None, seconds: float) -> None:
        """Telegram answered 429: nothing to this chat (None: to nobody) for `seconds`, however urgent.

        Telegram does not say whether the chat or the bot was too fast. When several chats are refused within
        a few seconds and nobody is let through meanwhile it was the bot, and then all wait until the first of them
        is let through again.
        """
        now = self._monotonic()
        until = now + seconds + EXTRA_REST
        self._note(News(now, chat_id, rests_until=until))
        if chat_id is None:
            self._bot_rest = max(self._bot_rest, until)
            return
        self._rests = {chat: end for chat, end in self._rests.items() if end > now}
        self._rests[chat_id] = max(until, self._rests.get(chat_id, until))
        self._refusals.append((now, chat_id))
        together = {chat for at, chat in self._refusals if now - at <= SAME_CAUSE and chat in self._rests}
        if len(together) >= CHATS_FOR_BOT:
            self._bot_rest = max(self._bot_rest, min(self._rests[chat] for chat in together))
            self._note(News(now, None, rests_until=self._bot_rest))

    def others_hold(self, messages: Iterable[tuple[int, int]]) -> None:
        """Chat and count of what others have on its way now, and nothing else of theirs."""
        for window, count in self._of_others:
            window.hold(-count)
        self._of_others = []
        for chat_id, count in messages:
            window = self._used(chat_id)
            for one in (window, self._bot):
                one.hold(count)
                self._of_others.append((one, count))
            self._note_crowd(chat_id, window)

    def others_sent(self, chat_id: int, count: int, ago_s: float, *, even: bool) -> None:
        """A message of somebody else's arrived so many seconds ago."""
        now, window = self._monotonic(), self._used(chat_id)
        for one in (window, self._bot):
            one.count_earlier(now, ago_s, count)
        if even:
            self._even.let_out(now, count)
        self._note_crowd(chat_id, window)

    def others_rest(self, chat_id: int | None, seconds: float) -> None:
        """Somebody else was asked to wait, for that chat or for the bot."""
        until = self._monotonic() + seconds
        if chat_id is None:
            self._bot_rest = max(self._bot_rest, until)
        else:
            self._rests[chat_id] = max(until, self._rests.get(chat_id, until))

    def _note(self, news: News) -> None:
        if self.journal is not None:
            self.journal.append(news)

    def resting_chats(self, priority: Priority = Priority.DANGER) -> list[int]:
        """Chats that cannot take a message of `priority` now, for a query to leave out; usually: none at all.

        Only what each chat itself holds back; ask `wait_for(None, priority)` about the bot.
        """
        now = self._monotonic()
        self._crowded = {chat for chat in self._crowded if self._chat_wait(chat, now, Priority.BULK) > 0.0}
        asked = self._crowded.union(self._rests)
        return [chat for chat in asked if self._chat_wait(chat, now, priority) > 0.0]

    def _chat_wait(self, chat_id: int, now: float, priority: Priority, count: int = 1) -> float:
        window = self._books[chat_id < 0].get(chat_id)
        full = window.wait(now, priority, count) if window else 0.0
        return max(full, self._rests.get(chat_id, now) - now)

    def _turn(self, chat_id: int, count: int, starts_at: float, *, even: bool) -> Turn:
        window = self._used(chat_id)
        windows = (window, self._bot)
        for one in windows:
            one.hold(count)
        if even:
            self._even.let_out(starts_at, count)
        self._note_crowd(chat_id, window)

        def end(sent: bool) -> None:
            now = self._monotonic()
            for one in windows:
                one.hold(-count)
                if sent:
                    one.count(now, count)
            if sent:
                self._used(chat_id)
                self._note(News(now, chat_id, count, even))
            elif even:
                self._even.let_out(starts_at, -count)
            self._forget_idle(now)

        return Turn(starts_at, end)

    def _used(self, chat_id: int) -> Window:
        """The chat's window, last in its book: each book is in the order of last use."""
        book = self._books[chat_id < 0]
        window = book.get(chat_id) or book.setdefault(chat_id, Window(self._limits[chat_id < 0]))
        book.move_to_end(chat_id)
        return window

    def _note_crowd(self, chat_id: int, window: Window) -> None:
        """Remember where something may have to wait, so that `resting_chats` need not look at every chat."""
        if window.crowded():
            self._crowded.add(chat_id)

    def _forget_idle(self, now: float) -> None:
        for book in self._books.values():
            while book and next(iter(book.values())).idle(now):
                idle, _ = book.popitem(last=False)
                self._crowded.discard(idle)
