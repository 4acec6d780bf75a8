"""The settings: environment variables that begin with BANGBAN_, read once when the program starts."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.private import read_private
from bot.problems import ConfigError

PREFIX = "BANGBAN_"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_DRIVERS = {
    "sqlite:": "sqlite+aiosqlite:",
    "postgres:": "postgresql+asyncpg:",
    "postgresql:": "postgresql+asyncpg:",
}


class Address(NamedTuple):
    """Where to listen."""

    host: str
    port: int


def _address(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    host, _, port = value.strip().rpartition(":")
    if not value.strip():
        return None
    if not host or not port.isdecimal() or not int(port) < 65536:
        raise ValueError(f'{value!r} is not an address: write it as "127.0.0.1:8080"')
    return Address(host.strip("[]"), int(port))


def _keys(value: Any) -> Any:
    return [key.strip() for key in value.split(",") if key.strip()] if isinstance(value, str) else value


Listen = Annotated[Address | None, NoDecode, BeforeValidator(_address)]
Keys = Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(_keys)]


class Settings(BaseSettings):
    """What the program is told from outside. See docs/settings.md."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    bot_token_file: Path | None = None
    api_url: str = "https://api.telegram.org"
    proxy: str | None = None
    data_dir: Path = Path("data")
    database_url: str = Field(default="", repr=False, validate_default=True)
    config: Path = Path("bangban.toml")
    secret_keys: Keys = ()
    secret_keys_file: Path = Field(default=Path(), validate_default=True)
    webhook_url: str | None = None
    webhook_listen: Listen = Address("127.0.0.1", 8080)
    webhook_secret: SecretStr | None = None
    health_listen: Listen = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_json: bool = False

    @field_validator("api_url", "webhook_url", "proxy")
    @classmethod
    def _is_web(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("must begin with https:// or http://")
        return value.rstrip("/") if value else value

    @field_validator("database_url")
    @classmethod
    def _has_driver(cls, value: str, info: Any) -> str:
        if not value:
            return f"sqlite+aiosqlite:///{info.data.get('data_dir', Path('data')) / 'bangban.db'}"
        for scheme, driver in _DRIVERS.items():
            if value.startswith(scheme):
                value = driver + value.removeprefix(scheme)
        if not value.startswith(tuple(f"{driver}//" for driver in _DRIVERS.values())):
            raise ValueError("must begin with sqlite:///, or with postgresql://")
        return re.sub(r"(?<=[?&])sslmode=", "ssl=", value)  # libpq's word for it, and asyncpg's

    @field_validator("secret_keys_file")
    @classmethod
    def _beside_the_data(cls, value: Path, info: Any) -> Path:
        return value if value != Path() else Path(info.data.get("data_dir", "data")) / "secret.keys"

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @field_validator("webhook_secret")
    @classmethod
    def _fits_the_header(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("must be 1 to 256 of A-Z, a-z, 0-9, _ and -")
        return value

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.bot_token and self.bot_token_file:
            raise ValueError("BANGBAN_BOT_TOKEN and BANGBAN_BOT_TOKEN_FILE are both set: keep one")
        if self.webhook_url and not (self.webhook_secret and self.webhook_listen):
            raise ValueError("BANGBAN_WEBHOOK_URL needs BANGBAN_WEBHOOK_SECRET and BANGBAN_WEBHOOK_LISTEN")
        return self

    @property
    def sqlite_path(self) -> Path | None:
        """The database file, if the database is one."""
        path = self.database_url.removeprefix("sqlite+aiosqlite:///")
        return Path(path.partition("?")[0]) if path != self.database_url else None

    def token(self) -> str:
        """The bot token. Raises ConfigError if there is none, or it cannot be one."""
        if self.bot_token_file:
            token = read_private(self.bot_token_file).strip()
        else:
            token = self.bot_token.get_secret_value().strip() if self.bot_token else ""
        if not token:
            raise ConfigError(
                "There is no bot token.",
                "Make a bot with @BotFather and set BANGBAN_BOT_TOKEN, or BANGBAN_BOT_TOKEN_FILE. To look "
                "around without one: bangban demo",
            )
        if not _TOKEN.fullmatch(token):
            raise ConfigError(
                "The bot token is malformed.",
                "It looks like 123456789:AAF… and has no spaces. Copy it again.",
            )
        return token


def load() -> Settings:
    """Read the environment. Raises ConfigError for what cannot be and for names that mean nothing."""
    known = {name.upper() for name in Settings.model_fields}
    for name in os.environ:
        said = name.upper().removeprefix(PREFIX)
        if said != name.upper() and said not in known:
            near = difflib.get_close_matches(said, known, 1)
            hint = f"Did you mean {PREFIX}{near[0]}?" if near else "See docs/settings.md for what there is."
            raise ConfigError(f"There is no setting {name}.", hint)
    try:
        return Settings()
    except ValidationError as error:
        raise ConfigError(
            "\n".join(_sentence(one) for one in error.errors()), "See docs/settings.md for what it may be."
        ) from None


def _sentence(error: Any) -> str:
    words = error["msg"].removeprefix("Value error, ")
    name = f"{PREFIX}{str(error['loc'][0]).upper()}: " if error["loc"] else ""
    return f"{name}{words}."
