"""Linli 邻里: one residential community's helper in Telegram."""
