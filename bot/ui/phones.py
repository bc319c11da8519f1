"""Numbers as Telegram makes them tappable."""

from __future__ import annotations

import re


def dialable(phone: str) -> str:
    """ "+86 138 0000 0000", which Telegram makes tappable; what is no mobile number stays as it was given."""
    digits = re.sub(r"\D", "", phone)
    mobile = digits[2:] if len(digits) == 13 and digits.startswith("86") else digits
    if len(mobile) == 11 and mobile.startswith("1"):
        return f"+86 {mobile[:3]} {mobile[3:7]} {mobile[7:]}"
    return phone
