"""What comes in parts, what lane it is in, who said it, and updates that make no sense at all."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.intake.incoming import Incoming
from bot.intake.wanted import ALLOWED_UPDATES, Wanted, lane_of, person_of
from tests.intake.updates import GROUP, MEI, PRIVATE, US, door, said
from tests.storage.stores import NOW


def _part(number: int, album: str, **content: Any) -> dict[str, Any]:
    photo = [{"file_id": f"f{number}", "width": 1, "height": 1}]
    return said(number=number, photo=photo, media_group_id=album, **content)


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
    start = said(number=1, text="/report " + "水" * 4088)
    rest = said(number=2, text="管漏水")
    rest["message"]["date"] = start["message"]["date"] + 1
    chat = said(number=3, text="今晚谁去打牌")
    assert wanted.of([start, rest, chat]) == [start, rest]


def test_order_is_kept_by_chat_and_in_private_by_person() -> None:
    press = {"id": "1", "from": MEI, "data": "x", "message": {"chat": GROUP, "message_id": 1}}
    assert lane_of(said(text="x")) == lane_of({"update_id": 2, "callback_query": press}) == "-1001"
    inline = {"id": "1", "from": MEI, "data": "x", "inline_message_id": "z"}
    assert lane_of(said(PRIVATE, text="x")) == lane_of({"update_id": 2, "callback_query": inline})
    assert lane_of({"update_id": 1, "my_chat_member": {"chat": GROUP, "from": MEI}}) == "-1001"


def test_who_hides_behind_a_group_or_a_bot_is_nobody() -> None:
    assert person_of(said(text="x")) == MEI
    assert person_of(said(text="x", sender_chat=GROUP)) is None
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


@given(st.sampled_from([*ALLOWED_UPDATES, "edited_message", "x"]), _message)
def test_no_update_however_broken_stops_those_beside_it(kind: str, content: Any) -> None:
    broken, fine = {"update_id": 5, kind: content}, said(number=6, text="/report 电梯坏了")
    kept = door().of([broken, fine])
    assert fine in kept
    for update in kept:
        assert len(Incoming.of(update, NOW, 1.0).lane) <= 32
        person = person_of(update)
        assert person is None or 0 < person["id"] < 2**63
