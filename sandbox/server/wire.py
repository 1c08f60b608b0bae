"""How values arrive: numbers, booleans and objects may come as strings, and are read strictly."""

import json
import re
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

Json = dict[str, Any]

_INTEGER: Final = re.compile(r"[+-]?\d{1,19}")
_BOOLEANS: Final = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def refused(reason: str) -> PydanticCustomError:
    """A validation error whose words go to the bot as they are."""
    return PydanticCustomError("telegram", "{reason}", {"reason": reason})


def read_integer(value: object) -> object:
    """A number, or a string of digits."""
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    return value


def read_boolean(value: object) -> object:
    """A boolean, or one of the words that stand for one."""
    if isinstance(value, str):
        return _BOOLEANS.get(value.lower(), value)
    return value


def read_chat_id(value: object) -> object:
    """A chat's number, or a public name that begins with @."""
    number = read_integer(value)
    if isinstance(number, int) or (isinstance(number, str) and number.startswith("@")):
        return number
    raise refused("chat_id is empty" if value == "" else "chat not found")


def read_json(value: object) -> object:
    """An object or array, or its JSON as a string."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise refused("can't parse JSON object") from None


def utf16_length(text: str) -> int:
    """The length as Telegram counts it: characters beyond the first plane count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def check_language(code: str) -> str:
    """Two letters, or nothing for every language that has no list of its own."""
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise refused("invalid language code specified")
    return code


_T = TypeVar("_T")
Integer = Annotated[int, BeforeValidator(read_integer)]
Boolean = Annotated[bool, BeforeValidator(read_boolean)]
ChatId = Annotated[int | str, BeforeValidator(read_chat_id)]
LanguageCode = Annotated[str, AfterValidator(check_language)]
Nested = Annotated[_T, BeforeValidator(read_json)]


class WireModel(BaseModel):
    """What a bot sends: exact types, nothing unknown."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)
