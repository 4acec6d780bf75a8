"""What the page shows of people, messages and keyboards."""

from simulator.model import Chat, Json, Message, StoredFile, User
from simulator.render import shown_html


def person_view(user: User, chat: Chat) -> Json:
    """A phone's owner."""
    return {
        "id": user.id,
        "name": user.name,
        "label": user.label,
        "phone": user.phone,
        "color": user.color,
        "blocked": chat.blocked,
    }


def message_view(message: Message) -> Json:
    """One bubble."""
    return {
        "id": message.id,
        "from": "bot" if message.from_bot else "me",
        "date": message.date,
        "edited": message.edited is not None,
        "deleted": message.deleted,
        "reply_to": message.reply_to.id if message.reply_to is not None else None,
        "media_group": message.media_group,
        "kind": message.kind,
        "text": message.text or _described(message),
        "html": shown_html(message.text or _described(message), message.entities),
        "file": _file(message.files[-1]) if message.files else None,
        "location": _location(message.content),
        "contact": _contact(message.content),
        "buttons": _buttons(message),
        "forwarded": message.origin is not None,
    }


def _described(message: Message) -> str:
    content = message.content
    if poll := content.get("poll"):
        return f"📊 {poll['question']}"
    if dice := content.get("dice"):
        return f"{dice['emoji']} {dice['value']}"
    return "📌" if "pinned_message" in content else ""


def _file(file: StoredFile) -> Json:
    return {
        "id": file.unique_id,
        "url": f"/api/files/{file.unique_id}",
        "name": file.name,
        "size": len(file.data),
        "mime": file.mime,
        "duration": file.duration,
        "width": file.width,
        "height": file.height,
    }


def _location(content: Json) -> Json | None:
    place = content.get("location")
    if place is None:
        return None
    title = content["venue"]["title"] if "venue" in content else None
    return {"lat": place["latitude"], "lon": place["longitude"], "title": title}


def _contact(content: Json) -> Json | None:
    contact = content.get("contact")
    if contact is None:
        return None
    name = f"{contact['first_name']} {contact.get('last_name', '')}".strip()
    return {"name": name, "phone": contact["phone_number"]}


def _buttons(message: Message) -> list[list[Json]]:
    rows = message.markup["inline_keyboard"] if message.markup else []
    return [
        [{"text": button["text"], "index": [r, c], "url": button.get("url")} for c, button in enumerate(row)]
        for r, row in enumerate(rows)
    ]


def reply_keyboard_view(chat: Chat) -> Json | None:
    """The big buttons under the typing box."""
    keyboard = chat.reply_keyboard
    if keyboard is None:
        return None
    flags = ("request_contact", "request_location")
    rows = [
        [{"text": button["text"]} | {flag: bool(button.get(flag)) for flag in flags} for button in row]
        for row in keyboard["keyboard"]
    ]
    placeholder = keyboard.get("input_field_placeholder")
    return {"rows": rows, "placeholder": placeholder, "persistent": keyboard.get("is_persistent", False)}
