"""How she was found: what a person says to end a search."""

from __future__ import annotations

from enum import StrEnum


class Found(StrEnum):
    """Only a person's word ends the ladder of danger."""

    PHONED = "phoned"  # 电话通了，她没事
    AT_HOME = "at_home"  # 在家，平安
    ELSEWHERE = "elsewhere"  # 在别处，平安
    IN_HOSPITAL = "in_hospital"
    HURT = "hurt"  # 受伤或病倒，已送医
    DIED = "died"
