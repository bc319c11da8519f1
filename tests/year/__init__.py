"""A year of visits at 3,000 households in virtual time: the real services, the real clock's ticks, a real database."""
