"""Presses of inline buttons: each is answered at most once, and soon."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sandbox.server import limits
from sandbox.server.errors import bad_request

_ANSWERS_KEPT: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PressAnswer:
    """What the person is shown when the bot answers a press."""

    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(slots=True, kw_only=True)
class Press:
    """A person pressed a button and waits."""

    id: str
    bot_id: int
    chat_id: int
    person_id: int
    message_id: int
    button_data: str
    pressed_at: float
    answer: PressAnswer | None = None

    def is_of(self, bot_id: int, chat_id: int, person_id: int) -> bool:
        """Whether this person pressed it in this chat."""
        place = (self.bot_id, self.chat_id, self.person_id)
        return place == (bot_id, chat_id, person_id)


class Presses:
    """Every press that a bot may still answer."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._open: dict[str, Press] = {}
        self._answered: deque[Press] = deque(maxlen=_ANSWERS_KEPT)

    def open(
        self,
        number: str,
        *,
        bot_id: int,
        chat_id: int,
        person_id: int,
        message_id: int,
        button_data: str,
    ) -> Press:
        """Remember a press until it is answered or too old."""
        self._forget_old()
        press = Press(
            id=number,
            bot_id=bot_id,
            chat_id=chat_id,
            person_id=person_id,
            message_id=message_id,
            button_data=button_data,
            pressed_at=self._monotonic(),
        )
        self._open[number] = press
        return press

    def answer(self, bot_id: int, number: str, answer: PressAnswer) -> Press:
        """Show the answer to the person; refused when nobody waits for it any more."""
        self._forget_old()
        press = self._open.get(number)
        if press is None or press.bot_id != bot_id:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        del self._open[number]
        press.answer = answer
        self._answered.append(press)
        return press

    def waiting(self, bot_id: int, chat_id: int, person_id: int) -> list[Press]:
        """Somebody's presses in a chat that the bot has not answered yet."""
        self._forget_old()
        return [press for press in self._open.values() if press.is_of(bot_id, chat_id, person_id)]

    def answered(self, bot_id: int, chat_id: int, person_id: int) -> list[Press]:
        """Somebody's presses in a chat that were answered lately, oldest first."""
        return [press for press in self._answered if press.is_of(bot_id, chat_id, person_id)]

    def _forget_old(self) -> None:
        oldest = self._monotonic() - limits.PRESS_ANSWERABLE_SECONDS
        self._open = {key: press for key, press in self._open.items() if press.pressed_at > oldest}
