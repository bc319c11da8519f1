"""Other dispatchers that send with the same token: what they sent counts for us, and they hear what we did."""

from __future__ import annotations

from bot.clock import Clock
from bot.delivery.pacing import News, Pacer
from bot.storage.paces import Paces, Told
from bot.storage.work import UnitOfWork


class Others:
    """Met each time before it is chosen what leaves."""

    def __init__(self, pacer: Pacer, clock: Clock) -> None:
        self._pacer = pacer
        self._clock = clock
        self._news: list[News] = []
        self._telling = 0
        self._since = 0
        pacer.journal = self._news

    async def meet(self, uow: UnitOfWork, lease: str) -> None:
        """One after the other, until this transaction ends: hears all they did, and tells what happened here."""
        await uow.leases.line_up()
        paces = Paces(uow.session)
        self._telling = len(self._news)
        await paces.tell(lease, [self._told(one) for one in self._news])
        self._since, heard = await paces.heard(lease, self._since)
        for one in heard:
            if one.rest_s is not None:
                self._pacer.others_rest(one.chat_id, one.rest_s)
            elif one.chat_id is not None:
                self._pacer.others_sent(one.chat_id, one.count, one.ago_s, even=one.even)
        self._pacer.others_hold(await paces.held(lease))

    def were_told(self) -> None:
        """That transaction is through."""
        del self._news[: self._telling]
        self._telling = 0

    def _told(self, one: News) -> Told:
        now = self._clock.monotonic()
        rest_s = None if one.rests_until is None else one.rests_until - now
        return Told(one.chat_id, one.count, one.even, now - one.at, rest_s)
