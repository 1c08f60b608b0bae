"""Pictures: checked as Telegram checks them, kept by content in several sizes."""

import base64
import hashlib
import io
from dataclasses import dataclass, field
from typing import Final

from PIL import Image, UnidentifiedImageError

from sandbox.server import limits
from sandbox.server.errors import bad_request
from sandbox.server.wire import Json

_SIDES: Final = {"s": 90, "m": 320, "x": 800, "y": 1280}
_FILE_ID_PREFIX: Final = "AgACAgUAAxk"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSize:
    """One size of a photo; its unique id is the same for the same bytes."""

    unique_id: str
    width: int
    height: int
    content: bytes = field(compare=False, repr=False)

    def file_id(self, bot_id: int) -> str:
        """The identifier by which this bot, and no other, may send it again."""
        secret = base64.urlsafe_b64encode(f"{bot_id}:{self.unique_id}".encode())
        return _FILE_ID_PREFIX + secret.decode().rstrip("=")

    @property
    def path(self) -> str:
        """Where the file route serves it."""
        return f"photos/{self.unique_id}.jpg"

    def as_size(self, bot_id: int) -> Json:
        """The PhotoSize object."""
        return {
            "file_id": self.file_id(bot_id),
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
            "width": self.width,
            "height": self.height,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture in all its sizes, smallest first."""

    sizes: tuple[PhotoSize, ...]

    @property
    def largest(self) -> PhotoSize:
        """The best quality there is."""
        return self.sizes[-1]

    def as_sizes(self, bot_id: int) -> list[Json]:
        """The array of PhotoSize objects."""
        return [size.as_size(bot_id) for size in self.sizes]


class Files:
    """Every picture ever sent, found by content, by file_id or by path."""

    def __init__(self) -> None:
        self._by_content: dict[bytes, Photo] = {}
        self._by_unique_id: dict[str, tuple[Photo, PhotoSize]] = {}

    def keep(self, content: bytes) -> Photo:
        """Check and keep a picture; the same bytes give the same photo."""
        digest = hashlib.sha256(content).digest()
        known = self._by_content.get(digest)
        if known is not None:
            return known
        photo = Photo(sizes=_all_sizes(_read_picture(content), digest))
        self._by_content[digest] = photo
        for size in photo.sizes:
            self._by_unique_id[size.unique_id] = (photo, size)
        return photo

    def find(self, bot_id: int, file_id: str) -> tuple[Photo, PhotoSize] | None:
        """The photo and size that this bot knows by that identifier."""
        coded = file_id.removeprefix(_FILE_ID_PREFIX)
        try:
            owner, _, unique_id = base64.urlsafe_b64decode(coded + "==").decode().partition(":")
        except ValueError:
            return None
        found = self._by_unique_id.get(unique_id)
        if found is None or owner != str(bot_id) or found[1].file_id(bot_id) != file_id:
            return None
        return found

    def at_path(self, path: str) -> PhotoSize | None:
        """The file that stands at that path."""
        unique_id = path.removeprefix("photos/").removesuffix(".jpg")
        found = self._by_unique_id.get(unique_id)
        return found[1] if found is not None and found[1].path == path else None


def _read_picture(content: bytes) -> Image.Image:
    """The decoded picture; refused when Telegram would not take it as a photo."""
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > limits.PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; "
            f"the maximum size is {limits.PHOTO_BYTES} bytes"
        )
    try:
        picture = Image.open(io.BytesIO(content))
        _check_sides(*picture.size)
        return picture.convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None


def _check_sides(width: int, height: int) -> None:
    wide = max(width, height) > limits.PHOTO_RATIO * min(width, height)
    if wide or width + height > limits.PHOTO_SIDES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _all_sizes(picture: Image.Image, digest: bytes) -> tuple[PhotoSize, ...]:
    """Telegram's usual sizes up to the first that holds the whole picture."""
    longest = max(picture.size)
    sizes = []
    for letter, side in _SIDES.items():
        sizes.append(_one_size(picture, digest, letter, side))
        if longest <= side:
            break
    return tuple(sizes)


def _one_size(picture: Image.Image, digest: bytes, letter: str, side: int) -> PhotoSize:
    scaled = picture.copy()
    scaled.thumbnail((side, side))
    written = io.BytesIO()
    scaled.save(written, "JPEG", quality=87)
    unique = base64.urlsafe_b64encode(digest[:9]).decode()
    return PhotoSize(
        unique_id=f"AQAD{unique}{letter}",
        width=scaled.width,
        height=scaled.height,
        content=written.getvalue(),
    )
