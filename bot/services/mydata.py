"""我的资料: all that is stored on a person, for that person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.member import Member
from bot.domain.rights import MINE, Verb, must
from bot.storage.personal import PARTS, names_of
from bot.storage.work import UnitOfWork


async def gather(uow: UnitOfWork, member: Member, *, now: datetime) -> dict[str, Any]:
    """Everything, by what it is; JSON can say it. Raises RuleError for who may not."""
    must(member, Verb.OWN_DATA, MINE)
    uow.record("took_own_data", f"member:{member.id}", now=now, by=member.id)
    found: dict[str, Any] = {"at": now.isoformat(), "member": _themself(member)}
    for name, part in PARTS.items():
        found[name] = await part(uow.session, member)
    people = await names_of(uow.session, [one["by_id"] for one in found["looks"] if "by_id" in one])
    for look in found["looks"]:
        who = people.get(look.get("by_id", 0))
        look["who"] = who.name if who else None
        look["roles"] = sorted(who.roles) if who else []
    return found


def _themself(member: Member) -> dict[str, Any]:
    return {
        "number": member.id,
        "telegram_id": member.telegram_id,
        "name": member.name,
        "phone": member.phone,
        "compound": member.compound,
        "building": member.building,
        "unit": member.unit,
        "room": member.room,
        "language": member.language,
        "roles": sorted(member.roles),
        "started_at": member.started_at.isoformat() if member.started_at else None,
        "resting": member.resting,
        "rest_until": member.rest_until.isoformat() if member.rest_until else None,
        "hours": list(member.hours),
        "consented": member.consented,
        "teams": [
            {
                "team": place.team,
                "standing": place.standing.value,
                "leads": place.leads,
                "marks": [
                    {
                        "kind": mark.kind,
                        "at": mark.at.isoformat(),
                        "by_id": mark.by_id,
                        "until": mark.until.isoformat() if mark.until else None,
                    }
                    for mark in place.marks
                ],
            }
            for place in member.teams
        ],
    }
