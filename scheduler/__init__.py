"""The clock's tick → one service. APScheduler ticks and knows nothing; due times are columns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.storage.work import UnitOfWork
from scheduler import (
    alarms,
    appointing,
    audit,
    claims,
    drafts,
    fading,
    hello,
    keys,
    kinship,
    notices,
    offers,
    promises,
    results,
    retention,
    rosters,
    service_time,
    telling,
    todo,
    upkeep,
    visits,
)

Due = Callable[[UnitOfWork, datetime], Awaitable[bool | None]]
"""True asks to be called again at once, in a transaction of its own."""

DUE: list[Due] = [
    alarms.page_alarms,
    hello.ask,
    hello.move,
    visits.search,
    visits.watch,
    visits.plan,
    visits.open_due,
    visits.move,
    visits.surge,
    todo.send_todo_lists,
    visits.tell,
    drafts.watch_drafts,
    upkeep.tell,
    service_time.tell,
    offers.wake,
    offers.widen,
    claims.climb,
    claims.refresh,
    results.remind,
    telling.remind,
    kinship.tell,
    promises.watch,
    notices.end,
    notices.close,
    notices.seat,
    notices.week,
    notices.count,
    fading.fade,
    appointing.expire,
    rosters.empty,
    audit.seal,
    keys.learn,
    retention.drop,
    retention.let_go,
]
