"""The rules by which a danger word tells of no present danger: each looks at the small words around it.

They lean one way: a danger that is missed is worse than one that is not there, so a rule holds only where its
words stand near the danger word, and what says "now" or calls for help overrules most of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.playbook import Danger
from bot.domain.triage.lexicon import Hit, Span
from bot.domain.triage.reading import Reading

_DATE = re.compile(r"\d{1,2}月\d{1,2}[日号]|(?:19|20)\d{2}年")
_ASKED = re.compile(r"(?:[吗么嘛吧][啊呀]?|\?)\W*$")
_DONE = "过"
_NOT_DONE = ("过去", "过来")
_HAPPENED = "了"
_HEADER = 12
_NEAR = 12
_FAR = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A danger word where it stands: the text, the word, its clause and its sentence."""

    reading: Reading
    danger: Danger
    hit: Hit
    clause: Span
    sentence: Span

    @property
    def start(self) -> int:
        """Where the last piece of the word starts: what happens, rather than to whom."""
        return self.hit.spans[-1][0]

    @property
    def end(self) -> int:
        return self.hit.end

    def before(self, role: str) -> bool:
        """Whether the clause has a word of the role before the danger word."""
        return self.reading.has(role, self.clause[0], self.start)

    def around(self, role: str) -> bool:
        """Whether the clause has a word of the role, apart from the danger word itself."""
        return self.before(role) or self.reading.has(role, self.end, self.clause[1])


def harmless(spot: Spot) -> bool:
    """It is part of a phrase that means something else: 落水管, 火灾保险; 手机…掉 but not 孩子拿着手机掉."""
    reading, (start, end) = spot.reading, spot.sentence
    for other in reading.within("harmless", start, end):
        if other.meaning.key == spot.danger.key and other.touches(spot.hit):
            about_it = any(a < other.spans[0][1] and other.spans[0][0] < b for a, b in spot.hit.spans)
            if about_it or not reading.has("somebody", spot.clause[0], other.spans[-1][0]):
                return True
    return False


def denied(spot: Spot) -> bool:
    """没有着火, 不是煤气味: a negation right before it, or with fillers between. 你们没闻到煤气味吗 asks."""
    for start, _ in spot.hit.spans:
        if _negated(spot.reading, start, spot.reading.clause(start, start)[0]):
            clause = spot.reading.plain[spot.clause[0] : spot.clause[1] + 1]
            asks = _ASKED.search(clause) and (spot.before("perceiving") or spot.before("wondering"))
            return not asks
    return False


def past(spot: Spot) -> bool:
    """上周着火了, 晕倒过: it happened then, whatever is asked of 上次晕倒的阿姨 now.

    What lasts, as a missing person, is past only when long ago.
    """
    reading, after = spot.reading, spot.reading.plain[spot.end : spot.end + 2]
    known_by = next(reading.within("known_by", spot.end, spot.end + 3), None)
    if known_by and known_by.start == spot.end and (spot.before("past") or spot.before("long_ago")):
        return True
    if spot.danger.private_only:
        return False
    if after.startswith(_DONE) and after not in _NOT_DONE:
        return True
    if spot.around("present") or spot.around("calls"):
        return False
    if spot.around("long_ago") or _clause_before_is(spot, "long_ago"):
        return True
    if spot.danger.lasting:
        return False
    dated = _DATE.search(reading.plain, spot.clause[0], spot.clause[1])
    return bool(dated) or spot.around("past") or _clause_before_is(spot, "past")


def joke(spot: Spot) -> bool:
    """哈哈 and 笑死; 累得快晕倒了, this of oneself only."""
    reading = spot.reading
    calls = reading.has("calls", spot.sentence[0], spot.sentence[1])
    short = len(reading.plain) <= _FAR
    where = (0, len(reading.plain)) if short else spot.sentence
    if reading.has("laughs", *where):
        return not calls
    degree = next(reading.within("degrees", spot.clause[0], spot.start), None)
    if degree is None or calls or spot.before("somebody"):
        return False
    return reading.has("nearly", degree.end, spot.start) or reading.has("grins", *where)


def told(spot: Spot) -> bool:
    """新闻说…, 转发：…: heard of or read, not seen here. A later sentence that says "now" is news no more.

    A short text about a film, a song or a game is told too, wherever it says so: 女主被家暴，那部剧看得我好气.
    """
    reading = spot.reading
    if len(reading.plain) <= _FAR and reading.of("fiction") and not _is_now(spot):
        return True
    return _from_elsewhere(spot, "hearsay")


def taught(spot: Spot) -> bool:
    """演习, 讲座, 温馨提示: practice and teaching. 不是演习，真的着火了 is neither."""
    if spot.reading.has("really", spot.clause[0], spot.clause[1]):
        return False
    return spot.reading.has("drills", spot.end, spot.sentence[1]) or _from_elsewhere(spot, "drills")


def supposed(spot: Spot) -> bool:
    """如果…, 小心…, 如何预防…, 隐患: it might be, and is not."""
    reading = spot.reading
    happened = reading.plain[spot.end : spot.end + 1] == _HAPPENED
    near = max(spot.clause[0], spot.start - _NEAR)
    if reading.has("cautions", near, spot.start) or reading.has("conditions", spot.sentence[0], spot.start):
        return True
    if not happened and spot.before("wondering"):
        return True
    return spot.before("how_to") or reading.has("risks", spot.end, min(spot.clause[1], spot.end + _NEAR))


def over(spot: Spot) -> bool:
    """…已经扑灭了, 虚惊一场: a later word says that it ended."""
    if spot.danger.private_only:
        return False
    ends = spot.reading.within("over", spot.end, spot.end + _FAR)
    return any(not _negated(spot.reading, hit.start, spot.end) for hit in ends)


def _from_elsewhere(spot: Spot, role: str) -> bool:
    """A word of the role before the danger word: in its sentence, at the head, or earlier and not "now"."""
    reading = spot.reading
    said = [hit for hit in reading.of(role)[:1] if hit.end <= spot.start]
    if not said:
        return False
    if said[0].start < _HEADER or reading.has(role, spot.sentence[0], spot.start):
        return True
    return not _is_now(spot)


def _is_now(spot: Spot) -> bool:
    return spot.around("present") or spot.reading.has("calls", *spot.sentence)


def _clause_before_is(spot: Spot, role: str) -> bool:
    """Whether the clause before is a mere time, as in 昨天，3号楼着火了."""
    end = spot.clause[0] - 1
    if end <= spot.sentence[0]:
        return False
    start = spot.reading.clause(end, end)[0]
    return any(hit.end - hit.start >= end - start - 1 for hit in spot.reading.within(role, start, end))


def _negated(reading: Reading, at: int, first: int) -> bool:
    """Whether a negation ends at `at`, or fillers lead back from there to one."""
    seen: set[int] = set()
    waiting = [at]
    fillers: dict[int, set[int]] = {}
    for hit in reading.within("fillers", max(first, at - _NEAR), at):
        fillers.setdefault(hit.end, set()).add(hit.start)
    negations = list(reading.within("negations", max(first, at - _NEAR), at + 2))
    while waiting:
        place = waiting.pop()
        if any(hit.end == place or (place == at and hit.start < at < hit.end) for hit in negations):
            return True
        seen.add(place)
        waiting.extend(fillers.get(place, set()) - seen)
    return False
