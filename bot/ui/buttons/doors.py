"""Buttons of 敲门没人应: at the door, for whoever is called, and how she was found."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class NobodyOpensButton(Button):
    """敲门没人应, on the details of who stands there."""

    tag = "nda"
    visit_id: int


@dataclass(frozen=True)
class NobodyPhonesButton(Button):
    """没人接, on the call after a missed visit."""

    tag = "ndi"
    call_id: int


@dataclass(frozen=True)
class NotNobodyButton(Button):
    """按错了, within the minute."""

    tag = "ndb"
    search_id: int


@dataclass(frozen=True)
class SearchPressButton(Button):
    """有异常, 没有异常, 还没找到, 不知道, 我马上去, 我去不了, 我来; `stage`: what it was asked about."""

    tag = "ndc"
    search_id: int
    press: str
    stage: int


@dataclass(frozen=True)
class SignButton(Button):
    """水声, 电视声, 呼救, 异味."""

    tag = "ndd"
    search_id: int
    sign: str


@dataclass(frozen=True)
class FoundMenuButton(Button):
    """找到了: how?"""

    tag = "nde"
    search_id: int


@dataclass(frozen=True)
class FoundButton(Button):
    """How she was found."""

    tag = "ndf"
    search_id: int
    found: str


@dataclass(frozen=True)
class SearchCardButton(Button):
    """返回: the card they had."""

    tag = "ndg"
    search_id: int


@dataclass(frozen=True)
class StillMissingButton(Button):
    """还没找到: the word that ended it was a wrong press."""

    tag = "ndh"
    search_id: int
