"""Databases as released versions left them, and whether this version goes on with them."""
