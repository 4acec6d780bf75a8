"""What lives in the world: people, bots, chats, messages, files."""

from dataclasses import dataclass, field
from typing import Any

from simulator.signals import Signal
from simulator.updates import UpdateQueue

Json = dict[str, Any]


@dataclass(eq=False, slots=True)
class User:
    """A person or a bot's account. `label` and `color` are for the page of phones."""

    id: int
    first_name: str
    is_bot: bool = False
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    label: str = ""
    color: str = "#5b7f6b"
    deactivated: bool = False

    def api(self) -> Json:
        """The Bot API's User."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if (value := getattr(self, name)) is not None:
                user[name] = value
        return user

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(eq=False)
class Bot:
    """A bot: its token, its account, its undelivered updates and what it set about itself."""

    token: str
    user: User
    queue: UpdateQueue
    chats: dict[int, "Chat"] = field(default_factory=dict)
    reads_all_group_messages: bool = False
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The id of its account."""
        return self.user.id


@dataclass(eq=False, slots=True)
class StoredFile:
    """A file on the simulator's server; every bot has its own `file_id` for it.

    `sizes` are all sizes of a photo, this one among them.
    """

    unique_id: str
    kind: str
    data: bytes
    mime: str
    name: str | None = None
    width: int | None = None
    height: int | None = None
    duration: int | None = None
    sizes: "list[StoredFile]" = field(default_factory=list)

    @property
    def path(self) -> str:
        """The `file_path` that getFile gives."""
        extension = (
            self.name.rsplit(".", 1)[-1] if self.name and "." in self.name else self.mime.rsplit("/")[-1]
        )
        return f"{self.kind}s/{self.unique_id}.{extension}"


@dataclass(eq=False, slots=True)
class Chat:
    """A private chat of one person with one bot, or a group; message ids grow within it."""

    id: int
    type: str
    title: str | None = None
    members: dict[int, User] = field(default_factory=dict)
    bots: list[Bot] = field(default_factory=list)
    messages: dict[int, "Message"] = field(default_factory=dict)
    last_id: int = 0
    topics: dict[int, str] = field(default_factory=dict)
    is_forum: bool = False
    blocked: bool = False
    migrated_to: int | None = None
    pinned: list["Message"] = field(default_factory=list)
    reply_keyboard: Json | None = None
    changed: Signal = field(default_factory=Signal)

    @property
    def person(self) -> User:
        """The one person of a private chat."""
        return next(iter(self.members.values()))

    def api(self) -> Json:
        """The Bot API's Chat."""
        if self.type != "private":
            forum = {"is_forum": True} if self.is_forum else {}
            return {"id": self.id, "type": self.type, "title": self.title} | forum
        person = self.person
        chat: Json = {"id": self.id, "type": "private", "first_name": person.first_name}
        for name in ("last_name", "username"):
            if (value := getattr(person, name)) is not None:
                chat[name] = value
        return chat


@dataclass(eq=False, slots=True)
class Message:
    """One message.

    `content` holds the Bot API's own fields (text, entities, location, …) except files, whose ids differ
    by bot: they are `files` (several sizes of a photo, else one). `touched` grows with every new or edited
    message of the world, so that "newer than" is a comparison.
    """

    id: int
    chat: Chat
    sender: User
    date: int
    kind: str
    content: Json
    files: list[StoredFile] = field(default_factory=list)
    reply_to: "Message | None" = None
    markup: Json | None = None
    reply_markup_kind: str | None = None
    media_group: str | None = None
    thread: int | None = None
    origin: Json | None = None
    edited: int | None = None
    protected: bool = False
    deleted: bool = False
    touched: int = 0

    @property
    def text(self) -> str:
        """Its text or its caption."""
        text: str = self.content.get("text") or self.content.get("caption") or ""
        return text

    @property
    def entities(self) -> list[Json]:
        """The entities of its text or its caption."""
        entities: list[Json] = self.content.get("entities") or self.content.get("caption_entities") or []
        return entities

    @property
    def from_bot(self) -> bool:
        """Whether a bot sent it."""
        return self.sender.is_bot

    def __repr__(self) -> str:
        who = self.sender.first_name
        buttons = "".join(
            "\n    " + " ".join(f"[{button['text']}]" for button in row)
            for row in (self.markup or {}).get("inline_keyboard", ())
        )
        kind = "" if self.kind == "text" else f"({self.kind}) "
        return f"#{self.id} {who}: {kind}{self.text}{buttons}"


@dataclass(eq=False, slots=True)
class Callback:
    """A tap on an inline button that waits for the bot's answer."""

    id: str
    bot: Bot
    user: User
    message: Message
    data: str
    date: float
