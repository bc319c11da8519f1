"""A one-time code that links whoever has it to a household, or to the volunteer a roster names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import RuleError

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Nothing that looks like something else on paper: no 0 O, 1 I L."""
LENGTH = 8
"""31⁸ codes: nobody finds one of some thousands by trying."""


@dataclass
class Code:
    """The code itself is never stored, only its keyed hash. It is for one household or one listed volunteer."""

    code_hash: str
    made_at: datetime
    expires_at: datetime
    household_id: int | None = None
    roster_member_id: int | None = None
    by_id: int | None = None
    used_at: datetime | None = None
    used_by: int | None = None
    version: int = 1
    id: int | None = None

    def use(self, member_id: int, now: datetime) -> None:
        """Redeems it. Raises RuleError when used or too old."""
        if self.used_at is not None:
            raise RuleError("no-code-used")
        if now > self.expires_at:
            raise RuleError("no-code-expired")
        self.used_at, self.used_by = now, member_id


def spelled(text: str) -> str | None:
    """The code as it is hashed, from however somebody typed it (ab3d-7xyz, ＡＢ３Ｄ ７ＸＹＺ); None if it is none."""
    plain = "".join(char for char in text.upper().translate(_WIDE) if char not in " -\u3000－—_.")
    return plain if len(plain) == LENGTH and all(char in ALPHABET for char in plain) else None


def shown(code: str) -> str:
    """In two halves, as people can read it out."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


_WIDE = {number + 0xFEE0: chr(number) for number in range(0x21, 0x7F)}
