"""What does not fit into one message is shown in pages; a card's `ref` then tells the row and the page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.case import Case

PAGES = 100
PAGE = 1800
"""Characters of a page of words: of four bytes each they still fit into one message."""


def page_ref(number: int, page: int) -> int:
    """Row and page in one number; pages beyond the last are the last."""
    return number * PAGES + min(max(page, 0), PAGES - 1)


def row_and_page(ref: int) -> tuple[int, int]:
    """The row's number and the page again."""
    return divmod(ref, PAGES)


def story_of(case: Case) -> list[str]:
    """Everything the resident said, in pages."""
    whole = "\n".join(filter(None, [case.text.strip(), *(one.text.strip() for one in case.additions)]))
    return [whole[i : i + PAGE] for i in range(0, len(whole), PAGE)][:PAGES]


def list_of(moment: datetime) -> int:
    """The list of cases, instead of cards, that a case of this moment goes on: hours since 1970."""
    return int(moment.timestamp()) // 3600


def lists_of(case: Case) -> tuple[int, int]:
    """The lists a case may stand on: that of its hour, and the next one, which begins an hour earlier."""
    own = list_of(case.reported_at)
    return own, own + 1


def span_of(number: int) -> tuple[datetime, datetime]:
    """From when to when the cases of a list were reported."""
    end = datetime.fromtimestamp((number + 1) * 3600, UTC)
    return end - timedelta(hours=2), end
