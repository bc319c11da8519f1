"""Need to know: names, flats, phones and words reach the reporter's and the holder's own chats, and nothing else.

Words that stand nowhere else are planted, whole journeys are run with everything logged, and then all that
left the bot, all that was logged and every byte of the database is searched for them.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.place import Place
from bot.sandbox import Group, Person
from tests.journeys.neighbourhood import all_logged
from tests.journeys.seeing import wait
from tests.storage.test_sealing import database_files
from tests.town import BUILDING, COMPOUND, Town

pytestmark = pytest.mark.about_households  # hashes of a thousand doors hold any five digits

NAME, UNIT, ROOM, PHONE = "金丝雀阿姨", "97", "98764", "13800987654"
WORDS, NEWS = "金丝雀楼道灯不亮", "金丝雀又闪了"
CANARIES = ("金丝雀", ROOM, PHONE, PHONE[-8:], "0098 7654")


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that is logged meanwhile, at the most talkative level."""
    with all_logged() as stream:
        yield stream


class Cast:
    """Who takes part."""

    mei: Person
    chen: Person
    lin: Person
    wang: Person
    building: Group
    team: Group


async def _cast(town: Town) -> Cast:
    cast = Cast()
    cast.mei = await town.resident(NAME, home=Place(COMPOUND, BUILDING, UNIT, ROOM), phone=PHONE)
    cast.chen, cast.lin = await town.volunteer("陈姐"), await town.volunteer("小林")
    cast.wang = await town.coordinator()
    neighbour = await town.resident("阿强")
    cast.building = await town.building_group(cast.mei, neighbour, cast.wang)
    cast.team = await town.team_group(cast.chen, cast.lin, cast.wang)
    return cast


def _outside(town: Town, *allowed: int) -> list[str]:
    """Requests with a canary in them that were not for one of these chats."""
    presses = {press.id: press.person.id for press in town.sandbox.presses.values()}
    found = []
    for request in town.sandbox.requests:
        said = json.dumps(request.params, ensure_ascii=False)
        to = request.params.get("chat_id") or presses.get(str(request.params.get("callback_query_id")))
        if to not in allowed and any(canary in said for canary in CANARIES):
            found.append(f"{request.method} to {to}: {said}")
    return found


def _sees(person: Person) -> list[str]:
    return [c for c in CANARIES for message in person.chat() if message.sender.is_bot and c in message.text]


async def _a_case_from_beginning_to_end(town: Town, cast: Cast) -> None:
    """Claimed, handed back, claimed by another, talked over, done, not solved, done, solved and praised."""
    await cast.chen.presses("认领", in_=cast.team)
    assert _sees(cast.chen), "who goes there reads where that is"
    await cast.chen.presses("我去不了")
    await cast.lin.presses("认领", in_=cast.team)
    await cast.mei.says(NEWS, reply_to=cast.mei.last())
    await cast.lin.presses("办好了")
    await cast.mei.presses("没解决")
    await cast.lin.presses("认领", in_=cast.team)
    await cast.lin.presses("办好了")
    await cast.mei.presses("已解决")
    await wait(town, 3)
    await cast.mei.presses("★★★★★")
    await cast.mei.says("谢谢你们")


async def test_from_a_private_report_to_its_praise_nothing_leaks(
    town: Town, logged: io.StringIO, tmp_path: Path
) -> None:
    cast = await _cast(town)
    await cast.mei.says(f"{WORDS}，{BUILDING}{UNIT}单元{ROOM}，电话{PHONE}")
    await cast.mei.sends("photo", caption=NEWS)
    await cast.mei.presses("提交")
    await _a_case_from_beginning_to_end(town, cast)
    assert _outside(town, cast.mei.id, cast.chen.id, cast.lin.id) == []
    _nothing_stays(cast, logged, tmp_path)


async def test_from_a_report_in_the_group_to_its_praise_nothing_leaks(
    town: Town, logged: io.StringIO, tmp_path: Path
) -> None:
    cast = await _cast(town)
    await cast.mei.says(f"/report {WORDS}，{UNIT}单元{ROOM}，电话{PHONE}", in_=cast.building)
    await _a_case_from_beginning_to_end(town, cast)
    await cast.mei.says("/mine")
    assert _outside(town, cast.mei.id, cast.chen.id, cast.lin.id) == []
    _nothing_stays(cast, logged, tmp_path)


async def test_of_a_sensitive_report_even_less_leaves(
    town: Town, logged: io.StringIO, tmp_path: Path
) -> None:
    cast = await _cast(town)
    await cast.mei.says(f"{WORDS}，还有邻居天天半夜吵架，{UNIT}单元{ROOM}")
    await cast.mei.presses("提交")
    await town.pass_time(hours=5)
    private = [person.id for person in (cast.mei, cast.chen, cast.lin)]
    assert _outside(town, *private) == []
    assert not [m for m in cast.building.messages if m.sender is town.sandbox.bot]
    assert not [c for c in CANARIES if c in logged.getvalue()]


async def test_a_failure_in_the_middle_tells_the_log_nothing(
    town: Town, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A handler that breaks, a card that breaks, an update that cannot be read, Telegram's refusals."""
    cast = await _cast(town)

    async def breaks(*args: object, **named: object) -> None:
        raise ValueError("something is broken")

    monkeypatch.setattr("bot.services.drafts.Draft.add", breaks, raising=False)
    monkeypatch.setattr("handlers.private.take_report", breaks)
    await cast.mei.says(f"{WORDS}，{ROOM}，{PHONE}")
    sender = {"id": cast.mei.id, "is_bot": False, "first_name": NAME}
    chat = {"id": cast.mei.id, "type": "private", "first_name": NAME}
    town.sandbox.queue_raw({"message": {"message_id": 1, "chat": chat, "from": sender, "text": WORDS}})
    await town.settle()
    monkeypatch.undo()
    for kind in ("500", "timeout", "lost", "429", "down"):
        town.sandbox.fault("sendMessage", kind)
        await cast.mei.says(f"{WORDS}，{kind}")
    await town.pass_time(minutes=2)
    assert "update-failed" in logged.getvalue()
    assert not [c for c in CANARIES if c in logged.getvalue()]


def _nothing_stays(cast: Cast, logged: io.StringIO, folder: Path) -> None:
    assert _sees(cast.chen) == [], "what was lent is taken back"
    assert _sees(cast.lin) == []
    assert _sees(cast.wang) == []
    assert not [c for c in CANARIES if c in logged.getvalue()]
    for name, content in database_files(folder).items():
        assert not [c for c in CANARIES if c.encode() in content], name
