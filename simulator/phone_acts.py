"""What people do on the page, each a function of the request's fields and its uploaded file."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from simulator import acts
from simulator.media import image_size
from simulator.model import Chat, Json, Message, StoredFile
from simulator.world import World

PHOTOS = 10
TEXT_LIMIT = 4096


class ActError(Exception):
    """The phone cannot do that."""


Action = Callable[[World, Chat, Json, web.FileField | None], None]
ACTIONS: dict[str, Action] = {}


def _action(function: Action) -> Action:
    ACTIONS[function.__name__.strip("_")] = function
    return function


def _message(chat: Chat, message_id: Any) -> Message:
    message = chat.messages.get(int(message_id))
    if message is None:
        raise ActError("that message is gone")
    return message


def _own(chat: Chat, message_id: Any) -> Message:
    message = _message(chat, message_id)
    if message.from_bot:
        raise ActError("only your own messages")
    return message


def _reply_to(chat: Chat, body: Json) -> Message | None:
    return _message(chat, body["reply_to"]) if body.get("reply_to") else None


def _given(world: World, kind: str, upload: web.FileField) -> list[StoredFile]:
    data = upload.file.read()
    if not data:
        raise ActError("the file is empty")
    size = image_size(data)
    if kind == "photo" and size is None:
        raise ActError("that is not a picture")
    return [world.files.add(kind, data, upload.filename, upload.content_type, size)]


@_action
def _text(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    text = str(body["text"]).strip()
    if not text or len(text) > TEXT_LIMIT:
        raise ActError("a message has 1 to 4096 characters")
    acts.write(world, chat, chat.person, text, _reply_to(chat, body))


@_action
def _start(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    acts.write(world, chat, chat.person, f"/start {body.get('payload') or ''}".rstrip())


@_action
def _tap(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    row, column = body["index"]
    acts.tap(world, chat.person, _message(chat, body["message_id"]), int(row), int(column))


@_action
def _press(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    button = next((button for button in acts.reply_buttons(chat) if button["text"] == body["text"]), None)
    if button is None:
        raise ActError("that button is gone")
    acts.press(world, chat, chat.person, button)


@_action
def _photo(world: World, chat: Chat, body: Json, upload: web.FileField | None) -> None:
    caption = str(body.get("caption") or "")
    count = min(max(int(body.get("count") or 1), 1), PHOTOS)
    if upload is None and count > 1:
        acts.album(world, chat, chat.person, count, caption)
        return
    files = _given(world, "photo", upload) if upload else world.files.photo(chat.last_id)
    acts.file(world, chat, chat.person, "photo", files, caption, reply_to=_reply_to(chat, body))


@_action
def _voice(world: World, chat: Chat, body: Json, upload: web.FileField | None) -> None:
    seconds = min(max(int(body.get("seconds") or 3), 1), 300)
    files = _given(world, "voice", upload) if upload else acts.recording(world, "voice", seconds)
    files[0].duration = seconds
    acts.file(world, chat, chat.person, "voice", files, reply_to=_reply_to(chat, body))


@_action
def _video(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    files = acts.recording(world, "video", min(max(int(body.get("seconds") or 5), 1), 300))
    acts.file(world, chat, chat.person, "video", files, str(body.get("caption") or ""))


@_action
def _document(world: World, chat: Chat, body: Json, upload: web.FileField | None) -> None:
    name = str(body.get("name") or "文件.txt")
    caption = str(body.get("caption") or "")
    if upload is not None:
        files = _given(world, "document", upload)
    else:
        files = [world.files.add("document", f"{name}\n".encode(), name, "text/plain")]
    acts.file(world, chat, chat.person, "document", files, caption)


@_action
def _location(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    place = {"latitude": float(body["lat"]), "longitude": float(body["lon"])}
    acts.send(world, chat, chat.person, "location", {"location": place})


@_action
def _contact(world: World, chat: Chat, _body: Json, _upload: web.FileField | None) -> None:
    acts.send(world, chat, chat.person, "contact", acts.contact(chat.person))


@_action
def _sticker(world: World, chat: Chat, _body: Json, _upload: web.FileField | None) -> None:
    acts.file(world, chat, chat.person, "sticker", acts.sticker(world))


@_action
def _edit(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    acts.revise(world, _own(chat, body["message_id"]), str(body["text"]))


@_action
def _delete(world: World, chat: Chat, body: Json, _upload: web.FileField | None) -> None:
    world.delete(_own(chat, body["message_id"]))


@_action
def _block(world: World, chat: Chat, _body: Json, _upload: web.FileField | None) -> None:
    world.set_blocked(chat, True)


@_action
def _unblock(world: World, chat: Chat, _body: Json, _upload: web.FileField | None) -> None:
    world.set_blocked(chat, False)
