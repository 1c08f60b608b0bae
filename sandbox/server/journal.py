"""Every call a bot made, what it gave and what it was told."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sandbox.server import limits
from sandbox.server.wire import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecord:
    """One call. The parameters stand as they were understood; tokens are never kept."""

    number: int
    at: datetime
    bot: str
    method: str
    parameters: Json
    files: tuple[str, ...]
    code: int
    result: Any
    description: str

    @property
    def accepted(self) -> bool:
        """The call was carried out."""
        return self.code == 200


class Journal:
    """The last calls, oldest first."""

    def __init__(self) -> None:
        self._records: deque[CallRecord] = deque(maxlen=limits.JOURNAL_CALLS)
        self._count = 0

    def next_number(self) -> int:
        """The number of the next call."""
        self._count += 1
        return self._count

    def add(self, record: CallRecord) -> None:
        """Remember a call."""
        self._records.append(record)

    def calls(self, *methods: str) -> list[CallRecord]:
        """The calls of these methods, or all calls except polling."""
        if methods:
            return [record for record in self._records if record.method in methods]
        return [record for record in self._records if record.method != "getUpdates"]

    def refused(self) -> list[CallRecord]:
        """The calls that were answered with an error."""
        return [record for record in self._records if not record.accepted]
