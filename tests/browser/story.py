"""What happens on the pictures: one Wednesday in 3号楼, chapter by chapter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.sandbox import Group, Person
from tests.browser.camera import Camera
from tests.browser.visitor import BUILDING_GROUP, HELPERS, LINLI, SQUAD
from tests.journeys.seeing import first, wait
from tests.services.rosters import bring, household
from tests.town import Town

RICE = "帮我把两袋米搬上楼，3号楼2单元1502"
LIFT = "/report 3号楼电梯坏了"
WATER = (
    "<b>【停水】</b>明天 9:00–17:00，源昌鑫海湾 1–6 号楼停水，换水管。<u>请今晚存些水。</u>\n"
    "家里有老人、病人要帮忙，点下面的按钮。"
)
TYPHOON = "<b>【台风】</b>台风今晚到，请待在家里，别出门。"
PHONE = "/report 谁能帮我装一下新手机"


@dataclass
class Story:
    """The people and groups by name, and who takes the pictures."""

    town: Town
    camera: Camera

    def __getitem__(self, name: str) -> Person:
        return next(one for one in self.town.sandbox.people.values() if one.name == name)

    def group(self, title: str) -> Group:
        """One of their groups."""
        return next(one for one in self.town.sandbox.groups if one.title == title)


Chapter = Callable[[Story], Awaitable[None]]


async def the_page(story: Story) -> None:
    """Everybody's chats side by side: a report, a claim, and something only a coordinator can decide."""
    neighbours = story.group(BUILDING_GROUP)
    await story["小梅"].says(LIFT, in_=neighbours)
    await story["陈姐"].presses("认领", in_=story.group(HELPERS))
    await story["阿强"].says(PHONE, in_=neighbours)
    chats = {"小梅": BUILDING_GROUP, "阿强": BUILDING_GROUP, "陈姐": LINLI, "小林": HELPERS, "王社工": LINLI}
    await story.camera.page("demo", chats)


async def the_rice(story: Story) -> None:
    """Said in private, sent, claimed, done."""
    mei, lin, camera = story["小梅"], story["小林"], story.camera
    await camera.keyboard("resident-keyboard", "小梅")
    await mei.says(RICE)
    await camera.cards("resident-preview", "小梅", LINLI, "帮我把两袋米", "我记下的是")
    await mei.presses("提交")
    await camera.cards("resident-receipt", "小梅", LINLI, "收到了，编号 #1")
    await camera.cards("volunteer-card", "小林", SQUAD, "T1 搬重物")
    await lin.says("/tasks")
    await camera.cards("volunteer-tasks", "小林", LINLI, "等人认领")
    await lin.presses("认领", in_=story.group(SQUAD))
    await camera.cards("volunteer-details", "小林", LINLI, "T1 请您跑一趟")
    await lin.presses("办好了", on=lin.last())
    await camera.cards("volunteer-done", "小林", LINLI, "T1 办好了，辛苦您", "想补一句")


async def the_stars(story: Story) -> None:
    """Solved, says who asked for it."""
    mei, camera = story["小梅"], story.camera
    await camera.cards("resident-confirm", "小梅", LINLI, "您看解决了吗")
    await mei.presses("已解决")
    await wait(story.town, 3)
    await mei.presses("★★★★★")
    await camera.cards("resident-stars", "小梅", LINLI, "您给了")


async def the_lift(story: Story) -> None:
    """A report in the group goes to the property office; nobody of ours keeps after it yet."""
    mei, camera = story["小梅"], story.camera
    await mei.says(LIFT, in_=story.group(BUILDING_GROUP))
    await camera.cards("resident-report", "小梅", BUILDING_GROUP, "/report", "🔧 #2")


async def the_fall(story: Story) -> None:
    """Danger: what to dial, and who is called. Then 求助, which was pressed by mistake."""
    mei, wang, camera = story["小梅"], story["王社工"], story.camera
    await mei.says("/report 3号楼门口有人晕倒了", in_=story.group(BUILDING_GROUP))
    await camera.cards("resident-danger", "小梅", BUILDING_GROUP, "/report 3号楼门口", "先打电话")
    await camera.cards("coordinator-alarm", "王社工", LINLI, "有人晕倒")
    await wang.presses("我来处理")
    await wang.presses("处理好了")
    await mei.says("/sos")
    await camera.cards("resident-sos", "小梅", LINLI, "10 秒后通知")
    await mei.presses("按错了")


