"""What a person can do with a phone, as changes of the world; used by `Person` and by the page."""

from typing import Any

from simulator import media
from simulator.copying import origin_of
from simulator.entities import found_entities
from simulator.model import Chat, Json, Message, StoredFile, User
from simulator.world import World


def write(
    world: World,
    chat: Chat,
    user: User,
    text: str,
    reply_to: Message | None = None,
    thread: int | None = None,
) -> Message:
    """Send text; commands, links and the like in it are found as Telegram's apps find them."""
    content: Json = {"text": text}
    if entities := found_entities(text):
        content["entities"] = entities
    return send(world, chat, user, "text", content, reply_to=reply_to, thread=thread)


def send(
    world: World,
    chat: Chat,
    user: User,
    kind: str,
    content: Json,
    files: list[StoredFile] | None = None,
    **more: Any,
) -> Message:
    """Send anything; whoever writes to a bot that he blocked lets it in again."""
    if chat.type == "private" and chat.blocked:
        world.set_blocked(chat, False)
    reply_to: Message | None = more.get("reply_to")
    if reply_to is not None and reply_to.thread is not None:
        more["thread"] = reply_to.thread
    message = world.post(chat, user, kind, content, files=files or [], **more)
    if (keyboard := chat.reply_keyboard) and keyboard.get("one_time_keyboard"):
        world.set_reply_keyboard(chat, None)
    return message


def file(
    world: World,
    chat: Chat,
    user: User,
    kind: str,
    files: list[StoredFile],
    caption: str = "",
    media_group: str | None = None,
    reply_to: Message | None = None,
) -> Message:
    """Send a file with a caption."""
    content: Json = {}
    if caption:
        content["caption"] = caption
        if entities := found_entities(caption):
            content["caption_entities"] = entities
    return send(world, chat, user, kind, content, files, media_group=media_group, reply_to=reply_to)


def album(world: World, chat: Chat, user: User, count: int, caption: str = "") -> list[Message]:
    """Send photos as an album: one message each, sharing a group id, the caption on the first."""
    group = f"{user.id}{chat.last_id}"
    return [
        file(world, chat, user, "photo", world.files.photo(number), "" if number else caption, group)
        for number in range(count)
    ]


def recording(world: World, kind: str, seconds: int) -> list[StoredFile]:
    """A new voice message, video or video note of so many seconds."""
    if kind == "voice":
        return [world.files.add("voice", media.voice(seconds), duration=seconds)]
    size = (240, 240) if kind == "video_note" else (320, 240)
    return [world.files.add(kind, media.film(seconds), size=size, duration=seconds)]


def sticker(world: World) -> list[StoredFile]:
    """A sticker."""
    return [world.files.add("sticker", media.STICKER, size=(512, 512))]


def contact(user: User) -> Json:
    """Somebody's contact as it is shared."""
    shared: Json = {"phone_number": user.phone or "+8613800000000", "first_name": user.first_name}
    if user.last_name:
        shared["last_name"] = user.last_name
    return {"contact": shared | {"user_id": user.id}}


def poll(question: str, options: list[str], serial: int) -> Json:
    """A poll as a message's content."""
    choices = [
        {"persistent_id": str(number), "text": option, "voter_count": 0}
        for number, option in enumerate(options)
    ]
    return {
        "poll": {
            "id": str(7_000_000_000 + serial),
            "question": question,
            "options": choices,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    }


def forward(world: World, chat: Chat, user: User, source: Message) -> Message:
    """Forward a message from anywhere."""
    origin = source.origin or origin_of(source)
    return send(world, chat, user, source.kind, dict(source.content), source.files, origin=origin)


def revise(world: World, message: Message, text: str) -> None:
    """Edit the text or caption of an own message."""
    field, marks = ("caption", "caption_entities") if message.files else ("text", "entities")
    content = {name: value for name, value in message.content.items() if name != marks} | {field: text}
    if entities := found_entities(text):
        content[marks] = entities
    message.content = content
    world.edit(message)


def tap(world: World, user: User, message: Message, row: int, column: int) -> Json:
    """Tap the inline button at a place; what the button is."""
    button: Json = message.markup["inline_keyboard"][row][column] if message.markup else {}
    if data := button.get("callback_data"):
        world.tap(user, message, data)
    return button


def press(world: World, chat: Chat, user: User, button: Json) -> Message:
    """Press a button of the reply keyboard: it sends its text, the person's contact or place."""
    if button.get("request_contact"):
        return send(world, chat, user, "contact", contact(user))
    if button.get("request_location"):
        return send(world, chat, user, "location", {"location": {"latitude": 30.66, "longitude": 104.06}})
    return write(world, chat, user, button["text"])


def reply_buttons(chat: Chat) -> list[Json]:
    """The buttons of the chat's reply keyboard, in order."""
    rows: list[list[Json]] = (chat.reply_keyboard or {}).get("keyboard", [])
    return [button for row in rows for button in row]
