"""A playbook that cannot be right is refused, with the file, the line and what is wrong, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.triage import present_danger, understand
from bot.playbooks.load import PlaybookError, load_playbook

SMALL = """\
[community]
name = "试验社区"
zone = "Asia/Shanghai"
hours = "08:30-20:00"

[[kind]]
name = "物业"

[[team]]
name = "热心队"
follow_up = true

[[compound]]
name = "桃花源"
buildings = { "1号楼" = 2 }
[[compound.party]]
kind = "物业"
name = "桃花源物业"
phone = "0592-0000001"
promise = { by = "18:00" }

[[category]]
key = "lift"
name = "电梯"
party = "物业"
words = ["电梯", "轿厢"]

[[category]]
key = "carry"
name = "搬重物"
team = "热心队"
words = [
  "搬",
  "抬", # not 扛
]

[[dial]]
key = "fire"
number = "119"
name = "火警"

[[danger]]
key = "fire"
name = "着火"
words = ["着火", "{thing}…冒烟"]
dial = ["fire"]
[danger.advice]
zh-CN = "先离开。"

[groups]
thing = ["插座"]
"""


def refused(folder: Path, text: str, **others: str) -> list[str]:
    """What is said of a playbook, one mistake a line."""
    for name, content in others.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PlaybookError) as caught:
        load_playbook(str(folder / "ours.toml"))
    return str(caught.value).splitlines()


def test_a_small_playbook_of_ones_own_is_enough(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(SMALL, encoding="utf-8")
    ours = load_playbook(str(tmp_path / "ours.toml"))
    assert (ours.name, ours.title("en")) == ("ours", "试验社区")
    assert ours.route("lift", "桃花源").follow_up == "热心队"
    assert understand("桃花源1栋电梯坏了", ours).party == "物业"
    assert present_danger("插座一直在冒烟", ours) == "fire"


@pytest.mark.parametrize(
    ("said", "instead", "line", "what"),
    [
        (
            'team = "热心队"\nwords',
            'team = "热心對"\nwords',
            31,
            "there is no team “热心對”; did you mean “热心队”?",
        ),
        ('party = "物业"', 'party = "居委会"', 25, "there is no kind “居委会”"),
        (
            'team = "热心队"\nwords',
            'team = "热心队"\nneeds = { language = "minan" }\nwords',
            32,
            "there is no language “minan”",
        ),
        ('"抬", #', '"轿厢", #', 34, "the word “轿厢” is already one of category “lift”"),
        ('"抬", #', '"搬", #', 34, "the word “搬” is said twice"),
        ('"抬", #', '"轎廂", #', 34, "the word “轎廂” is already one of category “lift”"),
        ('"抬", #', '"…抬", #', 34, "the dots stand between two words"),
        ('phone = "0592-0000001"\n', "", 16, "“phone” is missing"),
        (
            'phone = "0592-0000001"',
            'phon = "0592-0000001"',
            19,
            "“phon” is not known here; did you mean “phone”?",
        ),
        ('phone = "0592-0000001"', 'phone = "call us"', 19, "“phone” cannot be “call us”"),
        ("follow_up = true", 'follow_up = "yes"', 11, "“follow_up” must be true or false"),
        ('words = ["电梯", "轿厢"]', 'words = "电梯"', 26, "“words” must be a list"),
        ('words = ["电梯", "轿厢"]', "words = [3]", 26, "“words” must be text in quotes"),
        ('hours = "08:30-20:00"', 'hours = "20:00-08:30"', 4, "“hours” must be hours of a day"),
        ('zone = "Asia/Shanghai"', 'zone = "Asia/Xiamen"', 3, "“zone” must be a time zone"),
        ('by = "18:00"', 'by = "18:00", within = "2h"', 20, "“promise” must say either by"),
        ('by = "18:00"', 'by = "6pm"', 20, "“by” must be a time of day"),
        ('"1号楼" = 2', '"1号楼" = 99', 15, "must be at most 30"),
        ('team = "热心队"\nwords', "words", 28, "must name either a team or a party"),
        ('key = "carry"', 'key = "lift"', 28, "there is a category “lift” already"),
        ('key = "carry"', 'key = "Carry"', 29, "“key” cannot be “Carry”"),
        ('dial = ["fire"]', 'dial = ["fires"]', 46, "there is no dial “fires”; did you mean “fire”?"),
        ("{thing}…冒烟", "{thin}…冒烟", 45, "there is no group “thin”; did you mean “thing”?"),
        (
            '[groups]\nthing = ["插座"]',
            '[cues]\nnegation = ["没"]',
            51,
            "“negation” is not known here; did you mean",
        ),
        ('name = "火警"', 'name = "火警', 40, "this is not TOML"),
        ('[community]\nname = "试验社区"\n', "[community]\n", 1, "“name” is missing"),
        ('name = "试验社区"', 'name = "试验社区"\nnames = { fr = "Essai" }', 3, "“fr” is not known here"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, said: str, instead: str, line: int, what: str
) -> None:
    assert SMALL.count(said) == 1
    told = refused(tmp_path, SMALL.replace(said, instead))
    assert any(one.startswith(f"ours.toml:{line}: ") and what in one for one in told), told


def test_every_language_of_a_notice_has_the_same_things_to_fill_in(tmp_path: Path) -> None:
    text = (
        '[[notice_template]]\nname = "停水"\ntext = "{哪天}{哪里}停水"\ntexts = { en = "No water {when}" }\n'
    )
    [told] = refused(tmp_path, SMALL + text)
    assert "“停水” in en has 1 things to fill in, the text has 2" in told


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    wrong = SMALL.replace('"抬", #', '"搬", #').replace('dial = ["fire"]', 'dial = ["smoke"]')
    wrong = wrong.replace('party = "物业"\n', 'party = "城管"\n')
    told = refused(tmp_path, wrong)
    assert len(told) == 3
    assert len({one.split(":")[1] for one in told}) == 3


def test_a_party_nobody_named_is_missed(tmp_path: Path) -> None:
    head, rest = SMALL.split("[[compound.party]]")
    told = refused(tmp_path, head + rest[rest.index("[[category]]") :])
    assert told == ["ours.toml:13: 桃花源 has no party “物业”, nor is there one for all"]


HOUSEHOLDS = """\
[[household_category]]
key = "alone"
name = "独居"
words = ["孤老"]

