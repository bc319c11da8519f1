"""How large a roster may be. A community has up to 78,000 residents; whatever is far beyond is no roster."""

from __future__ import annotations

MB = 1 << 20
FILE = 20 * MB
"""A file; Telegram gives bots no larger one."""
UNPACKED = 256 * MB
"""All parts of an .xlsx unpacked."""
RATIO = 200
"""How many times its packed size one part may take, where it takes over `RATIO_FROM`. Ordinary sheets: 5 to 30."""
RATIO_FROM = 8 * MB
PARTS = 500
"""Files inside an .xlsx: sheets, styles, pictures."""
STRINGS = 3_000_000
"""Different texts in one workbook."""
COLUMNS = 256
ROWS = 1_048_576
"""Rows Excel can hold, empty ones counted; of rows with something in them `FILLED`."""
FILLED = 200_000
CELL = 4_000
"""Characters of one cell that are read."""
MERGES = 100_000
"""Merged ranges of one sheet that are heeded."""
