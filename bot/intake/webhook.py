"""Telegram calls us: the webhook is set, looked after, and what it brings is kept."""

from __future__ import annotations

from datetime import datetime

import structlog
from telegram import WebhookInfo
from telegram.error import BadRequest, TelegramError

from bot.clock import Clock
from bot.config import Hook
from bot.intake.doorstep import Doorstep
from bot.intake.gathering import Gathering
from bot.intake.wanted import ALLOWED_UPDATES, Update
from bot.storage.excuses import tell_failure
from bot.wire.backoff import Backoff
from bot.wire.telegram import WireBot

log = structlog.get_logger(__name__)

LOOK_S = 20.0
AT_ONCE = 100
"""Calls Telegram may make at the same time (its own limit): so many updates can share a transaction."""


class Webhook:
    """Any number of processes may have the same one; each keeps what it is brought.

    `heard_at`: monotonic seconds at which all was well between Telegram and us: it answered, and what it has for us
    comes through. Where nobody writes for hours that is still true.
    """

    def __init__(self, bot: WireBot, hook: Hook, doorstep: Doorstep, clock: Clock) -> None:
        self._bot = bot
        self._hook = hook
        self._clock = clock
        self._gathering = Gathering(doorstep.take)
        self._set = False
        self._through_at: datetime = clock.now()
        self._troubled = False
        self.heard_at = clock.monotonic()

    async def receive(self, update: Update) -> None:
        """Returns when it is committed; raises when it could not be."""
        await self._gathering.keep(update)
        self._all_is_well()

    async def run(self) -> None:
        """Sets the webhook and looks after it for ever."""
        backoff = Backoff(2, LOOK_S)
        while True:
            pause = LOOK_S
            try:
                await self.look()
                backoff.over()
            except BadRequest as error:
                log.error("webhook-refused", why=str(error))
                pause = backoff.after(error)
            except TelegramError as error:
                log.warning("telegram-unreachable", why=str(error))
                pause = backoff.after(error)
            except Exception as error:
                tell_failure(log, "webhook-not-looked-after", error)
            await self._clock.sleep(pause)

    async def look(self) -> None:
        """Sets it where it is not ours (any more), or where Telegram cannot bring us what it has. Raises TelegramError."""
        if not self._set:
            await self._point_here()
        info = await self._bot.get_webhook_info()
        if info.url != self._hook.address:
            log.warning("webhook-was-changed", set_again=True)
            await self._point_here()
        elif not self._is_stuck(info):
            self._all_is_well()
        else:
            if not self._troubled:
                why = info.last_error_message
                log.warning("webhook-does-not-get-through", waiting=info.pending_update_count, why=why)
            self._troubled = True
            await self._point_here()

    def _is_stuck(self, info: WebhookInfo) -> bool:
        """Something waits at Telegram, and the last attempt to bring it is newer than whatever came through."""
        failed_at = info.last_error_date
        return bool(
            info.pending_update_count and failed_at and failed_at >= self._through_at.replace(microsecond=0)
        )

    def _all_is_well(self) -> None:
        self._through_at = self._clock.now()
        self.heard_at = self._clock.monotonic()
        if self._troubled:
            log.info("webhook-gets-through-again")
        self._troubled = False

    async def _point_here(self) -> None:
        """What waits at Telegram is brought, not dropped."""
        await self._bot.set_webhook(
            self._hook.address,
            secret_token=self._hook.secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=AT_ONCE,
        )
        if not self._set:
            log.info("webhook-set", at=self._hook.host)
        self._set = True
