"""What a bot has told Telegram about itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.refusals import Json


@dataclass
class BotSettings:
    """Command menus by scope and language, menu buttons by chat, and where updates are pushed to."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_connections: int = 40
    webhook_error: str = ""
    webhook_error_at: int = 0

    @property
    def webhook(self) -> tuple[str, str, int]:
        """Where to, with which secret, over how many connections."""
        return self.webhook_url, self.webhook_secret, self.webhook_connections

    @webhook.setter
    def webhook(self, told: tuple[str, str, int]) -> None:
        self.webhook_url, self.webhook_secret, self.webhook_connections = told
        self.webhook_error, self.webhook_error_at = "", 0
