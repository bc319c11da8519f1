"""What is stored, why, how long, who sees it: asked before anything is."""

from __future__ import annotations

from bot.domain import consent as text
from bot.storage.work import UnitOfWork
from bot.ui.buttons.privacy import ConsentButton
from bot.ui.screen import Reader, Rows, Screen


async def consent(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The text and its two answers; then what was answered, and how to answer otherwise."""
    member = await uow.members.get(ref)
    if member.consented == text.TEXT:
        return Screen(reader.words("consent-given"))
    yes = [reader.key("button-consent", ConsentButton(text.TEXT, 1))]
    if member.consented == -text.TEXT:
        return Screen(reader.words("consent-refused"), [yes])
    rows: Rows = [yes, [reader.key("button-no-consent", ConsentButton(text.TEXT, 0))]]
    days = reader.playbook.retention
    args = {"days": days.cases.days, "payloads": days.payloads.days}
    title = reader.playbook.title(reader.language)
    return Screen(
        reader.words("consent-ask", community=title, again=text.agrees(member), **args),
        rows,
    )
