"""What the program is told from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.problems import ConfigError
from bot.settings import Address, load
from tests.conftest import Terminal


def problem(terminal: Terminal, **settings: object) -> str:
    terminal.set(**settings)
    with pytest.raises(ConfigError) as caught:
        load()
    return str(caught.value)


def test_everything_has_a_default(terminal: Terminal) -> None:
    settings = load()

    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite+aiosqlite:///data/bangban.db"
    assert settings.sqlite_path == Path("data/bangban.db")
    assert settings.secret_keys_file == Path("data/secret.keys")
    assert settings.config == Path("bangban.toml")
    assert settings.health_listen is None
    assert (settings.log_level, settings.log_json) == ("INFO", False)


def test_database_and_keys_lie_in_the_data_directory(terminal: Terminal) -> None:
    terminal.set(DATA_DIR="/var/lib/bangban")

    settings = load()

    assert settings.sqlite_path == Path("/var/lib/bangban/bangban.db")
    assert settings.secret_keys_file == Path("/var/lib/bangban/secret.keys")


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgresql://u:p@host/name", "postgresql+asyncpg://u:p@host/name"),
        ("postgres://host/name", "postgresql+asyncpg://host/name"),
        ("postgresql+asyncpg://host/name", "postgresql+asyncpg://host/name"),
        ("postgresql://host/name?sslmode=require", "postgresql+asyncpg://host/name?ssl=require"),
        ("postgresql://host/name?a=b&sslmode=disable", "postgresql+asyncpg://host/name?a=b&ssl=disable"),
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("sqlite+aiosqlite:////tmp/x.db", "sqlite+aiosqlite:////tmp/x.db"),
    ],
)
def test_a_database_may_be_named_the_usual_ways(terminal: Terminal, given: str, used: str) -> None:
    terminal.set(DATABASE_URL=given)

    assert load().database_url == used


@pytest.mark.parametrize("given", ["mysql://host/name", "bangban.db", "postgresql:name", "mariadb+x://"])
def test_another_kind_of_database_is_refused(terminal: Terminal, given: str) -> None:
    assert "BANGBAN_DATABASE_URL: must begin with sqlite:///" in problem(terminal, DATABASE_URL=given)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("127.0.0.1:8081", Address("127.0.0.1", 8081)),
        ("[::1]:80", Address("::1", 80)),
        ("localhost:0", Address("localhost", 0)),
        ("", None),
    ],
)
def test_an_address_is_a_host_and_a_port(terminal: Terminal, given: str, used: Address | None) -> None:
    terminal.set(HEALTH_LISTEN=given)

    assert load().health_listen == used


@pytest.mark.parametrize("given", ["8080", "host", "host:", ":80", "host:99999", "host:x", "host:-1"])
def test_what_is_no_address_is_refused(terminal: Terminal, given: str) -> None:
    assert "BANGBAN_HEALTH_LISTEN: " in problem(terminal, HEALTH_LISTEN=given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOG_LEVEL", "loud"),
        ("LOG_JSON", "perhaps"),
        ("API_URL", "api.telegram.org"),
        ("PROXY", "socks5://x"),
        ("WEBHOOK_SECRET", "with space"),
    ],
)
def test_a_setting_that_cannot_be_is_named(terminal: Terminal, name: str, value: str) -> None:
    assert problem(terminal, **{name: value}).startswith(f"BANGBAN_{name}: ")


def test_everything_wrong_is_told_at_once(terminal: Terminal) -> None:
    told = problem(terminal, LOG_LEVEL="loud", API_URL="x", HEALTH_LISTEN="y")

    assert all(name in told for name in ("LOG_LEVEL", "API_URL", "HEALTH_LISTEN"))


def test_a_slip_of_the_pen_is_noticed(terminal: Terminal) -> None:
    assert "Did you mean BANGBAN_BOT_TOKEN?" in problem(terminal, BOTTOKEN="1:x")


def test_a_name_that_is_like_none_is_refused_too(terminal: Terminal) -> None:
    told = problem(terminal, XYZZY="1")

    assert "no setting BANGBAN_XYZZY" in told
    assert "docs/settings.md" in told


def test_a_value_is_not_repeated_when_it_may_be_secret(terminal: Terminal) -> None:
    assert "s3cr3t" not in problem(terminal, DATABASE_URL="mysql://u:s3cr3t@host/x")
    assert "s e c" not in problem(terminal, WEBHOOK_SECRET="s e c")


def test_secrets_do_not_show_when_settings_are_printed(terminal: Terminal) -> None:
    terminal.set(BOT_TOKEN="1234:abc", DATABASE_URL="postgresql://u:pass@h/n", SECRET_KEYS="key-1,key-2")

    printed = repr(load())

    assert not any(secret in printed for secret in ("1234:abc", "pass", "key-1", "key-2"))


def test_a_webhook_needs_its_secret(terminal: Terminal) -> None:
    assert "needs BANGBAN_WEBHOOK_SECRET" in problem(terminal, WEBHOOK_URL="https://example.org/bot")


def test_a_webhook_with_everything_is_accepted(terminal: Terminal) -> None:
    terminal.set(
        WEBHOOK_URL="https://example.org/bot/", WEBHOOK_SECRET="a-b_C9", WEBHOOK_LISTEN="0.0.0.0:9000"
    )

    settings = load()

    assert settings.webhook_url == "https://example.org/bot"
    assert settings.webhook_listen == Address("0.0.0.0", 9000)


def test_the_token_may_be_given_directly(terminal: Terminal) -> None:
    terminal.set(BOT_TOKEN=" 1234:AAF-x_9 ")

    assert load().token() == "1234:AAF-x_9"


def test_the_token_may_be_in_a_file(terminal: Terminal) -> None:
    file = terminal.place / "token"
    file.write_text("1234:AAF\n")
    file.chmod(0o600)
    terminal.set(BOT_TOKEN_FILE=file)

    assert load().token() == "1234:AAF"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_token_file_that_others_can_read_is_refused(terminal: Terminal, mode: int) -> None:
    file = terminal.place / "token"
    file.write_text("1234:AAF")
    file.chmod(mode)
    terminal.set(BOT_TOKEN_FILE=file)

    with pytest.raises(ConfigError, match=f"read by others .*{mode:o}.*\n.*chmod 600"):
        load().token()


def test_a_token_file_that_is_not_there_is_named(terminal: Terminal) -> None:
    terminal.set(BOT_TOKEN_FILE="nowhere")

    with pytest.raises(ConfigError, match="nowhere cannot be read: No such file"):
        load().token()


def test_two_tokens_are_one_too_many(terminal: Terminal) -> None:
    assert "keep one" in problem(terminal, BOT_TOKEN="1:x", BOT_TOKEN_FILE="token")


def test_without_a_token_one_is_told_where_to_get_it(terminal: Terminal) -> None:
    with pytest.raises(ConfigError, match="@BotFather"):
        load().token()


@pytest.mark.parametrize("given", ["abc", "1234", "1234:", "1234:a b", ":abc", "bot1234:abc"])
def test_a_token_of_the_wrong_shape_is_refused_and_not_repeated(terminal: Terminal, given: str) -> None:
    terminal.set(BOT_TOKEN=given)

    with pytest.raises(ConfigError) as caught:
        load().token()
    assert "malformed" in str(caught.value)
    assert f"{given} " not in caught.value.what
