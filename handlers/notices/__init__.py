"""Notices: written and sent in private, read in the groups. One file for each thing people do with them."""

from __future__ import annotations

from handlers.notices import acts, audience, compose, correct, course, read, send
from handlers.route import Answer, Route

ANSWERS: dict[str, Answer] = {**compose.ANSWERS, **correct.ANSWERS}
ROUTES: list[Route] = [
    *compose.ROUTES,
    *read.ROUTES,
    *acts.ROUTES,
    *audience.ROUTES,
    *send.ROUTES,
    *course.ROUTES,
    *correct.ROUTES,
]
