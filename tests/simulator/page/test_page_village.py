"""The page as a whole: many phones, narrow screens, unread marks, reconnection, speed, reach for everyone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import expect

from simulator import Simulator
from tests.simulator.page.conftest import NARROW, PEOPLE, Village, populate

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PROBES = Path(__file__).with_name("probes.js").read_text()


async def test_everybody_has_a_phone_with_name_and_role(village: Village) -> None:
    for number, (name, label, phone) in enumerate(PEOPLE):
        owner = village.phone(number).locator(".owner")
        for words in (name, label, phone.removeprefix("+")):
            await expect(owner).to_contain_text(words)
    widths = await village.page.locator(".phone").evaluate_all("all => all.map((phone) => phone.offsetWidth)")
    assert all(360 <= width <= 390 for width in widths)


async def test_the_header_says_what_this_is_and_that_nothing_leaves(village: Village) -> None:
    header = village.page.get_by_role("banner")
    await expect(header).to_contain_text("村里的服务中心")
    await expect(header).to_contain_text("Nothing here leaves this machine")
    assert "帮办" in await village.page.title()
    assert "Bangban" in await village.page.title()


async def test_the_browser_itself_keeps_that_promise(village: Village) -> None:
    async with Simulator() as elsewhere:
        asked = "url => fetch(url, { mode: 'no-cors' }).then(() => 'left', () => 'kept')"
        assert await village.page.evaluate(asked, f"{elsewhere.url}/api/people") == "kept"


async def test_what_arrives_out_of_view_is_counted_until_it_is_seen(village: Village) -> None:
    last = len(PEOPLE) - 1
    badge = village.page.locator(f".rail [data-user='{village.people[last]}'] .badge")
    await village.bot.says(village.people[last], "有新任务")
    await village.bot.says(village.people[last], "还有一个")
    await expect(badge).to_have_text("2")
    await village.page.locator(f".rail [data-user='{village.people[last]}']").click()
    await expect(village.phone(last)).to_be_in_viewport(ratio=0.9)
    await expect(badge).to_be_hidden()


async def test_a_phone_lights_up_when_something_arrives(village: Village) -> None:
    await village.bot.says(village.people[1], "您好")
    await expect(village.phone(1)).to_have_class(re.compile(r"\blit\b"))
    await expect(village.phone(0)).not_to_have_class(re.compile(r"\blit\b"))


async def test_on_a_narrow_screen_the_names_choose_the_phone(village: Village) -> None:
    await village.page.set_viewport_size(NARROW)
    await expect(village.phone(0)).to_be_visible()
    await expect(village.phone(2)).to_be_hidden()
    await village.bot.says(village.people[2], "有急事")
    await expect(village.page.locator(f".rail [data-user='{village.people[2]}'] .badge")).to_have_text("1")
    await village.page.get_by_role("navigation").get_by_role("button", name="刘海燕").click()
    await expect(village.phone(0)).to_be_hidden()
    await expect(village.messages(2).last).to_contain_text("有急事")
    assert await village.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_blocked_bot_can_be_let_in_again(village: Village) -> None:
    await village.phone().get_by_role("button", name="更多 More").click()
    await village.page.locator(".menu [data-key=block]").click()
    assert (await village.bot.update("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await expect(village.box()).to_be_hidden()
    await village.phone().get_by_role("button", name="重新启用 Unblock").click()
    assert (await village.bot.update("my_chat_member"))["new_chat_member"]["status"] == "member"
    await expect(village.box()).to_be_visible()


async def test_a_hint_fills_the_box_of_the_phone_at_hand(village: Village) -> None:
    await village.box(1).focus()
    await village.page.get_by_role("button", name="试试看 Try").click()
    drawer = village.page.get_by_role("complementary")
    await expect(drawer).to_contain_text("马建国")
    await drawer.get_by_role("button", name="屋顶漏雨").click()
    await expect(village.box(1)).to_have_value("屋顶漏雨了，我一个人修不了")
    await drawer.get_by_role("button", name="说一段语音").click()
    assert (await village.bot.update("message"))["from"]["id"] == village.people[1]


async def test_hints_suit_the_person(village: Village) -> None:
    await village.page.get_by_role("button", name="试试看 Try").click()
    drawer = village.page.get_by_role("complementary")
    await expect(drawer).to_contain_text("用自己的话说")
    await village.box(2).focus()
    await expect(drawer).not_to_contain_text("用自己的话说")
    await expect(drawer).to_contain_text("在这一头接事")


async def test_the_page_finds_the_server_again_after_a_restart(new_village: Village) -> None:
    await new_village.open()
    await new_village.sim.stop()
    link = new_village.page.locator("#link")
    await expect(link).to_have_attribute("data-state", "lost")
    async with Simulator(port=new_village.sim.port) as second:
        populate(second)
        await expect(link).to_have_attribute("data-state", "online")
        await new_village.phone().get_by_role("button", name="开始 Start").click()
        await expect(new_village.messages()).to_have_count(1)


async def test_a_reconnection_keeps_what_was_being_written(new_village: Village) -> None:
    await new_village.begin()
    await new_village.open()
    await new_village.box().fill("写到一半")
    await new_village.sim.stop()
    await expect(new_village.page.locator("#link")).to_have_attribute("data-state", "lost")
    new_village.write_history(1)
    async with Simulator(port=new_village.sim.port, world=new_village.sim.world):
        await expect(new_village.messages().last).to_contain_text("第 0 条")
        await expect(new_village.box()).to_have_value("写到一半")


async def test_a_thousand_messages_are_all_there_but_not_all_drawn(new_village: Village) -> None:
    new_village.write_history(1000)
    await new_village.open()
    await expect(new_village.messages()).to_have_count(60)
    await expect(new_village.messages().last).to_contain_text("第 999 条")
    await expect(new_village.messages().last).to_be_in_viewport()
    await new_village.phone().locator(".scroller").evaluate("scroller => { scroller.scrollTop = 0; }")
    await expect(new_village.messages()).to_have_count(120)
    await expect(new_village.messages().first).to_contain_text("第 880 条")


async def test_a_flood_of_messages_is_followed_to_its_end(village: Village) -> None:
    village.write_history(1000)
    await expect(village.messages().last).to_contain_text("第 999 条")
    await expect(village.messages().last).to_be_in_viewport()
    assert await village.messages().count() <= 180


async def test_a_quote_leads_back_to_what_was_said_long_ago(new_village: Village) -> None:
    first = new_village.write_history(300)
    await new_village.open()
    await new_village.hears("说的是那一句", reply_parameters={"message_id": first})
    await new_village.messages().last.locator(".quote").click()
    await expect(new_village.phone().locator(f".message[data-id='{first}']")).to_be_in_viewport()


async def test_somebody_reading_back_is_not_pulled_away(village: Village) -> None:
    village.write_history(40)
    await expect(village.messages().last).to_contain_text("第 39 条")
    await expect(village.messages().last).to_be_in_viewport()
    await village.page.wait_for_timeout(400)  # whoever follows the end may still be on the way there
    await village.phone().locator(".scroller").evaluate("scroller => { scroller.scrollTop = 200; }")
    await expect(village.messages().last).not_to_be_in_viewport()
    await village.page.wait_for_timeout(200)  # the page hears of a scroll with the next picture it draws
    await village.hears("新来的")
    latest = village.phone().get_by_role("button", name="回到最新 Latest · 1")
    await expect(latest).to_be_visible()
    await expect(village.messages().last).not_to_be_in_viewport()
    await latest.click()
    await expect(village.messages().last).to_be_in_viewport()
    await expect(latest).to_be_hidden()


async def test_new_messages_are_read_aloud(village: Village) -> None:
    await village.hears("今晚停水")
    await expect(village.phone().locator("[aria-live=polite]")).to_have_text("今晚停水")


async def test_messages_and_their_menus_are_reached_by_keys_alone(village: Village) -> None:
    await village.hears("第一句")
    await village.hears("第二句")
    await village.phone().locator(".messages").focus()
    await village.page.keyboard.press("ArrowUp")
    await village.page.keyboard.press("ArrowUp")
    await expect(village.messages().filter(has_text="第一句")).to_be_focused()
    await village.page.keyboard.press("Enter")
    await expect(village.page.get_by_role("menuitem", name="回复 Reply")).to_be_focused()
    await village.page.keyboard.press("Enter")
    await expect(village.box()).to_be_focused()
    await expect(village.phone().locator(".subject")).to_contain_text("第一句")


async def test_a_long_press_opens_the_menu_on_a_touch_screen(village: Village) -> None:
    await village.hears("按住我")
    touch = {"pointerType": "touch", "bubbles": True, "clientX": 60, "clientY": 400}
    await village.messages().last.locator(".bubble").dispatch_event("pointerdown", touch)
    await expect(village.page.get_by_role("menuitem", name="回复 Reply")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_stands_out_and_every_button_has_a_name(
    village: Village, scheme: Literal["light", "dark"]
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "接单", "callback_data": "take"}]]}
    await village.hears("您好", reply_markup={"keyboard": [[{"text": "我的事"}]]})
    await village.hears(
        '<b>急事</b> <a href="https://example.org">网址</a> /mine',
        parse_mode="HTML",
        reply_markup=keyboard,
    )
    await village.choose(village.messages().last, "quote")
    await village.box().fill("好的")
    await village.box().press("Enter")
    await village.attach("contact")
    await village.attach("voice")
    await village.page.get_by_role("button", name="试试看 Try").click()
    await village.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    found = await village.page.evaluate(PROBES)
    assert found == {"faint": [], "nameless": []}


async def test_light_and_dark_can_be_chosen_and_are_remembered(village: Village) -> None:
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    button = village.page.get_by_role("button", name="明暗")
    await button.click()
    assert await village.page.evaluate(scheme) == "light"
    await button.click()
    await village.page.reload()
    assert await village.page.evaluate(scheme) == "dark"
    await button.click()
    assert await village.page.evaluate(scheme) == "light dark"