[[household_category]]
key = "nest"
name = "空巢"
words = [
  "空巢老人",
  "孤老",
]
"""


def test_what_a_roster_may_write_means_one_kind_of_household(tmp_path: Path) -> None:
    told = refused(tmp_path, 'include = ["more.toml"]\n' + SMALL, more=HOUSEHOLDS)
    assert told == ["more.toml:11: the word “孤老” is already one of household_category “alone”"]
    told = refused(
        tmp_path, 'include = ["more.toml"]\n' + SMALL, more=HOUSEHOLDS.replace('"nest"', '"alone"')
    )
    assert told == ["more.toml:6: there is a household_category “alone” already"]
    told = refused(
        tmp_path, 'include = ["more.toml"]\n' + SMALL, more=HOUSEHOLDS.replace('words = ["', 'word = ["')
    )
    assert told == ["more.toml:4: “word” is not known here; did you mean “words”?"]


def test_a_mistake_in_an_included_file_is_told_with_that_files_line(tmp_path: Path) -> None:
    more = '[[team]]\nname = "热心队"\n'
    told = refused(tmp_path, 'include = ["more.toml"]\n' + SMALL, more=more)
    assert told == ["more.toml:1: there is a team “热心队” already"]


def test_what_is_included_must_be_there_and_say_nothing_twice(tmp_path: Path) -> None:
    assert refused(tmp_path, 'include = ["none.toml"]\n' + SMALL) == [
        "ours.toml:1: there is no file “none.toml” to include"
    ]
    told = refused(tmp_path, 'include = ["more.toml"]\n' + SMALL, more='\n[groups]\nbox = ["箱"]\n')
    assert told == ["more.toml:2: [groups] is also in ours.toml; it may be said in one file only"]
    told = refused(tmp_path, 'include = ["more.toml"]\n' + SMALL, more='include = ["ours.toml"]\n')
    assert told == ["more.toml:1: only a playbook may include, and only file names"]


def test_a_playbook_that_does_not_exist_is_told_by_name() -> None:
    with pytest.raises(PlaybookError, match="there is no playbook “nowhere” \\(there is: heyuan\\)"):
        load_playbook("nowhere")
    with pytest.raises(PlaybookError, match=r"gone\.toml: there is no such file"):
        load_playbook("./gone.toml")


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PlaybookError, match=r"bad\.toml: this file is not UTF-8 text"):
        load_playbook(str(tmp_path / "bad.toml"))


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ('[[example]]\ndanger = "flood"\nsay = ["水来了"]\n', "example: there is no danger “flood”"),
        ('[[example]]\ncategory = "lifts"\nsay = ["坏了"]\n', "example: there is no category “lifts”"),
        ('[[example]]\ndanger = "fire"\ncategory = "lift"\nsay = ["坏了"]\n', "not of both"),
        ('[[example]]\nsay = ["坏了", "坏了"]\n', "the example “坏了” is said twice"),
        ('[spellings]\n"电剃" = "升降电梯"\n', "must be of the same length"),
    ],
)
def test_examples_and_spellings_that_cannot_be_right_are_named(tmp_path: Path, table: str, what: str) -> None:
    file = tmp_path / "taught.toml"
    file.write_text(f"{SMALL}\n{table}", encoding="utf-8")
    with pytest.raises(PlaybookError) as refused:
        load_playbook(str(file))
    assert what in str(refused.value)


_AFTER = '[groups]\nthing = ["插座"]\n'


@pytest.mark.parametrize(
    ("table", "line", "what"),
    [
        ('[people]\nsecond = ["resident"]', 54, "a resident cannot be the second person; there is:"),
        ('[people]\nsecond = ["coordinator", "captain"]', 54, "“second” must be one of"),
        ('[people]\nsecond = "coordinator"', 54, "“second” must be a list"),
        ("[people]\nsecond = []", 54, "“second” must not be empty"),
        (
            '[people]\nsecond = ["admin"]\nsecond_within = "soon"',
            55,
            "“second_within” must be a span of time",
        ),
        ('[people]\nseconds = ["admin"]', 54, "“seconds” is not known here; did you mean “second”?"),
        ('[[charge]]\nname = "楼栋长"', 53, "“key” is missing"),
        ('[[charge]]\nkey = "head"', 53, "“name” is missing"),
        (
            '[[charge]]\nkey = "head"\nname = "楼栋长"\nrole = "coordinator"',
            56,
            "charge “head”: its role can only be building_head or grid_worker",
        ),
        ('[[charge]]\nkey = "head"\nname = "楼栋长"\nrole = "boss"', 56, "“role” must be one of"),
        (
            '[[charge]]\nkey = "a"\nname = "甲"\nrole = "grid_worker"\n'
            '[[charge]]\nkey = "b"\nname = "乙"\nrole = "grid_worker"',
            60,
            "charge “b”: there is a charge for grid_worker already",
        ),
        (
            '[[charge]]\nkey = "a"\nname = "甲"\n[[charge]]\nkey = "a"\nname = "乙"',
            56,
            "there is a charge “a” already",
        ),
    ],
)
def test_a_mistake_about_people_and_their_duties_is_told_with_its_line(
    tmp_path: Path, table: str, line: int, what: str
) -> None:
    [said] = refused(tmp_path, SMALL.replace(_AFTER, f"{_AFTER}\n{table}\n"))
    assert said.startswith(f"ours.toml:{line}: "), said
    assert what in said
