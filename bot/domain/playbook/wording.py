"""Words a playbook brings in several languages."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, str]
"""Language → words, as {"zh-CN": "电梯", "zh-TW": "電梯", "en": "Lift"}; zh-CN is always there."""

LANGUAGES = ("zh-CN", "zh-TW", "en")
"""In which Linli speaks."""
DEFAULT_LANGUAGE = LANGUAGES[0]


def in_language(names: Names, language: str) -> str:
    """The words in `language`, or in zh-CN where the playbook has no others."""
    return names.get(language) or names[DEFAULT_LANGUAGE]
