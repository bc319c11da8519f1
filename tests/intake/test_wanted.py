"""Neighbours' talk is not ours: only what is meant for us, or means present danger, gets past this door."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.triage import speaks_to_us
from bot.intake.incoming import Incoming
from bot.intake.wanted import ALLOWED_UPDATES, Wanted, lane_of, person_of
from tests.storage.stores import NOW, PLAYBOOK

BOT = 7_000_000_001
MEI: dict[str, Any] = {"id": 6_100_000_001, "is_bot": False, "first_name": "梅阿姨"}
US: dict[str, Any] = {"id": BOT, "is_bot": True, "first_name": "Linli", "username": "linli_bot"}
GROUP: dict[str, Any] = {"id": -1_001, "type": "supergroup", "title": "邻里群"}
PRIVATE: dict[str, Any] = {"id": MEI["id"], "type": "private", "first_name": "梅阿姨"}


@pytest.fixture
def wanted() -> Wanted:
    """The door, by the shipped playbook."""
    return _door()


def _door() -> Wanted:
    return Wanted(BOT, "linli_bot", lambda text: speaks_to_us(text, PLAYBOOK))


def _said(chat: dict[str, Any] = GROUP, number: int = 1, **content: Any) -> dict[str, Any]:
    message = {
        "message_id": number,
        "date": 1_700_000_000 + 60 * number,
        "chat": chat,
        "from": MEI,
        **content,
    }
    return {"update_id": number, "message": message}


def _ours(**content: Any) -> dict[str, Any]:
    return {"message_id": 9, "date": 1, "chat": GROUP, "from": US, "text": "…", **content}


@pytest.mark.parametrize(
    "content",
    [
        {"text": "今晚谁去打牌"},
        {"text": "电梯又坏了"},
        {"text": "13800000421 是我电话"},
        {"text": "发到 mail@linli.example"},
        {"text": "/report@another_bot 电梯坏了"},
        {"text": "问问 @linli_bo"},
        {"text": "问问 @linli_bot_2 和 me@linli_bot"},
        {"text": "报修找谁"},
        {"text": "他说 /report 就行"},
        {"photo": [{"file_id": "x", "width": 1, "height": 1}]},
        {"photo": [{"file_id": "x", "width": 1, "height": 1}], "caption": "我家的猫"},
        {"voice": {"file_id": "x", "duration": 3}},
        {"sticker": {"file_id": "x"}},
        {"location": {"latitude": 24.5, "longitude": 118.1}},
        {"text": "好的", "reply_to_message": {"from": MEI, "text": "楼下见"}},
        {"text": "好的", "reply_to_message": {"from": {"id": 1, "is_bot": True}, "text": "别的机器人"}},
        {"new_chat_title": "新群名"},
        {"pinned_message": {"from": MEI, "text": "通知"}},
        {"poll": {"id": "1", "question": "几点开会"}},
    ],
)
def test_what_neighbours_say_to_each_other_is_not_kept(wanted: Wanted, content: dict[str, Any]) -> None:
    assert wanted.of([_said(**content)]) == []


@pytest.mark.parametrize(
    "content",
    [
        {"text": "/report 电梯坏了"},
        {"text": "/report@linli_bot 电梯坏了"},
        {"text": "/REPORT@Linli_Bot 电梯坏了"},
        {"text": "@linli_bot 电梯坏了"},
        {"text": "电梯坏了 @Linli_Bot"},
        {"text": "#报修 电梯坏了"},
        {"text": "＃报修 电梯坏了"},
        {"text": "电梯坏了 #報修"},
        {"photo": [{"file_id": "x", "width": 1, "height": 1}], "caption": "#报修 漏水"},
        {"text": "3号楼着火了"},
        {"text": "好的", "reply_to_message": {"from": US, "text": "编号 #1"}},
        {"voice": {"file_id": "x", "duration": 3}, "reply_to_message": {"from": US, "text": "编号 #1"}},
        {"new_chat_members": [US]},
        {"left_chat_member": US},
        {"migrate_to_chat_id": -1_002},
        {"migrate_from_chat_id": -1_002},
        {"group_chat_created": True},
    ],
)
def test_what_is_meant_for_us_and_what_means_danger_is_kept(wanted: Wanted, content: dict[str, Any]) -> None:
    assert len(wanted.of([_said(**content)])) == 1


@pytest.mark.parametrize(
    "update",
    [
        _said(PRIVATE, text="谢谢"),
        _said(PRIVATE, voice={"file_id": "x", "duration": 3}),
        {"update_id": 1, "callback_query": {"id": "1", "from": MEI, "data": "x", "message": _ours()}},
        {"update_id": 1, "my_chat_member": {"chat": GROUP, "from": MEI}},
        {"update_id": 1, "something_telegram_will_invent": {"from": MEI}},
        {"update_id": 1},
    ],
)
def test_what_is_said_in_private_presses_and_changes_are_kept(wanted: Wanted, update: dict[str, Any]) -> None:
    assert wanted.of([update]) == [update]


@pytest.mark.parametrize(
    "kind",
    ["edited_message", "channel_post", "edited_channel_post", "business_message", "message_reaction"],
)
@pytest.mark.parametrize("chat_type", ["group", "supergroup", "channel"])
def test_talk_that_comes_as_another_kind_of_update_is_not_kept_either(
    wanted: Wanted, kind: str, chat_type: str
) -> None:
    """Telegram may still send kinds nobody asked for, from the time before we said what we want."""
    talk = _said({**GROUP, "type": chat_type}, text="今晚谁去打牌 着火")["message"]
    assert wanted.of([{"update_id": 1, kind: talk}]) == []


def test_a_channels_post_is_not_ours(wanted: Wanted) -> None:
    assert wanted.of([_said({"id": -1_003, "type": "channel", "title": "新闻"}, text="/report 着火")]) == []


def _part(number: int, album: str, **content: Any) -> dict[str, Any]:
    photo = [{"file_id": f"f{number}", "width": 1, "height": 1}]
    return _said(number=number, photo=photo, media_group_id=album, **content)


def test_the_parts_of_an_album_go_with_the_part_that_was_meant_for_us(wanted: Wanted) -> None:
    ours = [_part(1, "a"), _part(2, "a", caption="#报修 漏水"), _part(3, "a")]
    theirs = [_part(4, "b"), _part(5, "b", caption="我家的猫")]
    assert wanted.of([*ours, *theirs]) == ours


def test_parts_that_come_later_still_find_their_album(wanted: Wanted) -> None:
    assert wanted.of([_part(1, "a", caption="#报修 漏水")])
    assert wanted.of([_part(2, "b")]) == []
    assert len(wanted.of([_part(3, "a")])) == 1


def test_albums_are_not_remembered_for_ever(wanted: Wanted) -> None:
    wanted.of([_part(1, "first", caption="#报修 漏水")])
    for number in range(300):
        wanted.of([_part(number, f"later {number}", caption="#报修 漏水")])
    assert wanted.of([_part(999, "first")]) == []


def test_the_pieces_of_a_long_report_go_with_its_beginning(wanted: Wanted) -> None:
    start = _said(number=1, text="/report " + "水" * 4088)
    rest = _said(number=2, text="管漏水")
    rest["message"]["date"] = start["message"]["date"] + 1
    chat = _said(number=3, text="今晚谁去打牌")
    assert wanted.of([start, rest, chat]) == [start, rest]


def test_order_is_kept_by_chat_and_in_private_by_person() -> None:
    press = {"id": "1", "from": MEI, "data": "x", "message": {"chat": GROUP, "message_id": 1}}
    assert lane_of(_said(text="x")) == lane_of({"update_id": 2, "callback_query": press}) == "-1001"
    inline = {"id": "1", "from": MEI, "data": "x", "inline_message_id": "z"}
    assert lane_of(_said(PRIVATE, text="x")) == lane_of({"update_id": 2, "callback_query": inline})
    assert lane_of({"update_id": 1, "my_chat_member": {"chat": GROUP, "from": MEI}}) == "-1001"


def test_who_hides_behind_a_group_or_a_bot_is_nobody() -> None:
    assert person_of(_said(text="x")) == MEI
    assert person_of(_said(text="x", sender_chat=GROUP)) is None
    assert person_of({"update_id": 1, "message": {"from": US, "chat": GROUP}}) is None
    assert person_of({"update_id": 1}) is None


_odd: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -5, 10**30, 1.5, "", "x" * 50, [], [1], {}, {"id": []}, {"id": True}]
)
_chat = _odd | st.fixed_dictionaries({}, optional={"id": _odd, "type": _odd | st.just("supergroup")})
_sender = _odd | st.fixed_dictionaries({}, optional={"id": _odd | st.just(7), "is_bot": _odd})
_message = _odd | st.fixed_dictionaries(
    {},
    optional={
        "chat": _chat,
        "from": _sender,
        "sender_chat": _odd,
        "date": _odd | st.just(1_700_000_000),
        "text": _odd | st.just("着火"),
        "caption": _odd,
        "media_group_id": _odd,
        "reply_to_message": _odd | st.fixed_dictionaries({"from": _sender}),
        "data": _odd,
        "message": _odd | st.fixed_dictionaries({"chat": _chat}),
    },
)


@settings(deadline=None)
@given(st.sampled_from([*ALLOWED_UPDATES, "edited_message", "x"]), _message)
def test_no_update_however_broken_stops_those_beside_it(kind: str, content: Any) -> None:
    broken, fine = {"update_id": 5, kind: content}, _said(number=6, text="/report 电梯坏了")
    kept = _door().of([broken, fine])
    assert fine in kept
    for update in kept:
        assert len(Incoming.of(update, NOW, 1.0).lane) <= 32
        person = person_of(update)
        assert person is None or 0 < person["id"] < 2**63
