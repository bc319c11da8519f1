"""Settings read once, and the key and the webhook they lead to."""

from bot.config.hook import Hook, hook_of
from bot.config.key import data_key, data_keys, make_database_folder
from bot.config.settings import Settings, SettingsError, read_settings

__all__ = [
    "Hook",
    "Settings",
    "SettingsError",
    "data_key",
    "data_keys",
    "hook_of",
    "make_database_folder",
    "read_settings",
]
