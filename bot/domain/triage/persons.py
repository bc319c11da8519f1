"""For whom somebody reports: 代报 3号楼502李奶奶 厕所漏水 13800000000."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.playbook import Playbook
from bot.domain.triage.lexicon import Span
from bot.domain.triage.numerals import NUMERAL
from bot.domain.triage.personal import contacts_in
from bot.domain.triage.reading import read
from bot.domain.triage.writing import clean, fold

_LONGEST = 40
_NAME_AT_MOST = 12
_LEAD = re.compile(
    r"^\s*(?:/?代报|(?:替|帮)(?:别人|人|邻居|老人)报(?:事)?|report for)(?![名销税到警案考纸])[\s:,，.。、]*"
)
_DOOR = re.compile(
    rf"\d+ ?(?:号楼|号院|栋|幢|座|单元|室|号|楼|层|#)|[{NUMERAL}]{{1,4}}(?:号楼|栋|幢|座|单元)|[a-z]座"
    r"|(?:building|block|room|flat|unit|apt)\.? ?\d+|\d+(?:-\d+)*"
)
_TITLES = (
    "奶奶|爷爷|阿姨|叔叔|伯伯|大爷|大妈|大娘|大叔|大伯|大姐|大哥|婆婆|阿婆|阿公|阿嬷|外婆|外公|姥姥|姥爷"
    "|老师|师傅|先生|女士|小姐|太太|老伯|老人家|伯|婶|嫂|姐|哥|叔|姨|姑|公|婆"
)
_TITLED = re.compile(rf"^[\u4e00-\u9fff]{{1,3}}?(?:{_TITLES})")
_BY_TITLE = re.compile(rf"([\u4e00-\u9fff]{{1,3}}?)(?:{_TITLES})")
_ENGLISH = re.compile(r"\b(?:mr|mrs|ms|miss|auntie|aunt|uncle|granny|grandma|grandpa)\.? [a-z]+")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤洪欧翁庄柯纪连阮蓝简游辜"
)
_LABEL = r"(?:电话|電話|手机|手機|联系方式|tel|phone)(?:号|號|码|碼)?[ :：]{0,3}"
_PIECE = re.compile(r"[^\s,，.。;；:、!！?？]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said for somebody: who, their number, and the rest without both."""

    text: str
    name: str | None = None
    phone: str | None = None


def for_somebody(text: str) -> str | None:
    """What follows 代报, or None where the text does not begin with it."""
    cleaned = clean(text)
    found = _LEAD.match(fold(cleaned))
    return cleaned[found.end() :] if found else None


def person_in(text: str, playbook: Playbook) -> Spoken:
    """The first person a text names, in the first words beside the door, and the first number in it."""
    cleaned = clean(text)
    plain = fold(cleaned)
    number = _number(plain)
    phone = cleaned[slice(*number)].strip() if number else None
    blank = list(plain)
    for start, end in [*([number] if number else []), *_door(plain, playbook)]:
        blank[start:end] = " " * (end - start)
    span = _named("".join(blank))
    name = cleaned[slice(*span)] if span else None
    rest = re.sub(rf"(?:{_LABEL})?{re.escape(phone)}", " ", cleaned) if phone else cleaned
    rest = rest.replace(name, " ") if name else rest
    return Spoken(
        re.sub(r"[ \t]+", " ", rest).strip(" ,，、:：;；"), name[:_LONGEST] if name else None, phone
    )


def may_mean(said: str, name: str) -> bool:
    """Whether somebody says 李奶奶 of 李秀英. A name said in full means nobody else."""
    plain, whole = ("".join(fold(clean(one)).split()) for one in (said, name))
    titled = _BY_TITLE.fullmatch(plain)
    return plain == whole or (titled is not None and whole.startswith(titled[1]))


def called(text: str, playbook: Playbook) -> Spoken:
    """An answer to 怎么称呼: who and perhaps a number; a name may be anything without a figure."""
    spoken = person_in(text, playbook)
    bare = re.sub(_DOOR, " ", fold(spoken.text)).strip(" ,，、。.")
    return (
        spoken
        if spoken.name or not bare or len(bare) > _NAME_AT_MOST
        else Spoken("", spoken.text[:_LONGEST], spoken.phone)
    )


def _number(plain: str) -> Span | None:
    """Where the first number stands at which somebody is reached; an identity number is none."""
    found = [(a, b) for a, b in contacts_in(plain) if sum(c.isdigit() for c in plain[a:b]) <= 15]
    return min(found, key=lambda span: (span[0], -span[1]), default=None)


def _door(plain: str, playbook: Playbook) -> list[Span]:
    reading = read(plain, playbook)
    found = [hit.spans[0] for hit in reading.of("compound")] if reading.plain == plain else []
    return found + [one.span() for one in _DOOR.finditer(plain)]


def _named(plain: str) -> Span | None:
    english = _ENGLISH.search(plain)
    if english:
        return english.span()
    pieces = list(_PIECE.finditer(plain))
    for n, piece in enumerate(pieces[:2]):
        if titled := _TITLED.match(piece.group()):
            return piece.start(), piece.start() + titled.end()
        whole = piece.group()
        if n == 0 and len(pieces) > 1 and 2 <= len(whole) <= 3 and whole[0] in _SURNAMES:
            return piece.span()
    return None
