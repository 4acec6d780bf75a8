"""The Bot API over HTTP: from a request to a method and back, with whatever may go wrong on the way."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote

from aiohttp import web

from simulator import attachments, bots, copying, editing, groups, sending
from simulator.errors import ApiError, bad_request, not_simulated, too_many_requests
from simulator.faults import Fault
from simulator.model import Bot, Json
from simulator.polling import Delivery
from simulator.registry import HANDLERS, Request
from simulator.scalars import Upload
from simulator.schema import Method, bot_api
from simulator.world import Call, World

# Importing these modules fills HANDLERS.
METHOD_MODULES = (attachments, bots, copying, editing, groups, sending)
NO_UPLOADS: Mapping[str, Upload] = {}
UPLOAD_LIMIT = 50 * 1024 * 1024


class BotApi:
    """Serves `/bot{token}/{method}` and `/file/bot{token}/{path}` for one world."""

    def __init__(self, world: World, webhook_retry: float) -> None:
        self.world = world
        self.closing = asyncio.Event()
        self._schema = bot_api()
        self._webhook_retry = webhook_retry
        self._deliveries: dict[str, Delivery] = {}

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one HTTP call."""
        token, _, name = request.match_info["call"].partition("/")
        bot = self.world.bots.get(token) or self.world.bots.get(unquote(token))
        method = self._schema.methods.get(name.lower())
        if bot is None:
            return _refusal(ApiError(401, "Unauthorized"))
        if method is None:
            return _refusal(ApiError(404, "Not Found"))
        try:
            params, uploads = await _read(request)
        except web.HTTPRequestEntityTooLarge:
            return _refusal(ApiError(413, "Request Entity Too Large"))
        except ApiError as error:
            return _refusal(error)
        fault = self.world.faults.next(method.name)
        if method.name == "getUpdates":
            return await self._answer(request, bot, method, params, uploads, fault)
        self.world.activity.began()
        try:
            if delay := self.world.faults.delay():
                await asyncio.sleep(delay)
            answer = await self._attempt(bot, method, params, uploads, fault)
        finally:
            self.world.activity.ended()
        return await self._deliver(request, answer, fault)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Give out a file under the path that getFile named."""
        if request.match_info["token"] not in self.world.bots:
            return _refusal(ApiError(401, "Unauthorized"))
        unique = request.match_info["path"].rpartition("/")[2].partition(".")[0]
        file = self.world.file(unique)
        if file is None or file.path != request.match_info["path"]:
            return _refusal(ApiError(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def close(self) -> None:
        """End every waiting poll, hanging call and webhook."""
        self.closing.set()
        for delivery in self._deliveries.values():
            delivery.release()
            await delivery.delete_webhook({})

    async def _answer(
        self,
        request: web.Request,
        bot: Bot,
        method: Method,
        params: Json,
        uploads: Mapping[str, Upload],
        fault: Fault | None,
    ) -> web.StreamResponse:
        return await self._deliver(request, await self._attempt(bot, method, params, uploads, fault), fault)

    async def _attempt(
        self, bot: Bot, method: Method, params: Json, uploads: Mapping[str, Upload], fault: Fault | None
    ) -> web.Response:
        """Carry the call out, unless the fault comes before; keep it in the world's record."""
        error: ApiError | None = None
        answer: web.Response
        if fault is not None and not fault.takes_effect:
            error = self._trouble(fault)
            answer = _refusal(error)
        else:
            try:
                text = await self._run(bot, method, params, uploads)
                answer = _json(f'{{"ok":true,"result":{text}}}')
            except ApiError as refused:
                error, answer = refused, _refusal(refused)
        if self.world.calls.maxlen != 0:
            status, why = (200, None) if error is None else (error.code, error.description)
            call = Call(bot, method.name, params, self.world.clock(), status, why, fault)
            self.world.calls.append(call)
        return answer

    def _trouble(self, fault: Fault) -> ApiError:
        if fault is Fault.FLOOD:
            return too_many_requests(self.world.faults.retry_after)
        return ApiError(502, "Bad Gateway")

    async def _deliver(
        self, request: web.Request, answer: web.Response, fault: Fault | None
    ) -> web.StreamResponse:
        """Let the answer reach the caller, or not."""
        if fault is None or fault in (Fault.SERVER_ERROR, Fault.FLOOD):
            return answer
        if fault is Fault.SERVER_ERROR_AFTER:
            return _refusal(ApiError(502, "Bad Gateway"))
        if fault in (Fault.TIMEOUT, Fault.TIMEOUT_AFTER):
            await self._hang()
        if request.transport is not None:
            request.transport.abort()
        return answer

    async def _hang(self) -> None:
        try:
            async with asyncio.timeout(self.world.faults.hang):
                await self.closing.wait()
        except TimeoutError:
            return

    async def _run(self, bot: Bot, method: Method, params: Json, uploads: Mapping[str, Upload]) -> str:
        """The JSON text of what a method returns."""
        args = method.check(params, frozenset(uploads) if uploads else frozenset())
        delivery = self._delivery(bot)
        match method.name:
            case "getUpdates":
                return await delivery.get_updates(args)
            case "setWebhook":
                result: Any = await delivery.set_webhook(args)
            case "deleteWebhook":
                result = await delivery.delete_webhook(args)
            case "getWebhookInfo":
                result = delivery.webhook_info()
            case name:
                handler = HANDLERS.get(name)
                if handler is None:
                    raise not_simulated(f"method {name}")
                result = handler(Request(self.world, bot, name, args, dict(uploads)))
        return json.dumps(result, ensure_ascii=False, separators=(",", ":"))

    def _delivery(self, bot: Bot) -> Delivery:
        delivery = self._deliveries.get(bot.token)
        if delivery is None:
            delivery = Delivery(self.world, bot, self._execute, self._webhook_retry)
            self._deliveries[bot.token] = delivery
        return delivery

    async def _execute(self, bot: Bot, name: str, params: Json) -> None:
        method = self._schema.methods.get(str(name).lower())
        if method is not None:
            await self._attempt(bot, method, params, NO_UPLOADS, None)


async def _read(request: web.Request) -> tuple[Json, Mapping[str, Upload]]:
    """The arguments of a call from its query, form or JSON body, and the files that came with it."""
    params: Json = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_multipart(request, params)
    body = await request.read()
    if not body:
        return params, NO_UPLOADS
    if kind == "application/json":
        try:
            given = json.loads(body)
        except ValueError:
            raise bad_request("can't parse request body as JSON object") from None
        if not isinstance(given, dict):
            raise bad_request("can't parse request body as JSON object")
        return params | given, NO_UPLOADS
    try:
        return params | dict(parse_qsl(body.decode(), keep_blank_values=True)), NO_UPLOADS
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def _read_multipart(request: web.Request, params: Json) -> tuple[Json, Mapping[str, Upload]]:
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            params[name] = uploads[name]
            value.file.close()
        elif isinstance(value, bytes | bytearray):
            params[name] = value.decode()
        else:
            params[name] = value
    return params, uploads


def _json(text: str, status: int = 200) -> web.Response:
    return web.Response(body=text.encode(), status=status, content_type="application/json")


def _refusal(error: ApiError) -> web.Response:
    return _json(json.dumps(error.body(), ensure_ascii=False, separators=(",", ":")), error.code)
