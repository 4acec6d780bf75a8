"""Which chat and which message a call means, and whether the bot may write there."""

from simulator.errors import ApiError, bad_request, forbidden, migrated
from simulator.model import Bot, Chat, Message, User
from simulator.registry import Request
from simulator.world import World


def chat_of(request: Request, field: str = "chat_id") -> Chat:
    """The chat that the call names; `ApiError` if the bot has no such chat."""
    chat_id = request.args[field]
    chat = request.bot.chats.get(chat_id)
    if chat is None:
        raise _no_chat(request.world, request.bot, chat_id)
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    if chat.type != "private" and request.bot not in chat.bots:
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    return chat


def open_chat(request: Request) -> Chat:
    """The chat to send to; `ApiError` 403 if its person does not want or cannot get messages."""
    chat = chat_of(request)
    if chat.type == "private":
        if chat.person.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
    return chat


def _no_chat(world: World, bot: Bot, chat_id: int | str) -> ApiError:
    if isinstance(chat_id, int) and (user := world.users.get(chat_id)):
        if user.is_bot:
            return forbidden("bot can't send messages to bots")
        if user.deactivated:
            return forbidden("user is deactivated")
        if any(user.id in chat.members for chat in bot.chats.values() if chat.type != "private"):
            return forbidden("bot can't initiate conversation with a user")
    return bad_request("chat not found")


def message_of(request: Request, chat: Chat, field: str, missing: str) -> Message:
    """The message that the call names, or `ApiError` 400 saying `missing`."""
    message = chat.messages.get(request.args[field])
    if message is None:
        raise bad_request(missing)
    return message


def replied(request: Request, chat: Chat) -> Message | None:
    """The message that the call replies to."""
    parameters = request.args.get("reply_parameters")
    if parameters is None:
        return None
    target = chat.messages.get(parameters["message_id"])
    if target is None and not parameters.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return target


def thread_of(request: Request, chat: Chat, reply_to: Message | None) -> int | None:
    """The forum topic that the call writes to."""
    thread: int | None = request.args.get("message_thread_id")
    if thread is None:
        return reply_to.thread if reply_to is not None else None
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


def user_of(request: Request) -> User:
    """The user that the call names."""
    user = request.world.users.get(request.args["user_id"])
    if user is None:
        raise bad_request("user not found")
    return user
