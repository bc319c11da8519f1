"""Buttons of visits: when somebody goes, what came of it, and the call after a missed one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class AskVisitButton(Button):
    """认领, on the team's card: the question when comes in private."""

    tag = "ja"
    visit_id: int


@dataclass(frozen=True)
class VisitTimeButton(Button):
    """At that time: whole minutes since 1970."""

    tag = "jt"
    visit_id: int
    minute: int


@dataclass(frozen=True)
class VisitTimesButton(Button):
    """选时间, 改时间."""

    tag = "jl"
    visit_id: int


@dataclass(frozen=True)
class NoVisitButton(Button):
    """这周去不了, 我去不了."""

    tag = "jn"
    visit_id: int


@dataclass(frozen=True)
class StillVisitButton(Button):
    """是，我去."""

    tag = "js"
    visit_id: int


@dataclass(frozen=True)
class OpenVisitButton(Button):
    """One visit of a list, or its details."""

    tag = "jo"
    visit_id: int


@dataclass(frozen=True)
class MyRoundsButton(Button):
    """我的探访, on another list: one's own below."""

    tag = "jw"


@dataclass(frozen=True)
class RoundsButton(Button):
    """我的探访, at a page."""

    tag = "jm"
    page: int


@dataclass(frozen=True)
class OutcomeButton(Button):
    """见到了, 打电话联系上了, 不想见."""

    tag = "jr"
    visit_id: int
    outcome: str


@dataclass(frozen=True)
class TakeCallButton(Button):
    """我来打."""

    tag = "jc"
    call_id: int


@dataclass(frozen=True)
class EndCallButton(Button):
    """打通了 (1), 我打不了 (0)."""

    tag = "je"
    call_id: int
    reached: int
