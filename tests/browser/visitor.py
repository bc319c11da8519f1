"""Somebody at the demo page who has never seen Linli, and takes one phone after the other in hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

BUILDING_GROUP = "源昌鑫海湾3号楼邻里群"
HELPERS, SQUAD = "爱禾缘志愿者群", "应急突击队群"
LINLI = "Linli 邻里"


@dataclass
class Phone:
    """One person's column of the page."""

    page: Page
    name: str

    @property
    def panel(self) -> Locator:
        """The column."""
        return self.page.locator(f".panel[data-person={self.name}]")

    async def open(self, chat: str) -> None:
        """Brings the phone to the screen where it is not, and one of its chats to the front."""
        switch = self.page.locator("#people").get_by_role("button", name=re.compile(f"^{self.name}"))
        if await switch.is_visible():
            await switch.click()
        await self.panel.get_by_role("tab", name=chat).click()

    async def press(self, label: str) -> None:
        """The newest button of that name."""
        await self.buttons(label).last.click()

    async def sees(self, text: str) -> None:
        """A message of the open chat holds that text, now or soon."""
        await expect(self.messages.filter(has_text=text).last).to_be_visible()

    @property
    def messages(self) -> Locator:
        """Those of the open chat."""
        return self.panel.locator(".message:not(.gone)")

    @property
    def log(self) -> Locator:
        """The open chat as a whole."""
        return self.panel.locator(".log")

    def buttons(self, label: str) -> Locator:
        """Under messages of the open chat."""
        return self.panel.locator(".buttons").get_by_role("button", name=re.compile(f"^{label}$"))

    async def says(self, text: str) -> None:
        """Types it into the open chat and sends it."""
        await self.panel.locator("textarea").fill(text)
        await self.panel.get_by_role("button", name="发送").click()


@dataclass
class Visitor:
    """The page and the five phones on it."""

    page: Page

    def __getitem__(self, name: str) -> Phone:
        return Phone(self.page, name)

    async def ticked(self, steps: int) -> None:
        """So many steps of the guide have happened."""
        await expect(self.page.locator("#guide-steps .ticked")).to_have_count(steps)

    async def walked_through(self) -> None:
        """The guide says that this was all."""
        await expect(self.page.locator("#guide-end")).to_be_visible()
