"""The webhook: does Telegram call where we listen, and does it get through."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.cli.checks.finding import Finding, bad, care, good
from bot.clock import Clock
from bot.config import Hook, Settings, hook_of
from bot.config.key import has_key
from bot.wire.meeting import Calls, where_telegram_calls

NOW_S = 15 * 60
"""A call that failed so lately, while updates wait, is why they wait."""
_SIGNS = {
    "403": "another WEBHOOK_SECRET was set; restart `linli run`",
    "404": "nginx must pass the whole path on (deploy/nginx.conf); is DATA_KEY the one `linli run` has?",
    "413": "nginx refuses: client_max_body_size must be 1m or more",
    "502": "nginx answers, Linli does not: does `linli run` run, is HTTP_PORT where nginx looks?",
    "503": "Linli could not keep it: look at its log (disk, database)",
    "504": "Linli did not answer nginx in time: look at its log",
    "SSL": "the certificate: the whole chain, and a name that is WEBHOOK_URL's",
    "ertificate": "the certificate: the whole chain, and a name that is WEBHOOK_URL's",
    "resolve": "the name of WEBHOOK_URL is not known to the world: look at DNS",
}
_ELSE = "from another network: does WEBHOOK_URL answer at all? look at the firewall and at nginx"


async def check_webhook(settings: Settings, clock: Clock) -> list[Finding]:
    """Compares what Telegram knows with WEBHOOK_URL; shows hosts only, for the path is a secret."""
    token = settings.require_token()
    calls = await where_telegram_calls(token, settings.telegram_api_url, settings.proxy_url)
    if calls is None:
        return [care("webhook", "Telegram did not say where it calls", "try again later")]
    if not settings.webhook_url:
        return _asked(calls)
    if not calls.url:
        return [care("webhook", "Telegram does not call yet", "`linli run` tells it WEBHOOK_URL")]
    hook = hook_of(settings) if has_key(settings) else None
    if not _is_ours(calls.url, settings.webhook_url, hook):
        says = f"Telegram calls another address ({_host(calls.url)}) than this Linli's"
        return [
            bad("webhook", says, "restart `linli run`; where another Linli has this token, stop that one")
        ]
    return [gets_through(calls, clock.now())]


def _asked(calls: Calls) -> list[Finding]:
    if not calls.url:
        return [good("webhook", "none; Telegram is asked")]
    says = f"Telegram calls {_host(calls.url)}, but WEBHOOK_URL is not set"
    return [
        care("webhook", says, "the next `linli run` ends that; where another Linli has this token, stop it")
    ]


def _is_ours(url: str, base: str, hook: Hook | None) -> bool:
    return url == hook.address if hook else url.startswith(base.rstrip("/") + "/")


def gets_through(calls: Calls, now: datetime) -> Finding:
    """Whether what Telegram has comes to us, by what it says went wrong the last time."""
    if calls.wrong_at is None or now - calls.wrong_at > timedelta(days=1):
        return good("webhook", f"Telegram calls {_host(calls.url)}; {calls.waiting} updates wait there")
    ago = max(0, int((now - calls.wrong_at).total_seconds()) // 60)
    says = f"a call failed {ago} min ago ({calls.wrong}); {calls.waiting} updates wait at Telegram"
    advice = next((do for sign, do in _SIGNS.items() if sign in calls.wrong), _ELSE)
    if calls.waiting and ago * 60 <= NOW_S:
        return bad("webhook", says, advice)
    return care("webhook", says, f"it gets through again, it seems; else: {advice}")


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
