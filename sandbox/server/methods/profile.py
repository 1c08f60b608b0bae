"""Who the bot is: getMe and the texts of its profile."""

from sandbox.server.bots import ProfileText
from sandbox.server.changes import Change, ChangeKind
from sandbox.server.errors import bad_request
from sandbox.server.limits import (
    BOT_DESCRIPTION_UNITS,
    BOT_NAME_UNITS,
    BOT_SHORT_DESCRIPTION_UNITS,
)
from sandbox.server.methods.base import Call, NoParameters
from sandbox.server.wire import Json, LanguageCode, WireModel, utf16_length


class InLanguage(WireModel):
    """Asks for the text in a language; empty stands for every other language."""

    language_code: LanguageCode = ""


class SetMyName(InLanguage):
    """Parameters of setMyName."""

    name: str = ""


class SetMyDescription(InLanguage):
    """Parameters of setMyDescription."""

    description: str = ""


class SetMyShortDescription(InLanguage):
    """Parameters of setMyShortDescription."""

    short_description: str = ""


async def get_me(call: Call, _: NoParameters) -> Json:
    """The bot's own account."""
    return call.bot.as_me()


async def set_my_name(call: Call, given: SetMyName) -> bool:
    """Change the name; an empty one goes back to the account's."""
    return _set(call, ProfileText.NAME, given.language_code, given.name, BOT_NAME_UNITS)


async def get_my_name(call: Call, given: InLanguage) -> Json:
    """The name in a language."""
    named = call.bot.says(ProfileText.NAME, given.language_code)
    return {"name": named or call.bot.user.first_name}


async def set_my_description(call: Call, given: SetMyDescription) -> bool:
    """Change what an empty chat with the bot shows."""
    kind, text = ProfileText.DESCRIPTION, given.description
    return _set(call, kind, given.language_code, text, BOT_DESCRIPTION_UNITS)


async def get_my_description(call: Call, given: InLanguage) -> Json:
    """What an empty chat with the bot shows."""
    return {"description": call.bot.says(ProfileText.DESCRIPTION, given.language_code)}


async def set_my_short_description(call: Call, given: SetMyShortDescription) -> bool:
    """Change what the bot's profile page shows."""
    kind, text = ProfileText.SHORT_DESCRIPTION, given.short_description
    return _set(call, kind, given.language_code, text, BOT_SHORT_DESCRIPTION_UNITS)


async def get_my_short_description(call: Call, given: InLanguage) -> Json:
    """What the bot's profile page shows."""
    kind = ProfileText.SHORT_DESCRIPTION
    return {"short_description": call.bot.says(kind, given.language_code)}


def _set(call: Call, kind: ProfileText, language: str, text: str, most: int) -> bool:
    if utf16_length(text) > most:
        raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
    call.bot.profile[kind, language] = text.strip()
    call.sandbox.changes.publish(Change(kind=ChangeKind.PROFILE, bot_id=call.bot.id))
    return True
