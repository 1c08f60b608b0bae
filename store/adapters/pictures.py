"""Pictures that stand beside a catalogue file."""

import hashlib
import io
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

from store.domain.catalogue import PictureRow, Problem

_BIGGEST: Final = 5_000_000
_MIMES: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


def read_picture(folder: Path, name: str) -> PictureRow | Problem:
    """The picture of this name inside the folder, or what is wrong with it."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return Problem.NO_SUCH_FILE
    if path.stat().st_size > _BIGGEST:
        return Problem.TOO_BIG
    content = path.read_bytes()
    mime = _mime(content)
    if mime is None:
        return Problem.NOT_A_PICTURE
    return PictureRow(hash=hashlib.sha256(content).hexdigest(), mime=mime, content=content)


def _mime(content: bytes) -> str | None:
    """The kind of picture by its bytes, whatever its name says."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.verify()
            return _MIMES.get(picture.format or "")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        return None
