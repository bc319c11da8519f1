"""The buttons of a preview."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services import answering, doubts, drafts
from bot.ui.buttons.reports import (
    AddToCaseButton,
    BackToDraftButton,
    CaseInDangerButton,
    CaseNoDangerButton,
    ChangePlaceButton,
    DraftPlaceButton,
    DropDraftButton,
    FileAnswerButton,
    InDangerButton,
    KeepPrivateButton,
    NoDangerButton,
    OtherMatterButton,
    RestoreDraftButton,
    SendDraftButton,
)
from handlers.route import Route, on_button


async def on_send(update: Update, context: BotContext) -> None:
    """提交."""
    draft = await context.uow.drafts.get(SendDraftButton.of(update).draft_id)
    case = await drafts.send_draft(context.uow, draft, context.member, now=context.now)
    context.toast("toast-filed", no=case.number)


async def on_danger(update: Update, context: BotContext) -> None:
    """有: somebody is in danger."""
    draft = await context.uow.drafts.get(InDangerButton.of(update).draft_id)
    await doubts.heed_draft(context.uow, draft, context.member, now=context.now)
    context.toast("toast-heeded", alert=True)


async def on_no_danger(update: Update, context: BotContext) -> None:
    """没有: nobody is."""
    draft = await context.uow.drafts.get(NoDangerButton.of(update).draft_id)
    await doubts.calm_draft(context.uow, draft, context.member, now=context.now)
    context.toast("toast-calm")


async def on_case_danger(update: Update, context: BotContext) -> None:
    """有, of a case that is filed."""
    case_id = CaseInDangerButton.of(update).case_id
    await doubts.heed_case(context.uow, case_id, context.member, now=context.now)
    context.toast("toast-heeded", alert=True)


async def on_case_calm(update: Update, context: BotContext) -> None:
    """没有, of a case that is filed."""
    await doubts.calm_case(
        context.uow, CaseNoDangerButton.of(update).case_id, context.member, now=context.now
    )
    context.toast("toast-case-calm")


async def on_add(update: Update, context: BotContext) -> None:
    """The draft is news on an open case."""
    draft = await context.uow.drafts.get(AddToCaseButton.of(update).draft_id)
    case = await drafts.join_case(context.uow, draft, context.member, now=context.now)
    context.toast("toast-added", no=case.number)


async def on_file_answer(update: Update, context: BotContext) -> None:
    """记到 #12."""
    draft = await context.uow.drafts.get(FileAnswerButton.of(update).draft_id)
    case = await answering.file_answer(
        context.uow, draft, context.member, now=context.now, mark=context.round
    )
    context.toast("toast-added", no=case.number)


async def on_other_matter(update: Update, context: BotContext) -> None:
    """另一件事."""
    draft = await context.uow.drafts.get(OtherMatterButton.of(update).draft_id)
    await answering.part_answer(context.uow, draft, context.member, now=context.now)
    context.toast("toast-other-matter")


async def on_drop(update: Update, context: BotContext) -> None:
    """取消."""
    draft = await context.uow.drafts.get(DropDraftButton.of(update).draft_id)
    await drafts.drop_draft(context.uow, draft, context.member, now=context.now)
    context.toast("toast-dropped")


async def on_restore(update: Update, context: BotContext) -> None:
    """Takes 取消 back."""
    draft = await context.uow.drafts.get(RestoreDraftButton.of(update).draft_id)
    await drafts.restore_draft(context.uow, draft, context.member, now=context.now)
    context.toast("toast-restored")


async def on_private(update: Update, context: BotContext) -> None:
    """保密, and back."""
    draft = await context.uow.drafts.get(KeepPrivateButton.of(update).draft_id)
    await drafts.keep_private(context.uow, draft, context.member, now=context.now)
    context.toast("toast-private" if draft.sensitive else "toast-not-private")


async def on_pick(update: Update, context: BotContext) -> None:
    """改地点: the list of places."""
    button = ChangePlaceButton.of(update)
    draft = await context.uow.drafts.get(button.draft_id)
    await drafts.pick_place(context.uow, draft, context.member, button.compound, button.page, now=context.now)


async def on_back(update: Update, context: BotContext) -> None:
    """From the list of places back to the preview."""
    draft = await context.uow.drafts.get(BackToDraftButton.of(update).draft_id)
    await drafts.stop_picking(context.uow, draft, context.member, now=context.now)


async def on_place(update: Update, context: BotContext) -> None:
    """A place was chosen."""
    button = DraftPlaceButton.of(update)
    draft = await context.uow.drafts.get(button.draft_id)
    where = button.compound, button.building
    await drafts.place_draft(context.uow, draft, context.member, *where, now=context.now)
    context.toast("toast-placed")


ROUTES: list[Route] = [
    on_button(SendDraftButton, on_send),
    on_button(InDangerButton, on_danger),
    on_button(NoDangerButton, on_no_danger),
    on_button(CaseInDangerButton, on_case_danger),
    on_button(CaseNoDangerButton, on_case_calm),
    on_button(AddToCaseButton, on_add),
    on_button(FileAnswerButton, on_file_answer),
    on_button(OtherMatterButton, on_other_matter),
    on_button(DropDraftButton, on_drop),
    on_button(RestoreDraftButton, on_restore),
    on_button(KeepPrivateButton, on_private),
    on_button(ChangePlaceButton, on_pick),
    on_button(BackToDraftButton, on_back),
    on_button(DraftPlaceButton, on_place),
]
