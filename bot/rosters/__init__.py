"""Household and member rosters as they really come: read from a sheet, written to one, and a template to fill in.

Nothing here knows the database or Telegram: bytes in, plain rows out, and the other way round.
"""
