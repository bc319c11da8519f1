"""报平安: agreeing to it, the day's question, and the phone call after it."""
