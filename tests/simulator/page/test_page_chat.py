"""Talking on the page: writing, formatted text, replies, edits, deletions, buttons and commands."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.simulator.page.conftest import Village, chromium_path

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_enter_sends_and_shift_enter_breaks_the_line(village: Village) -> None:
    await village.box().fill("屋顶漏雨")
    await village.box().press("Shift+Enter")
    await village.box().type("修不了")
    await village.box().press("Enter")
    assert (await village.bot.update("message"))["text"] == "屋顶漏雨\n修不了"
    await expect(village.messages().last).to_have_class(re.compile(r"\bme\b"))
    await expect(village.messages().last.locator(".words")).to_have_text(
        "屋顶漏雨\n修不了", use_inner_text=True
    )
    await expect(village.box()).to_have_value("")


async def test_enter_that_accepts_a_pinyin_candidate_does_not_send(village: Village) -> None:
    await village.box().fill("wuding")
    await village.box().dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await expect(village.box()).to_have_value("wuding")
    await village.box().press("Enter")
    assert (await village.bot.update("message"))["text"] == "wuding"


async def test_words_that_could_not_be_sent_stay_in_the_box(village: Village) -> None:
    await village.page.route("**/act", lambda route: route.fulfill(json={"ok": False, "error": "忙"}))
    await village.box().fill("别丢了我的话")
    await village.box().press("Enter")
    await expect(village.phone().locator(".toast.failed")).to_contain_text("忙")
    await expect(village.box()).to_have_value("别丢了我的话")


async def test_a_chat_begins_with_a_start_button(new_village: Village) -> None:
    await new_village.open()
    await expect(new_village.box()).to_be_hidden()
    await new_village.phone().get_by_role("button", name="开始 Start").click()
    assert (await new_village.bot.update("message"))["text"] == "/start"
    await expect(new_village.box()).to_be_visible()


async def test_formatted_text_is_shown_formatted(village: Village) -> None:
    text = '<b>急事</b> <i>二组</i> <code>3-128</code><blockquote>今天</blockquote><a href="https://example.org/">网址</a>'
    await village.hears(text, parse_mode="HTML")
    shown = village.messages().last.locator(".words")
    await expect(shown.locator("b")).to_have_text("急事")
    await expect(shown.locator("i")).to_have_text("二组")
    await expect(shown.locator("code")).to_have_text("3-128")
    await expect(shown.locator("blockquote")).to_have_text("今天")
    await expect(shown.locator("a")).to_have_attribute("href", "https://example.org/")


async def test_a_spoiler_opens_on_a_tap(village: Village) -> None:
    await village.hears("密码 <tg-spoiler>一二三</tg-spoiler>", parse_mode="HTML")
    spoiler = village.messages().last.locator(".spoiler")
    await expect(spoiler).not_to_have_class(re.compile("shown"))
    await spoiler.click()
    await expect(spoiler).to_have_class(re.compile("shown"))


async def test_markup_that_a_person_types_stays_text(village: Village) -> None:
    await village.box().fill("<img src=x onerror=alert(1)> <b>")
    await village.box().press("Enter")
    await expect(village.messages().last.locator(".words")).to_have_text("<img src=x onerror=alert(1)> <b>")


async def test_hostile_markup_is_taken_apart(village: Village) -> None:
    made = await village.page.evaluate(
        """async () => {
            const { rich } = await import("/page/js/rich.js");
            const box = document.createElement("div");
            box.append(rich('<b onclick="x()">a</b><script>x()</' + 'script><img src=x onerror=x()>'
                + '<a href="javascript:x()">b</a><a href="https://ok.example/" onclick="x()">c</a><p>d</p>'));
            return box.innerHTML;
        }"""
    )
    assert made == '<b>a</b>x()b<a href="https://ok.example/" rel="noopener noreferrer">c</a>d'


async def test_a_command_in_a_text_can_be_tapped(village: Village) -> None:
    await village.hears("看自己的事：/mine，或者看 https://example.org/mine")
    await village.messages().last.get_by_role("button", name="/mine").click()
    assert (await village.bot.update("message"))["text"] == "/mine"


async def test_a_reply_carries_its_quote(village: Village) -> None:
    asked = await village.hears("哪一间房漏雨？")
    await village.choose(village.messages().last, "quote")
    await expect(village.phone().locator(".subject")).to_contain_text("哪一间房漏雨？")
    await village.box().fill("西边那间")
    await village.box().press("Enter")
    assert (await village.bot.update("message"))["reply_to_message"]["message_id"] == asked
    await expect(village.messages().last.locator(".quote")).to_contain_text("哪一间房漏雨？")
    await expect(village.phone().locator(".subject")).to_be_hidden()


async def test_escape_gives_up_a_reply(village: Village) -> None:
    await village.hears("哪一间房漏雨？")
    await village.choose(village.messages().last, "quote")
    await village.box().press("Escape")
    await expect(village.phone().locator(".subject")).to_be_hidden()


async def test_a_person_edits_an_own_message(village: Village) -> None:
    await village.box().fill("三间房")
    await village.box().press("Enter")
    sent = await village.bot.update("message")
    await expect(village.messages().last).to_contain_text("三间房")
    await village.choose(village.messages().last, "edit")
    await expect(village.box()).to_have_value("三间房")
    await village.box().fill("两间房")
    await village.box().press("Enter")
    edited = await village.bot.update("edited_message")
    assert (edited["message_id"], edited["text"]) == (sent["message_id"], "两间房")
    await expect(village.messages().last.locator(".words")).to_have_text("两间房")
    await expect(village.messages().last.locator(".edited")).to_contain_text("已修改")


async def test_a_person_deletes_an_own_message(village: Village) -> None:
    await village.box().fill("发错了")
    await village.box().press("Enter")
    await expect(village.messages().last).to_contain_text("发错了")
    await village.choose(village.messages().last, "delete")
    await expect(village.messages().filter(has_text="发错了")).to_have_count(0)


async def test_the_bots_messages_offer_neither_edit_nor_delete(village: Village) -> None:
    await village.hears("您好")
    await village.messages().last.locator(".bubble").click(button="right")
    keys = await village.page.locator(".menu button").evaluate_all("all => all.map((b) => b.dataset.key)")
    assert keys == ["quote", "copy"]


async def test_the_bot_edits_and_deletes_before_ones_eyes(village: Village) -> None:
    user = village.people[0]
    card = await village.hears("没人接")
    await expect(village.messages().last.locator(".words")).to_have_text("没人接")
    await village.bot.call("editMessageText", chat_id=user, message_id=card, text="已接")
    await expect(village.messages().last).to_have_class(re.compile("changed"))
    await expect(village.messages().last.locator(".words")).to_have_text("已接")
    await expect(village.messages().last.locator(".edited")).to_be_visible()
    await village.bot.call("deleteMessage", chat_id=user, message_id=card)
    await expect(village.messages().filter(has_text="已接")).to_have_count(0)


async def test_an_inline_button_turns_until_it_is_answered(village: Village) -> None:
    keyboard = {
        "inline_keyboard": [
            [{"text": "接单", "callback_data": "take:1"}, {"text": "转", "callback_data": "pass:1"}]
        ]
    }
    await village.hears("有人漏雨", reply_markup=keyboard)
    button = village.phone().get_by_role("button", name="接单")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    tapped = await village.bot.update("callback_query")
    assert tapped["data"] == "take:1"
    await village.bot.call("answerCallbackQuery", callback_query_id=tapped["id"], text="接下了")
    await expect(village.phone().locator(".toast")).to_have_text("接下了")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_answer_without_words_stops_the_spinner_too(village: Village) -> None:
    keyboard = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    await village.hears("行吗", reply_markup=keyboard)
    button = village.messages().last.get_by_role("button", name="好")
    await button.click()
    tapped = await village.bot.update("callback_query")
    await village.bot.call("answerCallbackQuery", callback_query_id=tapped["id"])
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_waits_for_ok(village: Village) -> None:
    keyboard = {"inline_keyboard": [[{"text": "接单", "callback_data": "take"}]]}
    await village.hears("有人漏雨", reply_markup=keyboard)
    await village.phone().get_by_role("button", name="接单").click()
    tapped = await village.bot.update("callback_query")
    await village.bot.call(
        "answerCallbackQuery", callback_query_id=tapped["id"], text="已经有人接了", show_alert=True
    )
    alert = village.phone().get_by_role("alertdialog")
    await expect(alert).to_contain_text("已经有人接了")
    await alert.get_by_role("button", name="好 OK").click()
    await expect(alert).to_have_count(0)


async def test_a_deep_link_to_the_bot_stays_in_the_phone(village: Village) -> None:
    url = "https://t.me/bangban_demo_bot?start=invite-7"
    await village.hears("请柬", reply_markup={"inline_keyboard": [[{"text": "加入", "url": url}]]})
    await village.phone().get_by_role("button", name="加入").click()
    assert (await village.bot.update("message"))["text"] == "/start invite-7"


async def test_any_other_link_asks_first(village: Village) -> None:
    url = "https://example.org/form"
    await village.hears("表格", reply_markup={"inline_keyboard": [[{"text": "打开", "url": url}]]})
    await village.messages().last.get_by_role("button", name="打开").click()
    dialog = village.page.get_by_role("dialog")
    await expect(dialog).to_contain_text(url)
    await village.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


async def test_the_reply_keyboard_sends_its_words_and_can_be_put_away(village: Village) -> None:
    rows = [[{"text": "我有事要办"}], [{"text": "发我的手机号", "request_contact": True}]]
    markup = {"keyboard": rows, "input_field_placeholder": "写一句话"}
    await village.hears("您好", reply_markup=markup)
    keyboard = village.phone().get_by_role("group", name="大按钮 Large buttons")
    await keyboard.get_by_role("button", name="我有事要办").click()
    assert (await village.bot.update("message"))["text"] == "我有事要办"
    await keyboard.get_by_role("button", name="发我的手机号").click()
    assert (await village.bot.update("message"))["contact"]["user_id"] == village.people[0]
    await expect(village.box()).to_have_attribute("placeholder", "写一句话")
    await village.phone().get_by_role("button", name="大按钮 Large buttons").click()
    await expect(keyboard).to_be_hidden()
    await village.hears("再见", reply_markup={"remove_keyboard": True})
    await expect(village.phone().get_by_role("button", name="大按钮 Large buttons")).to_be_hidden()


async def test_a_slash_opens_the_commands(village: Village) -> None:
    commands = [{"command": "start", "description": "从头开始"}, {"command": "mine", "description": "我的事"}]
    await village.bot.call("setMyCommands", commands=commands)
    await village.phone().get_by_role("button", name="命令 Commands").click()
    options = village.phone().get_by_role("option")
    await expect(options).to_have_text(["/start从头开始", "/mine我的事"])
    await village.box().press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await village.box().press("Enter")
    assert (await village.bot.update("message"))["text"] == "/mine"


async def test_typing_shows_while_the_bot_thinks(village: Village) -> None:
    await village.bot.call("sendChatAction", chat_id=village.people[0], action="typing")
    await expect(village.phone().locator(".status")).to_contain_text("正在输入")
    await village.hears("想好了")
    await expect(village.phone().locator(".status")).to_contain_text("@bangban_demo_bot")


async def test_a_missing_browser_skips_but_fails_on_the_build_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception):
        chromium_path()
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception):
        chromium_path()
