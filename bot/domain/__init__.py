"""The rules: plain data and pure functions. Nothing here knows Telegram, a database or the clock."""
