"""From a resident's words to a case on its way."""

from __future__ import annotations

import pytest

from tests.town import Town


async def test_a_report_in_the_group_becomes_a_card_there_and_a_receipt_in_private(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    card = mei.last(group)
    assert "#1 3号楼 · 电梯" in card.text
    assert "已转源昌鑫海湾物业" in card.text
    assert "今天 18:00 前给大家回话" in card.text
    assert mei.sees("收到了，编号 #1")


async def test_who_never_pressed_start_gets_a_link_on_the_card_and_their_receipt_behind_it(
    town: Town,
) -> None:
    qiang = await town.resident("阿强", started=False)
    group = await town.building_group(qiang)
    await qiang.says("/report 楼道灯不亮", in_=group)
    assert not qiang.chat()
    await qiang.presses("想收进度", in_=group)
    assert qiang.sees("收到了，编号 #1")
    assert not [row for row in qiang.last(group).buttons for key in row if "想收进度" in key.text]


async def test_a_mention_and_a_topic_are_reports_too(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("@linli_bot 楼道灯不亮", in_=group)
    await mei.says("#报修 门禁坏了", in_=group)
    assert mei.sees("#1", in_=group)
    assert mei.sees("#2", in_=group)


async def test_a_flat_in_the_group_message_is_not_repeated_and_its_writer_may_take_it_back(
    town: Town,
) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    said = await mei.says("/report 2单元1502家里漏水到楼下", in_=group)
    assert "1502" not in mei.last(group).text
    assert mei.sees("房号或电话")
    await mei.presses("帮我删掉")
    assert said.deleted


async def test_a_sensitive_report_gets_no_card_in_the_group(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("/report 楼上邻居天天吵架还骂人", in_=group)
    assert not mei.sees("🔧", in_=group)
    assert mei.sees("收到了，编号 #1")


@pytest.mark.parametrize(
    "said",
    ["我家独居老人想有人来看看", "我要投诉小王", "投诉楼长老吴乱收费", "物业小李态度太差", "保洁阿姨偷东西"],
)
async def test_who_lives_alone_and_who_is_complained_about_is_not_told_to_the_group(
    town: Town, said: str
) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says(f"/report {said}", in_=group)
    assert not mei.sees("🔧", in_=group)
    assert mei.sees("收到了，编号 #1")


async def test_a_reply_to_ones_own_words_files_them_at_once(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    said = await mei.says("楼道灯不亮", in_=group)
    await mei.says("/report", in_=group, reply_to=said)
    assert mei.sees("#1 3号楼", in_=group)
    await mei.says("/report", in_=group, reply_to=said)
    assert not mei.sees("#2", in_=group)


async def test_anothers_words_are_filed_only_when_they_agree(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang)
    said = await qiang.says("楼道灯不亮", in_=group)
    await mei.says("/report", in_=group, reply_to=said)
    assert mei.sees("我先问问说这句话的邻居")
    assert not mei.sees("#1", in_=group)
    assert qiang.sees("邻居想请我把您在群里说的这句话报上去")
    await qiang.presses("提交")
    assert mei.sees("#1 3号楼", in_=group)
    assert qiang.sees("收到了，编号 #1")


async def test_words_of_somebody_we_cannot_ask_are_filed_without_their_name(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    stranger = await town.person("路人甲", started=False)
    group = await town.building_group(mei, stranger)
    said = await stranger.says("楼道灯不亮", in_=group)
    await mei.says("/report", in_=group, reply_to=said)
    assert mei.sees("#1 3号楼", in_=group)
    async with town.linli.database.look() as uow:
        assert (await uow.cases.get(1)).reporter_id is None


async def test_an_album_is_kept_whole_whichever_part_carries_the_words(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.sends("photo", caption="/report 门口有垃圾", in_=group, album=3)
    async with town.linli.database.look() as uow:
        assert len((await uow.cases.get(1)).attachments) == 3


async def test_too_many_cards_an_hour_become_one_list(town: Town) -> None:
    mei, lin = await town.resident("梅阿姨"), await town.resident("林伯")
    group = await town.building_group(mei, lin)
    for n in range(9):
        await (mei, lin)[n % 2].says(f"/report 楼道灯不亮，第{n}层", in_=group)
    cards = [m for m in mei.chat(group) if m.text.startswith("🔧")]
    lists = [m for m in mei.chat(group) if "这一小时反映的事" in m.text]
    assert len(cards) == 6
    assert len(lists) == 1
    assert "#9" in lists[0].text


async def test_a_private_message_is_previewed_and_filed_with_one_press(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("3号楼楼道灯不亮")
    assert mei.sees("我记下的是：3号楼楼道灯不亮")
    assert mei.sees("邻居们只看到：楼号和类别")
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #1")
    assert mei.sees("#1 3号楼", in_=group)


async def test_what_follows_within_a_minute_joins_the_draft_and_later_words_do_not(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("楼下的灯坏了")
    await mei.says("已经三天了")
    await mei.sends("photo")
    drafts = [m for m in mei.chat() if "我记下的是" in m.text]
    assert len(drafts) == 1
    assert "已经三天了" in drafts[0].text
    assert "附：1 个文件" in drafts[0].text
    await town.pass_time(seconds=90)
    await mei.says("还有门禁也坏了")
    assert len([m for m in mei.chat() if "我记下的是" in m.text]) == 2


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("你好", "您好！"),
        ("在吗", "您好！"),
        ("谢谢", "不客气"),
        ("好的", "好嘞"),
        ("拜拜👋", "再见"),
        ("新年快乐", "谢谢您，也祝您"),
        ("你是谁啊", "我是禾缘社区的 Linli"),
        ("哈哈", "我在呢"),
    ],
)
async def test_small_talk_is_no_report_and_has_a_fitting_answer(town: Town, words: str, answer: str) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says(words)
    assert mei.chat()[-1].text.startswith(answer)
    assert not mei.sees("我记下的是")


async def test_who_says_all_right_to_a_preview_hears_how_to_send_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("3号楼电梯坏了")
    await mei.says("好的")
    assert "点那条消息下面的【提交】" in mei.chat()[-1].text
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #1")


async def test_a_missing_place_is_asked_with_a_button_for_ones_own_building(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("楼道灯不亮")
    assert mei.sees("还没说，点下面选一个")
    await mei.presses("3号楼")
    assert mei.sees("源昌鑫海湾3号楼2单元1502")


async def test_who_has_no_home_is_asked_for_compound_and_building_by_button(town: Town) -> None:
    lin = await town.person("新来的小林")
    await lin.says("电梯坏了")
    assert "还没说，点下面选一个" in lin.last().text
    await lin.presses("源昌鑫海湾")
    await lin.presses("5号楼")
    assert "地点：源昌鑫海湾5号楼" in lin.last().text
    await lin.presses("提交")
    assert lin.sees("收到了，编号 #1")
    assert lin.sees("已转源昌鑫海湾物业")


async def test_a_building_that_stands_in_many_compounds_is_asked_for_its_compound_only(town: Town) -> None:
    lin = await town.person("新来的小林")
    await lin.says("9号楼2单元501漏水")
    labels = [key.text for row in lin.last().buttons for key in row]
    assert "中铁元湾" in labels
    assert "万科" in labels
    assert "缘美公寓" not in labels
    await lin.presses("万科")
    assert "地点：万科9号楼2单元501" in lin.last().text


async def test_the_place_is_asked_once_and_a_whole_compound_will_do(town: Town) -> None:
    lin = await town.person("新来的小林")
    await lin.says("花园里的路灯不亮")
    await lin.presses("万科")
    await lin.presses("整个小区")
    assert "地点：万科" in lin.last().text
    assert "还没说" not in lin.last().text


async def test_what_is_reported_in_the_group_of_another_building_is_about_that_building(town: Town) -> None:
    mei, lin = await town.resident("梅阿姨"), await town.person("新来的小林")
    group = await town.building_group(mei, lin, building="5号楼")
    await mei.says("/report 电梯坏了", in_=group)
    assert "#1 5号楼 · 电梯" in mei.last(group).text
    await lin.says("/report 门禁坏了", in_=group)
    assert "#2 5号楼 · 门禁大门" in lin.last(group).text


async def test_kept_private_means_no_card_for_the_neighbours(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("3号楼楼道灯不亮")
    await mei.presses("保密")
    await mei.presses("提交")
    assert not mei.sees("#1", in_=group)
    assert mei.sees("收到了，编号 #1")


async def test_a_wrong_cancel_can_be_taken_back(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("3号楼楼道灯不亮")
    await mei.presses("取消")
    assert mei.sees("这件不报了")
    await mei.presses("还是要报")
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #1")


async def test_the_old_submit_button_files_nothing_twice(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("3号楼楼道灯不亮")
    preview = mei.last()
    data = preview.buttons[0][0].data
    await mei.presses("提交")
    press = await mei.presses_data(data or "", on=preview)
    assert press.toast
    assert "已经交上来了，编号 #1" in press.toast.text
    async with town.linli.database.look() as uow:
        assert await uow.cases.find(2) is None


async def test_mine_lists_ones_own_and_withdrawing_ends_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("/mine")
    assert mei.sees("您还没有反映过事情")
    await mei.says("3号楼楼道灯不亮")
    await mei.presses("提交")
    await mei.says("/mine")
    assert mei.sees("#1 3号楼楼道灯不亮")
    await mei.presses("看 #1")
    await mei.presses("不用办了")
    assert mei.sees("已结束（报事的人说不用办了）")


async def test_neighbours_who_met_it_too_are_counted_once(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    await qiang.presses("我也遇到了", in_=group)
    press = await qiang.presses("我也遇到了", in_=group)
    assert press.toast
    assert "已经记过了" in press.toast.text
    assert mei.sees("#1", in_=group)
    assert any("我也遇到了 · 1" in key.text for row in mei.last(group).buttons for key in row)


async def test_a_reply_to_the_receipt_joins_the_case(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    await mei.says("现在有人在里面按铃", reply_to=mei.last())
    assert mei.sees("加到 #1 里了")
    async with town.linli.database.look() as uow:
        assert [a.text for a in (await uow.cases.get(1)).additions] == ["现在有人在里面按铃"]


async def test_everything_goes_on_after_a_restart(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("3号楼楼道灯不亮")
    await town.restart()
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #1")


async def test_a_long_text_cut_by_the_client_is_one_report(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("/report 楼道灯不亮" + "，真的很黑" * 1900, in_=group)
    await mei.says("大家吃了吗", in_=group)
    async with town.linli.database.look() as uow:
        case = await uow.cases.get(1)
        assert len(case.text) > 9_000
        assert "大家吃了吗" not in case.text
        assert await uow.cases.find(2) is None


async def test_the_reporter_adds_by_replying_to_the_card_in_the_group(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    card = mei.last(group)
    await qiang.says("又坏了？", in_=group, reply_to=card)
    await mei.says("二单元的也停了", in_=group, reply_to=card)
    async with town.linli.database.look() as uow:
        assert [a.text for a in (await uow.cases.get(1)).additions] == ["二单元的也停了"]


async def test_whoever_despairs_is_not_given_a_number_and_a_deadline(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await town.coordinator()
    await mei.says("我真的不想活了")
    assert mei.sees("我在。您现在安全吗？")
    assert not mei.sees("编号")


async def test_a_command_nobody_knows_is_answered_with_what_there_is(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("/nonsense")
    assert mei.sees("没有这个命令")


async def test_marks_that_turn_the_writing_round_are_taken_out(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("3号楼\u202e楼道灯\u200b不亮")
    assert mei.sees("我记下的是：3号楼楼道灯不亮")


async def test_danger_in_the_group_is_answered_as_a_reply_to_who_said_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await town.coordinator()
    group = await town.building_group(mei)
    said = await mei.says("3号楼着火了！", in_=group)
    assert mei.sees("火警 119", in_=group)
    answer = next(m for m in mei.chat(group) if "119" in m.text)
    assert answer.reply_to is said


async def test_a_place_asked_for_and_not_given_is_ones_own_building_and_never_the_flat(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("楼道灯不亮")
    await mei.presses("提交")
    assert mei.sees("#1 3号楼", in_=group)
    async with town.linli.database.look() as uow:
        assert (await uow.cases.get(1)).room is None


async def test_a_party_that_is_late_is_said_to_be_late_and_the_reporter_hears_it_once(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("/report 3号楼电梯坏了", in_=group)
    assert mei.sees("今天 18:00 前给大家回话", in_=group)
    await town.pass_time(days=2)
    assert mei.sees("还没回话", in_=group)
    assert len([m for m in mei.chat() if "没按时回话" in m.text]) == 1


async def test_the_list_that_stands_for_cards_says_how_each_of_its_cases_stands(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐")
    lin = await town.resident("林伯")
    group = await town.building_group(mei, lin)
    for n in range(7):
        await (mei, lin)[n % 2].says(f"/report 3号楼电梯坏了，第{n}次", in_=group)
    cards = [message for message in mei.chat(group) if "这一小时反映的事" in message.text]
    assert "#7 电梯：已转" in cards[-1].text
    await chen.presses("认领 T7") if chen.sees("认领 T7") else await chen.presses("认领")
    await chen.presses("办好了")
    assert "#7 电梯：说是办好了" in cards[-1].text
    await mei.presses("已解决")
    assert "#7 电梯：✅ 修好了" in cards[-1].text
    assert "我也有 #7" not in str(cards[-1].buttons)


async def test_a_time_that_passes_is_not_promised_any_more(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("/report 3号楼有件事不知道找谁，想请你们看看", in_=group)
    receipt, card = mei.last(), group.messages[-1]
    assert "今天 12:00 前答复" in receipt.text
    await town.pass_time(hours=2, minutes=1)
    for message in (receipt, card):
        assert "还没定下该谁来办（原定 今天 12:00 前）" in message.text
    await town.pass_time(hours=13)
    assert "原定 昨天 12:00 前" in receipt.text


async def test_tomorrow_becomes_today_on_a_card(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await town.pass_time(hours=11)
    await mei.says("3号楼楼道漏水")
    await mei.presses("提交")
    receipt = mei.last()
    assert "明天 18:00 前给大家回话" in receipt.text
    await town.pass_time(hours=4)
    assert "今天 18:00 前给大家回话" in receipt.text
