"""How fast, how soon, how small: `python -m tests.bench [--short] [--json FILE] [names…]`."""
