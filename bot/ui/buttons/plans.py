"""Buttons of one household's own plans: how often, which day and hour, who goes first, one more."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class PlanListButton(Button):
    """频次时间: the household's plans."""

    tag = "jpl"
    household_id: int


@dataclass(frozen=True)
class PlanButton(Button):
    """One plan; `page`: what is being chosen, 0 nothing yet."""

    tag = "jpp"
    plan_id: int
    page: int


@dataclass(frozen=True)
class PlanSetButton(Button):
    """That: the choice of a page, by its place there."""

    tag = "jps"
    plan_id: int
    page: int
    choice: int


@dataclass(frozen=True)
class PlanAddListButton(Button):
    """加一项: which programme more?"""

    tag = "jpa"
    household_id: int


@dataclass(frozen=True)
class PlanAddButton(Button):
    """That programme, by its place in the playbook."""

    tag = "jpb"
    household_id: int
    programme: int
