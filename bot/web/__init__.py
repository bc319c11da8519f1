"""The one web app of `run`: where Telegram calls, is Linli alive, and how much is waiting."""
