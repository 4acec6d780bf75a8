"""A running simulator, a client that speaks the Bot API over HTTP, and people."""

import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from simulator import Bot, Person, Simulator
from tests.simulator.conformance import faults_of_result

TOKEN = "1000:test"


class Clock:
    """Unix seconds that move only when told to."""

    def __init__(self, at: float = 1_800_000_000.0) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at

    def passes(self, seconds: float) -> None:
        self.at += seconds


def multipart(files: dict[str, bytes], params: dict[str, Any]) -> aiohttp.FormData:
    """A form with files; objects go as JSON text."""
    form = aiohttp.FormData()
    for name, value in params.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, data in files.items():
        form.add_field(
            name, io.BytesIO(data), filename=f"{name}.bin", content_type="application/octet-stream"
        )
    return form


def right_result(method: str, status: int, body: dict[str, Any]) -> Any:
    """The result in a body that must be a success."""
    assert (status, body["ok"]) == (200, True), body
    assert faults_of_result(method, body["result"]) == []
    return body["result"]


class Client:
    """Calls methods of the Bot API as a bot would, without any library."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str = TOKEN) -> None:
        self.session = session
        self.base = url
        self.token = token

    async def raw(self, method: str, **request: Any) -> tuple[int, dict[str, Any]]:
        """The status and the body of any HTTP request to a method."""
        async with self.session.post(f"{self.base}/bot{self.token}/{method}", **request) as answer:
            return answer.status, await answer.json()

    async def __call__(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed, and be as the Bot API describes it."""
        status, body = await self.raw(method, json=params)
        return right_result(method, status, body)

    async def refused(self, method: str, **params: Any) -> str:
        """The error code and description of a call that must fail."""
        status, body = await self.raw(method, json=params)
        assert body["ok"] is False, body
        assert body["error_code"] == status
        return f"{status} {body['description']}"

    async def upload(self, method: str, files: dict[str, bytes], **params: Any) -> Any:
        """The result of a multipart call with files, each under its own name."""
        status, body = await self.raw(method, data=multipart(files, params))
        return right_result(method, status, body)

    async def upload_refused(self, method: str, files: dict[str, bytes], **params: Any) -> str:
        """The error code and description of a multipart call that must fail."""
        status, body = await self.raw(method, data=multipart(files, params))
        assert body["error_code"] == status
        return f"{status} {body['description']}"

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """One getUpdates."""
        updates: list[dict[str, Any]] = await self("getUpdates", **params)
        return updates

    async def confirm(self) -> list[dict[str, Any]]:
        """Fetch all updates and confirm them."""
        updates = await self.updates()
        if updates:
            await self.updates(offset=updates[-1]["update_id"] + 1)
        return updates

    def other(self, token: str) -> "Client":
        """The same client with another token."""
        return Client(self.session, self.base, token)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[Simulator]:
    async with Simulator(clock=clock, webhook_retry=0.01) as simulator:
        simulator.add_bot(TOKEN, "test_bot", "帮办")
        yield simulator


@pytest.fixture
def bot(sim: Simulator) -> Bot:
    return sim.world.bot


@pytest.fixture
async def client(sim: Simulator) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(session, sim.url)


@pytest.fixture
async def grandma(sim: Simulator) -> Person:
    """王秀英, who has pressed Start."""
    person = sim.person("王秀英", phone="+8613800000001", label="村民 王奶奶")
    await person.starts()
    return person


@pytest.fixture
async def doctor(sim: Simulator) -> Person:
    """李医生, who has pressed Start."""
    person = sim.person("李医生", phone="+8613800000002", label="村医")
    await person.starts()
    return person
