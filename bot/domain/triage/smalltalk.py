"""Telling 谢谢 and 好的 from something a person wants done."""

from __future__ import annotations

from bot.domain.triage.reading import Reading


def is_small_talk(reading: Reading) -> bool:
    """Whether a text is nothing but greetings, thanks and the like; also one without any letter at all."""
    ends: dict[int, int] = {}
    for role in ("small_talk", "particles"):
        for hit in reading.of(role):
            ends[hit.start] = max(hit.end, ends.get(hit.start, 0))
    plain = reading.plain
    at = 0
    while at < len(plain):
        if at in ends:
            at = ends[at]
        elif plain[at].isalnum():
            return False
        else:
            at += 1
    return bool(reading.of("small_talk")) or not ends
