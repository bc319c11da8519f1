"""The one web app of `run`: is Linli alive, and how much is waiting."""
