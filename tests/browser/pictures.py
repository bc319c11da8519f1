"""Makes docs/pictures anew, from the real bot and the demo's page: `python -m tests.browser.pictures`.

The stories and their clock are always the same, so a picture changes only when a card or the page did. Needs Chromium and
the fonts fonts-noto-cjk and fonts-noto-color-emoji. Look at every picture before it is committed.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.cli.demo.cast import read_cast
from bot.cli.demo.seeding import Seeding
from bot.sandbox import http_app, listening
from tests.browser.camera import Camera
from tests.browser.chromium import chromium
from tests.browser.story import STORIES, Story
from tests.town import Town

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


@asynccontextmanager
async def told(folder: Path) -> AsyncIterator[Story]:
    """The demo's people, settled in, on a Wednesday morning at ten; and a camera."""
    with tempfile.TemporaryDirectory() as home:
        town = Town(f"sqlite+aiosqlite:///{home}/linli.db")
        await town.open()
        await Seeding(town.sandbox, town.linli, read_cast()).settle_in()
        await town.settle()
        async with listening(http_app(town.sandbox, on_clock=None)) as url, chromium() as browser:
            yield Story(town, Camera(browser, url, folder))
        await town.close()


async def draw(folder: Path) -> None:
    """Every picture, in the stories' order."""
    for chapters in STORIES:
        async with told(folder) as story:
            for chapter in chapters:
                await chapter(story)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(FOLDER))
