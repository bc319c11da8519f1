"""After 办好了, ★ and 没解决 people also say thank you, or something else altogether."""

from __future__ import annotations

from tests.journeys.seeing import buttons, wait
from tests.journeys.test_results import done
from tests.town import Town


async def test_thanks_is_no_remark(town: Town) -> None:
    mei, chen, _ = await done(town)
    await chen.says("好的")
    await chen.says("谢谢")
    assert not mei.sees("留了句话")
    await chen.says("换了钢索")
    assert mei.sees("留了句话：换了钢索")
    await mei.presses("已解决")
    await wait(town, 3)
    await mei.presses("★★★★★")
    await mei.says("谢谢")
    assert not mei.sees("转给队长和社区了")


async def test_a_new_report_after_a_question_is_asked_about(town: Town) -> None:
    mei, chen, _ = await done(town)
    await chen.says("5号楼水管爆了漏水")
    assert "这是 #1 的事，还是另一件事？" in chen.last().text
    assert not mei.sees("留了句话")
    await town.restart()
    await chen.presses("另一件事")
    assert "提交" in buttons(chen.last())
    await chen.presses("提交")
    assert chen.sees("编号 #2")


async def test_it_may_belong_to_the_case_all_the_same(town: Town) -> None:
    mei, chen, _ = await done(town)
    await chen.says("5号楼水管爆了漏水")
    await chen.presses("记到 #1")
    assert mei.sees("留了句话：5号楼水管爆了漏水")


async def test_what_was_added_can_be_moved_out_as_another_matter(town: Town) -> None:
    mei, _, group = await done(town)
    await mei.presses("没解决")
    await mei.says("楼道灯也坏了")
    assert mei.sees("加到 #1 里了")
    await mei.presses("另一件事")
    assert "提交" in buttons(mei.last())
    await mei.presses("提交")
    assert mei.sees("编号 #2")
    assert group.messages
