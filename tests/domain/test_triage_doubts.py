"""What may be danger and is not said surely is asked about; ordinary matters hardly ever are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bot.domain.triage import present_danger, understand
from bot.playbooks.load import load_playbook

HEYUAN = load_playbook("heyuan")


@pytest.mark.parametrize(
    "said",
    [
        "隔壁老人好几天没出门了",
        "隔壁老人好幾天沒出門了",
        "楼上的奶奶一个礼拜没见着人了",
        "对门老伯敲门不应 屋里电视一直开着",
        "独居的阿婆今天没开门 打电话也不接",
        "隔壁门口牛奶堆了三天没人拿",
        "邻居家小孩在阳台窗户上爬",
        "邻居家一直有摔东西和小孩惨叫",
        "爷爷没力气 站不起来",
        "电梯里有人一直敲门",
        "电动车充电在响 发烫冒味道",
        "水漫到插座了",
        "我头好晕 家里热水器开着",
        "外公早上起来走路歪歪的",
        "有个人坐在河边护栏外面",
        "🔥🔥🔥三号楼🔥🔥",
        "mom is lying on the floor and does not answer",
        "haven't seen the old lady next door for days",
    ],
)
def test_what_is_told_round_about_is_asked_about_but_never_overheard_in_a_group(said: str) -> None:
    heard = understand(said, HEYUAN)
    assert heard.danger is None
    assert heard.perhaps
    assert heard.report
    assert present_danger(said, HEYUAN) is None


@pytest.mark.parametrize(
    "said", ["谢谢", "着火了", "我妈躺在地上叫不醒", "3号楼电梯坏了", "累得快晕倒了哈哈", "没有着火，是烧烤"]
)
def test_what_is_plain_is_not_asked_about(said: str) -> None:
    assert understand(said, HEYUAN).perhaps is None


def test_of_everyday_sentences_less_than_one_in_a_hundred_is_asked_about_and_of_missed_dangers_most() -> None:
    files = sorted(Path(__file__).parent.glob("sentences_*.toml"))
    said = [one for file in files for one in tomllib.loads(file.read_text(encoding="utf-8"))["sentence"]]
    plain = [one for one in said if not one.get("danger")]
    asked = [one["say"] for one in plain if understand(one["say"], HEYUAN).perhaps]
    assert len(asked) / len(plain) < 0.01, asked
    missed = [one for one in said if one.get("danger") and not understand(one["say"], HEYUAN).danger]
    caught = [one for one in missed if understand(one["say"], HEYUAN).perhaps]
    assert len(caught) >= len(missed) * 2 / 3


def test_who_despairs_is_not_called_anything_else() -> None:
    heard = understand("妈妈说再见了一直在哭不接电话", HEYUAN)
    assert (heard.danger or heard.perhaps) in ("self_harm", "domestic", "help")
