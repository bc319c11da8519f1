"""How the bot hears of things: getUpdates, or a webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

LONGEST_POLL = 50


async def get_updates(sandbox: Sandbox, params: Params) -> list[Json]:
    """getUpdates: `offset` confirms everything before it; waits at most 50 s."""
    sandbox.updates.allow(params.names("allowed_updates"))
    limit = min(max(params.number("limit", 100), 1), 100)
    wait = min(max(params.number("timeout"), 0), LONGEST_POLL)
    return await sandbox.updates.poll(params.number("offset"), limit, wait)


def set_webhook(sandbox: Sandbox, params: Params) -> bool:
    """setWebhook: plain http is allowed, as a local Bot API server allows it."""
    url = params.text("url")
    if url and not url.startswith(("https://", "http://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not all(letter.isascii() and (letter.isalnum() or letter in "_-") for letter in secret):
        raise bad_request("secret token contains unallowed characters")
    connections = min(max(params.number("max_connections", 40), 1), 100)
    sandbox.updates.allow(params.names("allowed_updates"))
    if params.flag("drop_pending_updates"):
        sandbox.updates.forget()
    settings = sandbox.settings
    if (url, secret, connections) == settings.webhook:
        return True  # it is set already, and what is on its way goes on
    settings.webhook = url, secret, connections
    sandbox.updates.webhook_active = bool(url)
    if url:
        sandbox.updates.end_poll("terminated by setWebhook request")
    sandbox.pusher.point_at(url)
    return True


def delete_webhook(sandbox: Sandbox, params: Params) -> bool:
    """deleteWebhook: getUpdates works again."""
    return set_webhook(sandbox, Params({"drop_pending_updates": params.flag("drop_pending_updates")}))


def get_webhook_info(sandbox: Sandbox, params: Params) -> Json:
    """getWebhookInfo."""
    settings = sandbox.settings
    info: Json = {
        "url": settings.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(sandbox.updates),
    }
    if settings.webhook_url:
        info |= {"max_connections": settings.webhook_connections, "ip_address": "127.0.0.1"}
    if settings.webhook_error:
        info |= {"last_error_date": settings.webhook_error_at, "last_error_message": settings.webhook_error}
    if sandbox.updates.allowed is not None:
        info["allowed_updates"] = sorted(sandbox.updates.allowed)
    return info
