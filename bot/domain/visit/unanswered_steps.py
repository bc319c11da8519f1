"""The steps when nobody answers the door: who is asked what, and when each is due at the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import IntEnum, StrEnum

from bot.domain.moment import moment_on
from bot.domain.playbook import NoAnswer


class Stage(IntEnum):
    """How far the search has come; it only ever goes on."""

    DOOR = 0  # the holder phones her and listens at the door
    NEIGHBOUR = 1  # the holder asks next door
    FAMILY = 2  # the family is asked where she is
    OFFICE = 3  # the building head looks, a coordinator owns it
    SECOND_KNOCK = 4  # somebody knocks again
    POLICE = 5  # the wording for the police is ready
    WORD = 6  # how was she found?


class Owner(StrEnum):
    """Who has it in hand."""

    HOLDER = "holder"
    FAMILY = "family"
    BUILDING = "building"  # the building head, or the paired helpers; 依次递补
    COORDINATORS = "coordinators"  # all of them, until one presses 我来
    COORDINATOR = "coordinator"  # who pressed 我来


class Ask(StrEnum):
    """What somebody is asked."""

    PHONE_AND_LISTEN = "phone_and_listen"  # 有异常吗 [有异常 → 现在打 110/120] [没有] [电话通了，她没事]
    CALL_RESCUE = "call_rescue"  # 现在打 110/120, with the words ready
    NEIGHBOUR = "neighbour"  # [找到了，平安] [还没找到]
    WHERE_IS_SHE = "where_is_she"  # [知道，她没事] [不知道]
    GO_AND_LOOK = "go_and_look"  # [我马上去] [我去不了]
    TAKE_OVER = "take_over"  # [我来]
    SECOND_KNOCK = "second_knock"
    CALL_POLICE = "call_police"  # with the police wording
    HOW_FOUND = "how_found"


@dataclass(frozen=True, slots=True)
class Step:
    """`owner` is asked at that moment; `also` are asked beside them and own nothing. Never held by quiet hours."""

    owner: Owner
    at: datetime
    asks: Ask
    also: tuple[tuple[Owner, Ask], ...] = ()


class Press(StrEnum):
    """What somebody pressed that does not end the search."""

    ODD = "odd"  # 有异常
    NOTHING_ODD = "nothing_odd"  # 没有
    NOT_FOUND = "not_found"  # 还没找到, 不知道
    COMING = "coming"  # 我马上去
    CANNOT = "cannot"  # 我去不了
    TAKE = "take"  # 我来


class Sign(StrEnum):
    """What is to be heard or smelt at the door, for the words to 110 and 120."""

    WATER = "water"  # 水声
    TV = "tv"  # 电视声
    CRY = "cry"  # 呼救
    SMELL = "smell"  # 异味


@dataclass
class Tried:
    """One thing that was tried, for who comes next and for the police: 电话 2 次、邻居、女儿."""

    stage: Stage
    press: Press
    at: datetime
    by_id: int | None = None
    by_name: str = ""
    id: int | None = None
    unanswered_id: int | None = None


DARK = timedelta(hours=1)
"""The police wording is not ready before so long after the first knock, however late it is in the day."""

_ASKS = {
    Stage.DOOR: Ask.PHONE_AND_LISTEN,
    Stage.NEIGHBOUR: Ask.NEIGHBOUR,
    Stage.FAMILY: Ask.WHERE_IS_SHE,
    Stage.OFFICE: Ask.HOW_FOUND,
    Stage.SECOND_KNOCK: Ask.SECOND_KNOCK,
    Stage.POLICE: Ask.CALL_POLICE,
    Stage.WORD: Ask.HOW_FOUND,
}


def asked_at_stage(stage: Stage) -> Ask:
    """What its owner is asked."""
    return _ASKS[stage]


def due_of(stage: Stage, started_at: datetime, times: NoAnswer, zone: tzinfo) -> datetime:
    """When a stage begins at the latest. Dusk may bring the police's before the second knock."""
    spans = {
        Stage.DOOR: timedelta(),
        Stage.NEIGHBOUR: times.neighbour,
        Stage.FAMILY: times.family,
        Stage.OFFICE: times.building,
        Stage.SECOND_KNOCK: times.second_knock,
    }
    if stage in spans:
        return started_at + spans[stage]
    dusk = moment_on(started_at.astimezone(zone).date(), times.dusk, zone)
    police = min(started_at + times.police, max(dusk, started_at + DARK))
    return police if stage is Stage.POLICE else police + times.building
