"""What every button is: a frozen record that packs into 64 bytes and is parsed strictly."""

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LIMIT = 64
Style = Literal["primary", "success", "danger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One inline button as it is shown: a label and exactly one thing it does."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    style: Style | None = None

    def to_json(self) -> dict[str, str]:
        """Only what is set."""
        return {name: value for name, value in dataclasses.asdict(self).items() if value}


class OldButton(Exception):
    """The data is not what this version of the bot writes on its buttons."""


@dataclass(frozen=True)
class Button:
    """Base of all buttons: `PREFIX` names the class, fields are numbers or yes/no."""

    PREFIX: ClassVar[str]
    VERSION: ClassVar[int] = 1

    def pack(self) -> str:
        """The callback data of this button."""
        fields = (getattr(self, field.name) for field in dataclasses.fields(self))
        return ".".join(
            [f"{self.PREFIX}{self.VERSION}", *(_write(int(value)) for value in fields)]
        )

    @classmethod
    def unpack(cls, data: str) -> Self:
        """Read callback data back; raises OldButton for anything `pack` does not write."""
        head, *fields = data.split(".")
        if head != f"{cls.PREFIX}{cls.VERSION}":
            raise OldButton(data)
        kinds = [field.type for field in dataclasses.fields(cls)]
        if len(fields) != len(kinds):
            raise OldButton(data)
        return cls(*(_read(kind, text) for kind, text in zip(kinds, fields, strict=True)))

    @classmethod
    def is_mine(cls, data: object) -> bool:
        """Whether the data is a button of this class."""
        if not isinstance(data, str) or len(data.encode()) > LIMIT:
            return False
        try:
            cls.unpack(data)
        except OldButton:
            return False
        return True

    def labelled(self, label: str, *, style: Style | None = None) -> Key:
        """This button with its words on it."""
        return Key(label=label, data=self.pack(), style=style)


def _write(number: int) -> str:
    if number < 0:
        return "-" + _write(-number)
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits


def _read(kind: Any, text: str) -> Any:
    body = text.removeprefix("-")
    if not body or len(body) > 13 or any(sign not in DIGITS for sign in body):
        raise OldButton(text)
    number = int(text, 36)
    if _write(number) != text or abs(number) >= 2**63:
        raise OldButton(text)
    if kind is bool and number not in (0, 1):
        raise OldButton(text)
    return bool(number) if kind is bool else number
