"""A stand-in Telegram: people, groups, presses and refusals, in this process or over HTTP.

It imports nothing of the bot it serves, so that the bot can be tested against it as it is.
"""

from bot.sandbox.chats import Group
from bot.sandbox.http import SandboxApp, http_app
from bot.sandbox.messages import Button, Message
from bot.sandbox.people import Person
from bot.sandbox.pressing import Press, Toast
from bot.sandbox.refusals import ConnectionLost
from bot.sandbox.request import SandboxRequest
from bot.sandbox.sandbox import Request, Sandbox
from bot.sandbox.serving import listening, run_sandbox, serve

__all__ = [
    "Button",
    "ConnectionLost",
    "Group",
    "Message",
    "Person",
    "Press",
    "Request",
    "Sandbox",
    "SandboxApp",
    "SandboxRequest",
    "Toast",
    "http_app",
    "listening",
    "run_sandbox",
    "serve",
]
