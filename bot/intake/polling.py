"""getUpdates → the inbox. An update is confirmed to Telegram only by asking for what comes after its commit."""

from __future__ import annotations

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.clock import Clock
from bot.intake.doorstep import Doorstep
from bot.intake.wanted import ALLOWED_UPDATES
from bot.storage.excuses import tell_failure
from bot.wire.backoff import Backoff
from bot.wire.telegram import WireBot, fetch_updates

log = structlog.get_logger(__name__)

POLL_S = 30


class Poller:
    """The one poller of a token."""

    def __init__(self, bot: WireBot, doorstep: Doorstep, clock: Clock) -> None:
        self._bot = bot
        self._doorstep = doorstep
        self._clock = clock
        self._offset: int | None = None
        self._may_ask = False
        self.heard_at = clock.monotonic()

    async def once(self, seconds: int = 0) -> int:
        """One round: how many updates came. Raises what the wire raises.

        Before the first one a webhook that was left behind is taken away, which keeps what waits; one that is set
        later is somebody's will.
        """
        if not self._may_ask:
            await self._bot.delete_webhook()
            self._may_ask = True
        updates = await fetch_updates(self._bot, self._offset, seconds, ALLOWED_UPDATES)
        self.heard_at = self._clock.monotonic()
        if updates:
            await self._doorstep.take(updates)
            self._offset = max(update["update_id"] for update in updates) + 1
        return len(updates)

    async def run(self) -> None:
        """Polls for ever; says once when Telegram cannot be reached, and once when it can again."""
        backoff = Backoff(2)
        while True:
            try:
                await self.once(POLL_S)
                if backoff.failures:
                    log.info("telegram-reached-again", after_failures=backoff.failures)
                backoff.over()
            except TelegramError as error:
                if not backoff.failures:
                    log.warning("telegram-unreachable", why=_in_words(error))
                await self._clock.sleep(backoff.after(error))
            except Exception as error:
                tell_failure(log, "intake-failed", error)
                await self._clock.sleep(1)


def _in_words(error: TelegramError) -> str:
    if isinstance(error, Conflict) and "webhook" in str(error):
        return "another process has set a webhook for this token"
    if isinstance(error, Conflict):
        return "another process polls with the same token"
    if isinstance(error, InvalidToken):
        return "Telegram does not know this token"
    return str(error)
