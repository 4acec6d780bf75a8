"""Takes the README's pictures: plays the demo, and photographs its page in the system's Chromium."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize, async_playwright
from rich.console import Console

from bot.demo import arrivals, helping, learning, needs, telling
from bot.demo.program import play, staged
from bot.demo.scenes import SCENES, Scene
from bot.demo.stage import Actor, Stage
from bot.demo.transcript import Transcript
from bot.demo.village import Cast

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE: ViewportSize = {"width": 1590, "height": 960}
PHONE: ViewportSize = {"width": 1100, "height": 1130}
SETTLES = 800
"""Milliseconds after which nothing moves on the page any more."""


class Photographer:
    """Photographs the page as it is when it has just been opened."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url

    async def page(self, name: str) -> None:
        """The whole page."""
        async with self._opened(PAGE, 1.0) as page:
            await page.screenshot(path=PICTURES / f"{name}.png")

    async def phone(self, name: str, whose: Actor) -> None:
        """One phone."""
        async with self._opened(PHONE, 1.5) as page:
            await page.locator(f"#phone-{whose.person.id}").screenshot(path=PICTURES / f"{name}.png")

    @asynccontextmanager
    async def _opened(self, size: ViewportSize, sharpness: float) -> AsyncIterator[Page]:
        page = await self._browser.new_page(
            viewport=size, device_scale_factor=sharpness, color_scheme="light"
        )
        await page.goto(self._url)
        await page.wait_for_selector("#link[data-state=online]")
        await page.wait_for_timeout(SETTLES)
        yield page
        await page.close()


async def more_to_do(_stage: Stage, cast: Cast) -> None:
    """A busy day at one desk."""
    for villager, words in (
        (cast.zhao, "玉米地缺人手，想请人帮忙收两天"),
        (cast.neighbour, "我二叔住院了，家里的猪想请人照看几天"),
        (cast.grandma, "想请人帮我挑两担水"),
    ):
        await villager.says(words)
        if any("一件新的事" in label for label in villager.person.buttons()):
            await villager.taps("一件新的事")
        await villager.taps("帮扶救助")
        await villager.taps("发出去")
        if any("另外提一件" in label for label in villager.person.buttons()):
            await villager.taps("另外提一件")
    await cast.helper.taps(arrivals.DESK)


async def looks_once_more(_stage: Stage, cast: Cast) -> None:
    """Whoever has a seat looks at what the course is about."""
    await cast.grandma.says("/activities")
    await cast.grandma.taps("嫁接")


async def take(photographer: Photographer, stage: Stage, cast: Cast) -> None:
    """Play on from picture to picture."""
    taken = SCENES.index(needs.a_sentence_becomes_a_request) + 1
    proxy = SCENES.index(needs.a_neighbour_asks_for_grandma) + 1
    await _play(stage, cast, SCENES[:taken])
    await photographer.phone("request", cast.doctor)
    await _play(stage, cast, SCENES[taken:proxy])
    await photographer.page("phones")
    helped = SCENES.index(helping.a_helper_for_good) + 1
    await _play(stage, cast, SCENES[proxy:helped])
    await photographer.phone("helper", cast.grandma)
    seated = SCENES.index(learning.three_seats_for_four) + 1
    await _play(stage, cast, [*SCENES[helped:seated], looks_once_more])
    await photographer.phone("activity", cast.grandma)
    told = SCENES.index(telling.no_water_today) + 1
    await _play(stage, cast, SCENES[seated : told - 1])
    await photographer.phone("certificate", cast.grandma)
    await _play(stage, cast, [more_to_do])
    await photographer.phone("desk", cast.helper)
    await _play(stage, cast, SCENES[told - 1 : told])
    await photographer.phone("notice", cast.director)
    await _play(stage, cast, SCENES[told:])
    await photographer.phone("rollcall", cast.director)


async def _play(stage: Stage, cast: Cast, scenes: Sequence[Scene]) -> None:
    if not await play(stage, cast, scenes):
        raise SystemExit("The story does not come about: see `bangban demo --once`.")


async def main() -> None:
    """Play and photograph."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise SystemExit(f"There is no browser on this machine: install one of {', '.join(BROWSERS)}.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    transcript = Transcript(Console(file=StringIO()))
    async with staged(0, transcript) as (stage, cast), async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        await take(Photographer(browser, stage.sim.url), stage, cast)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
