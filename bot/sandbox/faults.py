"""Trouble on demand: what a bot must survive."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal, get_args

from bot.sandbox.refusals import broken_inside, too_many

FaultKind = Literal["429", "500", "lost", "timeout", "down"]
"""429 and 500 answer and do nothing; `lost` does it and the answer never comes; `timeout` does nothing and
the answer never comes; `down` refuses the connection."""


@dataclass
class Fault:
    """The next `times` calls of `method` (or "*") that it hits end as `kind`."""

    method: str
    kind: FaultKind
    times: int
    retry_after: int
    chat_id: int | None
    probability: float

    def refuse(self) -> None:
        """Raise what comes before anything is done; a `lost` call is carried out first."""
        if self.kind == "429":
            raise too_many(self.retry_after)
        if self.kind == "500":
            raise broken_inside()
        if self.kind == "timeout":
            raise TimeoutError("no answer")
        if self.kind == "down":
            raise ConnectionRefusedError("connection refused")


class Faults:
    """The troubles asked for and not yet used up."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._dice = random.Random(0)

    def add(
        self,
        method: str,
        kind: str,
        *,
        times: int,
        retry_after: int,
        chat_id: int | None,
        probability: float = 1.0,
    ) -> None:
        """Ask for trouble; an unknown kind is a ValueError."""
        for known in get_args(FaultKind):
            if kind == known:
                self._waiting.append(Fault(method.lower(), known, times, retry_after, chat_id, probability))
                return
        raise ValueError(f"fault kind {kind!r} is none of {', '.join(get_args(FaultKind))}")

    def clear(self) -> None:
        """No more trouble."""
        self._waiting.clear()

    def strike(self, method: str, chat_id: str) -> Fault | None:
        """The trouble this call meets, if any; it is used up by one."""
        for fault in self._waiting:
            if fault.method not in ("*", method):
                continue
            if fault.chat_id is not None and str(fault.chat_id) != chat_id:
                continue
            if fault.probability < 1 and self._dice.random() >= fault.probability:
                continue
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)
            return fault
        return None
