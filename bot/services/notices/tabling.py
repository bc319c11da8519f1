"""How a notice stands by building, as a file: numbers alone, no names."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.notice import Reached
from bot.domain.place import Place
from bot.rosters.streaming import XlsxStream
from bot.rosters.tables import Say
from bot.services.notices.rights import in_charge
from bot.storage.reached import ReachedQueries
from bot.storage.work import UnitOfWork

COLUMNS = ("homes", "linked", "read", "unread", "family", "door", "going", "silent", "help")


async def send_table(uow: UnitOfWork, notice_id: int, by: Member, say: Say, *, now: datetime) -> None:
    """Every building of it. Raises RuleError for who neither wrote it nor could have sent it."""
    notice = await in_charge(uow, notice_id, by)
    found = await ReachedQueries(uow.session, notice_id).by_building(notice.audience)
    stream = XlsxStream()
    heads = [say("reach-column", column=name) for name in ("compound", "building", *COLUMNS)]
    stream.sheet(say("button-notice-reach"), heads)
    stream.add([_cells(place, found[place], say) for place in sorted(found, key=_order)])
    dedupe = f"reach:{notice_id}:{by.id}:{int(now.timestamp())}"
    name = f"{say('button-notice-reach')} {notice_id}.xlsx"
    uow.send_document(by.telegram_id, name, stream.finish(), dedupe=dedupe, now=now, key="reach-file")
    uow.record("notice_table", f"notice:{notice_id}", now=now, by=by.id)


def _order(place: Place) -> tuple[bool, str, int, str]:
    digits = "".join(one for one in place.building or "" if one.isdigit())
    return place.building is None, place.compound or "", int(digits or 0), place.building or ""


def _cells(place: Place, one: Reached, say: Say) -> list[str]:
    where = [place.compound or "", place.building or say("reach-nowhere")]
    return [*where, *(str(getattr(one, name)) for name in COLUMNS)]
