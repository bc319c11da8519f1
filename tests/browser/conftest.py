"""The real demo, as `linli demo` starts it, and windows on it."""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.chromium import Windows, chromium
from tests.cli.program import Program, read_until


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """The address of a demo of this test's own."""
    with Program(tmp_path).running("demo", "--port", "0", "--no-browser") as process:
        yield read_until(process, "The demo is at").split()[4]
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, started once a file."""
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def windows(demo: str, browser: Browser) -> AsyncIterator[Windows]:
    """Windows on that demo; at the end none may have complained."""
    windows = Windows(browser, demo)
    yield windows
    await windows.close()
    assert windows.complaints == []
