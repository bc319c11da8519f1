"""What no list of words foresaw is judged by how like it is to the playbook's examples, and held to the same excuses."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.playbook import Examples
from bot.domain.triage import present_danger, understand
from bot.domain.triage.leaning import Leaning
from bot.domain.triage.likeness import Likeness, opening, stretches
from bot.playbooks.load import load_playbook

HEYUAN = load_playbook("heyuan")
UNSAID = replace(HEYUAN, examples=())


def test_a_danger_told_in_words_nobody_listed_is_heard_by_the_examples() -> None:
    said = "保洁刘姐扫着扫着身子一歪就躺那儿了 拍她脸没动静"
    assert present_danger("旁边那个人身子一歪躺那儿了", UNSAID) is None
    assert present_danger(said, HEYUAN) == "faint"
    assert present_danger("旁边那个人身子一歪躺那儿了", HEYUAN) == "faint"


def test_one_hears_by_which_characters_it_was_decided() -> None:
    assert understand("3号楼着火了", HEYUAN).because == "着火"
    by_likeness = understand("旁边那个人身子一歪躺那儿了", HEYUAN).because
    assert by_likeness
    assert by_likeness in "旁边那个人身子一歪躺那儿了"
    assert understand("今天天气真好", HEYUAN).because is None


@pytest.mark.parametrize(
    "said", ["如果有人身子一歪躺那儿了", "电影里那个人身子一歪躺那儿了，笑死", "演习：假装身子一歪躺那儿了"]
)
def test_what_the_examples_say_is_held_to_the_same_excuses(said: str) -> None:
    assert present_danger(said, HEYUAN) is None


def test_a_cry_is_not_drowned_by_what_is_told_around_it() -> None:
    before = "我们上午去买了菜，然后回来做饭，中午吃了面条，孩子写作业，我在看电视，阳台晒了被子，"
    after = "，外面在下小雨，超市今天打折，晚上想煮粥，冰箱里还有青菜，明天周六要去公园散步"
    assert present_danger(f"{before}我妈身子一歪就躺那儿了拍她脸没动静{after}", HEYUAN) == "faint"


@pytest.mark.parametrize("said", ["家里煤汽味好重", "電剃困人了", "有人运倒了", "就命啊有人掉水里"])
def test_what_is_mistyped_is_read_as_it_is_meant(said: str) -> None:
    assert present_danger(said, HEYUAN) is not None


def test_a_playbook_without_examples_goes_by_its_words_alone() -> None:
    assert understand("3号楼电梯坏了", UNSAID).category == "lift"
    assert present_danger("着火了", UNSAID) == "fire"


def test_a_community_teaches_by_adding_a_sentence() -> None:
    taught = replace(
        UNSAID,
        examples=(
            Examples(("玄关那只铜鹤不转了",), category="appliance"),
            Examples(("开门",), category="door"),
        ),
    )
    assert understand("玄关那只铜鹤又不转了", UNSAID).category is None
    assert understand("玄关那只铜鹤又不转了", taught).category == "appliance"


def test_likeness_prefers_what_stands_in_one_meaning_only() -> None:
    known = Likeness([("a", "灯坏了"), ("a", "灯不亮"), ("b", "门坏了"), ("b", "门不开")])
    weights = known.weigh(opening("灯灭了"))
    assert weights["a"] > weights["b"]


def test_the_same_examples_always_teach_the_same() -> None:
    known = [(True, "有人倒了"), (True, "人倒在地上"), (False, "树倒了"), (False, "垃圾倒在地上")]
    stretch = opening("老人倒了")
    assert (
        Leaning(known).weigh(stretch)
        == Leaning(known).weigh(stretch)
        > Leaning(known).weigh(opening("树倒在地上"))
    )


def test_every_clause_of_a_long_text_lies_in_a_stretch() -> None:
    plain = "，".join(f"第{number}句话在这里" for number in range(30))
    runs = {run for stretch in stretches(plain) for run in stretch.runs}
    assert runs >= set(opening(plain).runs)


@pytest.mark.parametrize("where", ["，3号楼2单元1502", "，5栋301"])
def test_where_it_is_does_not_change_what_it_is(where: str) -> None:
    told = understand("帮我把两袋米搬上楼" + where, HEYUAN)
    assert told.category == "carry"
    file = Path(__file__).parent / "sentences_second.toml"
    for one in tomllib.loads(file.read_text(encoding="utf-8"))["sentence"]:
        if "at" not in one:
            alone, there = (understand(said, HEYUAN) for said in (one["say"], one["say"] + where))
            assert (there.category, there.danger) == (alone.category, alone.danger), one["say"]
