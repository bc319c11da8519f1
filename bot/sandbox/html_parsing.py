"""Telegram's HTML, read as Telegram reads it: the same tags, the same complaints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sandbox.refusals import Json, Refused, bad_request

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_MARK = re.compile(r"[<&]")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
_START = re.compile(r"<([^\s>]*)")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([0-9A-Za-z.\-]*)(?=[\s>])))?""")


@dataclass
class OpenTag:
    """A tag that waits for its end."""

    name: str
    argument: str
    offset: int


def utf16_length(text: str) -> int:
    """Telegram counts in UTF-16 units: an emoji outside the first plane is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(html: str) -> tuple[str, list[Json]]:
    """The plain text and its entities; raises Refused with "can't parse entities: …"."""
    return _Parser(html).parse()


class _Parser:
    def __init__(self, html: str) -> None:
        self.html = html
        self.position = 0
        self.parts: list[str] = []
        self.units = 0
        self.open: list[OpenTag] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        while mark := _MARK.search(self.html, self.position):
            self._keep(self.html[self.position : mark.start()])
            self.position = mark.start()
            if mark.group() == "&":
                self._reference()
            elif self.html.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        self._keep(self.html[self.position :])
        if self.open:
            tag = self.open[-1].name
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\""
            )
        return "".join(self.parts), self.entities

    def _keep(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.units += utf16_length(text)

    def _wrong(self, what: str) -> Refused:
        at = len(self.html[: self.position].encode())
        return bad_request(f"can't parse entities: {what.format(at=f'at byte offset {at}')}")

    def _reference(self) -> None:
        text, self.position = _decoded(self.html, self.position)
        self._keep(text)

    def _start_tag(self) -> None:
        found = _START.match(self.html, self.position)
        if found is None or found.end() == len(self.html):
            raise self._wrong("Unclosed start tag {at}")
        name = found.group(1).lower()
        if name not in KINDS:
            raise self._wrong(f'Unsupported start tag "{_braced(name)}" {{at}}')
        end, attributes = self._attributes(found.end(), name)
        argument = _argument(name, attributes)
        if name == "span" and argument != "spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler" {at}')
        self.open.append(OpenTag(name, argument, self.units))
        self.position = end + 1

    def _attributes(self, position: int, tag: str) -> tuple[int, dict[str, str]]:
        attributes: dict[str, str] = {}
        while True:
            while position < len(self.html) and self.html[position].isspace():
                position += 1
            if position >= len(self.html):
                raise self._wrong("Unclosed start tag {at}")
            if self.html[position] == ">":
                return position, attributes
            found = _ATTRIBUTE.match(self.html, position)
            if found is None:
                raise self._wrong(f'Empty attribute name in the tag "{tag}" {{at}}')
            if found.end() < len(self.html) and self.html[found.end()] == "=":
                raise self._wrong("Unclosed start tag {at}")
            value = next((part for part in found.groups()[1:] if part is not None), "")
            attributes[found.group(1)] = unescape(value)
            position = found.end()

    def _end_tag(self) -> None:
        if not self.open:
            raise self._wrong("Unexpected end tag {at}")
        found = _END.match(self.html, self.position)
        if found is None:
            raise self._wrong("Unclosed end tag {at}")
        tag, name = self.open[-1], found.group(1).lower()
        if name and name != tag.name:
            raise self._wrong(
                f'Unmatched end tag {{at}}, expected "</{tag.name}>", found "</{_braced(name)}>"'
            )
        self.open.pop()
        self.position = found.end()
        if self.units > tag.offset:
            self._close(tag)

    def _close(self, tag: OpenTag) -> None:
        entity: Json = {"type": KINDS[tag.name], "offset": tag.offset, "length": self.units - tag.offset}
        if tag.name == "a":
            inside = "".join(self.parts).encode("utf-16-le")[tag.offset * 2 :].decode("utf-16-le")
            link = tag.argument or inside
            if link.startswith("tg://user?id="):
                entity |= {"type": "text_mention", "user_id": int(link[len("tg://user?id=") :] or 0)}
            elif "." in link or "://" in link:
                entity["url"] = link if "://" in link or link.startswith("mailto:") else f"http://{link}"
            else:
                return
        elif tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.argument
        elif tag.name == "blockquote" and tag.argument:
            entity["type"] = "expandable_blockquote"
        self.entities.append(entity)


def unescape(text: str) -> str:
    """`&lt; &gt; &amp; &quot;` and numeric references; all else stays as it is."""
    return _REFERENCE.sub(lambda found: _meaning(found) or found.group(), text)


def _decoded(html: str, position: int) -> tuple[str, int]:
    found = _REFERENCE.match(html, position)
    meaning = _meaning(found) if found else None
    return (meaning, found.end()) if found and meaning else ("&", position + 1)


def _meaning(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return _NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal is not None else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def _argument(tag: str, attributes: dict[str, str]) -> str:
    wanted = {"a": "href", "tg-emoji": "emoji-id", "code": "class", "span": "class"}.get(tag, "")
    if tag == "blockquote":
        return "1" if "expandable" in attributes else ""
    value = attributes.get(wanted, "")
    return value.removeprefix("tg-") if tag == "span" else value


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
