"""What a turn wants said to its person, as JSON that survives a kill until it is sent."""

from dataclasses import dataclass
from typing import Any

from bot.screens.base import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a press: a toast, an alert or nothing but the end of the spinner."""

    query_id: str
    text: str | None = None
    alert: bool = False

    def to_json(self) -> dict[str, Any]:
        """What is stored until the answer is sent."""
        return {"do": "answer", "query_id": self.query_id, "text": self.text, "alert": self.alert}


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """Make a screen the live one of a chat; `pressed` is the message whose button was used."""

    chat_id: int
    screen: Screen
    pressed: int | None = None

    def to_json(self) -> dict[str, Any]:
        """What is stored until the screen is sent."""
        return {
            "do": "show",
            "chat_id": self.chat_id,
            "pressed": self.pressed,
            "screen": self.screen.to_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Take the buttons off a message that must not be pressed any more."""

    chat_id: int
    message_id: int

    def to_json(self) -> dict[str, Any]:
        """What is stored until it is done."""
        return {"do": "strip", "chat_id": self.chat_id, "message_id": self.message_id}


Reply = Answer | Show | Strip


def from_json(stored: dict[str, Any]) -> Reply:
    """The reply that `to_json` described."""
    fields = {name: value for name, value in stored.items() if name != "do"}
    if stored["do"] == "answer":
        return Answer(**fields)
    if stored["do"] == "strip":
        return Strip(**fields)
    return Show(**{**fields, "screen": Screen.from_json(fields["screen"])})
