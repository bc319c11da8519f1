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

_TYPED = re.compile(r"^(?:words|menu|command)-.*(?:\n[ \t]+.*)*", re.MULTILINE)
Functions = Mapping[str, Callable[..., Any]]


@cache
def bundle(language: str, functions: Callable[[], Functions]) -> FluentBundle:
    """Everything that can be said in `language`; `functions()` is what its sentences may call."""
    made = FluentBundle([language], functions=dict(functions()), use_isolating=False)
    for file in sorted((LOCALES / language).glob("*.ftl")):
        made.add_resource(FluentResource(file.read_text("utf-8")))
    return made


def typed(language: str, key: str) -> str:
    """What people type, what the keyboard says or what a command does: in a language that is not read for it.

    A language is read in 0.2 s, and these are needed in every one of them, before anybody speaks it. They stand for
    themselves: nothing is put in.
    """
    spoken = _typed(language)
    return str(spoken.format_pattern(spoken.get_message(key).value, {})[0])  # type: ignore[arg-type]


@cache
def _typed(language: str) -> FluentBundle:
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
