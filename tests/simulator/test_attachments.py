"""Files: sent, sent again by id, downloaded; and the small files that people send."""

import struct
import zlib

import pytest

from simulator import Bot, Person, Simulator, media
from simulator.attachments import KINDS
from tests.simulator.conftest import Client

PICTURE = media.picture(40, 30)
DATA = {kind: PICTURE if kind == "photo" else b"bytes of " + kind.encode() for kind in KINDS.values()}


@pytest.mark.parametrize(("method", "kind"), KINDS.items())
async def test_a_file_is_sent_downloaded_and_sent_again_by_its_id(
    client: Client, grandma: Person, method: str, kind: str
) -> None:
    sent = await client.upload(method, {kind: DATA[kind]}, chat_id=grandma.id)
    shown = sent["photo"][-1] if kind == "photo" else sent[kind]
    about = await client("getFile", file_id=shown["file_id"])
    assert about["file_size"] == len(DATA[kind])
    async with client.session.get(f"{client.base}/file/bot{client.token}/{about['file_path']}") as answer:
        assert await answer.read() == DATA[kind]
    again = await client(method, chat_id=grandma.id, **{kind: shown["file_id"]})
    assert again[kind] == sent[kind]
    assert grandma.screen[-1].kind == kind


async def test_a_photo_of_a_person_comes_in_three_sizes(client: Client, grandma: Person) -> None:
    await grandma.sends_photo("屋顶漏了 /help")
    message = (await client.updates())[-1]["message"]
    assert [(size["width"], size["height"]) for size in message["photo"]] == [
        (90, 67),
        (320, 240),
        (800, 600),
    ]
    assert message["caption"] == "屋顶漏了 /help"
    assert message["caption_entities"][0]["type"] == "bot_command"
    again = await client("sendPhoto", chat_id=grandma.id, photo=message["photo"][0]["file_id"])
    assert again["photo"] == message["photo"]


async def test_a_file_id_belongs_to_one_bot(client: Client, sim: Simulator, grandma: Person) -> None:
    sim.add_bot("2000:other", "other_bot", "别的")
    other = client.other("2000:other")
    await grandma.with_bot(sim.world.bots["2000:other"]).starts()
    sent = await client.upload("sendDocument", {"document": b"x"}, chat_id=grandma.id)
    file_id = sent["document"]["file_id"]
    error = await other.refused("sendDocument", chat_id=grandma.id, document=file_id)
    assert error == "400 Bad Request: wrong file identifier/HTTP URL specified"
    error = await other.refused("getFile", file_id=file_id)
    assert error == "400 Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_a_file_id_keeps_its_kind(client: Client, grandma: Person) -> None:
    sent = await client.upload("sendVoice", {"voice": b"x"}, chat_id=grandma.id, duration=4)
    assert sent["voice"]["duration"] == 4
    error = await client.refused("sendVideoNote", chat_id=grandma.id, video_note=sent["voice"]["file_id"])
    assert error == "400 Bad Request: can't use file of type Voice as VideoNote"


