"""Methods that copy and forward messages."""

from collections.abc import Callable

from simulator.errors import bad_request
from simulator.model import Chat, Json, Message
from simulator.registry import Request, plays
from simulator.sending import caption_content, deliver
from simulator.targets import chat_of, message_of, open_chat
from simulator.views import message_api

BULK_LIMIT = 100


@plays("copyMessage")
def copy_message(request: Request) -> Json:
    """Send the same again, without saying from whom."""
    chat = open_chat(request)
    source = message_of(request, chat_of(request, "from_chat_id"), "message_id", "message to copy not found")
    return {"message_id": _copy(request, chat, source).id}


@plays("copyMessages")
def copy_messages(request: Request) -> list[Json]:
    """Copy several; those that are gone are skipped."""
    sent = _each(request, _copy, "copy")
    return [{"message_id": message.id} for message in sent]


@plays("forwardMessage")
def forward_message(request: Request) -> Json:
    """Send the same again, saying from whom."""
    chat = open_chat(request)
    source = message_of(
        request, chat_of(request, "from_chat_id"), "message_id", "message to forward not found"
    )
    return message_api(_forward(request, chat, source), request.bot)


@plays("forwardMessages")
def forward_messages(request: Request) -> list[Json]:
    """Forward several; those that are gone are skipped."""
    sent = _each(request, _forward, "forward")
    return [{"message_id": message.id} for message in sent]


def _each(request: Request, send: Callable[[Request, Chat, Message], Message], verb: str) -> list[Message]:
    chat, origin = open_chat(request), chat_of(request, "from_chat_id")
    ids = request.args["message_ids"]
    if len(ids) > BULK_LIMIT:
        raise bad_request(f"too many messages to {verb}")
    sources = [origin.messages[message_id] for message_id in ids if message_id in origin.messages]
    if not sources:
        raise bad_request(f"there are no messages to {verb}")
    sent = []
    albums: dict[str, str] = {}
    for source in sources:
        message = send(request, chat, source)
        if source.media_group is not None:
            new = f"{request.bot.id}{chat.id}{message.id}"
            message.media_group = albums.setdefault(source.media_group, new)
        sent.append(message)
    return sent


def _copy(request: Request, chat: Chat, source: Message) -> Message:
    _check(source, "message can't be copied")
    content = dict(source.content)
    if source.files and "caption" in request.args:
        content = caption_content(request, request.args)
    elif request.args.get("remove_caption"):
        content = {}
    return deliver(request, chat, source.kind, content, source.files)


def _forward(request: Request, chat: Chat, source: Message) -> Message:
    _check(source, "message can't be forwarded")
    origin = source.origin or origin_of(source)
    return deliver(request, chat, source.kind, dict(source.content), source.files, origin=origin)


def origin_of(source: Message) -> Json:
    """The Bot API's MessageOrigin of a message that is forwarded for the first time."""
    return {"type": "user", "sender_user": source.sender.api(), "date": source.date}


def _check(source: Message, refusal: str) -> None:
    if source.kind == "service" or source.protected:
        raise bad_request(refusal)
