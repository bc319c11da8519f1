"""我的资料 as documents: one for people, one for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from bot.ui.i18n import Words

_HOME = ("compound", "building", "unit", "room", "name")
_LOOKED_AT = {"case": "mydata-look-case", "draft": "mydata-look-draft"}


def documents(data: dict[str, Any], words: Words, zone: tzinfo) -> Iterator[tuple[str, bytes]]:
    """Name and content of each."""
    name = words.plain("mydata-file")
    yield f"{name}.txt", "\n".join(_lines(data, words, zone)).encode("utf-8-sig")
    yield f"{name}.json", json.dumps(data, ensure_ascii=False, indent=2, default=str).encode()


def _lines(data: dict[str, Any], words: Words, zone: tzinfo) -> Iterator[str]:
    me, say = data["member"], words.plain
    home = "".join(str(me[part]) for part in ("compound", "building", "unit", "room") if me[part])
    yield say("mydata-title", at=_when(data["at"], zone))
    yield ""
    yield say("mydata-me", name=me["name"], no=str(me["number"]))
    yield say("mydata-home", home=home or "–", phone=me["phone"] or "–", language=me["language"])
    yield say("mydata-hats", roles=me["roles"] or "–")
    for place in me["teams"]:
        yield say("mydata-team", team=place["team"], standing=place["standing"])
    for one in data["consents"]:
        yield say(
            "mydata-consent", at=_when(one["at"], zone), version=str(one["version"]), given=bool(one["given"])
        )
    yield from _section("mydata-homes", list(_homes(data, zone)), words)
    yield from _cases(data, words, zone)
    yield from _section("mydata-drafts", [one["text"] for one in data["drafts"]], words)
    yield from _section("mydata-additions", [one["text"] for one in data["additions"]], words)
    yield from _section("mydata-tasks", [_task(one, zone) for one in data["tasks"]], words)
    yield from _section("mydata-looks", [_look(one, words, zone) for one in data["looks"]], words)
    deeds = [f"{_when(one['at'], zone)}  {one['kind']}  {one['subject']}" for one in data["deeds"]]
    yield from _section("mydata-deeds", deeds, words)
    yield ""
    yield say("mydata-more", count=len(data["messages"]))


def _homes(data: dict[str, Any], zone: tzinfo) -> Iterator[str]:
    """What rosters say of them, and visits to them with what was noted."""
    for home in data["homes"]:
        for one in home["listed"]:
            told = (*(one.get(part) for part in _HOME), *one.get("phones", ()), *one.get("categories", ()))
            yield "  ".join(str(part) for part in (*told, one.get("birth"), one.get("remark")) if part)
        for visit in home["visits"]:
            at = visit.get("outcome_at") or visit["due_at"]
            yield f"{_when(at, zone)}  {visit.get('outcome') or visit['state']}"
            yield from (f"    {note['remark']}" for note in visit["findings"] if note.get("remark"))


def _cases(data: dict[str, Any], words: Words, zone: tzinfo) -> Iterator[str]:
    lines: list[str] = []
    for one in data["cases"]:
        place = "".join(str(one[part]) for part in ("compound", "building", "unit", "room") if one.get(part))
        lines.append(f"#{one['id']}  {_when(one['reported_at'], zone)}  {place}  {one['text']}")
        lines += [f"    + {added['text']}" for added in one["additions"]]
        lines += [words.plain("mydata-remark", name=r["name"], text=r["remark"]) for r in one["remarks"]]
        if one["attachments"]:
            lines.append(words.plain("mydata-attached", count=len(one["attachments"])))
        if one.get("praise") or one.get("stars"):
            lines.append(f"    {'★' * int(one.get('stars') or 0)} {one.get('praise') or ''}")
    yield from _section("mydata-cases", lines, words)


def _section(key: str, lines: list[str], words: Words) -> Iterator[str]:
    if lines:
        yield ""
        yield words.plain(key)
        yield from (f"  {line}" for line in lines)


def _task(one: dict[str, Any], zone: tzinfo) -> str:
    return "  ".join(
        filter(None, (f"T{one['task_id']}", _when(one["at"], zone), str(one["state"]), one.get("remark")))
    )


def _look(one: dict[str, Any], words: Words, zone: tzinfo) -> str:
    kind, _, number = one["subject"].partition(":")
    key = _LOOKED_AT.get(kind, "mydata-look-you")
    who = one["who"] or words.plain("mydata-somebody")
    return words.plain(key, at=_when(one["at"], zone), who=who, no=number)


def _when(at: str, zone: tzinfo) -> str:
    return datetime.fromisoformat(at).astimezone(zone).strftime("%Y-%m-%d %H:%M")
