"""Settings read once, and the key they lead to."""

from bot.config.key import data_key, data_keys, make_database_folder
from bot.config.settings import Settings, SettingsError, read_settings

__all__ = ["Settings", "SettingsError", "data_key", "data_keys", "make_database_folder", "read_settings"]
