"""How updates reach a bot: by getUpdates, or pushed to its webhook."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from simulator.errors import ApiError, bad_request, conflict
from simulator.model import Bot, Json
from simulator.updates import Update
from simulator.world import World

TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
LOOPBACK = ("127.0.0.1", "localhost", "::1")
LONGEST_POLL = 50
SECRET = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


Execute = Callable[[Bot, str, Json], Awaitable[None]]


class Delivery:
    """Delivers one bot's updates, in one of the two ways at a time.

    `execute` carries out a call that a webhook put into its answer; `retry_delay` is the seconds until a
    refused update is pushed again, doubling.
    """

    def __init__(self, world: World, bot: Bot, execute: Execute, retry_delay: float) -> None:
        self.world = world
        self.bot = bot
        self.execute = execute
        self.retry_delay = retry_delay
        self.webhook: Webhook | None = None
        self._poll: asyncio.Future[str] | None = None

    async def get_updates(self, args: Json) -> str:
        """The JSON array of unconfirmed updates, waiting up to `timeout` seconds for the first."""
        if self.webhook is not None:
            raise conflict(WEBHOOK_ACTIVE)
        self._terminate(TERMINATED)
        queue = self.bot.queue
        queue.allow(args.get("allowed_updates"))
        if offset := args.get("offset", 0):
            queue.confirm(offset)
            self.world.activity.stir()
        limit = args.get("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        timeout = min(max(args.get("timeout", 0), 0), LONGEST_POLL)
        if not queue.pending and timeout:
            await self._wait(timeout)
        return f"[{','.join(queue.first(limit))}]"

    async def _wait(self, timeout: float) -> None:  # noqa: ASYNC109
        mine = self._poll = asyncio.get_running_loop().create_future()
        arrival = asyncio.ensure_future(self.bot.queue.arrived.wait(timeout))
        try:
            await asyncio.wait((mine, arrival), return_when=asyncio.FIRST_COMPLETED)
            if mine.done():
                raise conflict(mine.result())
        finally:
            arrival.cancel()
            if self._poll is mine:
                self._poll = None

    def _terminate(self, reason: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(reason)

    def release(self) -> None:
        """End a waiting poll, because the server goes down."""
        self._terminate("the server is shutting down")

    async def set_webhook(self, args: Json) -> bool:
        """Push updates to a URL from now on; an empty one is deleteWebhook."""
        url = args["url"]
        if not url:
            return await self.delete_webhook(args)
        webhook = Webhook(self, url, args)
        await self.delete_webhook(args)
        self._terminate("terminated by setWebhook request")
        self.bot.queue.allow(args.get("allowed_updates"))
        self.webhook = webhook
        webhook.start()
        return True

    async def delete_webhook(self, args: Json) -> bool:
        """Go back to getUpdates."""
        if args.get("drop_pending_updates"):
            self.bot.queue.clear()
            self.world.activity.stir()
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
        return True

    def webhook_info(self) -> Json:
        """The Bot API's WebhookInfo."""
        queue = self.bot.queue
        info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(queue.pending)}
        if queue.allowed is not None:
            info["allowed_updates"] = sorted(queue.allowed)
        return info | self.webhook.info() if self.webhook is not None else info


class Webhook:
    """Pushes updates to a URL until it says 2xx: those of one chat in order, several chats at a time."""

    def __init__(self, delivery: Delivery, url: str, args: Json) -> None:
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        secret = args.get("secret_token", "")
        if not SECRET.issuperset(secret):
            raise bad_request("secret token contains unallowed characters")
        self.url = url
        self._delivery = delivery
        self._queue = delivery.bot.queue
        self._headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self._connections = min(max(args.get("max_connections", 40), 1), 100)
        self._slots = asyncio.Semaphore(self._connections)
        self._lanes: dict[int, list[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        self._last_error: Json = {}

    def start(self) -> None:
        """Push what waits and whatever comes."""
        self._queue.push = self._feed
        for update in self._queue.pending.values():
            self._feed(update)

    async def stop(self) -> None:
        """Push no more; what was not taken stays in the queue."""
        self._queue.push = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    def info(self) -> Json:
        """What getWebhookInfo says of it."""
        return {"url": self.url, "max_connections": self._connections} | self._last_error

    def _feed(self, update: Update) -> None:
        if update.lane in self._lanes:
            self._lanes[update.lane].append(update)
            return
        self._lanes[update.lane] = [update]
        task = asyncio.create_task(self._drain(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, lane: int) -> None:
        waiting = self._lanes[lane]
        delay = self._delivery.retry_delay
        while waiting:
            if self._delivery.world.faults.away:
                await asyncio.sleep(self._delivery.retry_delay)
            elif waiting[0].id not in self._queue.pending or await self._push(waiting[0]):
                self._queue.done(waiting.pop(0))
                self._delivery.world.activity.stir()
                delay = self._delivery.retry_delay
            else:
                await asyncio.sleep(delay)
                delay = min(delay * 2, 60)
        del self._lanes[lane]

    async def _push(self, update: Update) -> bool:
        headers = self._headers | {"Content-Type": "application/json"}
        async with self._slots:
            try:
                async with self._session.post(self.url, data=update.text.encode(), headers=headers) as answer:
                    body = await answer.read()
                    if 200 <= answer.status < 300:
                        await self._reply(body)
                        return True
                    error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            except (aiohttp.ClientError, TimeoutError) as failure:
                error = "Read timeout expired" if isinstance(failure, TimeoutError) else "Connection refused"
        self._last_error = {"last_error_date": self._delivery.world.now(), "last_error_message": error}
        return False

    async def _reply(self, body: bytes) -> None:
        """Carry out the call that a webhook may put into its answer; what comes of it, nobody is told."""
        call: Any = None
        with contextlib.suppress(ValueError):
            call = json.loads(body)
        if isinstance(call, dict) and "method" in call:
            with contextlib.suppress(ApiError):
                await self._delivery.execute(self._delivery.bot, call.pop("method"), call)
