"""Message keys that are put together at run time."""

from __future__ import annotations

DYNAMIC_KEYS: dict[str, str] = {}
"""Beginning of a key → where its end comes from. Write keys out whole wherever you can: tests find
whole keys that are missing and sentences that nobody uses."""
