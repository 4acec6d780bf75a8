"""Methods that send files: uploaded with the call, or known from before by their file id."""

from simulator.errors import bad_request
from simulator.keyboards import check_markup
from simulator.media import image_size
from simulator.model import Json, Message, StoredFile
from simulator.registry import Request, plays
from simulator.scalars import Upload
from simulator.sending import caption_content, deliver
from simulator.targets import open_chat
from simulator.views import message_api

KINDS = {
    "sendPhoto": "photo",
    "sendVoice": "voice",
    "sendVideo": "video",
    "sendVideoNote": "video_note",
    "sendDocument": "document",
    "sendAudio": "audio",
    "sendAnimation": "animation",
    "sendSticker": "sticker",
}
ALBUM_LIMIT = 10
ALONE = ("document", "audio")


@plays(*KINDS)
def send_file(request: Request) -> Json:
    """Send one file."""
    chat = open_chat(request)
    kind = KINDS[request.method]
    content = caption_content(request, request.args)
    check_markup(request.args.get("reply_markup"), chat)
    files = files_of(request, kind, request.args[kind], request.args)
    return message_api(deliver(request, chat, kind, content, files), request.bot)


@plays("sendMediaGroup")
def send_media_group(request: Request) -> list[Json]:
    """Send an album."""
    chat = open_chat(request)
    items = request.args["media"]
    _check_album([item["type"] for item in items])
    contents = [caption_content(request, item) for item in items]
    files = [files_of(request, item["type"], item["media"], item) for item in items]
    album = f"{request.bot.id}{chat.id}{chat.last_id}"
    sent: list[Message] = []
    for item, content, sizes in zip(items, contents, files, strict=True):
        cost = 0 if sent else len(items)
        sent.append(deliver(request, chat, item["type"], content, sizes, cost, media_group=album))
    return [message_api(message, request.bot) for message in sent]


def _check_album(kinds: list[str]) -> None:
    if not kinds:
        raise bad_request("there are no messages to send")
    if len(kinds) > ALBUM_LIMIT:
        raise bad_request("too many messages to send as an album")
    for alone in ALONE:
        if alone in kinds and set(kinds) != {alone}:
            raise bad_request(f"{alone} can't be mixed with other media types")


def files_of(request: Request, kind: str, given: Upload | str, about: Json) -> list[StoredFile]:
    """The file that a call gives, stored; `about` may say its size and length."""
    if isinstance(given, str) and given.startswith("attach://"):
        upload = request.uploads.get(given.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        given = upload
    if isinstance(given, str):
        return request.world.files.to_send(request.bot, given, kind)
    return [_stored(request, kind, given, about)]


def _stored(request: Request, kind: str, upload: Upload, about: Json) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    size = (about["width"], about["height"]) if "width" in about and "height" in about else None
    if kind == "photo":
        size = _photo_size(upload.data)
    elif kind == "sticker":
        size = image_size(upload.data)
    elif kind == "video_note" and "length" in about:
        size = (about["length"], about["length"])
    files = request.world.files
    name, mime = (None, None) if kind == "photo" else (upload.name, upload.mime)
    return files.add(kind, upload.data, name, mime, size, about.get("duration"))


def _photo_size(data: bytes) -> tuple[int, int]:
    size = image_size(data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * max(1, min(size)):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size
