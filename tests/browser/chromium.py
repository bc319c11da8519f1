"""The system's Chromium, opened on the demo page by somebody who notices every complaint of it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PATIENCE_MS = 20_000
in_chromium = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),  # that of the browser, which is started once a file
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: the demo page was not opened"),
]
expect.set_options(timeout=PATIENCE_MS)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Runs while the block does."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


class Windows:
    """Windows on one demo page; `complaints` is what any of them wrote to its console as an error."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url
        self._open: list[BrowserContext] = []
        self.complaints: list[str] = []

    async def open(self, width: int = 1440, height: int = 900, **more: Any) -> Page:
        """A window of that size, with everybody's chats in it."""
        window = await self._browser.new_context(
            viewport={"width": width, "height": height}, locale="zh-CN", **more
        )
        self._open.append(window)
        page = await window.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        await page.goto(self._url)
        await expect(page.locator(".panel")).to_have_count(5)
        return page

    async def close(self) -> None:
        """All of them."""
        for window in self._open:
            await window.close()
