"""Methods that send a message made of text, a place or a contact."""

from typing import Any

from simulator.entities import formatted, utf16_length
from simulator.errors import bad_request
from simulator.keyboards import apply_reply_markup, check_markup, inline_part
from simulator.model import Chat, Json, Message, StoredFile
from simulator.registry import Request, plays
from simulator.targets import chat_of, open_chat, replied, thread_of
from simulator.views import message_api

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CHAT_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def deliver(
    request: Request,
    chat: Chat,
    kind: str,
    content: Json,
    files: list[StoredFile] | None = None,
    cost: int = 1,
    **more: Any,
) -> Message:
    """Put the bot's message into the chat with its reply, topic and buttons; `more` are `Message` fields.

    `cost` is what it counts against the rate limits: the first of several sent by one call pays for all.
    """
    args = request.args
    markup = args.get("reply_markup")
    check_markup(markup, chat)
    reply_to = replied(request, chat)
    thread = thread_of(request, chat, reply_to)
    if cost:
        request.world.limits.spend(request.bot.id, chat.id, cost)
    message = request.world.post(
        chat,
        request.bot.user,
        kind,
        content,
        files=files or [],
        reply_to=reply_to,
        thread=thread,
        markup=inline_part(markup),
        protected=args.get("protect_content", False),
        **more,
    )
    message.reply_markup_kind = apply_reply_markup(request.world, chat, markup)
    return message


def text_content(request: Request, source: Json) -> Json:
    """The text of a message; `ApiError` 400 if nothing is left of it or it is too long."""
    text, entities = formatted(source.get("text", ""), source.get("parse_mode"), source.get("entities"))
    if not text.strip():
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    content: Json = {"text": text}
    if entities := known_mentions(request, entities):
        content["entities"] = entities
    if preview := source.get("link_preview_options"):
        content["link_preview_options"] = preview
    return content


def caption_content(request: Request, source: Json) -> Json:
    """The caption of a message and how it is shown; empty without one."""
    content: Json = {}
    if source.get("caption"):
        mode, given = source.get("parse_mode"), source.get("caption_entities")
        text, entities = formatted(source["caption"], mode, given)
        if utf16_length(text) > CAPTION_LIMIT:
            raise bad_request("message caption is too long")
        if text:
            content["caption"] = text
        if text and (entities := known_mentions(request, entities)):
            content["caption_entities"] = entities
    if source.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    if source.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def known_mentions(request: Request, entities: list[Json]) -> list[Json]:
    """The entities with mentioned users filled in; those the world does not know are dropped."""
    if not any(entity["type"] == "text_mention" for entity in entities):
        return entities
    users = request.world.users
    filled = []
    for entity in entities:
        if entity["type"] != "text_mention":
            filled.append(entity)
        elif user := users.get(entity["user"]["id"]):
            filled.append(entity | {"user": user.api()})
    return filled


@plays("sendMessage")
def send_message(request: Request) -> Json:
    """Send text."""
    chat = open_chat(request)
    return message_api(deliver(request, chat, "text", text_content(request, request.args)), request.bot)


@plays("sendLocation")
def send_location(request: Request) -> Json:
    """Send a point on the map."""
    chat = open_chat(request)
    message = deliver(request, chat, "location", {"location": _location(request.args)})
    return message_api(message, request.bot)


@plays("sendVenue")
def send_venue(request: Request) -> Json:
    """Send a place with a name."""
    chat = open_chat(request)
    location = _location(request.args)
    venue = {"location": location, "title": request.args["title"], "address": request.args["address"]}
    message = deliver(request, chat, "venue", {"venue": venue, "location": location})
    return message_api(message, request.bot)


@plays("sendContact")
def send_contact(request: Request) -> Json:
    """Send somebody's telephone number."""
    chat = open_chat(request)
    fields = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: request.args[name] for name in fields if name in request.args}
    return message_api(deliver(request, chat, "contact", {"contact": contact}), request.bot)


@plays("sendDice")
def send_dice(request: Request) -> Json:
    """Throw a die."""
    chat = open_chat(request)
    emoji = request.args.get("emoji", "🎲")
    value = chat.last_id % (64 if emoji == "🎰" else 5 if emoji in "🏀⚽" else 6) + 1
    return message_api(
        deliver(request, chat, "dice", {"dice": {"emoji": emoji, "value": value}}), request.bot
    )


@plays("sendChatAction")
def send_chat_action(request: Request) -> bool:
    """Show "typing …" for a moment."""
    chat = open_chat(request)
    action = request.args["action"]
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    request.world.changed("typing", chat, action)
    return True


@plays("pinChatMessage", "unpinChatMessage", "unpinAllChatMessages")
def pin(request: Request) -> bool:
    """Pin a message to the top of its chat, or unpin one or all."""
    chat = chat_of(request)
    message_id = request.args.get("message_id")
    if request.method == "unpinAllChatMessages":
        chat.pinned.clear()
        return True
    if request.method == "unpinChatMessage" and message_id is None:
        del chat.pinned[-1:]
        return True
    message = chat.messages.get(message_id or 0)
    if message is None:
        raise bad_request(f"message to {request.method.removesuffix('ChatMessage')} not found")
    if message in chat.pinned:
        chat.pinned.remove(message)
    if request.method == "pinChatMessage":
        chat.pinned.append(message)
        shown = message_api(message, request.bot, with_reply=False)
        request.world.post(chat, request.bot.user, "service", {"pinned_message": shown})
    return True


def _location(args: Json) -> Json:
    latitude, longitude = args["latitude"], args["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("invalid location specified")
    fields = ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    extra = {name: args[name] for name in fields if name in args}
    return {"latitude": latitude, "longitude": longitude} | extra
