"""Understanding what people write: danger, category, place, small talk, and what is personal in it."""

from __future__ import annotations

from bot.domain.triage.smalltalk import SmallTalk
from bot.domain.triage.understanding import Understanding, present_danger, speaks_to_us, topic, understand

__all__ = ["SmallTalk", "Understanding", "present_danger", "speaks_to_us", "topic", "understand"]
