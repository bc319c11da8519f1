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
