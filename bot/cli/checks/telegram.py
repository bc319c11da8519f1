"""Telegram: is there a way to it (through the proxy, if there is one), does it know the token, do our clocks agree."""

from __future__ import annotations

from bot.cli.checks.finding import Finding, bad, care, good
from bot.clock import Clock
from bot.config import Settings
from bot.wire.meeting import Meeting, listens, meet, telegrams_time
from bot.wire.proxy import read_proxy_url

SKEW_S = 5
BAD_SKEW_S = 60


async def check_proxy(settings: Settings) -> list[Finding]:
    """Whether anybody listens there; whether it leads to Telegram, the token's check says."""
    if not settings.proxy_url:
        return []
    url = read_proxy_url(settings.proxy_url)
    where = f"{url.scheme}://{url.host}:{url.explicit_port}"
    if await listens(settings.proxy_url):
        return [good("proxy", f"{where} listens")]
    return [bad("proxy", f"nobody listens at {where}", "start the proxy, or correct PROXY_URL")]


async def check_telegram(settings: Settings, clock: Clock) -> list[Finding]:
    """Asks for the bot's name, and what time it is there."""
    token = settings.telegram_bot_token
    if token is None:
        return [
            bad(
                "token",
                "TELEGRAM_BOT_TOKEN is not set",
                "ask @BotFather for one (/newbot) and put it into .env; `linli demo` works without",
            )
        ]
    meeting = await meet(token.get_secret_value(), settings.telegram_api_url, settings.proxy_url)
    return [_token(meeting, settings), *await _clock(meeting, settings, clock)]


def _token(meeting: Meeting, settings: Settings) -> Finding:
    if meeting.username:
        return good("token", f"Telegram knows this bot: @{meeting.username}")
    if meeting.refused:
        return bad(
            "token",
            "Telegram is reached, but does not know this token",
            "copy the whole line from @BotFather again (/mybots, API Token)",
        )
    way = "PROXY_URL (is the proxy running?)" if settings.proxy_url else "the network, or set PROXY_URL"
    return bad("token", f"no route to Telegram: {meeting.why}", f"the token may be right; check {way}")


async def _clock(meeting: Meeting, settings: Settings, clock: Clock) -> list[Finding]:
    if not meeting.username and not meeting.refused:
        return [care("clock", "cannot be compared while Telegram is out of reach", "try again later")]
    there = await telegrams_time(settings.telegram_api_url, settings.proxy_url)
    if there is None:
        return [care("clock", "Telegram did not say what time it is", "compare with another clock")]
    skew = (clock.now() - there).total_seconds()
    if abs(skew) <= SKEW_S:
        return [good("clock", "agrees with Telegram's")]
    says = f"this machine's clock is {abs(skew):.0f} s {'ahead' if skew > 0 else 'behind'}"
    advice = "switch on time synchronisation (timedatectl set-ntp true)"
    return [(bad if abs(skew) > BAD_SKEW_S else care)("clock", says, advice)]
