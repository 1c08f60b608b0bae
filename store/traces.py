"""Where trouble came from, in words that may stand in a log."""

import traceback
from pathlib import Path
from typing import Final

_INNERMOST: Final = 6


def where_of(error: BaseException) -> list[str]:
    """The last places that an error passed, and never its text, which may quote what was typed."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-_INNERMOST:]]
