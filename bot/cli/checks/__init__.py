"""What `linli doctor` looks at. Each check says how things are and, where they are not well, what to do."""

from __future__ import annotations

from bot.cli.checks.finding import Finding, Mark

__all__ = ["Finding", "Mark"]
