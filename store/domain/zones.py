"""The three time zones of Indonesia."""

from enum import StrEnum
from zoneinfo import ZoneInfo


class Zone(StrEnum):
    """A time zone by the name that people there use."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def tz(self) -> ZoneInfo:
        """The zone as the calendar knows it."""
        return ZoneInfo(_IANA[self])


_IANA = {Zone.WIB: "Asia/Jakarta", Zone.WITA: "Asia/Makassar", Zone.WIT: "Asia/Jayapura"}
