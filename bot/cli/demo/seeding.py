"""The invented community comes to be the way a real one does: people press Start, groups are bound."""

from __future__ import annotations

from bot.app import Linli
from bot.cli.demo.cast import Cast
from bot.sandbox import Sandbox


class Seeding:
    """Brings the cast into the stand-in Telegram, then makes them known to the bot."""

    def __init__(self, sandbox: Sandbox, linli: Linli, cast: Cast) -> None:
        self._sandbox = sandbox
        self._linli = linli
        self._cast = cast

    def people_appear(self) -> None:
        """Accounts and groups, as they were before anybody heard of Linli."""

    async def settle_in(self) -> None:
        """Everybody does what they would do in the first week."""
