"""Settings: read once, refused in words, never shown."""

from __future__ import annotations

import base64
import os
import re
import stat
from pathlib import Path

import pytest

from bot.config import Settings, SettingsError, data_key, hook_of, read_settings
from bot.config.versions import next_version

TOKEN = "7000000001:invented-token-of-nobody-at-all-0001"
KEY = base64.b64encode(b"k" * 32).decode()


@pytest.fixture(autouse=True)
def _only_what_the_test_sets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def from_file(**lines: str) -> Settings:
    Path(".env").write_text("".join(f"{name}={value}\n" for name, value in lines.items()), "utf-8")
    return read_settings()


def problems(**lines: str) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        from_file(**lines)
    return refused.value.problems


def test_without_any_setting_everything_has_its_default() -> None:
    settings = read_settings()
    assert settings.database_url == "sqlite+aiosqlite:///data/linli.db"
    assert settings.sqlite_file == Path("data/linli.db")
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert (settings.playbook, settings.log_level, settings.http_port) == ("heyuan", "INFO", 8080)


def test_the_example_file_can_be_copied_as_it_is() -> None:
    example = Path(__file__).parents[1] / ".env.example"
    Path(".env").write_text(example.read_text("utf-8"), "utf-8")
    assert read_settings() == read_settings(None)


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK", "from the environment")
    assert from_file(PLAYBOOK="from the file").playbook == "from the environment"


def test_only_run_needs_a_token() -> None:
    assert from_file(TELEGRAM_BOT_TOKEN=TOKEN).require_token() == TOKEN
    settings = from_file(TELEGRAM_BOT_TOKEN="")
    with pytest.raises(SettingsError, match="ask BotFather"):
        settings.require_token()


