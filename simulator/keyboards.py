"""Inline and reply keyboards: what Telegram accepts of them, and what they do to a chat."""

import re

from simulator.errors import bad_request
from simulator.model import Chat, Json
from simulator.world import World

INLINE_BUTTONS = 100
REPLY_BUTTONS = 300
ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)


def check_markup(markup: Json | None, chat: Chat) -> None:
    """`ApiError` 400 if Telegram would refuse these buttons in this chat."""
    if markup is None:
        return
    if (rows := markup.get("inline_keyboard")) is not None:
        _check_inline(rows)
    elif (rows := markup.get("keyboard")) is not None:
        _check_reply(rows, chat)


def _check_inline(rows: list[list[Json]]) -> None:
    if sum(map(len, rows)) > INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            actions = len(ACTIONS & button.keys())
            if not button["text"].strip():
                raise bad_request("BUTTON_TEXT_INVALID")
            if actions == 0:
                raise _button("Text buttons are unallowed in the inline keyboard")
            if actions > 1:
                raise _button("Exactly one of the optional fields must be used")
            if "url" in button and not _is_url(button["url"]):
                raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _check_reply(rows: list[list[Json]], chat: Chat) -> None:
    if not any(rows):
        raise bad_request("reply keyboard is empty")
    if sum(map(len, rows)) > REPLY_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            if not button["text"].strip():
                raise bad_request("BUTTON_TEXT_INVALID")
            if button.get("request_contact") and chat.type != "private":
                raise bad_request("phone number can be requested in private chats only")
            if button.get("request_location") and chat.type != "private":
                raise bad_request("location can be requested in private chats only")


def _button(text: str) -> Exception:
    return bad_request(f"Can't parse inline keyboard button: {text}")


def _is_url(url: str) -> bool:
    scheme, separator, rest = url.partition("://")
    if separator:
        return scheme.lower() in ("http", "https", "tg", "ton") and bool(rest.strip()) and " " not in rest
    return re.fullmatch(r"[^\s/:@]+\.[^\s/:@.]{2,}(?:[/:?#]\S*)?", url) is not None


def inline_part(markup: Json | None) -> Json | None:
    """The markup if it is an inline keyboard with buttons: the only kind that stays with the message."""
    if markup is not None and any(markup.get("inline_keyboard", ())):
        return markup
    return None


def apply_reply_markup(world: World, chat: Chat, markup: Json | None) -> str | None:
    """Show or remove the chat's reply keyboard; the kind of markup that the message then carries."""
    if markup is None or "inline_keyboard" in markup:
        return None
    if "keyboard" in markup:
        world.set_reply_keyboard(chat, markup)
        return "keyboard"
    if "remove_keyboard" in markup:
        world.set_reply_keyboard(chat, None)
        return "remove"
    return "force_reply"
