"""我的资料 and 忘记我: a person sees all that is kept on them, and goes without a trace when they wish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.domain.member import Role
from bot.domain.place import Place
from bot.sandbox import Person
from tests.storage.test_sealing import database_files
from tests.town import BUILDING, COMPOUND, Town

NAME, ROOM, PHONE, WORDS = "金丝雀阿姨", "98764", "13800987654", "金丝雀楼道灯不亮"


def _files(town: Town, person: Person) -> dict[str, bytes]:
    """By ending: what was sent to them, as far as it still stands there."""
    found = {}
    for message in person.chat():
        if message.media is not None and message.media.kind == "document" and not message.deleted:
            name = message.media.content["file_name"]
            found[name.rpartition(".")[2]] = town.sandbox.files.find(message.media.file_id).content
    return found


async def _reported(town: Town) -> tuple[Person, Person, Person]:
    """小梅's report, claimed and done by 陈姐 with a remark, looked at by the coordinator."""
    mei = await town.resident(NAME, home=Place(COMPOUND, BUILDING, "2", ROOM), phone=PHONE)
    chen, wang = await town.volunteer("陈姐"), await town.coordinator()
    await town.team_group(chen, wang)
    await mei.says(f"{WORDS}，{BUILDING}2单元{ROOM}")
    await mei.presses("提交")
    return mei, chen, wang


async def _rows(town: Town, table: str) -> list[dict[str, Any]]:
    async with town.linli.database.look() as uow:
        return [dict(row) for row in (await uow.session.execute(text(f'SELECT * FROM "{table}"'))).mappings()]


async def test_somebody_is_sent_all_that_is_kept_on_them_and_who_looked(town: Town) -> None:
    mei, chen, _ = await _reported(town)
    [group] = town.sandbox.groups
    await chen.presses("认领", in_=group)
    await mei.says("/mydata")
    files = _files(town, mei)
    assert set(files) == {"txt", "json"}
    readable, data = files["txt"].decode("utf-8-sig"), json.loads(files["json"])
    for known in (NAME, ROOM, PHONE, WORDS, "陈姐 看过 #1"):
        assert known in readable, known
    assert data["cases"][0]["text"].startswith(WORDS)
    assert [look["who"] for look in data["looks"]] == ["陈姐"]
    assert WORDS in json.dumps(data["messages"], ensure_ascii=False)
    await town.pass_time(hours=48)
    assert _files(town, mei) == {}, "taken away while Telegram still allows it"


async def test_nobody_else_is_in_it(town: Town) -> None:
    await _reported(town)
    lin = await town.resident("小林")
    await lin.says("/mydata")
    whole = b"".join(_files(town, lin).values()).decode("utf-8", "replace")
    assert "金丝雀" not in whole
    assert ROOM not in whole


async def test_forgotten_twice_asked_and_nothing_is_left_of_them(town: Town, tmp_path: Path) -> None:
    mei, *_ = await _reported(town)
    await mei.says("/forgetme")
    await mei.presses("都不用办了")
    await mei.presses("确定忘记")
    assert [m.text for m in mei.chat() if not m.deleted and m.sender.is_bot] == [
        "好，我忘了您。谢谢您来过，保重。想回来随时发 /start。"
    ]
    [member] = [row for row in await _rows(town, "member") if row["id"] == 1]
    assert (member["telegram_id"], member["roles"], member["building"]) == (-1, ",", None)
    async with town.linli.database.look() as uow:
        assert (await uow.members.get(1)).name == "居民 1 号（已离开）"
        case = await uow.cases.get(1)
        assert (case.text, case.room, case.attachments) == ("", None, [])
    assert str(mei.id) not in json.dumps(
        [list(row.values()) for table in ("member", "draft", "dialog") for row in await _rows(town, table)],
        default=str,
    )
    await town.settle()
    wal = database_files(tmp_path)["linli.db-wal"]
    assert len(wal) < 200_000


async def test_an_open_report_goes_on_without_a_name_and_is_emptied_when_it_is_over(town: Town) -> None:
    mei, chen, _ = await _reported(town)
    [group] = town.sandbox.groups
    await mei.says("/forgetme")
    await mei.presses("不留名接着办")
    await mei.presses("确定忘记")
    await chen.presses("认领", in_=group)
    assert chen.sees(WORDS)
    assert not chen.sees(NAME)
    await chen.presses("办好了")
    await town.pass_time(days=9)
    async with town.linli.database.look() as uow:
        case = await uow.cases.get(1)
        assert not case.is_open
        assert case.text == ""


async def test_who_comes_back_is_somebody_new(town: Town) -> None:
    mei, *_ = await _reported(town)
    await mei.says("/forgetme")
    await mei.presses("都不用办了")
    await mei.presses("确定忘记")
    await mei.starts()
    assert mei.sees("先说清楚")
    member = await town.member(mei)
    assert (member.id == 1, member.building, member.phone) == (False, None, None)
    await mei.says("/mine")
    assert not mei.sees(WORDS)


async def test_tasks_in_hand_go_back_to_the_team_and_the_name_on_the_card_is_gone(town: Town) -> None:
    _, chen, _ = await _reported(town)
    [group] = town.sandbox.groups
    await chen.presses("认领", in_=group)
    await chen.says("/forgetme")
    assert chen.sees("手上的 1 件任务先交回队里")
    await chen.presses("忘记我")
    await chen.presses("确定忘记")
    assert not chen.sees(ROOM)
    [card] = [m for m in group.messages if m.sender.is_bot and "T1" in m.text and not m.deleted]
    assert "陈姐" not in card.text


async def test_the_last_who_answers_for_the_community_hands_over_first(town: Town) -> None:
    wang = await town.coordinator()
    await wang.says("/forgetme")
    assert wang.sees("请先用 /invite 请一位接手")
    await town.coordinator("李社工")
    await wang.says("/forgetme")
    await wang.presses("忘记我")
    await wang.presses("先不忘")
    assert Role.COORDINATOR in (await town.member(wang)).roles
    await wang.says("/forgetme")
    await wang.presses("忘记我")
    await wang.presses("确定忘记")
    assert wang.sees("我忘了您")


async def test_what_is_too_old_to_be_deleted_says_so(town: Town) -> None:
    mei, *_ = await _reported(town)
    await town.pass_time(days=3)
    await mei.says("/forgetme")
    await mei.presses("都不用办了")
    await mei.presses("确定忘记")
    left = [m.text for m in mei.chat() if not m.deleted and m.sender.is_bot]
    assert "已收走" in left
    assert not [one for one in left if "金丝雀" in one or ROOM in one]
