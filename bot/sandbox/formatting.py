"""Text as it is sent (HTML, or text with entities), as it is kept, and as a page may safely show it."""

from __future__ import annotations

from html import escape

from bot.sandbox.detecting import detect, ordered
from bot.sandbox.entities import check_entities
from bot.sandbox.html_parsing import parse_html, utf16_length
from bot.sandbox.refusals import Json, bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def read_text(raw: str, parse_mode: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text people will see and its marks. Only HTML is understood, which is all this bot writes."""
    mode = parse_mode.lower()
    if mode == "html":
        text, marks = parse_html(raw)
    elif mode in ("", "none"):
        text, marks = raw, check_entities(raw, [dict(entity) for entity in entities])
    else:
        raise bad_request("unsupported parse_mode")
    text, marks = trim(text, marks)
    return text, detect(text, marks)


def read_message(raw: str, parse_mode: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text of a message: never empty, at most 4096 UTF-16 units after parsing."""
    if not raw:
        raise bad_request("message text is empty")
    text, marks = read_text(raw, parse_mode, entities)
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, marks


def read_caption(raw: str, parse_mode: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The caption of a photo or file: at most 1024 UTF-16 units after parsing."""
    text, marks = read_text(raw, parse_mode, entities)
    if utf16_length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return text, marks


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Blank at both ends is dropped, as Telegram does; marks on it shrink or go."""
    kept = text.strip()
    if len(kept) == len(text):
        return text, entities
    start, length = utf16_length(text) - utf16_length(text.lstrip()), utf16_length(kept)
    marks: list[Json] = []
    for entity in entities:
        begin = max(entity["offset"] - start, 0)
        end = min(entity["offset"] + entity["length"] - start, length)
        if end > begin:
            marks.append({**entity, "offset": begin, "length": end - begin})
    return kept, marks


def safe_html(text: str, entities: list[Json]) -> str:
    """HTML that a page may insert as it is: known tags only, all else escaped, lines kept as newlines."""
    if not entities:
        return escape(text)
    units = text.encode("utf-16-le")
    out: list[str] = []
    _render(units, ordered(entities), 0, len(units) // 2, out)
    return "".join(out)


def _render(units: bytes, entities: list[Json], begin: int, end: int, out: list[str]) -> None:
    at = begin
    while entities:
        entity = entities[0]
        start = max(entity["offset"], at)
        stop = min(entity["offset"] + entity["length"], end)
        inner = [e for e in entities[1:] if e["offset"] < stop]
        entities = [e for e in entities[1:] if e["offset"] >= stop]
        opening, closing = _tags(entity, _slice(units, start, stop))
        out += (escape(_slice(units, at, start)), opening)
        _render(units, inner, start, stop, out)
        out.append(closing)
        at = max(at, stop)
    out.append(escape(_slice(units, at, end)))


def _slice(units: bytes, start: int, stop: int) -> str:
    return units[start * 2 : stop * 2].decode("utf-16-le", "replace")


def _tags(entity: Json, inside: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
    if kind == "spoiler":
        return '<span class="tg-spoiler">', "</span>"
    link = {"text_link": entity.get("url", ""), "url": inside, "phone_number": f"tel:{inside}"}.get(kind, "")
    if kind == "url" and "://" not in link:
        link = f"https://{link}"
    if link.startswith(("http://", "https://", "tel:", "tg://")):
        return f'<a href="{escape(link)}" rel="noreferrer noopener" target="_blank">', "</a>"
    return "", ""
