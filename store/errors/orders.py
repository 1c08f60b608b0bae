"""Refusals about what an order may become."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from store.errors.base import Rejected


@dataclass(kw_only=True, eq=False)
class IllegalMove(Rejected):
    """Something in this state cannot go to that one: an order, a payment, a request, a refund."""

    code: ClassVar[str] = "illegal_move"
    status: str
    wanted: str


@dataclass(kw_only=True, eq=False)
class UndoTooLate(Rejected):
    """The step is too old to be taken back, or something later has happened."""

    code: ClassVar[str] = "undo_too_late"
    status: str
    since: datetime


@dataclass(kw_only=True, eq=False)
class CourierDiffers(Rejected):
    """The buyer chose and paid another service; the member has not said that this is meant."""

    code: ClassVar[str] = "courier_differs"
    courier: str
    service: str


@dataclass(kw_only=True, eq=False)
class AlreadyDecided(Rejected):
    """Somebody was first; who, what and when."""

    code: ClassVar[str] = "already_decided"
    status: str
    by: str
    at: datetime


@dataclass(kw_only=True, eq=False)
class CancelTooLate(Rejected):
    """The order cannot be cancelled any more; `why` names the state of the parcel."""

    code: ClassVar[str] = "cancel_too_late"
    status: str
    why: str


@dataclass(kw_only=True, eq=False)
class SellerCancelRefused(Rejected):
    """The shop cannot cancel this order itself; `seller_why` says what stands against it."""

    code: ClassVar[str] = "seller_cancel_refused"
    status: str
    seller_why: str


@dataclass(kw_only=True, eq=False)
class OwnAffair(Rejected):
    """An operator who is the buyer or works in the shop leaves the decision to another one."""

    code: ClassVar[str] = "own_affair"


@dataclass(kw_only=True, eq=False)
class ReasonRefused(Rejected):
    """This reason is not one of those for the state of the order."""

    code: ClassVar[str] = "reason_refused"
    reason: str
    status: str


@dataclass(kw_only=True, eq=False)
class WordsNeeded(Rejected):
    """This reason must be explained in words."""

    code: ClassVar[str] = "words_needed"
    reason: str


@dataclass(kw_only=True, eq=False)
class MessagesClosed(Rejected):
    """Nothing more is written about an order that ended, at `since`, too long ago."""

    code: ClassVar[str] = "messages_closed"
    since: datetime


@dataclass(kw_only=True, eq=False)
class TooManyMessages(Rejected):
    """This side has written a lot about the order; it can go on at `until`."""

    code: ClassVar[str] = "too_many_messages"
    until: datetime
