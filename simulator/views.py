"""How bots see the world: the Bot API's objects, made from ours."""

from simulator.files import media_api
from simulator.model import Bot, Callback, Chat, Json, Message, User


def message_api(message: Message, bot: Bot, with_reply: bool = True) -> Json:
    """The Bot API's Message as this bot sees it; what it replies to is shown one level deep."""
    shown: Json = {
        "message_id": message.id,
        "from": message.sender.api(),
        "chat": message.chat.api(),
        "date": message.date,
    }
    if message.thread is not None:
        shown |= {"message_thread_id": message.thread, "is_topic_message": True}
    if message.origin is not None:
        shown["forward_origin"] = message.origin
    if with_reply and message.reply_to is not None:
        shown["reply_to_message"] = message_api(message.reply_to, bot, with_reply=False)
    if message.edited is not None:
        shown["edit_date"] = message.edited
    if message.protected:
        shown["has_protected_content"] = True
    if message.media_group is not None:
        shown["media_group_id"] = message.media_group
    if message.files:
        shown |= media_api(bot, message.kind, message.files)
    shown |= message.content
    if message.markup is not None:
        shown["reply_markup"] = message.markup
    return shown


def callback_api(callback: Callback) -> Json:
    """The Bot API's CallbackQuery."""
    return {
        "id": callback.id,
        "from": callback.user.api(),
        "message": message_api(callback.message, callback.bot),
        "chat_instance": str(callback.message.chat.id * 7919 + callback.bot.id),
        "data": callback.data,
    }


def member_api(user: User, status: str) -> Json:
    """The Bot API's ChatMember."""
    member: Json = {"user": user.api(), "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return member


def member_change(bot: Bot, chat: Chat, now: int, before: str, after: str) -> Json:
    """The Bot API's ChatMemberUpdated about the bot itself, done by the chat's person."""
    return {
        "chat": chat.api(),
        "from": chat.person.api(),
        "date": now,
        "old_chat_member": member_api(bot.user, before),
        "new_chat_member": member_api(bot.user, after),
    }