@pytest.mark.parametrize(
    ("photo", "error"),
    [
        ("garbage", "wrong file identifier/HTTP URL specified"),
        ("图", "wrong file identifier/HTTP URL specified"),
        ("https://example.org/x.png", "failed to get HTTP URL content"),
        ("attach://missing", "there is no photo in the request"),
    ],
)
async def test_a_photo_that_is_nowhere_is_refused(
    client: Client, grandma: Person, photo: str, error: str
) -> None:
    assert await client.refused("sendPhoto", chat_id=grandma.id, photo=photo) == f"400 Bad Request: {error}"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "file must be non-empty"),
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (media.picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_photo_must_be_a_picture(client: Client, grandma: Person, data: bytes, error: str) -> None:
    refusal = await client.upload_refused("sendPhoto", {"photo": data}, chat_id=grandma.id)
    assert refusal == f"400 Bad Request: {error}"


async def test_a_caption_has_1024_characters_at_most(client: Client, grandma: Person) -> None:
    photo = {"photo": PICTURE}
    sent = await client.upload("sendPhoto", photo, chat_id=grandma.id, caption="中" * 1024)
    assert len(sent["caption"]) == 1024
    error = await client.upload_refused("sendPhoto", photo, chat_id=grandma.id, caption="中" * 1025)
    assert error == "400 Bad Request: message caption is too long"


async def test_how_a_photo_is_shown_comes_back(client: Client, grandma: Person) -> None:
    flags = {"show_caption_above_media": True, "has_spoiler": True}
    sent = await client.upload(
        "sendPhoto", {"photo": PICTURE}, chat_id=grandma.id, caption="<b>x</b>", **flags
    )
    assert sent["show_caption_above_media"] is True
    assert sent["has_media_spoiler"] is True


async def test_an_album_mixes_uploads_and_known_files(client: Client, grandma: Person) -> None:
    known = await client.upload("sendPhoto", {"photo": PICTURE}, chat_id=grandma.id)
    items = [
        {"type": "photo", "media": "attach://a", "caption": "<i>一</i>", "parse_mode": "HTML"},
        {"type": "photo", "media": known["photo"][0]["file_id"]},
        {"type": "video", "media": "attach://b", "width": 640, "height": 360, "duration": 9},
    ]
    files = {"a": PICTURE, "b": b"film"}
    sent = await client.upload("sendMediaGroup", files, chat_id=grandma.id, media=items)
    assert len({message["media_group_id"] for message in sent}) == 1
    assert sent[0]["caption_entities"][0]["type"] == "italic"
    assert sent[1]["photo"] == known["photo"]
    assert (sent[2]["video"]["width"], sent[2]["video"]["duration"]) == (640, 9)


@pytest.mark.parametrize(
    ("kinds", "error"),
    [
        ([], "there are no messages to send"),
        (["photo"] * 11, "too many messages to send as an album"),
        (["photo", "document"], "document can't be mixed with other media types"),
        (["audio", "video"], "audio can't be mixed with other media types"),
    ],
)
async def test_an_album_that_telegram_refuses(
    client: Client, grandma: Person, kinds: list[str], error: str
) -> None:
    items = [{"type": kind, "media": "attach://a"} for kind in kinds]
    refusal = await client.upload_refused("sendMediaGroup", {"a": PICTURE}, chat_id=grandma.id, media=items)
    assert refusal == f"400 Bad Request: {error}"
    assert len(grandma.screen) == 1


async def test_files_are_given_out_only_to_who_knows_the_token_and_the_path(
    client: Client, grandma: Person
) -> None:
    sent = await client.upload("sendDocument", {"document": b"x"}, chat_id=grandma.id)
    path = (await client("getFile", file_id=sent["document"]["file_id"]))["file_path"]
    for token, asked, status in (
        ("1:wrong", path, 401),
        (client.token, "documents/none.bin", 404),
        (client.token, path.replace("documents", "photos"), 404),
    ):
        async with client.session.get(f"{client.base}/file/bot{token}/{asked}") as answer:
            assert answer.status == status


async def test_a_file_too_big_to_download_says_so(
    client: Client, bot: Bot, sim: Simulator, grandma: Person
) -> None:
    await grandma.sends_document("big.bin", bytes(20 * 1024 * 1024 + 1))
    message = (await client.updates())[-1]["message"]
    error = await client.refused("getFile", file_id=message["document"]["file_id"])
    assert error == "400 Bad Request: file is too big"


async def test_a_call_past_50_megabytes_is_cut_off(client: Client, grandma: Person) -> None:
    error = await client.upload_refused(
        "sendDocument", {"document": bytes(51 * 1024 * 1024)}, chat_id=grandma.id
    )
    assert error == "413 Request Entity Too Large"


def test_generated_pictures_are_valid_png() -> None:
    data = media.picture(16, 9, seed=3)
    assert media.image_size(data) == (16, 9)
    at = data.index(b"IDAT")
    (size,) = struct.unpack(">I", data[at - 4 : at])
    (checksum,) = struct.unpack(">I", data[at + 4 + size : at + 8 + size])
    assert checksum == zlib.crc32(data[at : at + 4 + size])
    assert len(zlib.decompress(data[at + 4 : at + 4 + size])) == 9 * (1 + 16 * 3)
    assert data != media.picture(16, 9, seed=4)


def ogg_pages(data: bytes) -> list[tuple[int, int, int, bytes]]:
    """Flags, position, checksum error and body of each page of an OGG stream."""
    pages, at = [], 0
    while at < len(data):
        magic, _, flags, position, _, _, checksum, segments = struct.unpack("<4sBBqIIIB", data[at : at + 27])
        assert magic == b"OggS"
        size = sum(data[at + 27 : at + 27 + segments])
        end = at + 27 + segments + size
        blank = data[at : at + 22] + bytes(4) + data[at + 26 : end]
        pages.append((flags, position, checksum ^ checksum_bit_by_bit(blank), data[end - size : end]))
        at = end
    return pages


def checksum_bit_by_bit(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1) ^ 0x04C11DB7 if value & 0x80000000 else value << 1
        value &= 0xFFFFFFFF
    return value


def test_generated_voices_are_valid_ogg_of_the_right_length() -> None:
    pages = ogg_pages(media.voice(3))
    assert pages[0][3].startswith(b"OpusHead")
    assert pages[1][3].startswith(b"OpusTags")
    assert [wrong for _, _, wrong, _ in pages] == [0] * 5
    assert (pages[0][0], pages[-1][0]) == (2, 4)
    assert pages[-1][1] == 3 * 48_000


def test_generated_films_are_boxes_that_add_up() -> None:
    data, kinds, at = media.film(7), [], 0
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kinds.append(data[at + 4 : at + 8])
        at += size
    assert (kinds, at) == ([b"ftyp", b"moov"], len(data))
    header = data[data.index(b"mvhd") + 4 :]
    scale, duration = struct.unpack(">II", header[12:20])
    assert duration / scale == 7
    assert len(header) == 100


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0001108001e00280301220002110103110100")


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"GIF89a" + struct.pack("<HH", 12, 34), (12, 34)),
        (JPEG, (40, 30)),
        (media.STICKER, (1, 1)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x3f\x01\0\xef\0\0", (320, 240)),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + struct.pack("<HH", 64, 48), (64, 48)),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"RIFF\0\0\0\0WEBPJUNK", None),
        (b"", None),
    ],
)
def test_the_size_of_a_picture_is_read_from_its_header(data: bytes, size: tuple[int, int] | None) -> None:
    assert media.image_size(data) == size
