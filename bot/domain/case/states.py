"""Where a case stands, and how it ended."""

from __future__ import annotations

from enum import StrEnum


class CaseState(StrEnum):
    """Where a case stands."""

    NEW = "new"  # waits for a coordinator to say who does it
    ACCEPTED = "accepted"  # a team has it; nobody goes yet
    WORKING = "working"  # 有人在办
    REFERRED = "referred"  # 已转办: a party must act, with a promised time; one of ours follows up
    PROPOSED = "proposed"  # 等您确认: said to be done, the resident has not said so
    CLOSED = "closed"  # 已结束, see `how`
    DECLINED = "declined"  # 不受理, with reason and who is responsible
    MERGED = "merged"  # went into another case
    WITHDRAWN = "withdrawn"  # 不用办了


class Ending(StrEnum):
    """How a closed case ended."""

    FIXED = "fixed"  # the resident said so
    UNCONFIRMED = "unconfirmed"  # 没等到回复: never counts as solved
    NOT_FIXED = "not_fixed"  # with a reason


OPEN = frozenset(
    {CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED, CaseState.PROPOSED}
)
