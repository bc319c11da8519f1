"""Notices: written, sent, corrected, taken back, and read."""
