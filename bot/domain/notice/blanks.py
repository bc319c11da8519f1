"""What is still to be filled in of a text from the playbook: {哪天}."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.domain.notice.words import Wording

_BLANK = re.compile(r"\{([^{}\n]{1,20})\}")


def blanks(text: str) -> list[str]:
    """Their names in the order of the text, each once."""
    return list(dict.fromkeys(_BLANK.findall(text)))


def readable(text: str) -> str:
    """With what is still missing as people write it: （哪天）."""
    return _BLANK.sub(r"（\1）", text)


def filled(words: Wording, blank: str, answer: str) -> Wording:
    """With that blank filled in, wherever it stands; a template's text has no format that could move."""
    said = answer.strip().replace("{", "（").replace("}", "）")
    return Wording(words.text.replace(f"{{{blank}}}", said), given=True)


def filled_in_all(texts: Mapping[str, Wording], language: str, blank: str, answer: str) -> dict[str, Wording]:
    """The same in every language: blanks are one another's by their order, which the playbook keeps. What somebody wrote
    themselves is left alone."""
    names = blanks(texts[language].text)
    at, found = names.index(blank), dict(texts)
    for one, words in texts.items():
        theirs = blanks(words.text) if words.given else []
        if len(theirs) == len(names):
            found[one] = filled(words, theirs[at], answer)
    return found
