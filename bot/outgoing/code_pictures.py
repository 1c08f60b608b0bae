"""Drawing a QRIS code: black on white with its quiet zone, the name above, the sum below."""

import io
import unicodedata
from typing import Final

import segno
from PIL import Image, ImageDraw, ImageFont

from bot.screens.pictures import CodePicture

_MODULE: Final = 10
# Four modules on each side are what scanners need to find the code.
_QUIET: Final = 4
_LINE: Final = 52
# Pillow's own font has hardly more than ASCII; what it lacks it would draw as boxes.
_HELD: Final = frozenset("·’“”")
_ALIKE: Final = {"–": "-", "—": "-", "‑": "-", "•": "·"}
_INK, _PAPER = "black", "white"


def draw(picture: CodePicture) -> bytes:
    """The picture as PNG, at least 512 pixels wide."""
    code = _code(picture.code)
    height = code.height + _LINE * (1 + len(picture.below)) + _MODULE * _QUIET
    sheet = Image.new("RGB", (code.width, height), _PAPER)
    _write(sheet, picture.above, top=_MODULE, size=32)
    sheet.paste(code, (0, _LINE))
    for number, line in enumerate(picture.below):
        _write(sheet, line, top=code.height + _LINE * (1 + number), size=36 if not number else 26)
    out = io.BytesIO()
    sheet.save(out, format="PNG")
    return out.getvalue()


def drawable(text: str) -> str:
    """The words in signs that the font has: letters without their marks, nothing for the rest."""
    plain = (_ALIKE.get(sign, sign) for sign in unicodedata.normalize("NFKD", text))
    kept = "".join(sign for sign in plain if sign.isascii() or sign in _HELD)
    return " ".join(kept.split()).strip(" ·")


def _code(text: str) -> Image.Image:
    out = io.BytesIO()
    made = segno.make_qr(text, error="m")
    made.save(out, kind="png", scale=_MODULE, border=_QUIET)
    return Image.open(out).convert("RGB")


def _write(sheet: Image.Image, text: str, *, top: int, size: int) -> None:
    """One line in the middle, smaller where it would not fit."""
    pen, text = ImageDraw.Draw(sheet), drawable(text)
    while True:
        font = ImageFont.load_default(size)
        width = pen.textlength(text, font=font)
        if width <= sheet.width - 2 * _MODULE or size <= 12:
            break
        size -= 2
    pen.text(((sheet.width - width) / 2, top), text, fill=_INK, font=font)
