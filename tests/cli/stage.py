"""People of a running demo, played through the page's own door."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.cli.conftest import Elsewhere

PATIENCE_S = 15.0


@dataclass
class Stage:
    """Everything by name, as somebody at the page would say it."""

    elsewhere: Elsewhere

    @property
    def names(self) -> list[str]:
        """The people, in the page's order."""
        return [person["name"] for person in self.elsewhere.state()["people"]]

    def texts(self, of: str, in_: str | None = None) -> list[str]:
        """What stands in a chat."""
        state = self.elsewhere.state()
        return [_plain(one) for one in _chat(state, self._number(state, of, in_))]

    def wait_for(self, text: str, *, of: str, in_: str | None = None) -> None:
        """Until a message there holds that text."""
        self.until(lambda: any(text in one for one in self.texts(of, in_)), f"“{text}” for {of}")

    def until(self, happened: Callable[[], bool], what: str) -> None:
        """Waits for it, but not for ever."""
        deadline = time.monotonic() + PATIENCE_S
        while not happened():
            assert time.monotonic() < deadline, f"waited for {what}"
            time.sleep(0.1)

    def says(self, who: str, text: str, *, in_: str | None = None) -> None:
        """Somebody writes."""
        state = self.elsewhere.state()
        person = self._number(state, who, None)
        self.elsewhere.act("say", person=person, chat=self._number(state, who, in_), text=text)

    def count(self, label: str, *, of: str) -> int:
        """How many buttons that begin so somebody has before them, in all their chats."""
        return len(self._buttons(of, label))

    def presses(self, who: str, label: str) -> None:
        """Somebody presses the newest such button of theirs, once it is there."""
        self.until(lambda: bool(self._buttons(who, label)), f"[{label}] for {who}: {self.texts(who)}")
        chat, message, data = self._buttons(who, label)[-1]
        person = self._number(self.elsewhere.state(), who, None)
        self.elsewhere.act("press", person=person, chat=chat, message=message, data=data)

    def _buttons(self, who: str, label: str) -> list[tuple[int, int, str]]:
        state = self.elsewhere.state()
        me = self._number(state, who, None)
        mine = [chat["id"] for chat in state["chats"] if me in chat["members"] or chat["id"] == me]
        found = [
            (one["at"], chat, one["id"], button["data"])
            for chat in mine
            for one in _chat(state, chat)
            for row in one["buttons"]
            for button in row
            if button["text"].startswith(label) and button.get("data")
        ]
        return [(chat, message, data) for _, chat, message, data in sorted(found)]

    def _number(self, state: dict[str, Any], who: str, in_: str | None) -> int:
        if in_ is not None:
            return next(int(chat["id"]) for chat in state["chats"] if chat["title"] == in_)
        return next(int(person["id"]) for person in state["people"] if person["name"] == who)


def _chat(state: dict[str, Any], number: int) -> list[dict[str, Any]]:
    return [one for one in state["messages"].get(str(number), []) if not one["deleted"]]


def _plain(message: dict[str, Any]) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", message["html"] or ""))
