"""Every danger is heard in every way people cry it out, and in none of the ways they merely speak of it."""

from __future__ import annotations

import re

import pytest

from bot.domain.triage import present_danger
from bot.playbooks.load import load_playbook

HEYUAN = load_playbook("heyuan")

HAPPENINGS = {
    "fire": ["着火", "冒烟", "起火", "失火", "爆炸"],
    "gas": ["煤气味", "燃气泄漏", "煤气泄漏", "瓦斯外洩"],
    "electric": ["触电", "漏电", "觸電"],
    "faint": ["晕倒", "昏迷", "暈倒"],
    "fall": ["摔倒起不来", "跌倒爬不起来"],
    "chest": ["胸口痛", "心梗"],
    "stroke": ["中风", "中風"],
    "drowning": ["溺水", "落水"],
    "lift": ["电梯困人", "電梯困人"],
    "missing": ["走失"],
    "poison": ["喝农药", "喝農藥"],
}
CRIES = [
    "{}",
    "{}了",
    "有人{}了",
    "3号楼{}了",
    "快来，{}",
    "{}怎么办",
    "好像{}了",
    "是不是{}了？",
    "会不会是{}了",
    "救命！{}",
    "刚刚{}了",
    "不好了，{}了",
    "现在{}，在5栋",
    "我家{}了",
    "邻居{}了，求助",
    "真的{}了！",
    "不是演习，{}了",
    "昨天没事，今天{}了",
]
TALK = [
    "没有{}",
    "没有人{}",
    "没{}",
    "并没有{}",
    "不是{}",
    "去年{}过",
    "以前{}过一次",
    "笑死，{}哈哈哈",
    "哈哈哈{}",
    "新闻说{}了",
    "转发：某地{}",
    "看到新闻，外地{}",
    "{}演习",
    "明天{}演练",
    "{}培训通知",
    "如何预防{}",
    "怎么预防{}",
    "小心{}",
    "谨防{}",
    "如果{}怎么办",
    "万一{}怎么办",
    "要是{}了怎么办",
    "差点{}",
    "{}安全知识讲座",
    "电视剧里{}了",
    "梦见{}了",
    "虚惊一场，没有{}",
    "这价格看得我要{}了",
    "累得快{}了",
]
LONG_OVER = ["上周{}了", "昨天{}了", "前几天{}了", "11月22日{}了"]

EACH = [pytest.param(key, word, id=word) for key, words in HAPPENINGS.items() for word in words]


@pytest.mark.parametrize(("key", "word"), EACH)
def test_a_danger_is_heard_however_it_is_cried_out(key: str, word: str) -> None:
    heard = {cry: present_danger(cry.format(word), HEYUAN) for cry in CRIES}
    assert heard == dict.fromkeys(CRIES, key)


@pytest.mark.parametrize(("key", "word"), EACH)
def test_talk_of_a_danger_is_no_danger(key: str, word: str) -> None:
    lasting = key in ("missing", "poison")
    for talk in [*TALK, *([] if lasting else LONG_OVER)]:
        assert present_danger(talk.format(word), HEYUAN) is None, talk


@pytest.mark.parametrize("word", ["走失", "喝农药"])
def test_what_began_yesterday_may_last(word: str) -> None:
    assert present_danger(f"昨天{word}了", HEYUAN)


def test_no_word_of_the_playbook_is_silenced_by_another() -> None:
    """Each danger word by itself, with its gaps and groups filled in, tells of a danger."""
    for danger in HEYUAN.dangers:
        for word in danger.words:
            filled = re.sub(r"\{(\w+)\}", lambda found: HEYUAN.groups[found[1]][-1], word)
            text = filled.replace("…", " " if filled.replace("…", "").isascii() else "突然")
            assert present_danger(text, HEYUAN), (danger.key, word)
