"""`linli doctor` says how each thing is and, where something is wrong, in words what to do."""

from __future__ import annotations

import asyncio
import base64
import sqlite3
import time
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.cli.checks.calendar import check_calendar
from bot.cli.checks.finding import Finding, Mark
from bot.cli.checks.people import check_people
from bot.cli.checks.telegram import check_telegram
from bot.cli.checks.webhook import check_webhook, gets_through
from bot.cli.opening import open_database, read_playbook
from bot.clock import Clock
from bot.config import Settings, hook_of
from bot.domain.chat import Chat
from bot.domain.workdays import KNOWN_UNTIL
from bot.playbooks.load import load_playbook
from bot.storage.database import Database
from bot.wire.meeting import Calls
from tests.cli.conftest import NOBODYS_TOKEN, Elsewhere
from tests.cli.program import Outcome, Program

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)


def marks(ended: Outcome) -> dict[str, str]:
    """The mark of each thing looked at (the worst, where there are several lines)."""
    worst: dict[str, str] = {}
    for finding in ended.json:
        worst[finding["about"]] = max(worst.get(finding["about"], "✓"), finding["mark"], key="✓!✗".find)
    return worst


def test_where_all_is_well_it_ends_with_0(reached: Program) -> None:
    assert reached("migrate").code == 0
    ended = reached("doctor", "--json")
    found = marks(ended)
    assert ended.code == 0
    assert {name for name, mark in found.items() if mark == "✓"} >= {
        "settings", "playbook", "zone", "token", "clock", "database", "schema", "key", "groups",
    }  # fmt: skip
    assert found["people"] == "!"
    old = sqlite3.sqlite_version_info < (3, 51, 3)
    assert found["sqlite"] == ("!" if old else "✓")


def test_for_people_each_thing_is_a_line_and_what_to_do_is_below_it(linli: Program) -> None:
    ended = linli("doctor")
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert "✗ token: TELEGRAM_BOT_TOKEN is not set" in lines
    assert lines[lines.index("✗ token: TELEGRAM_BOT_TOKEN is not set") + 1].startswith("  → ask @BotFather")
    assert all(line[0] in "✓!✗ " for line in lines)


def test_it_changes_nothing(linli: Program) -> None:
    linli("doctor")
    assert list(linli.home.iterdir()) == []


def test_no_route_is_told_from_a_bad_token(reached: Program) -> None:
    reached.settings["TELEGRAM_BOT_TOKEN"] = NOBODYS_TOKEN
    refused = next(f for f in reached("doctor", "--json").json if f["about"] == "token")
    assert "does not know this token" in refused["says"]
    reached.settings["TELEGRAM_API_URL"] = "http://127.0.0.1:9"
    unreachable = next(f for f in reached("doctor", "--json").json if f["about"] == "token")
    assert "no route to Telegram" in unreachable["says"]
    assert "PROXY_URL" in unreachable["advice"]
    assert refused["mark"] == unreachable["mark"] == "✗"


def test_a_wrong_setting_and_a_wrong_playbook_are_named(linli: Program) -> None:
    linli.settings["LOG_LEVEL"] = "loud"
    assert marks(linli("doctor", "--json")) == {"settings": "✗"}
    linli.settings |= {"LOG_LEVEL": "INFO", "PLAYBOOK": "atlantis"}
    assert marks(linli("doctor", "--json"))["playbook"] == "✗"


