"""Neighbours' talk is not ours: only what is meant for us, or means present danger, gets past this door."""

from __future__ import annotations

from typing import Any

import pytest

from bot.intake.wanted import Wanted
from tests.intake.updates import GROUP, MEI, PRIVATE, US, ours, said


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
    assert wanted.of([said(**content)]) == []


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
    assert len(wanted.of([said(**content)])) == 1


@pytest.mark.parametrize(
    "update",
    [
        said(PRIVATE, text="谢谢"),
        said(PRIVATE, voice={"file_id": "x", "duration": 3}),
        {"update_id": 1, "callback_query": {"id": "1", "from": MEI, "data": "x", "message": ours()}},
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
    talk = said({**GROUP, "type": chat_type}, text="今晚谁去打牌 着火")["message"]
    assert wanted.of([{"update_id": 1, kind: talk}]) == []


def test_a_channels_post_is_notours(wanted: Wanted) -> None:
    assert wanted.of([said({"id": -1_003, "type": "channel", "title": "新闻"}, text="/report 着火")]) == []
