"""The sentences of locales/, read once: every file of a language is one Fluent bundle.

They are read from the checkout's top folder: Linli is installed from its checkout (`make setup`), not from
a wheel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.domain.playbook import LANGUAGES as LANGUAGES

DEFAULT = LANGUAGES[0]
LOCALES = Path(__file__).parents[2] / "locales"

_TYPED = re.compile(r"^(?:words|menu)-.*(?:\n[ \t]+.*)*", re.MULTILINE)
Functions = Mapping[str, Callable[..., Any]]


@cache
def bundle(language: str, functions: Callable[[], Functions]) -> FluentBundle:
    """Everything that can be said in `language`; `functions()` is what its sentences may call."""
    made = FluentBundle([language], functions=dict(functions()), use_isolating=False)
    for file in sorted((LOCALES / language).glob("*.ftl")):
        made.add_resource(FluentResource(file.read_text("utf-8")))
    return made


@cache
def typed_words(language: str) -> FluentBundle:
    """Only what people type and the keyboard says: known in every language, before anybody needs the rest of it."""
    made = FluentBundle([language], use_isolating=False)
    for file in sorted((LOCALES / language).glob("*.ftl")):
        made.add_resource(FluentResource("\n".join(_TYPED.findall(file.read_text("utf-8")))))
    return made


def pattern_of(made: FluentBundle, key: str) -> Any | None:
    """What `key` or `key.attribute` stands for; None where the language does not say it."""
    name, _, attribute = key.partition(".")
    if not made.has_message(name):
        return None
    message = made.get_message(name)
    return message.attributes.get(attribute) if attribute else message.value
