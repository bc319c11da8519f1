"""What Linli puts on paper: posters for doors, and plain A4 pages with Chinese type that every viewer shows.

    posters(pages) -> bytes                     one building a page, with the QR of its link
    paper(title, lines, qr=…, code=…) -> bytes  one page for whatever somebody must keep
    proof(community, name, period, rows, total_minutes, words) -> bytes

All words come in as they are read: this part knows no language, no playbook and no database.
"""

from __future__ import annotations

from bot.printing.face import FontError, unprintable
from bot.printing.page import paper
from bot.printing.poster import Poster, posters
from bot.printing.proof import Say, proof

__all__ = ["FontError", "Poster", "Say", "paper", "posters", "proof", "unprintable"]
