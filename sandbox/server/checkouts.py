"""Invoices and who is paying them: the bot is asked first, and has ten seconds to answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sandbox.server import limits
from sandbox.server.chats import Chat
from sandbox.server.errors import ActRefused, bad_request
from sandbox.server.wire import Json

TOO_LATE: Final = "BOT_PRECHECKOUT_TIMEOUT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """What a bot wants to be paid; the total in the smallest unit of the currency."""

    title: str
    description: str
    payload: str
    currency: str
    total: int
    start_parameter: str

    def as_invoice(self) -> Json:
        """The Invoice object."""
        return {
            "title": self.title,
            "description": self.description,
            "start_parameter": self.start_parameter,
            "currency": self.currency,
            "total_amount": self.total,
        }


@dataclass(slots=True, kw_only=True)
class Checkout:
    """Somebody wants to pay an invoice; `error` is what stopped it."""

    id: str
    bot_id: int
    chat_id: int
    person_id: int
    message_id: int
    invoice: Invoice
    asked_at: float
    allowed: bool = False
    paid: bool = False
    error: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nobody waits any more."""
        return self.paid or bool(self.error)


class Checkouts:
    """Every invoice that was sent, and every attempt to pay one.

    `bank_waits`: what the bot has allowed is paid only when somebody says so.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._invoices: dict[tuple[int, int, int], Invoice] = {}
        self._attempts: dict[str, Checkout] = {}
        self.bank_waits = False

    def put(self, chat: Chat, message_id: int, invoice: Invoice) -> None:
        """Remember what the message asks for."""
        self._invoices[chat.bot_id, chat.id, message_id] = invoice

    def open(self, number: str, *, chat: Chat, person_id: int, message_id: int) -> Checkout:
        """Somebody wants to pay what the message asks for."""
        invoice = self._invoices.get((chat.bot_id, chat.id, message_id))
        if invoice is None or message_id not in chat.messages:
            raise ActRefused("there is no invoice any more")
        if any(one.paid and one.message_id == message_id for one in self._attempts.values()):
            raise ActRefused("it is paid; the app shows the receipt")
        checkout = Checkout(
            id=number,
            bot_id=chat.bot_id,
            chat_id=chat.id,
            person_id=person_id,
            message_id=message_id,
            invoice=invoice,
            asked_at=self._monotonic(),
        )
        self._attempts[number] = checkout
        return checkout

    def answer(self, bot_id: int, number: str, *, error: str) -> Checkout:
        """The bot allows it, or says why not; refused when nobody waits for it any more."""
        self._give_up_old()
        checkout = self._attempts.get(number)
        known = checkout is not None and checkout.bot_id == bot_id
        if checkout is None or not known or checkout.allowed or checkout.error:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        checkout.allowed, checkout.error = not error, error
        return checkout

    def of(self, chat: Chat, person_id: int) -> list[Checkout]:
        """Somebody's attempts in a chat, oldest first."""
        self._give_up_old()
        place = (chat.bot_id, chat.id, person_id)
        return [
            one
            for one in self._attempts.values()
            if (one.bot_id, one.chat_id, one.person_id) == place
        ]

    def _give_up_old(self) -> None:
        oldest = self._monotonic() - limits.CHECKOUT_SECONDS
        for one in self._attempts.values():
            if not one.allowed and not one.error and one.asked_at <= oldest:
                one.error = TOO_LATE
