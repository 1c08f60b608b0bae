"""What a turn wants said to its person, as JSON that survives a kill until it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from bot.screens.base import Screen, lines

ALBUM_HOLDS: Final = 10


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
class PayAnswer:
    """Telegram may take the money, or is told why not."""

    query_id: str
    error: str | None = None

    def to_json(self) -> dict[str, Any]:
        """What is stored until the answer is sent."""
        return {"do": "pay_answer", "query_id": self.query_id, "error": self.error}


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBill:
    """Send an invoice over whole rupiah; where Telegram does not take it, show `stays`."""

    chat_id: int
    order_id: int
    ref: str
    title: str
    description: str
    label: str
    amount: int
    stays: Screen

    def to_json(self) -> dict[str, Any]:
        """What is stored until the invoice is sent."""
        stored = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {**stored, "do": "bill", "stays": self.stays.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """Make a screen the live one of a chat; `pressed` is the message whose button was used.

    Not `anew` it is drawn there or not at all.
    """

    chat_id: int
    screen: Screen
    pressed: int | None = None
    anew: bool = True

    def to_json(self) -> dict[str, Any]:
        """What is stored until the screen is sent."""
        return {
            "do": "show",
            "chat_id": self.chat_id,
            "pressed": self.pressed,
            "anew": self.anew,
            "screen": self.screen.to_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """Two to ten pictures at once; `pressed` is the screen on which they were asked for.

    An album has no buttons: whatever screen is staged with it is sent anew beneath it. Where it
    does not come the screen is what `stays`, and where it was refused that is said above.
    """

    chat_id: int
    pictures: tuple[str, ...]
    caption: str
    pressed: int | None
    stays: Screen | None = None
    sorry: str = ""

    def to_json(self) -> dict[str, Any]:
        """What is stored until the album is sent."""
        return {
            "do": "album",
            "chat_id": self.chat_id,
            "pictures": self.pictures,
            "caption": self.caption,
            "pressed": self.pressed,
            "stays": self.stays.to_json() if self.stays else None,
            "sorry": self.sorry,
        }


def albums(
    chat_id: int,
    pictures: Sequence[str],
    *,
    caption: str,
    pressed: int | None,
    stays: Screen | None = None,
    sorry: str = "",
) -> list[Album]:
    """Two or more pictures as few albums of nearly the same size, none of which is too big."""
    count = -(-len(pictures) // ALBUM_HOLDS)
    ends = [len(pictures) * number // count for number in range(count + 1)]
    parts = [tuple(pictures[start:end]) for start, end in pairwise(ends)]
    return [
        Album(
            chat_id=chat_id,
            pictures=part,
            caption=caption,
            pressed=pressed,
            stays=stays,
            sorry=sorry,
        )
        for part in parts
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Say something in a group; it stays where it is, for a group has no live screen."""

    chat_id: int
    screen: Screen

    def to_json(self) -> dict[str, Any]:
        """What is stored until it is said."""
        return {"do": "say", "chat_id": self.chat_id, "screen": self.screen.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Redraw:
    """Put a screen in the place of the pressed message, which is a copy of this card."""

    chat_id: int
    message_id: int
    screen: Screen
    card: str
    has_photo: bool = False

    def to_json(self) -> dict[str, Any]:
        """What is stored until it is done."""
        return {
            "do": "redraw",
            "chat_id": self.chat_id,
            "message_id": self.message_id,
            "screen": self.screen.to_json(),
            "card": self.card,
            "has_photo": self.has_photo,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Take the buttons off a message that must not be pressed any more."""

    chat_id: int
    message_id: int

    def to_json(self) -> dict[str, Any]:
        """What is stored until it is done."""
        return {"do": "strip", "chat_id": self.chat_id, "message_id": self.message_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """Give a chat its own command menu: commands with their descriptions, in order.

    Without any it has what all such chats have.
    """

    chat_id: int
    commands: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """What is stored until it is done."""
        return {"do": "menu", "chat_id": self.chat_id, "commands": self.commands}


# What goes out as one message or none; an album is several, and is sent by itself.
Single = Answer | PayAnswer | SendBill | Show | Say | Redraw | Strip | Menu
Reply = Single | Album


def without(album: Album, left: Sequence[Reply], *, refused: bool) -> list[Single]:
    """What is still to be said where an album does not come: nothing that speaks of it.

    Where it was not refused but asked for on an old copy, that is drawn anew, or nothing.
    """
    said: list[Single] = []
    for one in left:
        if isinstance(one, Answer):
            said.append(replace(one, text=None))
        elif isinstance(one, Show):
            screen = album.stays or one.screen
            if refused and album.sorry:
                screen = replace(screen, text=lines(album.sorry, "", screen.text))
            said.append(replace(one, screen=screen, pressed=album.pressed, anew=refused))
        elif not isinstance(one, Album):
            said.append(one)
    return said


def from_json(stored: dict[str, Any]) -> Reply:
    """The reply that `to_json` described."""
    fields = {name: value for name, value in stored.items() if name != "do"}
    if stored["do"] == "answer":
        return Answer(**fields)
    if stored["do"] == "pay_answer":
        return PayAnswer(**fields)
    if stored["do"] == "bill":
        return SendBill(**{**fields, "stays": Screen.from_json(fields["stays"])})
    if stored["do"] == "strip":
        return Strip(**fields)
    if stored["do"] == "album":
        stays = Screen.from_json(fields["stays"]) if fields.get("stays") else None
        return Album(**{**fields, "pictures": tuple(fields["pictures"]), "stays": stays})
    if stored["do"] == "menu":
        listed = tuple((name, words) for name, words in fields["commands"])
        return Menu(chat_id=fields["chat_id"], commands=listed)
    screen = Screen.from_json(fields["screen"])
    if stored["do"] == "redraw":
        return Redraw(**{**fields, "screen": screen})
    if stored["do"] == "say":
        return Say(chat_id=fields["chat_id"], screen=screen)
    return Show(**{**fields, "screen": screen})
