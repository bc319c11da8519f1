"""The real demo, as `linli demo` starts it, and windows on it."""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Windows, chromium
from tests.cli.program import Program, read_until


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """The address of a demo of this test's own."""
    with Program(tmp_path).running("demo", "--port", "0", "--no-browser") as process:
        yield read_until(process, "The demo is at").split()[4]
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0


@pytest.fixture
async def windows(demo: str) -> AsyncIterator[Windows]:
    """Windows on that demo; at the end none may have complained."""
    async with chromium() as browser:
        windows = Windows(browser, demo)
        yield windows
    assert windows.complaints == []