def test_every_problem_is_told_at_once_in_one_line_each() -> None:
    told = problems(TELEGRAM_BOT_TOKEN="abc", HTTP_PORT="eighty", LOG_LEVEL="loud", PROXY_URL="ftp://x:1")
    assert [line.partition(":")[0] for line in told] == [
        "TELEGRAM_BOT_TOKEN",
        "HTTP_PORT",
        "PROXY_URL",
        "LOG_LEVEL",
    ]
    assert all("\n" not in line for line in told)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "secret-canary"),
        ("TELEGRAM_API_URL", "secret-canary"),
        ("TELEGRAM_API_URL", "http://[secret-canary"),
        ("DATABASE_URL", "postgresql://linli:secret-canary@host/linli"),
        ("WEBHOOK_URL", "http://secret-canary"),
        ("WEBHOOK_SECRET", "secret canary"),
        ("PROXY_URL", "socks5://me:secret-canary@host"),
        ("PROXY_URL", "http://me:secret-canary@host:70000"),
        ("HTTP_PORT", "secret-canary"),
        ("HTTP_PORT", "65536"),
        ("HTTP_HOST", "secret-canary"),
        ("WEBHOOK_URL", "https://secret-canary:8080"),
        ("WEBHOOK_URL", "https://secret-canary/hook?a=b"),
        ("LOG_LEVEL", "secret-canary"),
    ],
)
def test_a_refusal_names_the_setting_and_never_shows_its_value(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        from_file(**{name: value})
    (line,) = refused.value.problems
    assert line.startswith(f"{name}: ")
    assert value not in line
    assert "canary" not in str(refused.value)
    assert refused.value.__context__ is None  # a traceback would show it


def test_settings_can_be_printed_without_their_secrets() -> None:
    settings = from_file(
        TELEGRAM_BOT_TOKEN=TOKEN,
        DATABASE_URL="postgresql+asyncpg://linli:canary@host/linli",
        DATA_KEY=KEY,
        WEBHOOK_URL="https://example.org/hook",
        WEBHOOK_SECRET="canary",
        PROXY_URL="http://me:canary@127.0.0.1:7890",
    )
    shown = repr(settings) + str(settings)
    assert not any(secret in shown for secret in (TOKEN, KEY, "canary"))


@pytest.mark.parametrize("url", ["http://127.0.0.1:7890", "socks5://me:word@127.0.0.1:1080"])
def test_a_proxy_may_speak_http_or_socks(url: str) -> None:
    assert from_file(PROXY_URL=url).proxy_url == url


def test_only_one_key_may_be_set() -> None:
    assert problems(DATA_KEY=KEY, DATA_KEY_FILE="key")[0].startswith("DATA_KEY: ")


def test_a_file_that_is_not_text_is_refused_in_words() -> None:
    Path(".env").write_bytes(b"PLAYBOOK=\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings()


def test_the_first_run_makes_a_key_beside_the_database_that_only_its_owner_may_read() -> None:
    key = data_key(read_settings())
    file = Path("data/linli.key")
    assert len(key) == 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir("data") == ["linli.key"]
    assert data_key(read_settings()) == key


def test_a_lost_key_is_said_to_be_lost_and_never_replaced() -> None:
    data_key(read_settings())
    Path("data/linli.key").unlink()
    Path("data/linli.db").write_bytes(b"rows that only the old key can read")
    with pytest.raises(SettingsError, match="is gone"):
        data_key(read_settings())
    assert not Path("data/linli.key").exists()


def test_a_key_may_come_from_the_environment_or_a_file() -> None:
    assert data_key(from_file(DATA_KEY=KEY)) == b"k" * 32
    Path("key").write_text(KEY + "\n")
    assert data_key(from_file(DATA_KEY_FILE="key")) == b"k" * 32


def test_a_key_that_cannot_be_used_is_refused_without_showing_it() -> None:
    with pytest.raises(SettingsError, match="32 bytes") as refused:
        data_key(from_file(DATA_KEY="too-short-canary"))
    assert "canary" not in str(refused.value)
    with pytest.raises(SettingsError, match="cannot be read"):
        data_key(from_file(DATA_KEY_FILE="nowhere"))


def test_postgresql_has_no_folder_for_a_key_so_one_must_be_set() -> None:
    with pytest.raises(SettingsError, match="DATA_KEY: must be set"):
        data_key(from_file(DATABASE_URL="postgresql+asyncpg://linli@host/linli"))


def test_where_telegram_calls_is_made_of_the_key_and_stays_when_the_key_or_the_token_changes() -> None:
    place = {"TELEGRAM_BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://linli.example/bot/"}
    hook = hook_of(from_file(DATA_KEY=KEY, **place))
    assert hook is not None
    assert re.fullmatch(r"https://linli\.example/bot/[A-Za-z0-9_-]{43}", hook.address)
    assert hook.address.endswith(hook.path)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", hook.secret)
    assert hook.secret != hook.path
    rotated = base64.b64encode(next_version(b"k" * 32, b"n" * 32)).decode()
    assert hook_of(from_file(DATA_KEY=f"{rotated},{KEY}", **place)) == hook
    revoked = TOKEN[:-4] + "0002"
    assert hook_of(from_file(DATA_KEY=KEY, **place | {"TELEGRAM_BOT_TOKEN": revoked})) == hook
    others = hook_of(from_file(DATA_KEY=KEY, **place | {"TELEGRAM_BOT_TOKEN": "8" + TOKEN[1:]}))
    assert others
    assert {others.path, others.secret}.isdisjoint({hook.path, hook.secret})
    given = hook_of(from_file(DATA_KEY=KEY, WEBHOOK_SECRET="ours", **place))
    assert given
    assert (given.secret, given.path) == ("ours", hook.path)
    assert hook.path not in repr(hook) + repr(given)
    assert "ours" not in repr(given)


def test_without_an_address_telegram_is_asked() -> None:
    assert hook_of(from_file(TELEGRAM_BOT_TOKEN=TOKEN)) is None


def test_a_server_of_ones_own_may_call_without_encryption_and_on_any_port() -> None:
    own = from_file(WEBHOOK_URL="http://127.0.0.1:8080", TELEGRAM_API_URL="http://127.0.0.1:8081")
    assert own.webhook_url == "http://127.0.0.1:8080"
