"""What a message is made of: what nobody sees goes, small talk is told apart, long texts take their share."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.triage import present_danger, topic, understand
from bot.playbooks.load import load_playbook

HEYUAN = load_playbook("heyuan")


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("  电梯坏了\n", "电梯坏了"),
        ("电\u200b梯\u200d坏\ufeff了", "电梯坏了"),
        ("\u202e电梯坏了\u202c\u200f", "电梯坏了"),
        ("电梯\x00坏\x07了", "电梯坏了"),
        ("电梯\ud83d坏了", "电梯坏了"),
        ("灯坏了 👨‍👩‍👧 ❤️‍🔥 👍🏽", "灯坏了 👨‍👩‍👧 ❤️‍🔥 👍🏽"),
        ("一行\r\n两行", "一行\n两行"),
        ("<b>灯</b> & 门", "<b>灯</b> & 门"),
    ],
)
def test_what_nobody_sees_is_taken_out_and_the_rest_kept(written: str, seen: str) -> None:
    assert understand(written, HEYUAN).text == seen


@given(some.text(max_size=300))
def test_any_text_at_all_is_understood_somehow(text: str) -> None:
    understood = understand(text, HEYUAN)
    understood.text.encode("utf-8")
    assert not (understood.report and understood.small_talk)


@pytest.mark.parametrize("text", ["", "   ", "。。。", "👍👍", "\u200b"])
def test_a_message_without_words_is_no_report(text: str) -> None:
    assert not understand(text, HEYUAN).report


def test_hidden_marks_do_not_hide_a_danger() -> None:
    assert present_danger("3号楼着\u200b火\u202e了", HEYUAN) == "fire"
    assert present_danger("着　火　了", HEYUAN) == "fire"


def test_who_deals_with_it_is_a_team_or_a_party_and_never_both() -> None:
    lift = understand("3号楼电梯坏了", HEYUAN)
    assert (lift.category, lift.team, lift.party) == ("lift", None, "物业")
    heavy = understand("帮我搬个冰箱", HEYUAN)
    assert (heavy.category, heavy.team, heavy.party) == ("carry", "退役军人应急突击队", None)


def test_what_speaks_of_two_things_alike_is_left_to_a_person() -> None:
    assert understand("垃圾和电梯", HEYUAN).category is None


def test_a_private_danger_comes_before_every_other() -> None:
    understood = understand("我不想活了，喝了农药", HEYUAN)
    assert (understood.danger, understood.private_only, understood.team) == ("self_harm", True, None)


@pytest.mark.parametrize(
    "text",
    [
        "快看 https://example.org/a 老人晕倒",
        "各位邻居，" + "本周社区活动很多，欢迎参加。" * 20 + "有人晕倒了",
        "救命，这件衣服也太好看了吧我的天哪你们快看看这个链接里面的颜色有没有喜欢的",
    ],
)
def test_a_group_is_not_alarmed_by_links_and_long_texts(text: str) -> None:
    assert present_danger(text, HEYUAN) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("#报修 3号楼电梯坏了", "3号楼电梯坏了"),
        ("#報修 電梯壞了", "電梯壞了"),
        ("＃报修电梯坏了", "电梯坏了"),
        ("大家好 #报修 灯坏了", "大家好 灯坏了"),
        ("#Report the lift is broken", "the lift is broken"),
        ("#报修", ""),
    ],
)
def test_a_report_topic_is_found_and_taken_off(text: str, rest: str) -> None:
    assert topic(text, HEYUAN) == rest


@pytest.mark.parametrize("text", ["报修电梯", "#reporting today", "https://example.org/#report", "#天气"])
def test_other_topics_are_not_ours(text: str) -> None:
    assert topic(text, HEYUAN) is None


@pytest.mark.parametrize(
    "piece",
    [
        "着火了",
        "着火锅",
        "老人摔",
        "没有人",
        "如果有",
        "1",
        "3-2-501 ",
        "三",
        " ",
        "a",
        "a@",
        "孩子",
        "他",
        "电梯里",
        "😂",
        "着 ",
        "的",
        "🔥\u200d",
    ],
)
def test_ten_thousand_characters_take_time_in_proportion(piece: str) -> None:
    short, long = (min(_seconds(piece * (size // len(piece))) for _ in range(3)) for size in (2_500, 10_000))
    assert long < 12 * short


def _seconds(text: str) -> float:
    started = time.process_time()
    understand(text, HEYUAN)
    return time.process_time() - started
