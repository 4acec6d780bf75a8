"""Methods about the bot itself, its files and the people it knows."""

import re
from typing import Any

from simulator.errors import bad_request
from simulator.files import DOWNLOAD_LIMIT, file_id
from simulator.model import Json
from simulator.registry import Request, plays
from simulator.targets import chat_of, user_of
from simulator.views import member_api, message_api

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
TEXTS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}
COMMAND_LIMIT = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


@plays("getMe")
def get_me(request: Request) -> Json:
    """The bot's own account."""
    bot = request.bot
    return bot.user.api() | {
        "can_join_groups": True,
        "can_read_all_group_messages": bot.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@plays("logOut", "close")
def log_out(request: Request) -> bool:
    """Leave the server; here there is only one."""
    return bool(request.bot)


@plays("answerCallbackQuery")
def answer_callback_query(request: Request) -> bool:
    """Stop the spinner of a tapped button."""
    args = request.args
    if not request.world.answer(args["callback_query_id"], args.get("text"), args.get("show_alert", False)):
        raise bad_request(TOO_OLD)
    return True


@plays("getFile")
def get_file(request: Request) -> Json:
    """Where to download a file."""
    found = request.world.files.find(request.bot, request.args["file_id"])
    if found is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(found.data) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": file_id(request.bot, found),
        "file_unique_id": found.unique_id,
        "file_size": len(found.data),
        "file_path": found.path,
    }


@plays("getChat")
def get_chat(request: Request) -> Json:
    """All about a chat."""
    chat = chat_of(request)
    full = chat.api() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned:
        full["pinned_message"] = message_api(chat.pinned[-1], request.bot)
    return full


@plays("getChatMember")
def get_chat_member(request: Request) -> Json:
    """What somebody is in a chat."""
    chat, user = chat_of(request), user_of(request)
    inside = user.id in chat.members or any(bot.user is user for bot in chat.bots)
    return member_api(user, "member" if inside else "left")


@plays("getChatMemberCount")
def get_chat_member_count(request: Request) -> int:
    """How many there are in a chat, bots included."""
    chat = chat_of(request)
    return len(chat.members) + len(chat.bots)


@plays("getUserProfilePhotos")
def get_user_profile_photos(request: Request) -> Json:
    """Nobody in the village has a profile photo."""
    user_of(request)
    return {"total_count": 0, "photos": []}


@plays("setMyCommands", "deleteMyCommands", "getMyCommands")
def commands(request: Request) -> Any:
    """The commands menu, by scope and language."""
    bot, args = request.bot, request.args
    key = (_scope(args.get("scope")), args.get("language_code", ""))
    if request.method == "getMyCommands":
        return bot.commands.get(key, [])
    if request.method == "deleteMyCommands":
        bot.commands.pop(key, None)
    else:
        if len(args["commands"]) > COMMAND_LIMIT:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        bot.commands[key] = [_command(command) for command in args["commands"]]
    for chat in bot.chats.values():
        request.world.changed("commands", chat, None)
    return True


def _scope(scope: Json | None) -> str:
    if scope is None:
        return "default"
    return ":".join(str(scope[field]) for field in ("type", "chat_id", "user_id") if field in scope)


def _command(command: Json) -> Json:
    name = command["command"].removeprefix("/")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": command["description"]}


@plays(*(f"setMy{text}" for text in TEXTS))
def set_text(request: Request) -> bool:
    """The bot's name or description, by language."""
    field = TEXTS[request.method.removeprefix("setMy")]
    request.bot.texts[field, request.args.get("language_code", "")] = request.args.get(field, "")
    return True


@plays(*(f"getMy{text}" for text in TEXTS))
def get_text(request: Request) -> Json:
    """What was set; without it the name of the account, or nothing."""
    field = TEXTS[request.method.removeprefix("getMy")]
    default = request.bot.user.first_name if field == "name" else ""
    texts = request.bot.texts
    return {
        field: texts.get((field, request.args.get("language_code", ""))) or texts.get((field, ""), default)
    }


@plays("setChatMenuButton")
def set_chat_menu_button(request: Request) -> bool:
    """The button beside the typing box."""
    request.bot.menu_buttons[request.args.get("chat_id")] = request.args.get(
        "menu_button", {"type": "default"}
    )
    return True


@plays("getChatMenuButton")
def get_chat_menu_button(request: Request) -> Json:
    """The button beside the typing box."""
    buttons = request.bot.menu_buttons
    return buttons.get(request.args.get("chat_id")) or buttons.get(None) or {"type": "commands"}


@plays("setMessageReaction")
def set_message_reaction(request: Request) -> bool:
    """React to a message with an emoji."""
    chat = chat_of(request)
    message = chat.messages.get(request.args["message_id"])
    if message is None:
        raise bad_request("message to react not found")
    request.world.changed("reaction", chat, (message, request.args.get("reaction", [])))
    return True
