"""The demo's clock, by which two processes go: a file says by how many seconds it is ahead."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from cli.opening import utc_now


def clock_by(file: Path) -> Callable[[], datetime]:
    """A clock that is as far ahead as the file says; a file that is not there says nothing."""

    def now() -> datetime:
        try:
            seconds = float(file.read_text())
        except (OSError, ValueError):
            seconds = 0.0
        return utc_now() + timedelta(seconds=seconds)

    return now


def writer_of(file: Path) -> Callable[[timedelta], None]:
    """What writes into the file how far ahead its clock is, at once and never by halves."""

    def write(ahead: timedelta) -> None:
        fresh = file.with_suffix(".new")
        fresh.write_text(str(ahead.total_seconds()))
        fresh.replace(file)

    return write
