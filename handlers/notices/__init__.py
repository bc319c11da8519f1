"""Notices: written and sent in private, read in the groups. One file for each thing people do with them."""

from __future__ import annotations

from handlers.notices import acts, audience, compose, correct, course, reach, read, receive, send
from handlers.route import Answer, Route, Start

ANSWERS: dict[str, Answer] = {**compose.ANSWERS, **correct.ANSWERS}
STARTS: dict[str, Start] = {**receive.STARTS}
ROUTES: list[Route] = [
    *compose.ROUTES,
    *read.ROUTES,
    *receive.ROUTES,
    *reach.ROUTES,
    *acts.ROUTES,
    *audience.ROUTES,
    *send.ROUTES,
    *course.ROUTES,
    *correct.ROUTES,
]
