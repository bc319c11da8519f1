"""Where Telegram calls us, if it does: an address nobody can guess, and a word only Telegram says."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from hashlib import blake2b

from bot.config.key import data_key
from bot.config.settings import Settings
from bot.config.versions import root_of


@dataclass(frozen=True, slots=True)
class Hook:
    """`address`: the whole URL, ending in `path`; `secret`: what each call must carry in its header."""

    address: str = field(repr=False)
    path: str = field(repr=False)
    secret: str = field(repr=False)

    @property
    def host(self) -> str:
        """The address as far as it may be shown."""
        return self.address.removesuffix(self.path)


def hook_of(settings: Settings) -> Hook | None:
    """Of WEBHOOK_URL; None where Telegram is asked instead. Raises SettingsError.

    The path, and the secret where WEBHOOK_SECRET is not set, are made from the data key and the bot's number: they
    are as secret as the key, the same in every process and after a restore, and there is no file to lose. They stay
    when the key is changed or the token is.
    """
    if not settings.webhook_url:
        return None
    key, bot = root_of(data_key(settings)), settings.require_token().partition(":")[0]
    path = _made_of(key, f"webhook-path:{bot}")
    given = settings.webhook_secret
    secret = given.get_secret_value() if given else _made_of(key, f"webhook-secret:{bot}")
    return Hook(f"{settings.webhook_url.rstrip('/')}/{path}", path, secret)


def _made_of(key: bytes, purpose: str) -> str:
    """43 characters of A-Z a-z 0-9 _ and -."""
    digest = blake2b(purpose.encode(), key=key, digest_size=32).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
