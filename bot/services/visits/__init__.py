"""Visits 探访: plans, who is asked, who goes and when, what came of it, and pauses."""