async def the_telephone(story: Story) -> None:
    """What no playbook knows, a coordinator decides."""
    camera = story.camera
    await story["阿强"].says(PHONE, in_=story.group(BUILDING_GROUP))
    await camera.cards("coordinator-triage", "王社工", LINLI, "谁能帮我装一下新手机")
    await story["王社工"].presses("受理")
    await camera.cards("coordinator-accept", "王社工", LINLI, "是哪一类")


async def the_afternoon(story: Story) -> None:
    """Five hours later some of it still waits, and somebody is asked to go."""
    wang, camera = story["王社工"], story.camera
    await story.town.pass_time(hours=5)
    await wang.says("/todo")
    await camera.cards("coordinator-todo", "王社工", LINLI, "等着您的事")
    await wang.presses("T2 请人去")
    await camera.cards("coordinator-send", "王社工", LINLI, "T2 跟进")
    await wang.presses("请您去")
    await wang.presses("陈姐")
    await camera.cards("volunteer-asked", "陈姐", LINLI, "想请您跑一趟")


async def the_new_group(story: Story) -> None:
    """Linli is brought into another building's group."""
    wang = story["王社工"]
    group = story.town.sandbox.group("源昌鑫海湾5号楼邻里群", wang, with_bot=False)
    await wang.adds_bot(group, admin=True)
    await story.camera.cards("coordinator-bind", "王社工", group.title, "这是什么群")


async def the_notice(story: Story) -> None:
    """Water off: written as it is to look, looked at, and read in the group."""
    wang, camera = story["王社工"], story.camera
    await wang.says("/notice")
    await wang.says(WATER, formatted=True)
    await wang.presses("对象")
    await wang.presses("源昌鑫海湾")
    await wang.presses("选好了")
    await camera.cards("notice-preview", "王社工", LINLI, "【停水】明天", "还没发")
    await wang.presses("发送")
    await camera.cards("notice-group", "小梅", BUILDING_GROUP, "【停水】明天")
    await camera.cards("notice-progress", "王社工", LINLI, "发到")


async def the_doors(story: Story) -> None:
    """Whom it reached, by building; and somebody is sent to the old people who did not answer."""
    town, wang, camera = story.town, story["王社工"], story.camera
    old = [household("郑奶奶", kinds="独居"), household("钱爷爷", room="502", kinds="低保")]
    await bring(town.linli.database, "households", *old)
    await town.pass_time(minutes=1)
    await story["小梅"].presses("收到", in_=story.group(BUILDING_GROUP))
    await story["小梅"].presses("我家需要帮忙", in_=story.group(BUILDING_GROUP))
    await wang.presses("谁收到了", on=first(wang, "发到"))
    await camera.cards("notice-reach", "王社工", LINLI, "没有回音")


async def the_typhoon(story: Story) -> None:
    """Everybody is asked whether they are safe; the roll call says who has not answered."""
    wang, mei, group = story["王社工"], story["小梅"], story.group(BUILDING_GROUP)
    await wang.says("/notice")
    await wang.says(TYPHOON, formatted=True)
    for word in ("对象", "源昌鑫海湾", "选好了", "问问大家", "报平安", "返回", "发送"):
        await wang.presses(word)
    await story.camera.cards("emergency-group", "小梅", BUILDING_GROUP, "【台风】")
    await mei.presses("平安", in_=group)
    await story.town.pass_time(seconds=31)
    await story.camera.cards("emergency-roll", "王社工", LINLI, "点名（")


STORIES: tuple[tuple[Chapter, ...], ...] = (
    (the_page,),
    (the_notice, the_doors, the_typhoon),
    (
        the_rice,
        the_stars,
        the_lift,
        the_fall,
        the_telephone,
        the_afternoon,
        the_new_group,
    ),
)
"""Each begins anew."""
