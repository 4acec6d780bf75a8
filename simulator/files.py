"""The files of the world: kept once, known to every bot under its own file id."""

import base64
import binascii

from simulator import media
from simulator.errors import bad_request
from simulator.model import Bot, Json, StoredFile

PHOTO_SIZES = ((90, 67), (320, 240), (800, 600))
DOWNLOAD_LIMIT = 20 * 1024 * 1024
TITLES = {"video_note": "VideoNote"}
MIMES = {
    "photo": "image/png",
    "voice": "audio/ogg",
    "video": "video/mp4",
    "video_note": "video/mp4",
    "animation": "video/mp4",
    "audio": "audio/mpeg",
    "sticker": "image/webp",
    "document": "application/octet-stream",
}


class FileStore:
    """Files by unique id; grows with what is sent, generated files share their bytes."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}

    def add(
        self,
        kind: str,
        data: bytes,
        name: str | None = None,
        mime: str | None = None,
        size: tuple[int, int] | None = None,
        duration: int | None = None,
    ) -> StoredFile:
        """Keep a file; `size` is width and height in pixels, `duration` seconds."""
        unique = f"AQAD{len(self.by_id):08x}"
        width, height = size or (None, None)
        stored = StoredFile(unique, kind, data, mime or MIMES[kind], name, width, height, duration)
        self.by_id[unique] = stored
        return stored

    def photo(self, seed: int) -> list[StoredFile]:
        """A generated photo in three sizes, smallest first."""
        sizes = [self.add("photo", media.picture(*size, seed % 16), size=size) for size in PHOTO_SIZES]
        for file in sizes:
            file.sizes = sizes
        return sizes

    def find(self, bot: Bot, file_id: str) -> StoredFile | None:
        """The file that a bot's own `file_id` names."""
        try:
            owner, unique = base64.urlsafe_b64decode(file_id.encode()).decode().split(":")
        except (ValueError, binascii.Error):
            return None
        return self.by_id.get(unique) if owner == str(bot.id) else None

    def to_send(self, bot: Bot, file_id: str, kind: str) -> list[StoredFile]:
        """The file to send again as `kind`; `ApiError` 400 if the id is wrong or of another kind."""
        if file_id.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        found = self.find(bot, file_id)
        if found is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if found.kind != kind:
            raise bad_request(f"can't use file of type {title(found.kind)} as {title(kind)}")
        return found.sizes or [found]


def title(kind: str) -> str:
    """A kind of file as Telegram's errors name it."""
    return TITLES.get(kind, kind.capitalize())


def file_id(bot: Bot, file: StoredFile) -> str:
    """The id under which this bot, and no other, knows the file."""
    return base64.urlsafe_b64encode(f"{bot.id}:{file.unique_id}".encode()).decode()


def file_api(bot: Bot, file: StoredFile, kind: str) -> Json:
    """The Bot API's object for one file (PhotoSize, Voice, Video, …)."""
    known: Json = {
        "file_id": file_id(bot, file),
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
    }
    match kind:
        case "photo":
            return known | {"width": file.width, "height": file.height}
        case "voice":
            return known | {"duration": file.duration or 0, "mime_type": file.mime}
        case "audio":
            return known | {"duration": file.duration or 0, "mime_type": file.mime} | _named(file)
        case "video" | "animation":
            size = {"width": file.width or 320, "height": file.height or 240}
            return known | size | {"duration": file.duration or 0, "mime_type": file.mime} | _named(file)
        case "video_note":
            return known | {"length": file.width or 240, "duration": file.duration or 0}
        case "sticker":
            size = {"width": file.width or 512, "height": file.height or 512}
            return known | size | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}
    return known | {"mime_type": file.mime} | _named(file)


def _named(file: StoredFile) -> Json:
    return {"file_name": file.name} if file.name else {}


def media_api(bot: Bot, kind: str, files: list[StoredFile]) -> Json:
    """The fields of a message that hold its files."""
    if kind == "photo":
        return {"photo": [file_api(bot, file, "photo") for file in files]}
    shown = {kind: file_api(bot, files[0], kind)}
    if kind == "animation":
        shown["document"] = file_api(bot, files[0], "document")
    return shown
