"""Settings, read once from the environment and `.env`. Nobody else reads the environment.

Every problem is one plain line that says what to do and never repeats a value: any value may hold a secret.
"""

from __future__ import annotations

import re
from datetime import time
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
_TOKEN = re.compile(r"\d{5,16}:[A-Za-z0-9_-]{30,60}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_DATABASES = ("sqlite+aiosqlite", "postgresql+asyncpg")
_HOOK_PORTS = (443, 80, 88, 8443)
_HOOK_URL = (
    "must be an https:// address on port 443, 80, 88 or 8443, without a question mark, that Telegram can reach; "
    "leave it out to poll instead"
)
_PROXIES = ("http", "https", "socks4", "socks5", "socks5h")
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """Settings that cannot be used; `problems` holds one clear line each."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


class Settings(BaseSettings):
    """What the outside decides, by the names DESIGN §5 keeps stable. Only `linli run` needs a token."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM
    database_url: str = Field("sqlite+aiosqlite:///data/linli.db", repr=False)
    playbook: str = "heyuan"
    data_key: SecretStr | None = None
    data_key_file: Path | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = 8080
    backup_folder: Path | None = None
    backup_at: time = time(3, 30)
    backup_keep_daily: int = 7
    backup_keep_weekly: int = 4
    backup_keep_monthly: int = 3
    proxy_url: str | None = Field(None, repr=False)
    log_level: str = "INFO"

    @field_validator("*", mode="before")
    @classmethod
    def _without_blanks(cls, value: object) -> object:
        return value.strip() if isinstance(value, str) else value

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is not a bot token; copy the whole line BotFather gave you (123456789:AA…)")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        if not _is_url(value, "http", "https"):
            raise ValueError(f"must be an http:// or https:// address; leave it out to use {TELEGRAM}")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: str) -> str:
        if value.partition("://")[0] not in _DATABASES:
            raise ValueError("must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url(cls, value: str | None) -> str | None:
        if value and (not _is_url(value, "https", "http") or "?" in value or "#" in value):
            raise ValueError(_HOOK_URL)
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("may hold only A-Z a-z 0-9 _ and -, up to 256 of them")
        return value

    @field_validator("http_host")
    @classmethod
    def _host(cls, value: str) -> str:
        try:
            return str(ip_address(value))
        except ValueError:
            raise ValueError("must be an address of this machine: 127.0.0.1, or 0.0.0.0 for all") from None

    @field_validator("http_port", mode="before")
    @classmethod
    def _port(cls, value: object) -> int:
        if not str(value).isdecimal() or int(str(value)) > 65535:
            raise ValueError("must be a number from 0 to 65535")
        return int(str(value))

    @field_validator("backup_at", mode="before")
    @classmethod
    def _time_of_day(cls, value: object) -> time:
        try:
            return value if isinstance(value, time) else time.fromisoformat(str(value)).replace(tzinfo=None)
        except ValueError:
            raise ValueError("must be a time of day: 03:30") from None

    @field_validator("backup_keep_daily", "backup_keep_weekly", "backup_keep_monthly", mode="before")
    @classmethod
    def _count(cls, value: object) -> int:
        if not str(value).isdecimal() or int(str(value)) > 1000:
            raise ValueError("must be a number from 0 to 1000")
        return int(str(value))

    @field_validator("proxy_url")
    @classmethod
    def _proxy(cls, value: str | None) -> str | None:
        if value and not _is_url(value, *_PROXIES, with_port=True):
            raise ValueError("must be an http:// or socks5:// address with a port: socks5://127.0.0.1:1080")
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in _LOG_LEVELS:
            raise ValueError("must be one of " + ", ".join(_LOG_LEVELS))
        return value.upper()

    @model_validator(mode="after")
    def _together(self) -> Settings:
        if self.webhook_url and self.is_telegrams_own and not _calls(self.webhook_url):
            raise ValueError(f"WEBHOOK_URL: {_HOOK_URL}")
        if self.data_key and self.data_key_file:
            raise ValueError("DATA_KEY: set either DATA_KEY or DATA_KEY_FILE, not both")
        return self

    @property
    def is_telegrams_own(self) -> bool:
        """Is it Telegram itself that we speak to, and not a Bot API server of our own?"""
        return self.telegram_api_url == TELEGRAM

    def require_token(self) -> str:
        """The token itself; raises SettingsError when there is none."""
        if self.telegram_bot_token is None:
            raise SettingsError("TELEGRAM_BOT_TOKEN: is not set; ask BotFather for one and put it into .env")
        return self.telegram_bot_token.get_secret_value()

    @property
    def sqlite_file(self) -> Path | None:
        """The file of a SQLite database; None for PostgreSQL and for a database in memory."""
        scheme, _, rest = self.database_url.partition("://")
        name = rest.partition("?")[0].removeprefix("/")
        return Path(name) if scheme.startswith("sqlite") and name not in ("", ":memory:") else None


def _calls(address: str) -> bool:
    """Would Telegram's own servers call there?"""
    parts = urlsplit(address)
    return parts.scheme == "https" and (parts.port or 443) in _HOOK_PORTS


def _is_url(value: str, *schemes: str, with_port: bool = False) -> bool:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in schemes and bool(parts.hostname) and (port is not None or not with_port)


def _line(problem: ErrorDetails) -> str:
    """One problem as "NAME: what to do", without the value."""
    name = "".join(str(part).upper() for part in problem["loc"][:1])
    reason = str(problem.get("ctx", {}).get("error", "cannot be used as it is"))
    return f"{name}: {reason}" if name else reason


def read_settings(env_file: str | Path | None = ".env") -> Settings:
    """The settings of this process, the environment before `env_file`; raises SettingsError."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        problems = [_line(problem) for problem in error.errors(include_url=False)]
    except (OSError, UnicodeDecodeError):
        problems = [f"{env_file}: cannot be read; it must be a UTF-8 text file this user may read"]
    raise SettingsError(*problems)
