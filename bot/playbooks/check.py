"""What types cannot tell about a playbook: names that do not exist, words said twice, parties left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.domain.marks import KINDS
from bot.domain.notice import blanks
from bot.domain.rights import RIGHTS, Verb
from bot.domain.role import Role
from bot.domain.triage.lexicon import unknown_groups
from bot.domain.triage.writing import fold
from bot.playbooks.check_examples import example_mistakes
from bot.playbooks.check_visits import visit_mistakes
from bot.playbooks.lines import Path
from bot.playbooks.mistakes import did_you_mean
from bot.playbooks.sheet import Sheet

Found = Iterator[tuple[Path, str]]


def mistakes_in(sheet: Sheet) -> Found:
    """Every mistake in a sheet whose types are right: where, and in words."""
    yield from _said_twice(sheet)
    yield from _categories(sheet)
    yield from _languages(sheet)
    yield from _dangers(sheet)
    yield from example_mistakes(sheet)
    yield from _parties(sheet)
    yield from _words_twice("category", ((one.key, one.words) for one in sheet.category))
    yield from _words_twice("category", ((one.key, one.hints) for one in sheet.category), "hints")
    yield from _household_words(sheet)
    yield from _words_twice("danger", ((one.key, one.words) for one in sheet.danger))
    yield from _groups(sheet)
    yield from _people(sheet)
    yield from _templates(sheet)
    yield from visit_mistakes(sheet)


def _said_twice(sheet: Sheet) -> Found:
    named = {
        "team": [one.name for one in sheet.team],
        "kind": [one.name for one in sheet.kind],
        "category": [one.key for one in sheet.category],
        "household_category": [one.key for one in sheet.household_category],
        "language": [one.key for one in sheet.language],
        "danger": [one.key for one in sheet.danger],
        "dial": [one.key for one in sheet.dial],
        "party": [one.kind for one in sheet.party],
        "charge": [one.key for one in sheet.charge],
        "rung": [one.key for one in sheet.rung],
        "programme": [one.key for one in sheet.programme],
    }
    for what, names in named.items():
        for position, name in enumerate(names):
            if name in names[:position]:
                yield (what, position), f"there is a {what} “{name}” already"
    known: dict[str, str] = {}
    for position, compound in enumerate(sheet.compound):
        for name in (compound.name, *compound.aliases):
            if fold(name) in known:
                yield ("compound", position), f"“{name}” is already a name of {known[fold(name)]}"
            known.setdefault(fold(name), compound.name)


def _templates(sheet: Sheet) -> Found:
    """The same words fill the blanks of every language, one after the other."""
    for position, one in enumerate(sheet.notice_template):
        asked = blanks(one.text)
        for language, text in one.texts.items():
            if len(theirs := blanks(text)) != len(asked):
                what = f"{len(theirs)} things to fill in, the text has {len(asked)}, which must stand in the same order"
                yield (
                    ("notice_template", position, "texts", language),
                    f"“{one.name}” in {language} has {what}",
                )


def _categories(sheet: Sheet) -> Found:
    teams = [one.name for one in sheet.team]
    kinds = [one.name for one in sheet.kind]
    followers = [one.name for one in sheet.team if one.follow_up]
    keys = [one.key for one in sheet.category]
    for position, one in enumerate(sheet.category):
        at = ("category", position)
        if (one.team is None) == (one.party is None):
            yield at, f"category “{one.key}” must name either a team or a party"
        if one.team is not None and one.follow_up is not None:
            yield (*at, "follow_up"), f"category “{one.key}”: only what a party deals with is followed up"
        yield from _unknown((*at, "team"), f"category “{one.key}”: there is no team", one.team, teams)
        yield from _unknown((*at, "party"), f"category “{one.key}”: there is no kind", one.party, kinds)
        yield from _unknown(
            (*at, "indoors"), f"category “{one.key}”: there is no category", one.indoors, keys
        )
        spoken = [language.key for language in sheet.language]
        what = f"category “{one.key}”: there is no language"
        yield from _unknown((*at, "needs", "language"), what, one.needs.language, spoken)
        what = f"category “{one.key}”: there is no team with follow_up = true named"
        yield from _unknown((*at, "follow_up"), what, one.follow_up, followers)


def _languages(sheet: Sheet) -> Found:
    for position, one in enumerate(sheet.language):
        if one.key in KINDS:
            yield ("language", position, "key"), f"language “{one.key}”: that key means something else"
    yield from _words_twice("language", ((one.key, [one.name, *one.words]) for one in sheet.language))


def _dangers(sheet: Sheet) -> Found:
    categories = [one.key for one in sheet.category]
    kinds = [one.name for one in sheet.kind]
    numbers = [one.key for one in sheet.dial]
    for position, one in enumerate(sheet.danger):
        at = ("danger", position)
        name = f"danger “{one.key}”"
        yield from _unknown((*at, "category"), f"{name}: there is no category", one.category, categories)
        yield from _unknown((*at, "party"), f"{name}: there is no kind", one.party, kinds)
        for number, key in enumerate(one.dial):
            yield from _unknown((*at, "dial", number), f"{name}: there is no dial", key, numbers)


def _parties(sheet: Sheet) -> Found:
    kinds = [one.name for one in sheet.kind]
    for position, party in enumerate(sheet.party):
        yield from _unknown(("party", position, "kind"), "there is no kind", party.kind, kinds)
    for_all = {party.kind for party in sheet.party}
    needed = {one.party for one in sheet.category} | {one.party for one in sheet.danger}
    for position, compound in enumerate(sheet.compound):
        own = {party.kind for party in compound.party}
        for number, party in enumerate(compound.party):
            at = ("compound", position, "party", number, "kind")
            yield from _unknown(at, f"{compound.name}: there is no kind", party.kind, kinds)
        for kind in kinds:
            if kind in needed - for_all - own:
                yield (
                    ("compound", position),
                    f"{compound.name} has no party “{kind}”, nor is there one for all",
                )


def _words_twice(what: str, lists: Iterable[tuple[str, list[str]]], where: str = "words") -> Found:
    known: dict[str, str] = {}
    for position, (key, words) in enumerate(lists):
        for number, word in enumerate(words):
            at = (what, position, where, number)
            if word.startswith("…") or word.endswith("…"):
                yield at, f"the word “{word}”: the dots stand between two words, not at an end"
            if (first := known.setdefault(fold(word), key)) != key:
                yield at, f"the word “{word}” is already one of {what} “{first}”"
            elif word in words[:number]:
                yield at, f"the word “{word}” is said twice"


def _household_words(sheet: Sheet) -> Found:
    """What a roster writes must mean one kind of household: names and words of all languages are told apart."""
    known: dict[str, str] = {}
    for position, one in enumerate(sheet.household_category):
        at: Path = ("household_category", position)
        said: list[tuple[Path, str]] = [((*at, "name"), one.name)]
        said += [((*at, "names", language), name) for language, name in one.names.items()]
        said += [((*at, "words", number), word) for number, word in enumerate(one.words)]
        for path, word in said:
            if (first := known.setdefault(fold(word), one.key)) != one.key:
                yield path, f"the word “{word}” is already one of household_category “{first}”"


def _groups(sheet: Sheet) -> Found:
    places: list[tuple[Path, list[str]]] = [
        *((("category", at, "words"), one.words) for at, one in enumerate(sheet.category)),
        *((("category", at, "hints"), one.hints) for at, one in enumerate(sheet.category)),
        *((("danger", at, "words"), one.words) for at, one in enumerate(sheet.danger)),
        *((("danger", at, "signs"), one.signs) for at, one in enumerate(sheet.danger)),
        *((("danger", at, "asks"), one.asks) for at, one in enumerate(sheet.danger)),
        *((("danger", at, "harmless"), one.harmless) for at, one in enumerate(sheet.danger)),
        *((("cues", name), words) for name, words in sheet.cues.model_dump().items()),
    ]
    for path, words in places:
        for number, word in enumerate(words):
            for group in unknown_groups(word, sheet.groups):
                what = f"the word “{word}”: there is no group “{group}”" + did_you_mean(group, sheet.groups)
                yield (*path, number), what


def _people(sheet: Sheet) -> Found:
    may = RIGHTS[Verb.SECOND]
    for number, role in enumerate(sheet.people.second):
        if role not in may:
            known = ", ".join(may)
            yield ("people", "second", number), f"a {role} cannot be the second person; there is: {known}"
    wards = (Role.BUILDING_HEAD, Role.GRID_WORKER)
    hats: list[Role] = []
    for position, one in enumerate(sheet.charge):
        at = ("charge", position, "role")
        if one.role is not None and one.whole:
            yield (
                at,
                f"charge “{one.key}”: what is held for a whole compound has no role; leave out one of the two",
            )
        elif one.role is not None and one.role not in wards:
            yield at, f"charge “{one.key}”: its role can only be {' or '.join(wards)}"
        elif one.role is not None and one.role in hats:
            yield at, f"charge “{one.key}”: there is a charge for {one.role} already"
        elif one.role is not None:
            hats.append(one.role)


def _unknown(path: Path, what: str, name: str | None, known: list[str]) -> Found:
    if name is not None and name not in known:
        yield path, f"{what} “{name}”" + did_you_mean(name, known)
