"""Writing a notice: format, files, texts from the playbook, languages, and a draft that nothing loses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.sandbox import Group, Person
from bot.sandbox.messages import Message
from tests.town import COMPOUND, Town


async def to_all(wang: Person) -> None:
    """For the whole compound."""
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")


async def later(town: Town, days: int) -> None:
    """All at once: what happens meanwhile is not looked at."""
    town.clock.move(timedelta(days=days))
    await town.pass_time(minutes=5)


def marks(message: Message) -> list[tuple[str, str]]:
    """What its entities lie on."""
    raw = message.text.encode("utf-16-le")
    return [
        (one["type"], raw[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le"))
        for one in message.entities
    ]


def previews(wang: Person) -> list[Message]:
    """What stands there to be looked at."""
    return [
        one
        for one in wang.chat()
        if any((key.data or "").startswith("ntg:") for row in one.buttons for key in row)
    ]


async def test_the_format_stays_on_its_words_from_the_preview_to_the_correction(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await wang.says("/notice")
    await wang.says("🚰🚰 <b>明天<i>停水</i></b>，<a href='https://example.org/'>看这里</a>", formatted=True)
    await wang.says("第二段 👨‍👩‍👧 <u>请存水</u>", formatted=True)
    wanted = [
        ("bold", "明天停水"),
        ("italic", "停水"),
        ("text_link", "看这里"),
        ("underline", "请存水"),
    ]
    await to_all(wang)
    [seen] = previews(wang)
    assert marks(seen) == wanted
    await wang.presses("发送")
    got = mei.last(group)
    assert (got.text, marks(got), got.buttons) == (seen.text, wanted, seen.buttons)
    await wang.presses("更正")
    await wang.says("🚰 <s>明天</s> <b>后天</b>停水", formatted=True)
    assert marks(got) == [("strikethrough", "明天"), ("bold", "后天")]


async def test_every_kind_of_file_goes_out_is_corrected_and_taken_back(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei)
    for number, kind in enumerate(("photo", "video", "document", "voice", "audio", "animation"), 1):
        await wang.says("/notice")
        await wang.sends(kind, caption="<b>说明</b>在此", formatted=True)
        await to_all(wang)
        await wang.presses("发送")
        got = mei.last(group)
        assert got.media is not None
        assert got.media.kind == kind
        assert marks(got) == [("bold", "说明")]
        await wang.presses("更正")
        await wang.sends("photo", caption="换一张")
        assert wang.sees("只能改文字")
        await wang.says(f"{kind}的说明改了")
        assert got.text.startswith(f"{kind}的说明改了")
        await wang.presses("撤回")
        await wang.presses("撤回")
        assert [one.text for one in mei.chat(group)] == ["这条通知收回了，请以后面的通知为准。"] * number
        if number == 3:
            await town.restart()


async def test_after_48_hours_a_picture_is_replaced_since_telegram_deletes_it_no_more(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei, admin=False)
    await wang.says("/notice")
    await wang.sends("photo", caption="三张图", album=3)
    await town.pass_time(seconds=3)
    await to_all(wang)
    await wang.presses("发送")
    await wang.says("/notice")
    await wang.sends("video", caption="录像")
    await to_all(wang)
    await wang.presses("发送")
    before = {one.media.file_id for one in mei.chat(group) if one.media}
    assert len(before) == 4
    await later(town, 3)
    for text in ("录像", "三张图"):
        await wang.says("/notice")
        await wang.presses("发过的")
        label = next(key.text for row in wang.last().buttons for key in row if text in key.text)
        await wang.presses(label)
        await wang.presses("撤回")
        await wang.presses("撤回")
    assert not before & {one.media.file_id for one in mei.chat(group) if one.media}
    assert sum("收回了" in one.text for one in mei.chat(group)) == 2
    assert not mei.sees("录像", in_=group)


async def test_what_is_too_long_is_kept_and_said_clearly(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await wang.says("/notice")
    await wang.says("通知" * 5000 + "尾巴")  # in three pieces
    assert wang.sees("太长了，多出 6504 个字")
    await town.restart()
    await to_all(wang)
    assert "发送" not in [key.text for row in wang.last().buttons for key in row]
    await wang.presses_data("nta:1:send", on=wang.last())
    assert not mei.sees("通知通知", in_=group)
    await wang.presses("重写")
    await wang.sends("photo", caption="看图")
    await wang.says("字" * 1200)
    await wang.presses("发送")
    picture, words = mei.chat(group)[-2:]
    assert picture.media is not None
    assert words.text.startswith("看图\n字字")
    assert words.text.count("字") == 1200
    await wang.presses("撤回")
    await wang.presses("撤回")
    assert not any(one.media for one in mei.chat(group))


async def test_a_text_from_the_playbook_is_filled_in_one_thing_after_the_other(town: Town) -> None:
    said = {
        "zh-hans": (
            "停水",
            "填空",
            ["明天 9 点", "3号楼", "换水管"],
            "【停水】明天 9 点，3号楼停水，因为换水管。",
        ),
        "zh-hant": (
            "停水",
            "填空",
            ["明天 9 點", "3號樓", "換水管"],
            "【停水】明天 9 點，3號樓停水，因為換水管。",
        ),
        "en": (
            "Water off",
            "Fill in",
            ["Tomorrow", "3", "repairs"],
            "Tomorrow there will be no water in 3, because",
        ),
    }
    people = {one: await town.coordinator(f"王社工{one}", language=one) for one in said}
    for language, wang in people.items():
        template, _, answers, _ = said[language]
        await wang.says("/notice")
        await wang.presses(template)
        assert "（" in wang.last().text, "first how it reads"
        assert previews(wang) == []
        await wang.says(answers[0])
        await wang.says("/mine")
    await town.restart()
    await town.pass_time(hours=2)
    for language, wang in people.items():
        _, fill, answers, text = said[language]
        await wang.says("/notice")
        assert len(previews(wang)) == 1, "one is enough while it is being filled in"
        await wang.presses(fill)
        for one in answers[1:]:
            await wang.says(one)
        assert wang.sees(text)
        assert [all(one in seen.text for one in answers) for seen in previews(wang)] == [True] * 3
    wang, tom = people["zh-hans"], await town.resident("Tom", language="en")
    group = await town.building_group(tom)
    assert wang.sees("写了 简体中文、繁體中文、English")
    await to_all(wang)
    await wang.presses("发送")
    assert tom.sees("【停水】明天 9 点，3号楼停水，因为换水管", in_=group)
    await tom.says("/notices")
    await tom.presses("[Water off]")
    assert tom.last().text.startswith(
        "[Water off] 明天 9 点 there will be no water in 3号楼, because of 换水管."
    )


async def test_cancel_asks_before_it_throws_a_notice_away(town: Town) -> None:
    wang = await town.coordinator()
    await wang.says("/notice")
    await wang.says("明天停水")
    await wang.says("/cancel")
    assert wang.sees("要扔掉吗")
    await wang.presses("留着")
    await town.restart()
    await wang.says("/notice")
    assert len(previews(wang)) == 1
    await wang.says("/cancel")
    await wang.presses("扔掉")
    assert previews(wang) == []
    await wang.says("/cancel")
    assert wang.sees("没有")


async def test_each_language_has_its_words_its_preview_and_its_correction(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    tom = await town.resident("Tom", language="en")
    group = await town.building_group(mei, tom)
    await wang.says("/notice")
    await wang.says("明天停水")
    await wang.presses("怎么发")
    await wang.presses("＋English")
    await wang.says("No water tomorrow")
    assert [one.text.split("\n")[0] for one in previews(wang)] == ["明天停水", "No water tomorrow"]
    await to_all(wang)
    await wang.presses("发送")
    assert mei.sees("明天停水", in_=group)
    assert not mei.sees("No water", in_=group)
    await wang.presses("更正")
    await wang.presses("✓ English")
    await wang.says("No water on Friday")
    assert mei.sees("明天停水", in_=group)
    await tom.says("/lang", in_=group)
    assert not mei.sees("哪种文字", in_=group)
    await wang.joins(group)
    await wang.says("/lang", in_=group)
    press = await mei.presses("English", in_=group)
    assert press.toast is not None
    assert mei.sees("明天停水", in_=group)
    await wang.presses("English", in_=group)
    assert mei.sees("No water on Friday", in_=group)
    assert not mei.sees("明天停水", in_=group)
    await tom.says("/notices")
    await tom.presses("No water on Friday")
    assert tom.last().text.startswith("No water on Friday\n\n")


async def test_who_gets_it_in_private_reads_it_in_their_own_language(town: Town) -> None:
    wang = await town.coordinator()
    mei, tom = await town.resident("梅阿姨"), await town.resident("Tom", language="en")
    lin = await town.resident("林小姐", language="zh-hant")
    await wang.says("/notice")
    await wang.says("明天停水")
    for language, text in (("English", "No water tomorrow"), ("繁體中文", "明天停水喔")):
        await wang.presses("怎么发")
        await wang.presses(f"＋{language}")
        await wang.says(text)
    await wang.presses("对象")
    await wang.presses("私下发给")
    await wang.presses("读English的人")
    await wang.presses("读繁體中文的人")
    await wang.presses("独居老人")
    await wang.presses("返回")
    await wang.presses("选好了")
    assert wang.sees("将发到 0 个群、约 2 人")
    assert "群里看不到" not in "".join(one.text for one in previews(wang))
    await town.restart()
    await wang.presses("发送")
    assert tom.last().text.startswith("No water tomorrow\n\n")
    assert lin.last().text.startswith("明天停水喔\n\n—— 禾緣社區")
    assert not mei.sees("停水")
    await wang.presses("撤回")
    await wang.presses("撤回")
    assert not tom.sees("No water")


async def again_and_again(town: Town, wang: Person) -> None:
    """Written, to come every week."""
    await wang.says("/notice")
    await wang.says("今天大扫除")
    await to_all(wang)
    await wang.presses("怎么发")
    await wang.presses("重复")
    await wang.presses("每周")
    await wang.presses("返回")
    await wang.presses("返回")
    assert wang.sees("每周一次")
    await wang.presses("发送")


def times(mei: Person, group: Group, text: str) -> int:
    """How often it is there."""
    return sum(text in one.text for one in mei.chat(group))


async def test_it_comes_again_every_week_is_changed_and_ended(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await again_and_again(town, wang)
    assert wang.sees("下一次：")
    assert times(mei, group, "大扫除") == 1
    await town.restart()
    await later(town, 7)
    assert times(mei, group, "大扫除") == 2
    await wang.presses("下一次")
    await wang.presses("先别发")
    await wang.presses("重写")
    await wang.says("今天不扫除，看电影")
    await wang.presses("定时")
    await wang.presses("明天")
    await later(town, 2)
    assert times(mei, group, "看电影") == 1
    await later(town, 7)
    assert times(mei, group, "看电影") == 2
    await mei.presses_data("nta:5:end", on=mei.last())
    await wang.says("/notices")
    await wang.presses("发过的")
    await wang.presses("⏰")
    old = wang.last()
    await wang.presses("不再发")
    assert wang.sees("没有发")
    again = await wang.presses_data("nta:5:end", on=old)
    assert again.toast is not None
    await later(town, 15)
    assert (times(mei, group, "看电影"), times(mei, group, "大扫除")) == (2, 2)


async def test_what_was_planned_is_not_sent_for_somebody_who_may_not_any_more(town: Town) -> None:
    wang, li = await town.coordinator(), await town.coordinator("李社工")
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    await again_and_again(town, wang)
    async with town.linli.database.work() as uow:
        member = (await uow.members.by_telegram([wang.id]))[wang.id]
        member.roles = frozenset()
    await later(town, 8)
    assert times(mei, group, "大扫除") == 1
    assert li.sees("王社工定好的一条通知没有发")


async def test_a_second_person_reads_the_whole_of_it_before_it_goes_to_many(town: Town) -> None:
    rules = replace(town.playbook.notices, second_from=2)
    town.playbook = replace(town.playbook, notices=rules)
    await town.restart()
    wang, mei = await town.coordinator(language="zh-hant"), await town.resident("梅阿姨")
    groups = [await town.building_group(mei, building=one) for one in ("1号楼", "2号楼")]
    await wang.says("/notice")
    await wang.sends("photo", caption="明天<b>停水</b>", formatted=True, album=2)
    await town.pass_time(seconds=3)
    await wang.presses("對象")
    await wang.presses("源昌鑫海灣")
    await wang.presses("選好了")
    alone = await wang.presses("發送")
    assert alone.toast is not None
    assert "沒有" in alone.toast.text
    li, sun = await town.coordinator("Lee", language="en"), await town.coordinator("孙社工")
    await wang.presses("發送")
    assert wang.sees("點頭")
    asked, other = li.last(), sun.last()
    for writer in (wang, sun):
        await writer.says("/todo")
        assert writer.sees("王社工的通知「明天停水」") is (writer is sun)
    await sun.presses("1 看通知")
    assert "王社工想发这条通知" in sun.last().text
    await town.restart()
    own = await wang.presses_data("nta:1:agree", on=wang.last())
    assert own.toast is not None
    await li.presses("Read it")
    assert [marks(one) for one in previews(li)] == [[("bold", "停水")]]
    assert len({one.album for one in li.chat() if one.media}) == 1
    await li.presses("Refuse", on=asked)
    assert wang.sees("先別發")
    late = await sun.presses_data("nta:1:agree", on=other)
    assert late.toast is not None
    assert not mei.sees("停水", in_=groups[0])
    await sun.presses_data("nta:1:look", on=other)
    assert previews(sun) == []
    await wang.presses("發送")
    await sun.presses("同意")
    assert all(mei.sees("停水", in_=group) for group in groups)
    again = await li.presses_data("nta:1:agree", on=asked)
    assert again.toast is not None
    assert [sum("停水" in one.text for one in mei.chat(group)) for group in groups] == [1, 1]
