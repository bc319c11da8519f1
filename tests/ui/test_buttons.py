"""What a press carries is read without trust."""

from __future__ import annotations

import pytest

from bot.domain.errors import RuleError
from bot.ui.buttons.tasks import ReleaseButton, SlotsButton


def test_a_button_reads_what_it_packed() -> None:
    assert SlotsButton.parse(SlotsButton(12, 3).pack()) == SlotsButton(12, 3)
    assert ReleaseButton.parse(ReleaseButton(12).pack()) == ReleaseButton(12, None)


@pytest.mark.parametrize(
    "data",
    ["", "cs", "cs:1", "cs:1:2:3", "cl:1:2", "cs:1:x", "cs:1:²", "cs:1:2147483648", "cs:-2147483649:1"],
)
def test_a_button_refuses_what_no_button_of_ours_says_and_numbers_no_column_takes(data: str) -> None:
    with pytest.raises(RuleError, match="no-stale-button"):
        SlotsButton.parse(data)
