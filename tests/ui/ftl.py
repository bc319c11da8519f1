"""What the locale files say, read with Fluent's own parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.ui.bundles import LOCALES
from bot.ui.when import FORMS


@dataclass
class Sentence(Visitor):
    """One message or attribute: the variables it needs and the other messages it quotes."""

    file: str
    variables: set[str] = field(default_factory=set)
    moments: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.quotes.add(f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        if node.id.name in FORMS:
            self.moments |= {
                one.id.name for one in node.arguments.positional if isinstance(one, ast.VariableReference)
            }
        self.generic_visit(node)


@dataclass
class Language:
    """Everything one language says, by key or key.attribute."""

    sentences: dict[str, Sentence] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def needs(self, key: str) -> set[str]:
        """The variables of `key`, those of what it quotes included."""
        sentence = self.sentences[key]
        return sentence.variables.union(*(self.needs(quoted) for quoted in sentence.quotes))

    def moments(self, key: str) -> set[str]:
        """Those of its variables that must be a moment."""
        sentence = self.sentences[key]
        return sentence.moments.union(*(self.moments(quoted) for quoted in sentence.quotes))


@cache
def language(name: str) -> Language:
    """All files of locales/`name`."""
    read = Language()
    for file in sorted((LOCALES / name).glob("*.ftl")):
        where = f"{name}/{file.name}"
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Junk):
                read.broken.append(f"{where}: {(entry.content or '').strip()[:80]}")
            elif isinstance(entry, ast.Message):
                for key, pattern in _patterns(entry):
                    if key in read.sentences:
                        read.twice.append(f"{where}: {key}")
                    sentence = Sentence(where)
                    sentence.visit(pattern)
                    read.sentences[key] = sentence
    return read


def _patterns(message: ast.Message) -> Iterator[tuple[str, ast.Pattern]]:
    if message.value:
        yield message.id.name, message.value
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}", attribute.value
