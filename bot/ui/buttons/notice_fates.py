"""Buttons beside the groups a notice did not reach."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class NoticeFateButton(Button):
    """What is done about one of them: `act` is again 重发, arrived 已送达, bind 重新绑定 or away 知道了."""

    tag = "nfa"
    notice_id: int
    post_id: int
    act: str
