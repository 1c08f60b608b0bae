"""What happens to an order between the shop's desk and the buyer's door."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from store.domain.desk import ReturnReason
from store.domain.order import Moment
from store.events.orders import OrderEvent


@dataclass(frozen=True, kw_only=True)
class ShippingEvent(OrderEvent):
    """The facts that are told about any order on its way."""


@dataclass(frozen=True, kw_only=True)
class CodAsked(ShippingEvent):
    """The shop asks whether a parcel to be paid at the door shall come; told to the buyer."""

    name: ClassVar[str] = "cod_asked"

    ship_by: datetime


@dataclass(frozen=True, kw_only=True)
class CodConfirmed(ShippingEvent):
    """The buyer wants the parcel; told to the shop."""

    name: ClassVar[str] = "cod_confirmed"

    ship_by: datetime


@dataclass(frozen=True, kw_only=True)
class StepEvent(ShippingEvent):
    """A step that may be taken back and taken again; `edition` counts what was taken back."""

    edition: int = 0

    @property
    def occasion(self) -> str:
        """This time of possibly several."""
        return f"{self.subject}:{self.edition}" if self.edition else self.subject


@dataclass(frozen=True, kw_only=True)
class OrderArranged(StepEvent):
    """The parcel is packed and waits for its courier; told to the buyer.

    `instead_of` is the service that the buyer had chosen, where another one carries it.
    """

    name: ClassVar[str] = "order_arranged"

    courier: str | None
    service: str | None
    number: str | None
    instead_of: str | None = None
    eta_from: date | None = None
    eta_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class StepUndone(StepEvent):
    """A member took a step back; told to the buyer, who was told of the step.

    `asks` where the question whether the parcel shall come waits for an answer again.
    """

    name: ClassVar[str] = "step_undone"

    moment: Moment
    asks: bool = False


@dataclass(frozen=True, kw_only=True)
class TrackingCorrected(ShippingEvent):
    """The shipment goes under another number; told to the buyer, each time.

    `instead_of` is the service that carried it before, where that has changed.
    """

    name: ClassVar[str] = "tracking_corrected"

    courier: str
    service: str
    number: str
    edition: int
    instead_of: str | None = None
    eta_from: date | None = None
    eta_to: date | None = None

    @property
    def occasion(self) -> str:
        """A number may be corrected more than once."""
        return f"{self.subject}:{self.edition}"


@dataclass(frozen=True, kw_only=True)
class OrderShipped(StepEvent):
    """The courier has the parcel; told to the buyer."""

    name: ClassVar[str] = "order_shipped"

    courier: str | None
    service: str | None
    number: str | None
    eta_from: date
    eta_to: date


@dataclass(frozen=True, kw_only=True)
class OrderDelivered(ShippingEvent):
    """The parcel arrived; told to the buyer."""

    name: ClassVar[str] = "order_delivered"


@dataclass(frozen=True, kw_only=True)
class OrderReturned(ShippingEvent):
    """The parcel came back and the order has ended; told to the buyer."""

    name: ClassVar[str] = "order_returned"

    reason: ReturnReason


@dataclass(frozen=True, kw_only=True)
class ParcelCameBack(ShippingEvent):
    """The same, told to the shop's other members."""

    name: ClassVar[str] = "parcel_came_back"

    reason: ReturnReason
    by: str


@dataclass(frozen=True, kw_only=True)
class OrderCompleted(ShippingEvent):
    """The buyer has the goods and is content; kept in both inboxes."""

    name: ClassVar[str] = "order_completed"
