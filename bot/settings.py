"""Typed settings: read once by the command line and passed down."""

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PLACEHOLDERS = ("changeme", "change-me", "your", "<", "xxx", "token-here", "123456:abc")


class Settings(BaseSettings):
    """Everything an operator can set; `.env.example` says each in a sentence."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("sqlite:///var/lapak.sqlite3")
    data_key: SecretStr | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    poll_seconds: int = Field(default=30, ge=0, le=50)

    def token(self) -> str | None:
        """The bot's token, or None where it is missing or only a placeholder."""
        if self.bot_token is None:
            return None
        value = self.bot_token.get_secret_value().strip()
        number, colon, secret = value.partition(":")
        lowered = value.lower()
        if not colon or not number.isdigit() or len(secret) < 10:
            return None
        return None if any(mark in lowered for mark in PLACEHOLDERS) else value
