"""The shop's codes in words: statuses, moments, reasons, payments."""

from bot.i18n.translator import Translator
from store.domain.actor import Role
from store.domain.cancellation import Reason, Why
from store.domain.claim import NotFoundReason
from store.domain.desk import ReturnReason
from store.domain.inbox import NoticeKind
from store.domain.order import Moment, OrderStatus, Party, Tab
from store.domain.payment import PaymentMethod
from store.domain.request import RejectReason, SellerReason, SystemReason
from store.domain.seller_cancel import RefusalReason, SellerWhy

_R = Reason


def status(t: Translator, value: OrderStatus) -> str:
    """The status as it stands in a list."""
    return {
        OrderStatus.UNPAID: t.plain("To pay"),
        OrderStatus.ON_HOLD: t.plain("To ship"),
        OrderStatus.AWAITING_SHIPMENT: t.plain("To ship"),
        OrderStatus.AWAITING_COLLECTION: t.plain("Waiting for the courier"),
        OrderStatus.IN_TRANSIT: t.plain("On the way"),
        OrderStatus.DELIVERED: t.plain("Delivered"),
        OrderStatus.COMPLETED: t.plain("Completed"),
        OrderStatus.CANCELLED: t.plain("Cancelled"),
    }[value]


def tab(t: Translator, value: Tab) -> str:
    """The name of a tab."""
    return {
        Tab.ALL: t.plain("All"),
        Tab.TO_PAY: t.plain("To pay"),
        Tab.TO_SHIP: t.plain("To ship"),
        Tab.TO_RECEIVE: t.plain("To receive"),
        Tab.COMPLETED: t.plain("Completed"),
        Tab.CANCELLED: t.plain("Cancelled"),
    }[value]


def moment(t: Translator, value: Moment) -> str:
    """A step of the timeline."""
    return {
        Moment.PLACED: t.plain("Ordered"),
        Moment.PAID: t.plain("Paid"),
        Moment.ARRANGED: t.plain("Parcel ready"),
        Moment.IN_TRANSIT: t.plain("Handed to the courier"),
        Moment.DELIVERED: t.plain("Delivered"),
        Moment.COMPLETED: t.plain("Completed"),
        Moment.CANCELLED: t.plain("Cancelled"),
    }[value]


def payment(t: Translator, value: PaymentMethod) -> str:
    """A way to pay."""
    return {
        PaymentMethod.COD: t.plain("Cash on delivery (COD)"),
        PaymentMethod.BANK_TRANSFER: t.plain("Transfer"),
        PaymentMethod.QRIS: t.plain("QRIS"),
        PaymentMethod.TELEGRAM_INVOICE: t.plain("Card"),
    }[value]


def party(t: Translator, value: Party) -> str:
    """Which side did something."""
    return {
        Party.BUYER: t.plain("the buyer"),
        Party.SELLER: t.plain("the seller"),
        Party.SYSTEM: t.plain("Lapak"),
        Party.OPERATOR: t.plain("the operator"),
    }[value]


def notice_kind(t: Translator, value: NoticeKind) -> str:
    """A heading of the inbox."""
    return {
        NoticeKind.ORDERS: t.plain("Orders"),
        NoticeKind.CANCELLATIONS: t.plain("Cancellations"),
        NoticeKind.PROMOTIONS: t.plain("Promotions"),
        NoticeKind.SHOP_MESSAGES: t.plain("Messages"),
        NoticeKind.SYSTEM: t.plain("System"),
    }[value]


def role(t: Translator, value: Role) -> str:
    """What somebody is in a shop."""
    return {Role.OWNER: t.plain("owner"), Role.STAFF: t.plain("staff")}[value]


def who(t: Translator, by: str) -> str:
    """Who did something: a side of the order, or somebody by name."""
    return party(t, Party(by)) if by in set(Party) else by


def reason(t: Translator, value: Reason) -> str:
    """Why a buyer cancels."""
    return {
        _R.UNPAID_PAYMENT_METHOD: t.plain("Desired payment method not available"),
        _R.UNPAID_COUPON_CODE: t.plain("Need to input/change coupon code"),
        _R.UNPAID_WRONG_VARIANT: t.plain("Wrong item variation"),
        _R.UNPAID_WRONG_ADDRESS: t.plain("Wrong delivery information"),
        _R.UNPAID_BY_MISTAKE: t.plain("Order created by mistake"),
        _R.UNPAID_BETTER_PRICE: t.plain("Better price available"),
        _R.UNPAID_NOT_NEEDED: t.plain("No longer needed"),
        _R.UNPAID_OTHER: t.plain("Other"),
        _R.CHANGE_PAYMENT_METHOD: t.plain("Need to change payment method"),
        _R.DISCOUNT_NOT_EXPECTED: t.plain("Discount not as expected"),
        _R.BY_MISTAKE: t.plain("Order created by mistake"),
        _R.HIGH_DELIVERY_COSTS: t.plain("High delivery costs"),
        _R.BETTER_PRICE: t.plain("Better price available"),
        _R.WRONG_ADDRESS: t.plain("Wrong delivery information"),
        _R.NOT_SHIPPED_ON_TIME: t.plain("Product wasn't shipped on time"),
    }[value]


