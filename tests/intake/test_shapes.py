"""What an update must be so that a handler may read it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.intake.shapes import is_asked_for, is_readable

MEI: dict[str, Any] = {"id": 7, "is_bot": False, "first_name": "梅阿姨"}
CHAT: dict[str, Any] = {"id": -100, "type": "supergroup", "title": "3号楼邻里群"}
SAID: dict[str, Any] = {"message_id": 1, "date": 0, "chat": CHAT, "from": MEI, "text": "你好"}


@pytest.mark.parametrize(
    "message",
    [
        SAID,
        {**SAID, "something_new": [{}]},
        {name: value for name, value in SAID.items() if name != "from"},
        {**SAID, "reply_to_message": {**SAID, "text": "\ud83d"}},
    ],
)
def test_what_we_do_not_read_may_be_anything(message: dict[str, Any]) -> None:
    assert is_readable({"message": message})
    assert is_readable({"callback_query": {"id": "1", "from": MEI, "message": message, "data": "x"}})


@pytest.mark.parametrize(
    "broken",
    [
        {"text": 7},
        {"chat": None},
        {"chat": {**CHAT, "id": [1]}},
        {"chat": {**CHAT, "title": "半个\ud83d"}},
        {"date": "now"},
        {"message_id": 2**70},
        {"from": {**MEI, "first_name": ["梅"]}},
        {"photo": [None]},
        {"reply_to_message": {"text": "没有别的"}},
    ],
)
def test_what_we_read_must_be_as_described_wherever_it_is(broken: dict[str, Any]) -> None:
    assert not is_readable({"message": SAID | broken})
    assert not is_readable({"message": {**SAID, "reply_to_message": SAID | broken}})


def test_other_kinds_were_never_asked_for() -> None:
    assert not is_asked_for({"edited_message": SAID})
