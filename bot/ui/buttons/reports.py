"""Buttons of drafts, receipts and building cards."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class SendDraftButton(Button):
    """提交."""

    tag = "ds"
    draft_id: int


@dataclass(frozen=True)
class InDangerButton(Button):
    """有: somebody is in danger."""

    tag = "dx"
    draft_id: int


@dataclass(frozen=True)
class NoDangerButton(Button):
    """没有: nobody is."""

    tag = "dn"
    draft_id: int


@dataclass(frozen=True)
class CaseInDangerButton(Button):
    """有, of a case that is filed."""

    tag = "xy"
    case_id: int


@dataclass(frozen=True)
class CaseNoDangerButton(Button):
    """没有, of a case that is filed."""

    tag = "xn"
    case_id: int


@dataclass(frozen=True)
class DropDraftButton(Button):
    """取消."""

    tag = "dd"
    draft_id: int


@dataclass(frozen=True)
class RestoreDraftButton(Button):
    """Takes 取消 back."""

    tag = "dr"
    draft_id: int


@dataclass(frozen=True)
class KeepPrivateButton(Button):
    """保密, and back."""

    tag = "dk"
    draft_id: int


@dataclass(frozen=True)
class AddToCaseButton(Button):
    """The draft is news on an open case."""

    tag = "da"
    draft_id: int


@dataclass(frozen=True)
class FileAnswerButton(Button):
    """记到 #12: it answers what was asked."""

    tag = "df"
    draft_id: int


@dataclass(frozen=True)
class OtherMatterButton(Button):
    """另一件事: a report of its own."""

    tag = "dm"
    draft_id: int


@dataclass(frozen=True)
class ChangePlaceButton(Button):
    """改地点: opens a page of the list of places at a compound, -1 for the list of compounds."""

    tag = "dp"
    draft_id: int
    compound: int
    page: int


@dataclass(frozen=True)
class DraftPlaceButton(Button):
    """A place for the draft: the numbers of compound and building in the playbook; -1 building: the whole compound."""

    tag = "dl"
    draft_id: int
    compound: int
    building: int


@dataclass(frozen=True)
class BackToDraftButton(Button):
    """From the list of places back to the preview."""

    tag = "db"
    draft_id: int


@dataclass(frozen=True)
class WithdrawButton(Button):
    """不用办了."""

    tag = "wd"
    case_id: int


@dataclass(frozen=True)
class FollowButton(Button):
    """我也遇到了."""

    tag = "fo"
    case_id: int


@dataclass(frozen=True)
class OpenCaseButton(Button):
    """Shows one of one's own cases."""

    tag = "oc"
    case_id: int


@dataclass(frozen=True)
class DeleteOriginButton(Button):
    """Takes one's own group message with a flat or a phone in it away."""

    tag = "do"
    case_id: int
