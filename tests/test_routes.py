"""What leads to which handler."""

from __future__ import annotations

import pytest
from telegram import Update

import handlers
from bot.intake.context import BotContext
from bot.ui.buttons.reports import FollowButton
from handlers.route import gather, on_button


async def _nothing(update: Update, context: BotContext) -> None:
    """Does it."""


def test_a_button_that_two_features_want_is_found_out_at_the_start() -> None:
    with pytest.raises(ValueError, match=FollowButton.tag):
        gather([on_button(FollowButton, _nothing), on_button(FollowButton, _nothing)])


def test_no_press_is_held_against_one_button_after_the_other() -> None:
    presses = [
        route for route in handlers.routes()[0] if type(route) is type(on_button(FollowButton, _nothing))
    ]
    assert len(presses) == 1
