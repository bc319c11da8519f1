"""What our bot is called: Telegram knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.config import Settings


async def bot_name(settings: Settings) -> tuple[str | None, str]:
    """The bot's name, or None and why it is not known. Raises Stop for a token Telegram does not know."""
    from bot.wire.meeting import meet

    if settings.telegram_bot_token is None:
        return None, "TELEGRAM_BOT_TOKEN is not set"
    token = settings.telegram_bot_token.get_secret_value()
    meeting = await meet(token, settings.telegram_api_url, settings.proxy_url)
    if meeting.refused:
        raise Stop(
            "TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it again from BotFather",
            code=BAD_SETTINGS,
        )
    return meeting.username, f"Telegram cannot be reached ({meeting.why})"
