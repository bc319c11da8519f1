"""Telling 谢谢 and 好的 from something a person wants done, and each from the other."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.triage.reading import Reading


class SmallTalk(StrEnum):
    """What somebody says who wants nothing done, by the cue its words stand under; the first that is said counts."""

    WHO = "introductions"  # 你是谁, 你会做什么
    THANKS = "thanks"
    FAREWELL = "farewells"
    WISHES = "wishes"  # 新年快乐
    GREETING = "greetings"
    AGREEMENT = "agreements"  # 好的, 知道了
    CHATTER = "chatter"  # 哈哈, 天气真好, a smile


def small_talk_of(reading: Reading) -> SmallTalk | None:
    """What kind of small talk a text is, if it is nothing but that; one without any letter is chatter too."""
    ends: dict[int, int] = {}
    said = [kind for kind in SmallTalk if reading.of(kind)]
    for role in (*said, "particles"):
        for hit in reading.of(role):
            ends[hit.start] = max(hit.end, ends.get(hit.start, 0))
    plain = reading.plain
    at = 0
    while at < len(plain):
        if at in ends:
            at = ends[at]
        elif plain[at].isalnum():
            return None
        else:
            at += 1
    if said:
        return said[0]
    return None if ends else SmallTalk.CHATTER
