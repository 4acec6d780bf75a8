"""What the command line asks Telegram: who the bot is, and what time it is there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp

from bot.settings import Settings
from bot.transport import ApiError, BotApi, Unreachable, WrongTokenError, is_wrong_token

PATIENCE = 15.0
"""Seconds to wait for an answer."""


async def username(settings: Settings) -> str:
    """The bot's own name, without "@". Raises WrongTokenError or Unreachable."""
    async with BotApi(settings.api_url, settings.token(), proxy=settings.proxy, time_limit=PATIENCE) as api:
        try:
            me = await api.call("getMe")
        except ApiError as error:
            if is_wrong_token(error):
                raise WrongTokenError from error
            raise Unreachable(str(error)) from error
    return str(me["username"])


async def clock_error(settings: Settings, now: datetime) -> timedelta | None:
    """How far this machine's clock (`now`) is ahead of Telegram's; None if it does not say."""
    timeout = aiohttp.ClientTimeout(PATIENCE)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.head(settings.api_url, proxy=settings.proxy) as answer,
        ):
            said = answer.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise Unreachable(type(error).__name__) from None
    return now - parsedate_to_datetime(said).astimezone(UTC) if said else None
