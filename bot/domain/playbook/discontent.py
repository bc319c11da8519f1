"""有意见必到: what a community takes for discontent, so that somebody goes and listens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Discontent:
    """`unsolved`: so many 没解决 about one matter; `stars`: so few or fewer; `declined`: a 不受理 they do not accept.

    0 and False: that never is.
    """

    unsolved: int = 0
    stars: int = 0
    declined: bool = False

    def at_unsolved(self, times: int) -> bool:
        """Have they said 没解决 often enough?"""
        return 0 < self.unsolved <= times

    def at_stars(self, stars: int) -> bool:
        """Are these too few?"""
        return 1 <= stars <= self.stars
