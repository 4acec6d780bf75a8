"""The phones' own API, for the page: who there is, what is on each screen, what happens, what people do."""

import asyncio
import contextlib
import json
from typing import Any

from aiohttp import web

from simulator.model import Chat, Json
from simulator.phone_acts import ACTIONS, ActError
from simulator.phone_views import message_view, person_view, reply_keyboard_view
from simulator.world import World


class Phones:
    """Serves `/api/…` for the private chats with the world's first bot."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._sockets: dict[web.WebSocketResponse, asyncio.Queue[str | None]] = {}

    def add_routes(self, app: web.Application) -> None:
        """Put the routes into the application."""
        app.router.add_get("/api/people", self.people)
        app.router.add_get("/api/phones/{user_id:[0-9]+}", self.phone)
        app.router.add_post("/api/phones/{user_id:[0-9]+}/act", self.act)
        app.router.add_get("/api/files/{unique_id}", self.file)
        app.router.add_get("/api/events", self.events)

    def _chat(self, request: web.Request) -> Chat:
        user = self.world.users.get(int(request.match_info["user_id"]))
        if user is None or user.is_bot or not self.world.bots:
            raise web.HTTPNotFound
        return self.world.private_chat(self.world.bot, user)

    async def people(self, _request: web.Request) -> web.Response:
        """Everyone who has a phone, and the bot."""
        bot = self.world.bot
        people = [
            person_view(user, self.world.private_chat(bot, user))
            for user in self.world.users.values()
            if not user.is_bot
        ]
        about = {"id": bot.id, "name": bot.user.first_name, "username": bot.user.username}
        return web.json_response({"people": people, "bot": about})

    async def phone(self, request: web.Request) -> web.Response:
        """One screen."""
        chat = self._chat(request)
        return web.json_response(
            {
                "chat": chat.api(),
                "messages": [message_view(message) for message in chat.messages.values()],
                "reply_keyboard": reply_keyboard_view(chat),
                "commands": self._commands(chat),
                "blocked": chat.blocked,
            }
        )

    def _commands(self, chat: Chat) -> list[Json]:
        bot, language = chat.bots[0], (chat.person.language_code or "")[:2]
        for scope in (f"chat:{chat.id}", "all_private_chats", "default"):
            for key in ((scope, language), (scope, "")):
                if key in bot.commands:
                    return bot.commands[key]
        return []

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file."""
        file = self.world.file(request.match_info["unique_id"])
        if file is None:
            raise web.HTTPNotFound
        headers = {
            "Content-Type": file.mime,
            "Cache-Control": "max-age=86400",
            "X-Content-Type-Options": "nosniff",
        }
        if file.kind == "document":
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=file.data, headers=headers)

    async def act(self, request: web.Request) -> web.Response:
        """Do what the person does on the page."""
        chat = self._chat(request)
        body, upload = await _read(request)
        action = ACTIONS.get(str(body.get("action")))
        try:
            if action is None:
                raise ActError(f"no action {body.get('action')!r}")
            action(self.world, chat, body, upload)
        except ActError as error:
            return web.json_response({"ok": False, "error": str(error)}, status=400)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            return web.json_response({"ok": False, "error": f"bad request: {error!r}"}, status=400)
        return web.json_response({"ok": True})

    async def events(self, request: web.Request) -> web.WebSocketResponse:
        """Whatever happens on any phone, as it happens."""
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        if not self._sockets:
            self.world.listeners.append(self._heard)
        self._sockets[socket] = queue
        sender = asyncio.create_task(_pump(socket, queue))
        try:
            async for _message in socket:
                pass
        finally:
            sender.cancel()
            self._forget(socket)
        return socket

    async def close(self, _app: web.Application) -> None:
        """Hang up on every page."""
        for socket in list(self._sockets):
            await socket.close()

    def _forget(self, socket: web.WebSocketResponse) -> None:
        self._sockets.pop(socket, None)
        if not self._sockets:
            self.world.listeners.remove(self._heard)

    def _heard(self, kind: str, chat: Chat, subject: Any) -> None:
        if chat.type != "private" or chat.bots[0] is not self.world.bot:
            return
        event = self._event(kind, chat, subject)
        if event is not None:
            text = json.dumps({"user_id": chat.id, "type": kind} | event, ensure_ascii=False)
            for queue in self._sockets.values():
                queue.put_nowait(text)

    def _event(self, kind: str, chat: Chat, subject: Any) -> Json | None:
        match kind:
            case "message" | "edit":
                return {"message": message_view(subject)}
            case "delete":
                return {"id": subject.id}
            case "reply_keyboard":
                return {"reply_keyboard": reply_keyboard_view(chat)}
            case "toast":
                return {
                    "text": subject["text"] or "",
                    "alert": subject["alert"],
                    "message_id": subject["message_id"],
                }
            case "commands":
                return {"commands": self._commands(chat)}
            case "blocked":
                return {"blocked": subject}
            case "typing":
                return {"action": subject}
        return None


async def _pump(socket: web.WebSocketResponse, queue: asyncio.Queue[str | None]) -> None:
    with contextlib.suppress(ConnectionError):
        while (text := await queue.get()) is not None:
            await socket.send_str(text)


async def _read(request: web.Request) -> tuple[Json, web.FileField | None]:
    if request.content_type != "multipart/form-data":
        body: Json = await request.json()
        return body, None
    fields = await request.post()
    upload = fields.get("file")
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    return texts, upload if isinstance(upload, web.FileField) else None
