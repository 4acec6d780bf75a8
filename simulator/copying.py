"""Methods that copy and forward messages."""

from collections.abc import Callable

from simulator.errors import bad_request
from simulator.model import Chat, Json, Message
from simulator.registry import Request, plays
from simulator.sending import caption_content, deliver
from simulator.targets import chat_of, message_of, open_chat
from simulator.views import message_api

BULK_LIMIT = 100
Send = Callable[[Request, Chat, Message, int, str | None], Message]


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


def _each(request: Request, send: Send, verb: str) -> list[Message]:
    chat, origin = open_chat(request), chat_of(request, "from_chat_id")
    ids = request.args["message_ids"]
    if len(ids) > BULK_LIMIT:
        raise bad_request(f"too many messages to {verb}")
    found = [origin.messages[message_id] for message_id in ids if message_id in origin.messages]
    sources = [source for source in found if _may_move(source)]
    if not sources:
        raise bad_request(f"there are no messages to {verb}")
    sent: list[Message] = []
    for source in sources:
        album = source.media_group and f"{source.media_group}{chat.id}{chat.last_id - len(sent)}"
        sent.append(send(request, chat, source, 0 if sent else len(sources), album))
    return sent


def _copy(request: Request, chat: Chat, source: Message, cost: int = 1, album: str | None = None) -> Message:
    if not _may_move(source):
        raise bad_request("message can't be copied")
    content = dict(source.content)
    if source.files and "caption" in request.args:
        content = caption_content(request, request.args)
    elif request.args.get("remove_caption"):
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
    return deliver(request, chat, source.kind, content, source.files, cost, media_group=album)


def _forward(
    request: Request, chat: Chat, source: Message, cost: int = 1, album: str | None = None
) -> Message:
    if not _may_move(source):
        raise bad_request("message can't be forwarded")
    origin = source.origin or origin_of(source)
    content = dict(source.content)
    return deliver(request, chat, source.kind, content, source.files, cost, media_group=album, origin=origin)


def _may_move(source: Message) -> bool:
    return source.kind != "service" and not source.protected


def origin_of(source: Message) -> Json:
    """The Bot API's MessageOrigin of a message that is forwarded for the first time."""
    return {"type": "user", "sender_user": source.sender.api(), "date": source.date}
