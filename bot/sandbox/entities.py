"""Entities a bot sends beside its text, checked as Telegram checks them: offsets and lengths count UTF-16 units."""

from __future__ import annotations

from bot.sandbox.detecting import ordered
from bot.sandbox.refusals import Json, bad_request

_FARTHEST = 1_000_000


def check_entities(text: str, entities: list[Json]) -> list[Json]:
    """Those that mark something, outer before inner. Refused where one begins or ends outside of the text or in the
    middle of a symbol; what only crosses another is Telegram's to split, and is kept."""
    for one in entities:
        if not 0 <= one["offset"] <= _FARTHEST:
            raise bad_request(f"receive an entity with incorrect offset {one['offset']}")
        if not 0 <= one["length"] <= _FARTHEST:
            raise bad_request(f"receive an entity with incorrect length {one['length']}")
    marks = ordered([one for one in entities if one["length"]])
    if marks:
        _within(_places(text), marks)
    return marks


def _places(text: str) -> dict[int, int]:
    """Where symbols begin, and the text ends: UTF-16 offset → byte offset."""
    places, units, octets = {}, 0, 0
    for symbol in text:
        places[units] = octets
        units += 2 if ord(symbol) > 0xFFFF else 1
        octets += len(symbol.encode("utf-8", "surrogatepass"))
    places[units] = octets
    return places


def _within(places: dict[int, int], marks: list[Json]) -> None:
    end = max(places)
    for one in marks:
        begins, ends = one["offset"], one["offset"] + one["length"]
        if begins > end:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {begins}")
        if begins not in places:
            at = places[begins + 1]
            raise bad_request(f"entity begins in a middle of a UTF-16 symbol at byte offset {at}")
        if ends > end:
            raise bad_request(
                f"entity beginning at UTF-16 offset {begins} ends after the end of the text at UTF-16 offset {ends}"
            )
        if ends not in places:
            raise bad_request(
                f"entity beginning at UTF-16 offset {begins} ends in a middle of a UTF-16 symbol at byte offset "
                f"{places[ends + 1]}"
            )
