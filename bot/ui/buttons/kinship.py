"""Buttons of family links."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class IAmFamilyButton(Button):
    """我是家属."""

    tag = "kia"


@dataclass(frozen=True)
class TieButton(Button):
    """What they are to the old person."""

    tag = "kib"
    tie: str


@dataclass(frozen=True)
class KinCodeButton(Button):
    """给家人的码."""

    tag = "kic"


@dataclass(frozen=True)
class KinAnswerButton(Button):
    """同意 (1) or 拒绝 (0), by the old person."""

    tag = "kid"
    link_id: int
    agree: int


@dataclass(frozen=True)
class KinShareButton(Button):
    """告诉他 (1) or 不用告诉 (0)."""

    tag = "kie"
    link_id: int
    shares: int


@dataclass(frozen=True)
class KinRecordButton(Button):
    """老人同意 (1; 2: and shares), 老人不同意 (0): said in person."""

    tag = "kif"
    link_id: int
    said: int


@dataclass(frozen=True)
class KinSendListButton(Button):
    """请人去问: whom? A page of the list."""

    tag = "kih"
    link_id: int
    page: int


@dataclass(frozen=True)
class KinSendButton(Button):
    """This person."""

    tag = "kii"
    link_id: int
    member_id: int


@dataclass(frozen=True)
class KinGoButton(Button):
    """好, by who was sent to ask."""

    tag = "kik"
    link_id: int


@dataclass(frozen=True)
class KinBackButton(Button):
    """我去不了, by who was sent."""

    tag = "kij"
    link_id: int


@dataclass(frozen=True)
class KinEndButton(Button):
    """解除."""

    tag = "kig"
    link_id: int
