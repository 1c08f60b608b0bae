"""The two languages in which the shop speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language that is complete."""

    ID = "id"
    EN = "en"


def language_of(code: str | None) -> Language:
    """The language for a client's language code; Indonesian when nothing is known."""
    if code is None:
        return Language.ID
    base = code.casefold().replace("_", "-").split("-")[0]
    # "in" is the old code of Indonesian, still sent by some phones; Malay readers read it too.
    return Language.ID if base in {"id", "in", "ms"} else Language.EN
