"""Methods that change or delete messages that are already in a chat."""

from simulator.attachments import files_of
from simulator.errors import bad_request, not_simulated
from simulator.keyboards import check_markup, inline_part
from simulator.model import Chat, Json, Message
from simulator.registry import Request, plays
from simulator.sending import caption_content, text_content
from simulator.targets import chat_of, message_of
from simulator.views import message_api

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
DELETABLE_FOR = 48 * 3600
BULK_LIMIT = 100


@plays("editMessageText")
def edit_text(request: Request) -> Json:
    """Change a text."""
    message = _editable(request)
    content = text_content(request, request.args)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _changed(request, message, content)


@plays("editMessageCaption")
def edit_caption(request: Request) -> Json:
    """Change or remove the caption of a file."""
    message = _editable(request)
    content = caption_content(request, request.args)
    if not message.files:
        raise bad_request("there is no caption in the message to edit")
    return _changed(request, message, content)


@plays("editMessageMedia")
def edit_media(request: Request) -> Json:
    """Put another file in the place of a message's."""
    message = _editable(request)
    media = request.args["media"]
    content = caption_content(request, media)
    if not message.files and message.kind != "text":
        raise bad_request("message can't be edited")
    files = files_of(request, media["type"], media["media"], media)
    if files != message.files:
        message.kind, message.files = media["type"], files
        message.content = {"?": "replaced"}
    return _changed(request, message, content)


@plays("editMessageReplyMarkup")
def edit_markup(request: Request) -> Json:
    """Change or remove the buttons under a message."""
    message = _editable(request)
    markup = inline_part(request.args.get("reply_markup"))
    if markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    request.world.limits.spend(request.bot.id, message.chat.id)
    message.markup = markup
    request.world.edit(message, silent=True)
    return message_api(message, request.bot)


@plays("deleteMessage")
def delete_message(request: Request) -> bool:
    """Delete one message."""
    chat = chat_of(request)
    message = message_of(request, chat, "message_id", "message to delete not found")
    if not _may_delete(request, chat, message):
        raise bad_request("message can't be deleted for everyone")
    request.world.delete(message)
    return True


@plays("deleteMessages")
def delete_messages(request: Request) -> bool:
    """Delete several messages; those that are gone or too old are skipped."""
    chat = chat_of(request)
    ids = request.args["message_ids"]
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > BULK_LIMIT:
        raise bad_request("too many message identifiers specified")
    for message_id in ids:
        message = chat.messages.get(message_id)
        if message is not None and _may_delete(request, chat, message):
            request.world.delete(message)
    return True


def _editable(request: Request) -> Message:
    """The bot's own message that the call names; not others', nor one with a reply keyboard."""
    args = request.args
    if "inline_message_id" in args:
        raise not_simulated("inline mode")
    if "message_id" not in args:
        raise bad_request("message identifier is not specified")
    if "chat_id" not in args:
        raise bad_request("chat_id is empty")
    chat = chat_of(request)
    message = message_of(request, chat, "message_id", "message to edit not found")
    own = message.sender is request.bot.user and message.kind != "service" and message.origin is None
    if not own or message.reply_markup_kind is not None:
        raise bad_request("message can't be edited")
    check_markup(args.get("reply_markup"), chat)
    return message


def _changed(request: Request, message: Message, content: Json) -> Json:
    markup = inline_part(request.args.get("reply_markup"))
    if content == message.content and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    request.world.limits.spend(request.bot.id, message.chat.id)
    message.content, message.markup = content, markup
    request.world.edit(message)
    return message_api(message, request.bot)


def _may_delete(request: Request, chat: Chat, message: Message) -> bool:
    young = request.world.clock() - message.date < DELETABLE_FOR
    return young and (chat.type == "private" or message.sender is request.bot.user)
