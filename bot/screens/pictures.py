"""Pictures that the bot draws when it sends them: a QRIS code with what it is for."""

import json
from dataclasses import dataclass
from typing import Final

_PREFIX: Final = "qris:"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePicture:
    """A code, the name above it and the lines below it."""

    code: str
    above: str
    below: tuple[str, ...]

    @property
    def name(self) -> str:
        """What stands in a screen for the picture; everything to draw it is in there."""
        return _PREFIX + json.dumps([self.code, self.above, *self.below], ensure_ascii=False)


def code_picture(name: str) -> CodePicture | None:
    """The picture of this name; None for one that lies somewhere as a file."""
    if not name.startswith(_PREFIX):
        return None
    code, above, *below = json.loads(name.removeprefix(_PREFIX))
    return CodePicture(code=code, above=above, below=tuple(below))
