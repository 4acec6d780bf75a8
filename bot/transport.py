"""HTTP to Telegram on aiohttp: for python-telegram-bot, and a thin client for the two loops.

The token is part of every address, so no exception or log line here ever carries an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self
from urllib.parse import quote

import aiohttp
from pydantic_core import from_json, to_json
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

TELEGRAM = "https://api.telegram.org"
UPLOAD_TIME = 60.0
"""Seconds that sending a file may take beyond an ordinary call."""

Upload = tuple[str, bytes]
"""A file's name and its bytes."""


class ApiError(Exception):
    """Telegram's refusal of one call."""

    def __init__(
        self,
        code: int,
        description: str,
        retry_after: float | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to_chat_id = migrate_to_chat_id


class Unreachable(Exception):  # noqa: N818 - it says what is the case
    """No answer: no connection, cut off, too late, or not the Bot API that answered."""


class WrongTokenError(Exception):
    """Telegram does not know this bot token."""


def is_wrong_token(error: ApiError) -> bool:
    """Whether the token is to blame: 401 for an unknown one, 404 for one of the wrong form."""
    return error.code in (401, 404)


class BotApi:
    """The Bot API as plain JSON, for one bot. Use as a context manager, or `close()` it."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        pool_size: int = 288,
        proxy: str | None = None,
        time_limit: float = 20.0,
    ) -> None:
        self._base = f"{url.rstrip('/')}/bot{token}/"
        self._files = f"{url.rstrip('/')}/file/bot{token}/"
        self._pool_size = pool_size
        self._proxy = proxy
        self._time_limit = time_limit
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - it bounds one HTTP exchange
    ) -> Any:
        """Call a method and return its result. Raises ApiError or Unreachable.

        `files` maps parameter names to uploads; `timeout` is for the whole exchange, in seconds.
        """
        limit = timeout or self._time_limit + (UPLOAD_TIME if files else 0)
        body = _multipart(params or {}, files) if files else _json(params or {})
        try:
            async with self._open().post(
                self._base + method, data=body, proxy=self._proxy, timeout=aiohttp.ClientTimeout(limit)
            ) as response:
                status, payload = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(type(error).__name__) from None
        return _result(status, payload)

    async def download(self, path: str, largest: int) -> bytes:
        """The file at the path that getFile named. Raises ApiError, also for one that is larger than it may
        be, or Unreachable."""
        limit = aiohttp.ClientTimeout(self._time_limit + UPLOAD_TIME)
        try:
            async with self._open().get(
                self._files + quote(path), proxy=self._proxy, timeout=limit
            ) as response:
                data = await response.content.read(largest + 1) if response.status == 200 else b""
                while len(data) <= largest and (more := await response.content.read(largest + 1 - len(data))):
                    data += more
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(type(error).__name__) from None
        if response.status != 200:
            raise ApiError(response.status, "the file is not given")
        if len(data) > largest:
            raise ApiError(413, "the file is too big")
        return data

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = _session(self._pool_size)
        return self._session

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's transport on aiohttp. Times in seconds."""

    def __init__(
        self,
        *,
        pool_size: int = 64,
        proxy: str | None = None,
        read_timeout: float = 20.0,
        write_timeout: float = 20.0,
        connect_timeout: float = 10.0,
        pool_timeout: float = 10.0,
        media_write_timeout: float = UPLOAD_TIME,
    ) -> None:
        self._pool_size = pool_size
        self._proxy = proxy
        self._read = read_timeout
        self._write = write_timeout
        self._connect = connect_timeout
        self._pool = pool_timeout
        self._media_write = media_write_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take unless a call says otherwise."""
        return self._read

    async def initialize(self) -> None:
        """Open the connection pool."""
        if self._session is None:
            self._session = _session(self._pool_size)

    async def shutdown(self) -> None:
        """Close the connection pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one exchange. Raises TimedOut or NetworkError."""
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        files = request_data.multipart_data if request_data else None
        timeout = _timeout(
            _given(read_timeout, self._read),
            _given(write_timeout, self._media_write if files else self._write),
            _given(connect_timeout, self._connect),
            _given(pool_timeout, self._pool),
        )
        body = _form(request_data) if request_data else None
        try:
            async with self._session.request(
                method, url, data=body, proxy=self._proxy, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"aiohttp {type(error).__name__}") from None


def _session(pool_size: int) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=pool_size))


def _given(value: Any, default: float) -> float | None:
    return default if value is BaseRequest.DEFAULT_NONE else value


def _timeout(
    read: float | None, write: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    wait = None if connect is None or pool is None else connect + pool
    total = None if wait is None or read is None or write is None else wait + read + write
    return aiohttp.ClientTimeout(total=total, connect=wait, sock_connect=connect, sock_read=read)


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _json(params: Mapping[str, Any]) -> aiohttp.BytesPayload:
    return aiohttp.BytesPayload(to_json(params), content_type="application/json")


def _multipart(params: Mapping[str, Any], files: Mapping[str, Upload]) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # or a file named in Chinese arrives under another name
    for name, value in params.items():
        form.add_field(name, value if isinstance(value, str) else to_json(value).decode())
    for name, (filename, content) in files.items():
        form.add_field(name, BytesIO(content), filename=filename, content_type="application/octet-stream")
    return form


def _result(status: int, payload: bytes) -> Any:
    try:
        answer = from_json(payload)
        if answer["ok"]:
            return answer["result"]
        more = answer.get("parameters") or {}
        error = ApiError(
            int(answer["error_code"]),
            str(answer["description"]),
            more.get("retry_after"),
            more.get("migrate_to_chat_id"),
        )
    except (ValueError, TypeError, LookupError, AttributeError):
        if status >= 500:
            raise ApiError(status, "no answer of the Bot API") from None
        raise Unreachable(f"HTTP {status} that is no answer of the Bot API") from None
    raise error
