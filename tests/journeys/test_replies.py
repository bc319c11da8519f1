"""/report as a reply: whose words become the report, and what is heard of it."""

from __future__ import annotations

from tests.town import Town


async def test_words_added_to_ones_own_make_one_report(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    said = await mei.says("单元门坏了", in_=group)
    await mei.says("/report 关不上，晚上谁都能进", in_=group, reply_to=said)
    assert "“单元门坏了\n关不上，晚上谁都能进”" in mei.last().text
    await mei.says("/report 今天更松了", in_=group, reply_to=said)
    assert mei.sees("加到 #1 里了")


async def test_ones_own_picture_goes_with_the_words_that_reply_to_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    sent = await mei.sends("photo", in_=group)
    await mei.says("/report 就是这里，地砖松了", in_=group, reply_to=sent[0])
    assert "附 1 个文件" in mei.last().text


async def test_own_words_in_reply_to_a_neighbours_are_ones_own_report_alone(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang)
    said = await qiang.says("水管漏了，我是502", in_=group)
    await mei.says("/report 一楼大厅漏水", in_=group, reply_to=said)
    assert "“一楼大厅漏水”" in mei.last().text
    assert not qiang.sees("邻居想请我")


async def test_words_without_a_name_are_filed_at_once_and_without_one(town: Town) -> None:
    mei, admin = await town.resident("梅阿姨"), await town.resident("管理员")
    group = await town.building_group(mei, admin)
    said = await admin.says_anonymously("消防通道被堵了", in_=group)
    await mei.says("/report", in_=group, reply_to=said)
    assert mei.sees("报上来了，编号 #1，没有记是谁说的")
    async with town.linli.database.look() as uow:
        assert (await uow.cases.get(1)).reporter_id is None


async def test_words_in_reply_to_a_card_join_its_case(town: Town) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang)
    await mei.says("/report 电梯坏了", in_=group)
    card = mei.last(group)
    await qiang.says("/report 二单元的也停了", in_=group, reply_to=card)
    assert qiang.sees("加到 #1 里了")
    await mei.says("/report 又坏了", in_=group, reply_to=card)
    assert mei.sees("加到 #1 里了")
    assert not mei.sees("#2", in_=group)


async def test_a_card_without_words_is_no_report(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await mei.says("/report 电梯坏了", in_=group)
    await mei.says("/report", in_=group, reply_to=mei.last(group))
    assert "您想反映什么事" in mei.last().text


async def test_a_neighbours_words_of_danger_are_answered_at_once_and_nobody_is_asked_first(
    town: Town,
) -> None:
    mei, qiang = await town.resident("梅阿姨"), await town.resident("阿强")
    group = await town.building_group(mei, qiang, admin=False)
    said = await qiang.says("电梯里关了人，在喊救命", in_=group)
    assert not mei.sees("⚠️", in_=group)
    await mei.says("/report", in_=group, reply_to=said)
    assert mei.sees("⚠️", in_=group)
