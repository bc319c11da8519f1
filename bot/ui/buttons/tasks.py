"""Buttons of task cards, of the private details, and of 请您去."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class ClaimButton(Button):
    """认领."""

    tag = "cl"
    task_id: int


@dataclass(frozen=True)
class UndoClaimButton(Button):
    """撤销, within the minute."""

    tag = "cu"
    task_id: int


@dataclass(frozen=True)
class ReleaseButton(Button):
    """我去不了; or, by a leader, so-and-so cannot go."""

    tag = "cr"
    task_id: int
    member_id: int | None = None


@dataclass(frozen=True)
class DoneButton(Button):
    """办好了."""

    tag = "cd"
    task_id: int


@dataclass(frozen=True)
class DetailsButton(Button):
    """The private details once more."""

    tag = "co"
    task_id: int


@dataclass(frozen=True)
class StoryButton(Button):
    """The resident's words in whole, where the card has only their beginning."""

    tag = "ct"
    task_id: int


@dataclass(frozen=True)
class OpenTaskButton(Button):
    """A task's own card, from a list."""

    tag = "cv"
    task_id: int


@dataclass(frozen=True)
class SlotsButton(Button):
    """So many go."""

    tag = "cs"
    task_id: int
    slots: int


@dataclass(frozen=True)
class WriteButton(Button):
    """给她留言, by the holder."""

    tag = "cm"
    task_id: int


@dataclass(frozen=True)
class WriteToHolderButton(Button):
    """留言, by the reporter, on the receipt."""

    tag = "cw"
    case_id: int


@dataclass(frozen=True)
class ArrivedButton(Button):
    """我到了."""

    tag = "ci"
    task_id: int


@dataclass(frozen=True)
class AskButton(Button):
    """请您去…: opens the list of who could go, at a page."""

    tag = "ca"
    task_id: int
    page: int = 0


@dataclass(frozen=True)
class AskMemberButton(Button):
    """请您去, to this person."""

    tag = "ck"
    task_id: int
    member_id: int


@dataclass(frozen=True)
class AgreeButton(Button):
    """好, by who was asked."""

    tag = "cy"
    task_id: int


@dataclass(frozen=True)
class RefuseButton(Button):
    """去不了, by who was asked."""

    tag = "cn"
    task_id: int
