"""Who decided what about a case, and what went into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import CaseState, Standing
from bot.domain.task import Task
from bot.storage import tables
from bot.storage.bodies import unpack
from bot.storage.machinery import event

_KINDS = ("case_accepted", "case_referred", "case_declined", "case_merged")
PUT_BACK = "case_put_back"
_WAS = "was_"
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Decision:
    """`by_id` None: Linli itself, by the playbook. `before`: how the case stood, where it can be put back.

    `began`, `ended`: numbers of the tasks it made and cancelled. `into`, `joined`: the case it went into, and the
    members who follow that one since then.
    """

    id: int
    kind: str
    at: datetime
    by_id: int | None
    before: Standing | None = None
    began: int | None = None
    ended: tuple[int, ...] = ()
    into: int | None = None
    joined: tuple[int, ...] = ()

    def untouched(self, tasks: Iterable[Task]) -> bool:
        """Has nobody taken on, or been asked to take on, what it began?"""
        return all(task.is_untouched for task in tasks if task.id == self.began)


class Decisions:
    """What happened to cases, from the record."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def last(self, case_id: int | None) -> Decision | None:
        """The last one about that case that was not put back."""
        e = event.c
        rows = await self._session.execute(
            select(e.id, e.kind, e.at, e.by_id, e.detail)
            .where(e.subject == f"case:{case_id}", e.kind.in_((*_KINDS, PUT_BACK)))
            .order_by(e.id.desc())
            .limit(_LOOKED_AT)
        )
        put_back = 0
        for row in rows:
            if row.kind == PUT_BACK:
                put_back += 1
            elif put_back:
                put_back -= 1
            else:
                return _decision(row)
        return None

    async def merged_into(self, case_id: int | None) -> list[int]:
        """The cases that went into that one."""
        rows = await self._session.scalars(
            select(tables.case.c.id).where(tables.case.c.merged_into == case_id).order_by(tables.case.c.id)
        )
        return list(rows)


def remembered(before: Standing | None, began: int | None, ended: Sequence[int]) -> dict[str, Any]:
    """What 撤销 of a decision needs to know, as a detail of its record."""
    if before is None:
        return {}
    was = {f"{_WAS}{name}": value for name, value in asdict(before).items()}
    return {**was, "began": began, "ended": list(ended)}


def _decision(row: Any) -> Decision:
    said = unpack(row.detail or {})
    was = {name.removeprefix(_WAS): value for name, value in said.items() if name.startswith(_WAS)}
    before = Standing(**{**was, "state": CaseState(was["state"])}) if was else None
    ended, joined = tuple(said.get("ended", ())), tuple(said.get("joined", ()))
    return Decision(
        row.id, row.kind, row.at, row.by_id, before, said.get("began"), ended, said.get("into"), joined
    )
