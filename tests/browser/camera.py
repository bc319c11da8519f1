"""Pictures of the demo page: single cards as a phone of 360 pixels shows them, and the page as a whole."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Browser, FloatRect, Locator, Page, expect

from tests.browser.small_png import shrink
from tests.browser.visitor import Phone

WIDTH, HEIGHT = 360, 2600
"""So high that no chat has to be scrolled."""
SHARPNESS = 2
AIR = 5
PLAIN = """
    :root { font-family: "Noto Sans CJK SC", "Noto Color Emoji", sans-serif; }
    .tool, .toast { display: none !important; }
    .next { box-shadow: var(--shade) !important; border-color: transparent !important; }
"""
"""What is the page's own and not Telegram's stays out of the pictures of cards."""


class Camera:
    """Takes pictures of a running demo page into a folder."""

    def __init__(self, browser: Browser, url: str, folder: Path) -> None:
        self._browser = browser
        self._url = url
        self._folder = folder

    async def cards(self, name: str, who: str, chat: str, first: str, last: str | None = None) -> None:
        """From the message that says `first` to the one that says `last`, as `who` sees them."""
        page = await self._page(WIDTH, HEIGHT, SHARPNESS)
        phone = Phone(page, who)
        await phone.open(chat)
        top = await _box(phone.messages.filter(has_text=first).last)
        end = await _box(phone.messages.filter(has_text=last or first).last)
        log = await _box(phone.log)
        bottom = end["y"] + end["height"]
        await self._take(page, name, log["x"], top["y"] - AIR, log["width"], bottom - top["y"] + 2 * AIR)

    async def keyboard(self, name: str, who: str) -> None:
        """The four buttons below a private chat."""
        page = await self._page(WIDTH, HEIGHT, SHARPNESS)
        phone = Phone(page, who)
        await phone.open("Linli 邻里")
        keys = await _box(phone.panel.locator(".keys"))
        await self._take(
            page, name, keys["x"] - AIR, keys["y"] - AIR, keys["width"] + 2 * AIR, keys["height"] + 2 * AIR
        )

    async def page(
        self, name: str, open_chats: dict[str, str], *, width: int = 1440, height: int = 1020
    ) -> None:
        """The page on a desk, with these chats open."""
        page = await self._page(width, height, 1)
        for who, chat in open_chats.items():
            await Phone(page, who).open(chat)
        await page.locator("body").click(position={"x": 2, "y": 2})
        await self._take(page, name, 0, 0, width, height)

    async def _page(self, width: int, height: int, sharpness: int) -> Page:
        page = await self._browser.new_page(
            viewport={"width": width, "height": height},
            device_scale_factor=sharpness,
            locale="zh-CN",
            color_scheme="light",
            reduced_motion="reduce",
            bypass_csp=True,
        )
        await page.goto(self._url)
        await page.add_style_tag(content=PLAIN if sharpness > 1 else PLAIN.partition(".next")[0])
        await expect(page.locator(".panel")).to_have_count(5)
        return page

    async def _take(self, page: Page, name: str, x: float, y: float, width: float, height: float) -> None:
        clip = FloatRect(x=x, y=y, width=width, height=height)
        taken = shrink(await page.screenshot(clip=clip))
        (self._folder / f"{name}.png").write_bytes(taken)
        await page.close()


async def _box(place: Locator) -> FloatRect:
    await expect(place).to_be_visible()
    box = await place.bounding_box()
    assert box is not None
    return box
