"""Keys in, sentences out: Fluent behind one small class.

    words = words_for(member.language, zone).at(now)
    words("case-receipt", no=case.number)         # HTML for a message; every argument is escaped
    words.plain("toast-task-claimed", by=name)    # plain text, for toasts and button labels

Arguments: a `str` is escaped unless it is `Markup` already (what `words(…)` returns is); a number may be
counted (1 day, 2 days) and is written without commas, as an id is, except one called `n` or `count` (1,024);
a bool is "yes" or "no", an enum its value; a datetime or date is spoken as `bot.ui.when` tells; of words in
several languages (a playbook's) the reader's are taken; names in a list stand beside one another as the language
divides them.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, tzinfo
from enum import Enum
from functools import lru_cache

from fluent.runtime.types import FluentType, fluent_number

from bot.ui import when
from bot.ui.bundles import DEFAULT, LANGUAGES, Functions, bundle, pattern_of

__all__ = ["LANGUAGES", "Markup", "Words", "WordsError", "language_of", "words_for"]

strict = False
"""Tests set this: what cannot be said as asked is then an error instead of a second-best sentence."""

_log = logging.getLogger(__name__)
_COUNTED = ("n", "count")
_LONG = 500  # Fluent gives up on a message that holds an argument over 2,500 characters; ours go around it
_HELD = re.compile("\ue000(\\w+)\ue001")


class WordsError(Exception):
    """A key no language says, or arguments its sentence cannot be said with. Raised in tests only."""


class Markup(str):
    """Text that is Telegram HTML already and is not escaped again."""

    __slots__ = ()

    @property
    def plain(self) -> str:
        """The same without its tags, as a toast or a button shows it."""
        return html.unescape(re.sub(r"<[^>]*>", "", self))


class Words:
    """What Linli says in one language, its days and times in one zone."""

    __slots__ = ("language", "now", "zone")

    def __init__(self, language: str, zone: tzinfo, now: datetime | None = None) -> None:
        """`now` is what 今天 and 8 天前 are counted from; a sentence with a moment in it needs one."""
        self.language = language if language in LANGUAGES else DEFAULT
        self.zone = zone
        self.now = now

    def at(self, now: datetime) -> Words:
        """The same words, said at `now`."""
        return Words(self.language, self.zone, now)

    def __call__(self, key: str, **args: object) -> Markup:
        """The sentence of `key` (or `key.attribute`) as Telegram HTML; in zh-CN where there is none."""
        said, problems = self._say(self.language, key, args)
        if problems and strict:
            raise WordsError(f"{self.language} {key}: {'; '.join(problems)}")
        if problems:
            _log.error("cannot say %s in %s: %s", key, self.language, "; ".join(problems))
            fallback, _ = self._say(DEFAULT, key, args)
            return fallback or said or Markup(html.escape(key))
        return said

    def plain(self, key: str, **args: object) -> str:
        """The same as plain text, nothing escaped: for toasts, button labels and files."""
        return self(key, **args).plain

    def listed(self, names: Iterable[str]) -> Markup:
        """Names beside one another, as this language divides them."""
        between = self("names-between")
        return Markup(between.join(one if isinstance(one, Markup) else html.escape(one) for one in names))

    def has(self, key: str) -> bool:
        """Whether `key` can be said at all."""
        return any(pattern_of(bundle(lang, _functions), key) is not None for lang in (self.language, DEFAULT))

    def _say(self, language: str, key: str, args: Mapping[str, object]) -> tuple[Markup, list[str]]:
        made = bundle(language, _functions)
        pattern = pattern_of(made, key)
        if pattern is None:
            return Markup(), ["no such key"]
        problems: list[str] = []
        held: dict[str, str] = {}
        ready = {name: self._argument(name, value, held, problems) for name, value in args.items()}
        said, errors = made.format_pattern(pattern, ready)
        problems += [str(error) for error in errors]
        return Markup(_HELD.sub(lambda found: held.get(found[1], ""), str(said))), problems

    def _argument(self, name: str, value: object, held: dict[str, str], problems: list[str]) -> object:
        """One argument as Fluent takes it."""
        if isinstance(value, Enum):
            value = value.value
        if isinstance(value, Mapping):
            value = value.get(self.language) or value.get(DEFAULT)
        if isinstance(value, list | tuple):
            value = self.listed(value)
        if isinstance(value, date):
            return _Moment(value, self)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int | float):
            return value if name in _COUNTED else fluent_number(value, useGrouping=False)
        if not isinstance(value, str):
            problems.append(f"{name} is {type(value).__name__}")
        text = value if isinstance(value, Markup) else html.escape(str(value))
        if len(text) > _LONG:
            held[name] = text
            return f"\ue000{name}\ue001"
        return str(text)


class _Moment(FluentType):
    """A datetime or date on its way into a sentence; how it reads there is the sentence's choice."""

    def __init__(self, at: date, words: Words) -> None:
        self.at = at
        self.words = words

    def format(self, locale: object = None, form: Callable[..., str] = when.speak) -> str:
        """As `form` of bot.ui.when says it."""
        if self.words.now is None:
            raise ValueError("a moment can only be told from a now: words.at(now)")
        return form(self.at, self.words.now, self.words, self.words.zone)


def _functions() -> Functions:
    """DAY, TIME, AGO and LATE as Fluent calls them."""

    def of(form: Callable[..., str]) -> Callable[..., str]:
        return lambda moment: moment.format(form=form)

    return {name: of(form) for name, form in when.FORMS.items()}


def language_of(code: str | None) -> str:
    """Our language nearest to a Telegram `language_code` (zh-hans, zh-hant, en-GB …); else zh-CN."""
    tag = (code or "").lower().replace("_", "-")
    if tag.startswith("zh") and any(part in tag.split("-") for part in ("hant", "tw", "hk", "mo")):
        return "zh-TW"
    return "en" if tag.split("-")[0] == "en" else DEFAULT


@lru_cache(maxsize=32)
def words_for(language: str, zone: tzinfo) -> Words:
    """The words of `language` in `zone`, made once."""
    return Words(language, zone)
