"""What is more than words: pictures, voices, places, cards and files, both ways."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Locator, expect

from tests.simulator.page.conftest import TOKEN, Village

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LOADED = "image => image.complete && image.naturalWidth > 0"


def png(width: int = 64, height: int = 48) -> bytes:
    """A real picture: a red rectangle."""
    rows = b"".join(b"\0" + b"\xb2\x3a\x2a" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


async def send_file(
    village: Village, method: str, kind: str, name: str, data: bytes, **more: str
) -> dict[str, Any]:
    """The bot sends a file of its own to the first person."""
    form = aiohttp.FormData({"chat_id": str(village.people[0]), **more}, quote_fields=False)
    form.add_field(kind, data, filename=name)
    async with village.bot.session.post(f"{village.bot.url}/bot{TOKEN}/{method}", data=form) as response:
        answer = await response.json()
    assert answer["ok"], answer
    result: dict[str, Any] = answer["result"]
    return result


async def expect_loaded(image: Locator) -> None:
    """Wait until the browser has decoded a picture."""
    await expect(image).to_be_visible()
    handle = await image.element_handle()
    await image.page.wait_for_function(LOADED, arg=handle)


async def test_a_photo_reaches_the_bot_and_is_shown(village: Village) -> None:
    await village.attach("photo")
    heard = await village.bot.update("message")
    assert heard["photo"][-1]["width"] > 0
    await expect_loaded(village.messages().last.locator("img"))


async def test_a_photo_opens_large_and_closes(village: Village) -> None:
    await send_file(village, "sendPhoto", "photo", "roof.png", png(), caption="屋顶")
    await expect(village.messages().last.locator(".words")).to_have_text("屋顶")
    await village.messages().last.locator(".picture").click()
    large = village.page.get_by_role("dialog").locator("img")
    await expect_loaded(large)
    await village.page.get_by_role("button", name="关上 Close").click()
    await expect(large).to_have_count(0)


async def test_an_album_is_one_bubble_both_ways(village: Village) -> None:
    await village.attach("album")
    groups = {(await village.bot.update("message"))["media_group_id"] for _ in range(3)}
    assert len(groups) == 1
    mine = village.phone().locator(".message.me").last
    await expect(mine.locator(".mosaic .tile")).to_have_count(3)
    sent = await send_file(village, "sendPhoto", "photo", "roof.png", png())
    again = [
        {"type": "photo", "media": sent["photo"][-1]["file_id"], "caption": "两张" if n else ""}
        for n in range(2)
    ]
    await village.bot.call("sendMediaGroup", chat_id=village.people[0], media=again)
    await expect(village.messages().last.locator(".mosaic .tile")).to_have_count(2)
    await expect(village.messages().last.locator(".words")).to_have_text("两张")


async def test_deleting_one_of_an_album_leaves_the_others(village: Village) -> None:
    await village.attach("album")
    album = village.phone().locator(".message.me").last
    await expect(album.locator(".tile")).to_have_count(3)
    await album.locator(".tile").nth(1).click(button="right")
    await village.page.locator(".menu [data-key=delete]").click()
    await expect(album.locator(".tile")).to_have_count(2)


async def test_a_tap_on_the_microphone_sends_three_seconds(village: Village) -> None:
    await village.phone().locator(".mic").click()
    assert (await village.bot.update("message"))["voice"]["duration"] == 3
    await expect(village.messages().last.locator(".voicebar small")).to_have_text("0:03")


async def test_holding_the_microphone_shows_the_time_and_sends_on_letting_go(village: Village) -> None:
    await village.phone().locator(".mic").hover()
    await village.page.mouse.down()
    await expect(village.phone().locator(".mic .timer")).to_contain_text("松开就发出")
    await village.page.mouse.up()
    assert (await village.bot.update("message"))["voice"]["duration"] == 1


async def test_a_voice_can_be_a_reply(village: Village) -> None:
    asked = await village.hears("在哪里？")
    await village.choose(village.messages().last, "quote")
    await village.phone().locator(".mic").click()
    assert (await village.bot.update("message"))["reply_to_message"]["message_id"] == asked
    await expect(village.messages().last.locator(".quote")).to_contain_text("在哪里？")


async def test_the_microphone_works_from_the_keyboard(village: Village) -> None:
    await village.phone().locator(".mic").focus()
    await village.page.keyboard.press("Enter")
    assert (await village.bot.update("message"))["voice"]["duration"] == 3


async def test_a_voice_plays_and_pauses(village: Village) -> None:
    await village.attach("voice")
    bar = village.messages().last.locator(".voicebar")
    await bar.get_by_role("button").click()
    await expect(bar.locator("rect.played").first).to_be_attached()
    await bar.get_by_role("button").click()
    await expect(bar.locator("rect.played")).to_have_count(0)


async def test_a_place_is_chosen_on_a_map_and_shown_on_one(village: Village) -> None:
    await village.attach("location")
    dialog = village.page.get_by_role("dialog")
    await dialog.locator(".board").click(position={"x": 40, "y": 40})
    await dialog.locator(".board").press("ArrowUp")
    await dialog.get_by_role("button", name="发送这里").click()
    place = (await village.bot.update("message"))["location"]
    assert place["latitude"] > 34.56213
    assert place["longitude"] < 104.02731
    shown = village.messages().last.locator(".place")
    await expect(shown.locator("svg .pin")).to_be_visible()
    await expect(shown).to_contain_text(f"{place['latitude']:.5f}, {place['longitude']:.5f}")


async def test_the_same_place_is_drawn_the_same_everywhere(village: Village) -> None:
    await village.bot.call("sendLocation", chat_id=village.people[0], latitude=34.5, longitude=104.1)
    await village.bot.call("sendLocation", chat_id=village.people[1], latitude=34.5, longitude=104.1)
    await village.bot.call("sendLocation", chat_id=village.people[2], latitude=34.6, longitude=104.1)
    maps = [await village.messages(n).last.locator("svg.map").inner_html() for n in range(3)]
    assert maps[0] == maps[1] != maps[2]


async def test_a_contact_card_shows_name_and_number(village: Village) -> None:
    await village.attach("contact")
    assert (await village.bot.update("message"))["contact"]["phone_number"].endswith("13800000001")
    card = village.messages().last.locator(".card")
    await expect(card).to_contain_text("王秀英")
    await expect(card).to_contain_text("13800000001")


async def test_a_file_reaches_the_bot_and_can_be_fetched(village: Village) -> None:
    await village.attach("document")
    assert (await village.bot.update("message"))["document"]["file_name"] == "申请书.pdf"
    await send_file(village, "sendDocument", "document", "名单.csv", "组,户\n一,12\n".encode())
    paper = village.messages().last.locator(".paper")
    await expect(paper).to_contain_text("名单.csv")
    async with village.page.expect_download() as download:
        await paper.click()
    assert (await (await download.value).path()).read_text() == "组,户\n一,12\n"


async def test_a_sticker_reaches_the_bot(village: Village) -> None:
    await village.attach("sticker")
    assert (await village.bot.update("message"))["sticker"]["file_id"]
    await expect(village.messages().last.locator(".bubble.sticker")).to_be_visible()


async def test_a_picture_from_this_computer_goes_as_a_photo_with_its_words(village: Village) -> None:
    await village.box().fill("就是这里")
    async with village.page.expect_file_chooser() as choosing:
        await village.attach("pick")
    await (await choosing.value).set_files(
        {"name": "roof.png", "mimeType": "image/png", "buffer": png(640, 480)}
    )
    heard = await village.bot.update("message")
    assert heard["caption"] == "就是这里"
    assert heard["photo"]
    await expect(village.box()).to_have_value("")
    await expect_loaded(village.messages().last.locator("img"))


async def test_any_other_file_from_this_computer_goes_as_a_document(village: Village) -> None:
    async with village.page.expect_file_chooser() as choosing:
        await village.attach("pick")
    await (await choosing.value).set_files({"name": "记账.txt", "mimeType": "text/plain", "buffer": b"12.5"})
    assert (await village.bot.update("message"))["document"]["file_name"] == "记账.txt"


async def test_every_other_kind_has_a_card(village: Village) -> None:
    user = village.people[0]
    await send_file(village, "sendVideo", "video", "flood.mp4", b"\0\0\0\x18ftypmp42", duration="14")
    await expect(village.messages().last.locator(".film")).to_contain_text("0:14")
    await send_file(village, "sendVideoNote", "video_note", "hello.mp4", b"\0\0\0\x18ftypmp42")
    await expect(village.messages().last.locator(".film.video_note")).to_be_visible()
    await send_file(village, "sendAudio", "audio", "song.mp3", b"ID3", duration="61")
    await expect(village.messages().last.locator(".voicebar")).to_contain_text("1:01")
    venue = {"latitude": 34.5, "longitude": 104.1, "title": "马曲村卫生室", "address": "村口"}
    await village.bot.call("sendVenue", chat_id=user, **venue)
    await expect(village.messages().last.locator(".place")).to_contain_text("马曲村卫生室")
    await village.bot.call("sendContact", chat_id=user, phone_number="0939-120", first_name="值班员")
    await expect(village.messages().last.locator(".card")).to_contain_text("0939-120")
