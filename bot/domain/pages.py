"""What does not fit into one message is shown in pages; a card's `ref` then tells the row and the page."""

from __future__ import annotations

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
