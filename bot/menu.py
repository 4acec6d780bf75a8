"""The menu of commands that the chat app shows, in each language."""

from __future__ import annotations

from bot.transport import BotApi
from locales import format_text

MENU = ("menu", "mine", "urgent", "person", "activities", "checkin", "desk", "help", "language")
"""The commands the menu names; the others are reached by buttons."""

_APP_LANGUAGES = {"": "zh-Hans", "en": "en"}
"""The chat app says only "zh" for both scripts, so whoever has no English app reads simplified Chinese."""


async def set_menu(api: BotApi) -> None:
    """Tell Telegram the commands. Raises ApiError or Unreachable."""
    for code, language in _APP_LANGUAGES.items():
        commands = [
            {"command": name, "description": format_text(f"command-{name}", {}, language)} for name in MENU
        ]
        await api.call("setMyCommands", {"commands": commands} | ({"language_code": code} if code else {}))
