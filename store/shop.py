"""The shop as one thing to hold in the hand: every use case, ready to be called."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.engine import Database
from store.db.uow import Seam, UnitOfWork
from store.domain.invoice import InvoiceLimits
from store.domain.timers import Timer
from store.services.addresses import AddressService
from store.services.agreeing import AgreeingService
from store.services.buying import BuyingService
from store.services.cancellations import CancellationService
from store.services.catalogue import CatalogueService
from store.services.checking import CheckingService
from store.services.deciding import DecidingService
from store.services.desk import DeskService
from store.services.groups import GroupService
from store.services.inbox import InboxService
from store.services.invoicing import InvoicingService
from store.services.lateness import LatenessService
from store.services.messaging import MessagingService
from store.services.operators import OperatorService
from store.services.orders import OrderService
from store.services.overseeing import OverseeingService
from store.services.paying import PayingService
from store.services.people import PeopleService
from store.services.privacy import PrivacyService
from store.services.receiving import ReceivingService
from store.services.recording import RecordingService
from store.services.refunding import RefundingService
from store.services.ruling import RulingService
from store.services.seller_cancels import SellerCancelService
from store.services.sellers import SellerService
from store.services.shipping import ShippingService
from store.services.sweeps import Act, SweepService


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The use cases, and `begin` for whoever joins several of them into one step."""

    begin: UnitOfWork
    people: PeopleService
    privacy: PrivacyService
    catalogue: CatalogueService
    addresses: AddressService
    buying: BuyingService
    orders: OrderService
    cancellations: CancellationService
    deciding: DecidingService
    seller_cancels: SellerCancelService
    agreeing: AgreeingService
    paying: PayingService
    invoicing: InvoicingService
    checking: CheckingService
    recording: RecordingService
    ruling: RulingService
    refunding: RefundingService
    overseeing: OverseeingService
    messaging: MessagingService
    sellers: SellerService
    operators: OperatorService
    groups: GroupService
    inbox: InboxService
    desk: DeskService
    shipping: ShippingService
    receiving: ReceivingService
    sweeps: SweepService


def open_shop(
    database: Database,
    *,
    now: Callable[[], datetime],
    randbits: Callable[[int], int] = secrets.randbits,
    seam: Seam | None = None,
    invoices: InvoiceLimits | None = None,
) -> Shop:
    """The shop on this database, by this clock and chance; without limits it has no invoices."""
    begin = UnitOfWork(database, now=now, seam=seam)
    return Shop(
        begin=begin,
        people=PeopleService(begin=begin, now=now),
        privacy=PrivacyService(begin=begin, now=now),
        catalogue=CatalogueService(begin=begin, now=now),
        addresses=AddressService(begin=begin, now=now),
        buying=BuyingService(begin=begin, now=now, randbits=randbits, invoices=invoices),
        orders=OrderService(begin=begin, now=now),
        cancellations=CancellationService(begin=begin, now=now),
        deciding=DecidingService(begin=begin, now=now),
        seller_cancels=SellerCancelService(begin=begin, now=now),
        agreeing=AgreeingService(begin=begin, now=now),
        paying=PayingService(begin=begin, now=now),
        invoicing=InvoicingService(begin=begin, now=now, limits=invoices),
        checking=CheckingService(begin=begin, now=now),
        recording=RecordingService(begin=begin, now=now),
        ruling=RulingService(begin=begin, now=now),
        refunding=RefundingService(begin=begin, now=now),
        overseeing=OverseeingService(begin=begin, now=now),
        messaging=MessagingService(begin=begin, now=now),
        sellers=SellerService(begin=begin, now=now, randbits=randbits),
        operators=OperatorService(begin=begin, now=now, randbits=randbits),
        groups=GroupService(begin=begin, now=now, randbits=randbits),
        inbox=InboxService(begin=begin, now=now),
        desk=DeskService(begin=begin, now=now),
        shipping=ShippingService(begin=begin, now=now),
        receiving=ReceivingService(begin=begin, now=now),
        sweeps=SweepService(begin=begin, now=now, acts=_acts(begin, now)),
    )


def _acts(begin: UnitOfWork, now: Callable[[], datetime]) -> dict[Timer, Act]:
    """What happens when a deadline of each kind is over."""
    deciding = DecidingService(begin=begin, now=now)
    agreeing = AgreeingService(begin=begin, now=now)
    paying = PayingService(begin=begin, now=now)
    checking = CheckingService(begin=begin, now=now)
    lateness = LatenessService(begin=begin, now=now)
    refunding = RefundingService(begin=begin, now=now)
    return {
        Timer.PAY_REMINDER: paying.remind,
        Timer.PAY_OVER: paying.expire,
        Timer.CLAIM_REMINDER: checking.remind,
        Timer.CLAIM_LAST_REMINDER: checking.remind_for_the_last_time,
        Timer.CLAIM_TO_OPERATOR: checking.call_operator,
        Timer.SHIP_OVERDUE: lateness.remind_to_ship,
        Timer.SHIP_OVER: lateness.give_up,
        Timer.COMPLETE: lateness.complete,
        Timer.REQUEST_REMINDER: deciding.remind,
        Timer.REQUEST_LAST_REMINDER: deciding.remind_for_the_last_time,
        Timer.REQUEST_OVER: deciding.fall_silent,
        Timer.SELLER_CANCEL_REMINDER: agreeing.remind,
        Timer.SELLER_CANCEL_LAST_REMINDER: agreeing.remind_for_the_last_time,
        Timer.SELLER_CANCEL_OVER: agreeing.fall_silent,
        Timer.REFUND_REMINDER: refunding.remind,
        Timer.REFUND_TO_OPERATOR: refunding.call_operator,
        Timer.REFUND_STOPS_SHOP: refunding.stop_shop,
        Timer.REFUND_SETTLES: refunding.settle_by_itself,
    }
