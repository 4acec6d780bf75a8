"""The page's modules one by one, run in the browser they are written for."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import expect

from tests.simulator.page.conftest import Village

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

VIEW = """(id, more = {}) => ({
    id, from: "bot", date: 1763890000 + id, edited: false, reply_to: null, media_group: null, kind: "text",
    text: `m${id}`, html: `m${id}`, file: null, location: null, contact: null, buttons: [], ...more,
})"""


async def run(modules: Village, module: str, body: str, **given: Any) -> Any:
    """Run `body` with everything the module exports, `view` and the given values in scope."""
    script = f"""async (given) => {{
        const m = await import("/page/js/{module}.js");
        const view = {VIEW};
        {body}
    }}"""
    return await modules.page.evaluate(script, given)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (3, "0:03"), (59.6, "1:00"), (75, "1:15"), (119.7, "2:00"), (600, "10:00")],
)
async def test_a_length_is_minutes_and_seconds(modules: Village, seconds: float, shown: str) -> None:
    assert await run(modules, "times", "return m.length(given.seconds)", seconds=seconds) == shown


@pytest.mark.parametrize(("size", "shown"), [(21, "21 B"), (1536, "1.5 KB"), (3_250_586, "3.1 MB")])
async def test_a_size_is_rounded_to_what_people_read(modules: Village, size: int, shown: str) -> None:
    assert await run(modules, "times", "return m.size(given.size)", size=size) == shown


async def test_every_word_has_both_languages(modules: Village) -> None:
    shown = await run(modules, "words", "return [m.say('send'), m.both('send').map((e) => e.lang ?? e)]")
    assert shown == ["发送 Send", ["", " ", "en"]]


async def test_moving_on_the_map_and_back_ends_where_it_began(modules: Village) -> None:
    body = "const there = m.moved(34.5, 104, 250, -80); return [there, m.moved(...there, -250, 80)]"
    (north, east), back = await run(modules, "map", body)
    assert north > 34.5
    assert east > 104
    assert back == pytest.approx([34.5, 104], abs=1e-6)


async def test_the_map_has_fields_a_pin_and_nothing_from_elsewhere(modules: Village) -> None:
    drawn = await run(modules, "map", "return m.drawMap(-33.9, -70.6).outerHTML")
    assert 'class="pin"' in drawn
    assert "field-" in drawn
    assert "NaN" not in drawn
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


async def test_a_timeline_puts_late_messages_in_their_place(modules: Village) -> None:
    body = """
        const line = new m.Timeline();
        line.load([view(5), view(1)]);
        for (const id of [3, 9, 2]) line.put(view(id));
        return [...line.list.children].map((item) => Number(item.dataset.id));
    """
    assert await run(modules, "timeline", body) == [1, 2, 3, 5, 9]


async def test_a_timeline_keeps_an_album_together_and_apart_from_the_next(modules: Village) -> None:
    body = """
        const line = new m.Timeline();
        line.load([view(1, { media_group: "a" })]);
        line.put(view(2, { media_group: "a" }));
        line.put(view(3, { media_group: "b" }));
        line.put(view(4));
        return [...line.list.children].map((item) => item.querySelectorAll(".tile").length);
    """
    assert await run(modules, "timeline", body) == [2, 0, 0]


async def test_a_new_day_is_announced_once(modules: Village) -> None:
    body = """
        const line = new m.Timeline();
        const date = 1763890000 + 86400;
        line.load([view(1), view(2), view(3, { date }), view(4, { date })]);
        return [...line.list.children].map((item) => Boolean(item.querySelector(".day")));
    """
    assert await run(modules, "timeline", body) == [True, False, True, False]


async def test_an_unknown_id_changes_nothing(modules: Village) -> None:
    body = """
        const line = new m.Timeline();
        line.load([view(1)]);
        line.remove(7);
        line.goTo(7);
        line.wait(7, "0,0");
        return line.list.children.length;
    """
    assert await run(modules, "timeline", body) == 1


async def test_deleting_the_first_of_a_day_leaves_its_date_to_the_next(modules: Village) -> None:
    body = """
        const line = new m.Timeline();
        line.load([view(1), view(2)]);
        line.remove(1);
        await new Promise((done) => setTimeout(done));
        return [...line.list.children].map((item) => [item.dataset.id, Boolean(item.querySelector(".day"))]);
    """
    assert await run(modules, "timeline", body) == [["2", True]]


async def test_looking_back_and_deleting_unseen_messages_keep_count(modules: Village) -> None:
    body = """
        const line = new m.Timeline();
        line.load(Array.from({ length: 100 }, (_, n) => view(n + 1)));
        line.remove(10);
        line.lookBack();
        const ids = [...line.list.children].map((item) => Number(item.dataset.id));
        return [ids.length, ids[0], ids.includes(10), line.earlier.hidden];
    """
    assert await run(modules, "timeline", body) == [99, 1, False, True]


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({"text": "一句\n  两句"}, "一句 两句"),
        ({"kind": "photo", "text": ""}, "〔照片 Photo〕"),
        ({"kind": "voice", "text": "听"}, "〔语音 Voice〕听"),
        ({"text": "长" * 200}, "长" * 90),
    ],
)
async def test_an_excerpt_is_one_short_line(modules: Village, more: dict[str, str], shown: str) -> None:
    assert await run(modules, "bubbles", "return m.excerpt(view(1, given))", **more) == shown


async def test_a_message_without_its_file_or_of_a_new_kind_still_shows(modules: Village) -> None:
    kinds = ["photo", "voice", "video", "video_note", "document", "audio", "animation", "sticker"]
    kinds += ["location", "venue", "contact", "poll", "dice", "game"]
    body = "return given.kinds.map((kind) => m.body(view(1, { kind })).textContent.trim() || kind)"
    shown = await run(modules, "kinds", body, kinds=kinds)
    assert shown[0] == "照片 Photo"
    assert shown[1] == "0:01"
    assert shown[-1] == "消息 Message"
    assert not set(shown) & set(kinds)


async def test_a_quote_of_a_deleted_message_says_so(modules: Village) -> None:
    body = """
        const item = m.renderBlock([view(2, { reply_to: 1 })], null, { find: () => undefined });
        return item.querySelector(".quote").textContent;
    """
    assert "消息已删除" in await run(modules, "bubbles", body)


async def test_a_button_that_is_gone_says_so_and_stops_turning(village: Village) -> None:
    keyboard = {"inline_keyboard": [[{"text": "接单", "callback_data": "take"}]]}
    await village.hears("有人漏雨", reply_markup=keyboard)
    await village.page.route(
        "**/act", lambda route: route.fulfill(status=400, json={"ok": False, "error": "没了"})
    )
    button = village.messages().last.get_by_role("button", name="接单")
    await button.click()
    await expect(village.phone().locator(".toast.failed")).to_contain_text("没了")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_tab_completes_a_command_and_escape_puts_the_list_away(village: Village) -> None:
    commands = [{"command": "mine", "description": "我的事"}, {"command": "menu", "description": "全部"}]
    await village.bot.call("setMyCommands", commands=commands)
    await village.phone().get_by_role("button", name="命令 Commands").click()
    await village.box().fill("/me")
    await village.box().press("Tab")
    await expect(village.box()).to_have_value("/menu ")
    await village.box().fill("/m")
    await village.box().press("Escape")
    await expect(village.phone().get_by_role("listbox")).to_be_hidden()
    await expect(village.box()).to_have_value("/m")


async def test_a_toast_passes_by_itself(modules: Village) -> None:
    body = """
        const overlay = new m.Overlay();
        const timers = [];
        const real = window.setTimeout;
        window.setTimeout = (run, wait) => timers.push({ run, wait });
        overlay.toast("就一会儿");
        window.setTimeout = real;
        const shown = overlay.toasts.textContent;
        await timers[0].run();
        return [shown, timers[0].wait > 2000, overlay.toasts.childElementCount];
    """
    assert await run(modules, "overlay", body) == ["就一会儿", True, 0]