def rejection(t: Translator, value: RejectReason) -> str:
    """Why a shop rejects a request."""
    return {
        RejectReason.INVALID_REASON: t.plain("Invalid reason for cancellation"),
        RejectReason.ON_SCHEDULE: t.plain("Product delivery is on schedule"),
        RejectReason.BUYER_AGREED: t.plain("Reached an agreement with the buyer"),
        RejectReason.PACKED: t.plain("Product has been packed"),
    }[value]


def seller_reason(t: Translator, value: SellerReason) -> str:
    """Why a shop cancels."""
    return {
        SellerReason.UNPAID_OUT_OF_STOCK: t.plain("Out of stock"),
        SellerReason.UNPAID_WRONG_PRICE: t.plain("Pricing error"),
        SellerReason.UNPAID_LATE: t.plain("Buyer did not pay on time"),
        SellerReason.OUT_OF_STOCK: t.plain("Out of stock"),
        SellerReason.WRONG_PRICE: t.plain("Pricing error"),
        SellerReason.UNREACHABLE_ADDRESS: t.plain("Unable to deliver to buyer address"),
    }[value]


def refusal(t: Translator, value: RefusalReason) -> str:
    """Why an operator refuses that a shop cancels."""
    return {
        RefusalReason.UNCLEAR: t.plain("The explanation does not justify cancelling"),
        RefusalReason.CAN_BE_SENT: t.plain("The goods can still be sent"),
        RefusalReason.PRICE_HOLDS: t.plain("The price that the buyer saw holds"),
        RefusalReason.SETTLE_WITH_BUYER: t.plain("The buyer has to agree"),
    }[value]


def seller_why(t: Translator, why: SellerWhy) -> str:
    """Why a shop cannot cancel, and what can be done instead."""
    return {
        SellerWhy.PARCEL_LEFT: t.plain(
            "The parcel is on its way, so the order cannot be cancelled any more."
        ),
        SellerWhy.OVER: t.plain("The parcel has arrived; the order cannot be cancelled any more."),
        SellerWhy.CANCELLED: t.plain("The order is cancelled already."),
        SellerWhy.DISPUTED: t.plain("First an operator decides whether the money came."),
        SellerWhy.BUYER_ASKS: t.plain(
            "The buyer asks to cancel already. Approve that, and the order ends at once."
        ),
        SellerWhy.ASKED_ALREADY: t.plain(
            "Your shop has asked already; an operator answers by the time on the order page."
        ),
        SellerWhy.REFUSED_BEFORE: t.plain(
            "An operator has refused the cancellation. Please send the parcel in time."
        ),
    }[why]


def not_found(t: Translator, value: NotFoundReason) -> str:
    """Why a shop does not find the money."""
    return {
        NotFoundReason.NOT_ON_STATEMENT: t.plain("Not on our statement yet"),
        NotFoundReason.OTHER_ACCOUNT: t.plain("Sent to another account"),
        NotFoundReason.PROOF_UNREADABLE: t.plain("The photo cannot be read"),
        NotFoundReason.PROOF_USED_BEFORE: t.plain("The photo belongs to another payment"),
    }[value]


def system_reason(t: Translator, value: SystemReason) -> str:
    """Why an order ended by itself."""
    return {
        SystemReason.UNPAID_TIME_OUT: t.plain("Not paid in time"),
        SystemReason.SHIPPING_TIME_OUT: t.plain("Not sent in time"),
        SystemReason.PAID_SHORT: t.plain("Too little was paid"),
        SystemReason.NOT_PAID: t.plain("The buyer has not paid"),
    }[value]


def reason_code(t: Translator, code: str) -> str:
    """The words for a stored reason code; a code from elsewhere stands as it is."""
    known = {str(one): one for one in Reason}
    if code in set(SystemReason):
        return system_reason(t, SystemReason(code))
    if code in set(RejectReason):
        return rejection(t, RejectReason(code))
    if code in set(SellerReason):
        return seller_reason(t, SellerReason(code))
    if code in set(RefusalReason):
        return refusal(t, RefusalReason(code))
    came_back: dict[str, str] = {
        ReturnReason.REFUSED: t.plain("The parcel was refused at the door"),
        ReturnReason.OTHER: t.plain("The parcel could not be delivered"),
    }
    return reason(t, known[code]) if code in known else came_back.get(code, code)


def too_late(t: Translator, why: Why) -> str:
    """Why an order cannot be cancelled, and what can be done instead."""
    return {
        Why.PARCEL_LEFT: t.plain(
            "The parcel is on its way, so the order cannot be cancelled. "
            "Paid at the door: refuse it there, unopened. Paid already: write to the seller."
        ),
        Why.DELIVERED: t.plain(
            "The parcel has arrived, so the order cannot be cancelled. Talk to the seller."
        ),
        Why.COMPLETED: t.plain("The order is completed and cannot be cancelled."),
        Why.CANCELLED: t.plain("The order is cancelled already."),
        Why.ASKED_ALREADY: t.plain(
            "You have asked to cancel already; the seller answers by the time on the order page."
        ),
        Why.REJECTED_BEFORE: t.plain(
            "The seller has rejected the cancellation. Talk to the seller if something changed."
        ),
    }[why]