def test_a_newer_schema_and_an_older_one_are_told_apart(linli: Program) -> None:
    linli("migrate")
    with sqlite3.connect(linli.home / "data" / "linli.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert marks(linli("doctor", "--json"))["schema"] == "✗"
    with sqlite3.connect(linli.home / "data" / "linli.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
    assert marks(linli("doctor", "--json"))["schema"] == "!"


def test_a_lost_key_is_named(linli: Program) -> None:
    linli("migrate")
    (linli.home / "data" / "linli.key").unlink()
    assert marks(linli("doctor", "--json"))["key"] == "✗"


def test_a_database_that_cannot_be_opened_is_named(linli: Program) -> None:
    linli("migrate")
    (linli.home / "data" / "linli.db").write_bytes(b"this is no database, " * 1000)
    assert marks(linli("doctor", "--json"))["database"] == "✗"


def test_a_clock_that_is_wrong_is_named(telegram: Elsewhere) -> None:
    settings = Settings(telegram_bot_token=telegram.token, telegram_api_url=telegram.url, _env_file=None)
    clock = Clock()
    clock.move(timedelta(minutes=10))
    _, skewed = asyncio.run(check_telegram(settings, clock))
    assert (skewed.about, skewed.mark) == ("clock", Mark.BAD)
    assert "ahead" in skewed.says


def test_where_the_years_of_holidays_end_it_is_told_in_time() -> None:
    book = load_playbook("heyuan")
    early, late = NOW, datetime.combine(KNOWN_UNTIL, datetime.min.time(), UTC) - timedelta(days=30)
    assert [one.mark for one in check_calendar(book, Clock(early))] == [Mark.GOOD]
    [told] = check_calendar(book, Clock(late))
    assert told.mark is Mark.CARE
    assert "only Saturdays and Sundays" in told.says
    assert "chinesecalendar" in told.advice


def test_groups_that_cannot_be_heard_are_named(linli: Program) -> None:
    async def bind(database: Database) -> None:
        async with database.work() as uow:
            for number, hears in ((-1001, True), (-1002, False)):
                group = Chat(number, f"{-1000 - number}号楼群", hears_all=hears)
                group.bind_building("源昌鑫海湾", "3号楼", None, NOW)
                uow.add(group)
        (deaf,) = [f for f in await check_people(database) if f.about == "groups"]
        assert deaf.mark is Mark.CARE
        assert "2号楼群" in deaf.says
        assert "admin" in deaf.advice

    with_database(linli, bind)


def with_database(linli: Program, does: Callable[[Database], Awaitable[None]]) -> None:
    """On the database of that folder."""
    settings = Settings(database_url=f"sqlite+aiosqlite:///{linli.home / 'linli.db'}", _env_file=None)

    async def go() -> None:
        async with open_database(settings, read_playbook(settings)) as database:
            await does(database)

    asyncio.run(go())


def test_the_proxy_is_looked_at_by_itself(reached: Program) -> None:
    reached.settings["PROXY_URL"] = "socks5://someone:hidden@127.0.0.1:9"
    ended = reached("doctor", "--json")
    assert (marks(ended)["proxy"], marks(ended)["token"]) == ("✗", "✗")
    assert "socks5://127.0.0.1:9" in ended.out
    assert "hidden" not in ended.out


def test_a_webhook_is_compared_with_what_telegram_knows(telegram: Elsewhere) -> None:
    key = base64.b64encode(b"k" * 32).decode()
    own = Settings(
        telegram_bot_token=telegram.token, telegram_api_url=telegram.url, data_key=key, _env_file=None
    )
    called = own.model_copy(update={"webhook_url": "http://127.0.0.1:9/linli"})
    hook = hook_of(called)
    assert hook

    def look(settings: Settings) -> Finding:
        (found,) = asyncio.run(check_webhook(settings, Clock()))
        assert hook.path not in found.says + found.advice
        return found

    def told(url: str) -> None:
        urllib.request.urlopen(f"{telegram.url}/bot{telegram.token}/setWebhook?url={url}").close()

    assert look(own).mark is Mark.GOOD
    assert (look(called).mark, look(called).says) == (Mark.CARE, "Telegram does not call yet")
    told("http://127.0.0.1:9/another-path")
    assert "another address" in look(called).says
    assert "WEBHOOK_URL is not set" in look(own).says
    told(hook.address)
    assert (look(called).mark, look(called).says) == (
        Mark.GOOD,
        "Telegram calls http://127.0.0.1:9; 0 updates wait there",
    )
    telegram.act("say", person=telegram.act("person", name="小梅")["id"], text="听得到吗")
    deadline = time.monotonic() + 10
    while look(called).mark is Mark.GOOD:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    stuck = look(called)
    assert (stuck.mark, "1 updates wait" in stuck.says, "Connection failed" in stuck.says) == (
        Mark.BAD,
        True,
        True,
    )
    told("")


def test_what_telegram_says_of_a_failed_call_leads_to_what_to_do() -> None:
    wrong = "Wrong response from the webhook: 403 Forbidden"
    calls = Calls("https://linli.example/x", 3, wrong, NOW - timedelta(minutes=2))
    found = gets_through(calls, NOW)
    assert (found.mark, "WEBHOOK_SECRET" in found.advice) == (Mark.BAD, True)
    later = gets_through(replace(calls, waiting=0), NOW)
    assert later.mark is Mark.CARE
    assert gets_through(calls, NOW + timedelta(days=2)).mark is Mark.GOOD
