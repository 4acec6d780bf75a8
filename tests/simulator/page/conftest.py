"""A real browser, a real simulator, and a bot that says what a test tells it to, over the Bot API."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Locator, Page, ViewportSize, async_playwright, expect

from simulator import Simulator

TOKEN = "1000:demo-of-the-page"
TWO_PHONES_WIDE: ViewportSize = {"width": 830, "height": 760}
NARROW: ViewportSize = {"width": 390, "height": 844}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--process-per-site",
)
PEOPLE = (
    ("王秀英", "村民", "+8613800000001"),
    ("马建国", "村民", "+8613800000002"),
    ("刘海燕", "村医", "+8613800000003"),
)


@dataclass
class ScriptedBot:
    """The other end of the chat: calls the Bot API and reads its updates one by one."""

    url: str
    session: aiohttp.ClientSession
    offset: int = 0
    unread: list[dict[str, Any]] = field(default_factory=list)

    async def call(self, method: str, **params: Any) -> Any:
        """The result of one call; fails the test with Telegram's own words if it is refused."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], f"{method}: {answer}"
        return answer["result"]

    async def update(self, kind: str) -> dict[str, Any]:
        """What the next update carries, which must be of this kind."""
        if not self.unread:
            self.unread = await self.call("getUpdates", offset=self.offset, timeout=5)
        assert self.unread, f"the bot heard nothing, expected {kind}"
        update = self.unread.pop(0)
        self.offset = update["update_id"] + 1
        assert kind in update, f"expected {kind}, heard {update}"
        heard: dict[str, Any] = update[kind]
        return heard

    async def forget(self) -> None:
        """Drop whatever there is to hear."""
        self.unread.clear()
        for update in await self.call("getUpdates", offset=-1):
            self.offset = update["update_id"] + 1

    async def says(self, user: int, text: str, **more: Any) -> int:
        """Send a text; its message id."""
        message = await self.call("sendMessage", chat_id=user, text=text, **more)
        return int(message["message_id"])


@dataclass
class Village:
    """What a test holds: the simulator, the page, the bot, and the people's ids in the order of PEOPLE."""

    sim: Simulator
    page: Page
    bot: ScriptedBot
    people: list[int]
    errors: list[str]

    def phone(self, number: int = 0) -> Locator:
        """The phone of one of the people."""
        return self.page.locator(f"#phone-{self.people[number]}")

    def messages(self, number: int = 0) -> Locator:
        """The messages on a phone, in order."""
        return self.phone(number).locator(".message")

    def box(self, number: int = 0) -> Locator:
        """The typing box of a phone."""
        return self.phone(number).get_by_role("textbox")

    async def hears(self, text: str, number: int = 0, **more: Any) -> int:
        """The bot says something and it is on the screen; its message id."""
        message = await self.bot.says(self.people[number], text, **more)
        await expect(self.messages(number).last).to_have_attribute("data-id", str(message))
        return message

    async def attach(self, key: str, number: int = 0) -> None:
        """Choose from the attach menu of a phone."""
        await self.phone(number).get_by_role("button", name="附件 Attach").click()
        await self.page.locator(f".menu [data-key={key}]").click()

    async def choose(self, message: Locator, key: str) -> None:
        """Choose from the menu of a message."""
        await message.locator(".bubble").click(button="right")
        await self.page.locator(f".menu [data-key={key}]").click()

    async def open(self) -> None:
        """Load the page and wait until it is connected."""
        await self.page.goto(self.sim.url)
        await self.page.wait_for_selector("#link[data-state=online]")

    async def begin(self) -> None:
        """Everybody presses "start" (over the phones' own API), and the bot hears it."""
        for user in self.people:
            act = f"{self.sim.url}/api/phones/{user}/act"
            async with self.bot.session.post(act, json={"action": "start"}) as answer:
                assert (await answer.json())["ok"]
            await self.bot.update("message")

    def write_history(self, count: int) -> int:
        """Numbered messages from the bot, put into the first person's chat at once; the first one's id."""
        world = self.sim.world
        chat = world.private_chat(world.bot, world.users[self.people[0]])
        posted = [world.post(chat, world.bot.user, "text", {"text": f"第 {n} 条"}) for n in range(count)]
        return posted[0].id

    async def forget(self) -> None:
        """Back to empty chats, nothing for the bot to hear, and a page without choices or drafts."""
        world = self.sim.world
        for user in self.people:
            chat = world.private_chat(world.bot, world.users[user])
            world.set_blocked(chat, False)
            world.set_reply_keyboard(chat, None)
            for message in list(chat.messages.values()):
                world.delete(message)
        await self.bot.forget()
        await self.page.goto("about:blank")
        await self.page.unroute_all()
        await self.page.set_viewport_size(TWO_PHONES_WIDE)
        await self.page.emulate_media(color_scheme="light", reduced_motion="no-preference")


def chromium_path() -> str:
    """The system's Chromium. Without one the test is skipped, but never on the build machine."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("CI"):
        pytest.fail("no Chromium on this machine: the page would go untested")
    pytest.skip("no Chromium on this machine")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[BrowserContext]:
    """One browser for all tests; each gets its own page, on an origin of its own."""
    path = chromium_path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield await browser.new_context(viewport=TWO_PHONES_WIDE)
        await browser.close()


def populate(sim: Simulator) -> list[int]:
    """The bot and the village's people, the same ones in every simulator."""
    sim.add_bot(token=TOKEN, username="bangban_demo_bot", name="帮办")
    people = [sim.person(first_name=name, label=label, phone=phone) for name, label, phone in PEOPLE]
    return [person.id for person in people]


@asynccontextmanager
async def opened_village(browser: BrowserContext) -> AsyncIterator[Village]:
    """A village with a simulator and a tab of its own. The page may ask for nothing outside of it."""
    async with Simulator() as sim, aiohttp.ClientSession() as session:
        people = populate(sim)
        page = await browser.new_page()
        page.set_default_timeout(5000)
        village = Village(sim, page, ScriptedBot(sim.url, session), people, [])
        page.on("pageerror", lambda error: village.errors.append(str(error)))
        page.on("request", lambda request: village.errors.extend(elsewhere(request.url, sim.url)))
        yield village
        await page.close()


def elsewhere(asked: str, home: str) -> list[str]:
    """The address, if it leads out of this simulator."""
    return [] if asked.startswith((home, "data:", "blob:", "about:")) else [f"asked for {asked}"]


@pytest_asyncio.fixture(loop_scope="session")
async def new_village(browser: BrowserContext) -> AsyncIterator[Village]:
    """A village of the test's own, where nobody has spoken and the page is not open yet."""
    async with opened_village(browser) as village:
        yield village
    assert village.errors == []


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_village(browser: BrowserContext) -> AsyncIterator[Village]:
    """The village that most tests share, because a tab and a server for each would take a minute more."""
    async with opened_village(browser) as village:
        yield village


@pytest_asyncio.fixture(loop_scope="session")
async def modules(shared_village: Village) -> Village:
    """The open page, whatever is on it, for tests that only call its modules."""
    if not shared_village.page.url.startswith(shared_village.sim.url):
        await shared_village.open()
    return shared_village


@pytest_asyncio.fixture(loop_scope="session")
async def village(shared_village: Village) -> AsyncIterator[Village]:
    """A village where everybody has pressed "start", the bot has heard it, and the page is open."""
    await shared_village.forget()
    await shared_village.begin()
    await shared_village.open()
    yield shared_village
    errors, shared_village.errors[:] = list(shared_village.errors), []
    assert errors == []
