"""HTTP to Telegram: results, refusals, silence; and never the token in what is said about them."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator

import pytest
import telegram
from aiohttp import web
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.transport import AiohttpRequest, ApiError, BotApi, Unreachable
from simulator.faults import Fault
from simulator.server import Simulator

TOKEN = "1000:very-secret"


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[BotApi]:
    """A client for a bot with a token that must not be told."""
    sim.world.bots.clear()
    sim.add_bot(TOKEN)
    async with BotApi(sim.url, TOKEN) as client:
        yield client


@pytest.fixture
async def bot(sim: Simulator, api: BotApi) -> AsyncIterator[telegram.Bot]:
    """The same bot through python-telegram-bot."""
    async with telegram.Bot(
        TOKEN,
        base_url=f"{sim.url}/bot",
        base_file_url=f"{sim.url}/file/bot",
        request=AiohttpRequest(read_timeout=0.5),
        get_updates_request=AiohttpRequest(),
    ) as made:
        yield made


async def serve(handler: object) -> tuple[web.AppRunner, str]:
    """A web server that answers everything with this handler."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)  # type: ignore[arg-type]
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0]
    return runner, f"http://{host}:{port}"


async def test_a_call_gives_its_result(sim: Simulator, api: BotApi) -> None:
    person = sim.person("王秀英")
    await person.starts()
    me = await api.call("getMe")
    assert me["username"] == "bangban_demo_bot"
    sent = await api.call("sendMessage", {"chat_id": person.id, "text": "您好 😀"})
    assert sent["message_id"] == person.last.id
    assert person.last.text == "您好 😀"


async def test_a_file_is_uploaded_beside_structured_parameters(sim: Simulator, api: BotApi) -> None:
    person = sim.person("王秀英")
    await person.starts()
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "x"}]]}
    params = {"chat_id": person.id, "caption": "账目", "reply_markup": markup}
    await api.call("sendDocument", params, {"document": ("账目.pdf", b"%PDF-1.7")})
    assert person.last.files[-1].data == b"%PDF-1.7"
    assert person.buttons() == ["好"]


async def test_a_refusal_says_its_code_and_words(api: BotApi) -> None:
    with pytest.raises(ApiError) as caught:
        await api.call("sendMessage", {"chat_id": 1, "text": "x"})
    assert caught.value.code == 400
    assert caught.value.description == "Bad Request: chat not found"


async def test_a_refusal_says_how_long_to_wait(sim: Simulator, api: BotApi) -> None:
    sim.world.faults.script("getMe", [Fault.FLOOD])
    sim.world.faults.retry_after = 7
    with pytest.raises(ApiError) as caught:
        await api.call("getMe")
    assert (caught.value.code, caught.value.retry_after) == (429, 7)


@pytest.mark.parametrize("fault", [Fault.RESET, Fault.RESET_AFTER, Fault.TIMEOUT])
async def test_no_answer_is_unreachable(sim: Simulator, api: BotApi, fault: Fault) -> None:
    sim.world.faults.hang = 1.0
    sim.world.faults.script("getMe", [fault])
    with pytest.raises(Unreachable):
        await api.call("getMe", timeout=0.3)


async def test_an_address_where_nobody_listens_is_unreachable() -> None:
    async with BotApi("http://127.0.0.1:9", TOKEN) as api:
        with pytest.raises(Unreachable):
            await api.call("getMe")


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (502, "<html>Bad Gateway</html>", ApiError),
        (200, "<html>Welcome to the hotel's network</html>", Unreachable),
        (200, "[]", Unreachable),
        (200, '{"ok": true}', Unreachable),
        (404, '{"ok": false}', Unreachable),
        (400, '{"ok": false, "error_code": 400, "description": "Bad Request"}', ApiError),
    ],
)
async def test_whatever_else_answers_is_no_bot_api(status: int, body: str, expected: type[Exception]) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    runner, url = await serve(answer)
    async with BotApi(url, TOKEN) as api:
        with pytest.raises(expected):
            await api.call("getMe")
    await runner.cleanup()


async def test_calls_go_through_a_proxy(sim: Simulator) -> None:
    asked = []

    async def proxy(request: web.Request) -> web.Response:
        asked.append(str(request.raw_path))
        return web.json_response({"ok": True, "result": {"id": 1000}})

    runner, url = await serve(proxy)
    async with BotApi("http://api.example", TOKEN, proxy=url) as api:
        assert await api.call("getMe") == {"id": 1000}
    request = AiohttpRequest(proxy=url)
    async with request:
        status, _ = await request.do_request(f"http://api.example/bot{TOKEN}/getMe", "POST")
    assert status == 200
    assert asked == [f"http://api.example/bot{TOKEN}/getMe"] * 2
    await runner.cleanup()


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # of every RetryAfter
async def test_the_token_is_in_no_error_and_no_log(
    sim: Simulator, api: BotApi, bot: telegram.Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sim.world.faults.hang = 1.0
    said = []
    for fault in (Fault.RESET, Fault.TIMEOUT, Fault.SERVER_ERROR, Fault.FLOOD):
        sim.world.faults.script("getMe", [fault, fault])
        for call in (api.call("getMe", timeout=0.3), bot.get_me(read_timeout=0.3)):
            with pytest.raises((ApiError, Unreachable, telegram.error.TelegramError)) as caught:
                await call
            said += [repr(caught.value), *traceback.format_exception(caught.value)]
    assert len(said) > 16
    assert "very-secret" not in "".join(said)
    assert "very-secret" not in caplog.text


async def test_python_telegram_bot_talks_through_it(sim: Simulator, bot: telegram.Bot) -> None:
    person = sim.person("王秀英")
    await person.starts()
    message = await bot.send_message(person.id, "您好", reply_markup=telegram.ReplyKeyboardRemove())
    assert message.text == "您好"
    photo = await bot.send_document(person.id, b"hello", filename="你好.txt", caption="文件")
    file = await bot.get_file(photo.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"hello"


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # of every RetryAfter
async def test_python_telegram_bot_gets_its_own_kinds_of_errors(sim: Simulator, bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")
    faults = sim.world.faults
    faults.hang = 2.0
    faults.script("getMe", [Fault.TIMEOUT, Fault.RESET, Fault.FLOOD, Fault.SERVER_ERROR])
    for expected in (TimedOut, NetworkError, RetryAfter, NetworkError):
        with pytest.raises(expected):
            await bot.get_me()
    sim.world.bots.clear()
    with pytest.raises(InvalidToken):
        await bot.get_me()


async def test_a_request_must_be_initialized() -> None:
    with pytest.raises(RuntimeError, match="not initialized"):
        await AiohttpRequest().do_request("http://127.0.0.1:9", "GET")


async def test_many_calls_share_the_pool(sim: Simulator, api: BotApi) -> None:
    async with BotApi(sim.url, TOKEN, pool_size=4) as narrow:
        results = await asyncio.gather(*[narrow.call("getMe") for _ in range(50)])
    assert {result["id"] for result in results} == {1000}
