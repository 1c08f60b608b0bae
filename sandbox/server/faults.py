"""What can go wrong between a bot and Telegram, each switched on and off by itself."""

from dataclasses import dataclass, fields, replace
from typing import Final

from sandbox.server.errors import ApiError

RETRY_AFTER: Final = 1
# Hello and polling go on while only sending is too much.
_NEVER_TOO_MANY: Final = frozenset({"getMe", "getUpdates", "answerCallbackQuery"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """`down`: nobody answers. `too_many`: every other message is one too many. `lost`: a call is
    carried out, and its answer does not come. `twice`: updates are delivered once more."""

    down: bool = False
    too_many: bool = False
    lost: bool = False
    twice: bool = False


NAMES: Final = tuple(one.name for one in fields(Faults))


class Weather:
    """Which faults there are now, and whom they meet."""

    def __init__(self) -> None:
        self.now = Faults()
        self._messages = 0
        self._spared = False

    def turn(self, name: str, *, on: bool) -> None:
        """Switch one on or off; KeyError for what there is not."""
        if name not in NAMES:
            raise KeyError(name)
        self.now = replace(self.now, **{name: on})

    def before(self, method: str) -> None:
        """Stop a call that does not get through."""
        if self.now.down:
            raise ApiError(502, "Bad Gateway")
        if self.now.too_many and method not in _NEVER_TOO_MANY:
            self._messages += 1
            if self._messages % 2:
                reason = f"Too Many Requests: retry after {RETRY_AFTER}"
                raise ApiError(429, reason, retry_after=RETRY_AFTER)

    def after(self, method: str) -> None:
        """Lose the answer to every other message that was carried out."""
        if not self.now.lost or method in ("getMe", "getUpdates"):
            return
        self._spared = not self._spared
        if self._spared:
            raise ApiError(504, "Gateway Timeout")
