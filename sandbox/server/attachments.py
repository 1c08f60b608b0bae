"""Things that people send besides words and pictures, as the Bot API shows them."""

from sandbox.server.people import User
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json


def contact(of: User) -> Json:
    """Somebody's number, as their own app shares it."""
    shown: Json = {"phone_number": of.phone, "first_name": of.first_name}
    if of.last_name:
        shown["last_name"] = of.last_name
    return {"contact": {**shown, "user_id": of.id}}


def location(latitude: float, longitude: float) -> Json:
    """A place on the map."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def sticker(sandbox: Sandbox, emoji: str) -> Json:
    """A sticker that stands for an emoji."""
    looks = {"type": "regular", "width": 512, "height": 512}
    looks |= {"is_animated": False, "is_video": False, "emoji": emoji}
    return {"sticker": {**_file(sandbox, "CAAC"), **looks}}


def voice(sandbox: Sandbox, seconds: int) -> Json:
    """Something said aloud."""
    return {"voice": {**_file(sandbox, "AwAC"), "duration": seconds, "mime_type": "audio/ogg"}}


def document(sandbox: Sandbox, name: str, mime_type: str) -> Json:
    """A file of any kind; the sandbox keeps its name and not what is in it."""
    named = {"file_name": name, "mime_type": mime_type}
    return {"document": {**_file(sandbox, "BQAC"), **named}}


def _file(sandbox: Sandbox, prefix: str) -> Json:
    number = sandbox.chance.randrange(16**15, 16**16)
    return {"file_id": f"{prefix}AgIAAxkB{number:x}", "file_unique_id": f"AgAD{number:x}"}
