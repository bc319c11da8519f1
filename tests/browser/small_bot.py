"""A bot of a few lines in Linli's place, so that the demo page can be looked at by itself."""

from __future__ import annotations

from typing import Any

from bot.sandbox import Sandbox


class SmallBot:
    """Answers each update at once: one report, one claim, one question, one star."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.mei, self.qiang, self.chen, self.lin, self.wang = map(
            sandbox.person, ("小梅", "阿强", "陈姐", "小林", "王社工")
        )
        self.building = sandbox.group("3号楼邻居群", self.mei, self.qiang, self.wang)
        self.team = sandbox.group("爱禾缘志愿者", self.chen, self.lin, self.wang)
        self.offset = 0
        self.details: tuple[int, int] = (0, 0)
        sandbox.on_action = self.hear

    async def hear(self) -> None:
        for update in await self.call("getUpdates", offset=self.offset):
            self.offset = update["update_id"] + 1
            if query := update.get("callback_query"):
                await self.pressed(query)
            elif (text := update.get("message", {}).get("text", "")).startswith("/report"):
                await self.say(self.building.id, "#12 3号楼 · 电梯", "我也遇到了:me_too")
                await self.say(self.team.id, "T12 跟进 · 3号楼", "认领:claim")
            elif text.startswith("/start"):
                await self.started(update["message"]["from"]["id"], text)

    async def started(self, person: int, text: str) -> None:
        keyboard = {"keyboard": [["我的事", "求助"]], "is_persistent": True}
        await self.call("sendMessage", chat_id=person, text="您好，我是邻里。", reply_markup=keyboard)
        if "claim" in text:
            private = await self.say(person, "<b>李阿姨</b> 1502", "办好了:done", protect_content=True)
            self.details = (person, private)

    async def pressed(self, query: dict[str, Any]) -> None:
        data, message = query["data"], query["message"]
        answer: dict[str, Any] = {}
        if data == "claim":
            answer = {"url": "https://t.me/linli_bot?start=claim"}
        elif data == "done":
            await self.call(
                "editMessageText", chat_id=self.details[0], message_id=self.details[1], text="已收走"
            )
            await self.say(self.mei.id, "您看解决了吗？", "已解决:solved")
        elif data == "solved":
            stars = [f"{'★' * count}:star" for count in range(1, 6)]
            await self.say(self.mei.id, "请打分", *stars)
        elif data == "star":
            await self.call("deleteMessage", chat_id=self.mei.id, message_id=message["message_id"])
            answer = {"text": "谢谢您！", "show_alert": True}
        else:
            answer = {"text": "记下了"}
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)

    async def say(self, chat: int, text: str, *buttons: str, **more: Any) -> int:
        rows = [[dict(zip(("text", "callback_data"), one.split(":"), strict=True))] for one in buttons]
        sent = await self.call(
            "sendMessage",
            chat_id=chat,
            text=text,
            parse_mode="HTML",
            reply_markup={"inline_keyboard": rows},
            **more,
        )
        return int(sent["message_id"])

    async def call(self, method: str, **params: Any) -> Any:
        status, body = await self.sandbox.call(method, params)
        assert status == 200, body
        return body["result"]
