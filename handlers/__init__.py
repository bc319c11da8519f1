"""The whole bot in one list: which act leads to which handler. The first that fits takes the update."""

from __future__ import annotations

from handlers import drafts, private, reports
from handlers.route import Route


def routes() -> list[Route]:
    """In the order they are tried: commands and buttons, then what is said freely."""
    return [
        *reports.ROUTES,
        *drafts.ROUTES,
        *reports.LAST,
        *private.ROUTES,
    ]
