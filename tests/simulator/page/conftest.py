"""A real browser, a real simulator, and a bot that says what a test tells it to, over the Bot API."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright

from simulator import Simulator

TOKEN = "1000:demo-of-the-page"
WIDE = {"width": 1600, "height": 1000}
NARROW = {"width": 390, "height": 844}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
PEOPLE = (
    ("王秀英", "村民", "+8613800000001"),
    ("马建国", "村民", "+8613800000002"),
    ("刘海燕", "村医", "+8613800000003"),
    ("李志强", "治安员", "+8613800000004"),
    ("陈永福", "主任", "+8613800000005"),
    ("赵小雨", "志愿者", "+8613800000006"),
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

    async def says(self, user: int, text: str, **more: Any) -> int:
        """Send a text; its message id."""
        message = await self.call("sendMessage", chat_id=user, text=text, **more)
        return int(message["message_id"])


@dataclass
class Village:
    """What a test holds: the page, the bot, and the people's ids in the order of PEOPLE."""

    page: Page
    bot: ScriptedBot
    people: list[int]

    def phone(self, number: int = 0) -> Locator:
        """The phone of one of the people."""
        return self.page.locator(f"#phone-{self.people[number]}")

    def messages(self, number: int = 0) -> Locator:
        """The messages on a phone, in order."""
        return self.phone(number).locator(".message")

    def box(self, number: int = 0) -> Locator:
        """The typing box of a phone."""
        return self.phone(number).get_by_role("textbox")

    async def attach(self, key: str, number: int = 0) -> None:
        """Choose from the attach menu of a phone."""
        await self.phone(number).get_by_role("button", name="附件 Attach").click()
        await self.page.locator(f".menu [data-key={key}]").click()

    async def choose(self, message: Locator, key: str) -> None:
        """Choose from the menu of a message."""
        await message.locator(".bubble").click(button="right")
        await self.page.locator(f".menu [data-key={key}]").click()

    async def open(self, url: str) -> None:
        """Load the page and wait until it is connected."""
        await self.page.goto(url)
        await self.page.wait_for_selector("#link[data-state=online]")


def chromium_path() -> str:
    """The system's Chromium. Without one the test is skipped, but never on the build machine."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("CI"):
        pytest.fail("no Chromium on this machine: the page would go untested")
    pytest.skip("no Chromium on this machine")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all tests; each gets its own context."""
    path = chromium_path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        await browser.close()


def populate(sim: Simulator) -> list[int]:
    """The bot and the village's people, the same ones in every simulator."""
    sim.add_bot(token=TOKEN, username="bangban_demo_bot", name="帮办")
    people = [sim.person(first_name=name, label=label, phone=phone) for name, label, phone in PEOPLE]
    return [person.id for person in people]


@pytest_asyncio.fixture(loop_scope="session")
async def sim() -> AsyncIterator[Simulator]:
    """A simulator of its own for each test."""
    async with Simulator() as sim:
        yield sim


@pytest_asyncio.fixture(loop_scope="session")
async def closed_village(sim: Simulator, browser: Browser) -> AsyncIterator[Village]:
    """A village whose page is not open yet, so that the bot may speak first or the test choose a screen."""
    people = populate(sim)
    page = await browser.new_page(viewport=WIDE, reduced_motion="no-preference")
    page.set_default_timeout(5000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: errors.extend(elsewhere(request.url, sim.url)))
    async with aiohttp.ClientSession() as session:
        yield Village(page, ScriptedBot(sim.url, session), people)
    await page.context.close()
    assert not errors


def elsewhere(asked: str, home: str) -> list[str]:
    """The address, if it leads out of this machine."""
    return [] if asked.startswith((home, "data:", "blob:")) else [f"asked for {asked}"]


@pytest_asyncio.fixture(loop_scope="session")
async def village(sim: Simulator, closed_village: Village) -> Village:
    """A village where everybody has pressed "start", the bot has heard it, and the page is open."""
    for user in closed_village.people:
        await begin(sim, closed_village, user)
    await closed_village.open(sim.url)
    return closed_village


async def begin(sim: Simulator, village: Village, user: int) -> None:
    """Somebody presses "start" on the phone's own API, and the bot hears it."""
    async with village.bot.session.post(
        f"{sim.url}/api/phones/{user}/act", json={"action": "start"}
    ) as answer:
        assert (await answer.json())["ok"]
    await village.bot.update("message")
