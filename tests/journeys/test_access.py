"""停用, /logout and the second person, as people live through them."""

from __future__ import annotations

from bot.domain.member import Role
from bot.sandbox import Person
from tests.town import Town


async def link_of(maker: Person, *buttons: str) -> str:
    """The link a coordinator makes by these buttons."""
    await maker.says("/invite")
    for label in buttons:
        await maker.presses(label)
    return next(word for word in maker.last().text.split() if word.startswith("https://t.me/"))


async def test_a_coordinator_suspends_somebody_and_takes_it_back(town: Town) -> None:
    wang, chen = await town.coordinator(), await town.volunteer("陈姐", leads=True)
    await wang.says("/people")
    await wang.presses("陈姐")
    await wang.presses("停用")
    assert wang.sees("停用 陈姐 的账号")
    await wang.presses("停用")
    assert not (await town.member(chen)).active
    assert chen.sees("您的账号停用了")
    for words in ("/mine", "我家灯坏了", "/report 电梯坏了", "/help"):
        await chen.says(words)
        assert "您的账号停用了。有疑问请找社区" in chen.last().text, words
    await wang.presses("恢复")
    assert chen.sees("欢迎回来")
    await chen.says("/tasks")
    assert "停用" not in chen.last().text


async def test_a_suspended_persons_old_buttons_are_gone_and_forged_ones_are_answered(town: Town) -> None:
    wang, chen = await town.coordinator(), await town.volunteer("陈姐", leads=True)
    await chen.says("/help")
    card = chen.last()
    await wang.says("/people")
    await wang.presses("陈姐")
    await wang.presses("停用")
    await wang.presses("停用")
    press = await chen.presses_data("po:home", on=card)
    assert press.toast is not None
    assert "停用" in press.toast.text


async def test_whoever_is_suspended_is_still_heard_when_in_danger(town: Town) -> None:
    wang, chen = await town.coordinator(), await town.volunteer("陈姐", leads=True)
    await wang.says("/people")
    await wang.presses("陈姐")
    await wang.presses("停用")
    await wang.presses("停用")
    await chen.says("着火了")
    assert chen.sees("119")


async def test_a_lost_phone_is_logged_out_and_comes_back_by_a_coordinator(town: Town) -> None:
    wang, lin = await town.coordinator(), await town.resident("小林")
    await lin.says("/logout")
    assert lin.sees("手机丢了、号被别人用了")
    await lin.presses("先不退")
    assert (await town.member(lin)).active
    await lin.says("退出")
    await lin.presses("确定退出")
    assert not (await town.member(lin)).active
    await lin.says("/mine")
    assert "您已经退出了" in lin.last().text
    assert wang is not None


async def test_a_new_coordinator_waits_for_a_second_persons_yes(town: Town) -> None:
    wang, li = await town.coordinator(), await town.coordinator("李社工")
    lin = town.sandbox.person("小林")
    await lin.follows(await link_of(wang, "协调员"))
    assert lin.sees("还要另一位点头")
    assert Role.COORDINATOR not in (await town.member(lin)).roles
    assert not wang.sees("您认识这个人吗")
    assert li.sees("请 小林 当协调员，提名的是王社工")
    await li.presses("同意")
    assert lin.sees("您现在是协调员了")
    assert wang.sees("小林 的事有人点头了")
    assert li.sees("李社工同意了")
    assert "待办" in lin.keyboard


async def test_only_admins_may_propose_admins(town: Town) -> None:
    wang = await town.coordinator()
    await wang.says("/invite")
    press = await wang.presses_data("ti:admin:", on=wang.last())
    assert press.toast is not None
    assert "管理员" in press.toast.text
