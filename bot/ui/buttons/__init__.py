"""Every button a person can press, by feature."""

from __future__ import annotations

from bot.ui.buttons.button import Button

__all__ = ["Button"]
