"""Users as the Bot API shows them: people and bots."""

from dataclasses import dataclass

from sandbox.server.wire import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody with a Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    @property
    def name(self) -> str:
        """First and last name as a chat list shows them."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def phone(self) -> str:
        """A mobile number that is the same as long as the account lives."""
        return f"62812{self.id % 100_000_000:08d}"

    def as_user(self) -> Json:
        """The User object."""
        named = {"last_name": self.last_name, "username": self.username}
        named["language_code"] = self.language_code
        known = {key: value for key, value in named.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **known}

    def as_private_chat(self) -> Json:
        """The Chat object of the private chat with this person."""
        named = {"last_name": self.last_name, "username": self.username}
        known = {key: value for key, value in named.items() if value}
        return {"id": self.id, "first_name": self.first_name, **known, "type": "private"}
