"""Typed settings: read once by the command line and passed down."""

import re
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PROVIDER_TOKEN = re.compile(r"\d+:(?:TEST|LIVE):\S+")
PLACEHOLDERS = ("changeme", "change-me", "your", "<", "xxx", "token-here", "123456:abc")


class Settings(BaseSettings):
    """Everything an operator can set; `.env.example` says each in a sentence."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("sqlite:///var/lapak.sqlite3")
    data_key: SecretStr | None = None
    payment_provider_token: SecretStr | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    poll_seconds: int = Field(default=30, ge=0, le=50)

    def token(self) -> str | None:
        """The bot's token, or None where it is missing or only a placeholder."""
        value = _told(self.bot_token)
        number, colon, secret = value.partition(":")
        if not colon or not number.isdigit() or len(secret) < 10:
            return None
        return value

    def provider_token(self) -> str | None:
        """The payment provider's token, or None where it is missing or only a placeholder."""
        value = _told(self.payment_provider_token)
        return value if PROVIDER_TOKEN.fullmatch(value) else None


def _told(secret: SecretStr | None) -> str:
    """What was set; empty where nothing was, or only the example."""
    value = secret.get_secret_value().strip() if secret is not None else ""
    return "" if any(mark in value.lower() for mark in PLACEHOLDERS) else value
