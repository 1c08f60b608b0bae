"""What holds after every step, whatever was done before; numbered as reliability has them.

I8, that every press is answered, needs phones: the walks look for it after each of their acts.
"""

from collections import Counter

from store.domain.order import MOVES, UNDOES, OrderStatus
from tests.machine.bazaar import Bazaar

# A cancelled order has given its goods back, unless they had left and are not to be sold again.
HELD = """
    SELECT line.variant_id, sum(line.quantity) FROM order_lines line
    JOIN orders ON orders.id = line.order_id
    WHERE NOT (orders.status = 'CANCELLED' AND (
        NOT EXISTS (SELECT 1 FROM order_moments moment
                    WHERE moment.order_id = orders.id AND moment.moment = 'IN_TRANSIT')
        OR EXISTS (SELECT 1 FROM shipments
                   WHERE shipments.order_id = orders.id AND shipments.goods = 'SELLABLE')))
    GROUP BY line.variant_id
"""
MONEY = """
    SELECT orders.id, orders.status,
        coalesce((SELECT sum(amount) FROM receipts WHERE order_id = orders.id), 0),
        coalesce((SELECT sum(amount) FROM refunds WHERE order_id = orders.id), 0)
    FROM orders
"""
TWICE = {
    "orders of a checkout": "SELECT 1 FROM orders GROUP BY buyer_id, checkout_version",
    "open requests": "SELECT 1 FROM requests WHERE state = 'PENDING' GROUP BY order_id",
    "refunds of an occasion": "SELECT 1 FROM refunds GROUP BY key",
    "refunds of an end": ("SELECT 1 FROM refunds WHERE cause = 'CANCELLED' GROUP BY order_id"),
    "waiting claims": "SELECT 1 FROM claims WHERE state = 'WAITING' GROUP BY order_id",
    "parcels of a key": "SELECT 1 FROM outbox GROUP BY key",
}

# Who has to read of what, and how often: an event with what it tells of, by order.
OWED_TO_BUYERS = {
    "payment_awaited": "SELECT order_id, count(*) FROM payments GROUP BY 1",
    "order_confirmed": "SELECT id, count(*) FROM orders WHERE payment = 'COD' GROUP BY 1",
    "payment_received": (
        "SELECT order_id, count(*) FROM receipts WHERE charge IS NOT NULL GROUP BY 1"
    ),
    "payment_claimed": "SELECT order_id, count(*) FROM claims GROUP BY 1",
    "money_found": ("SELECT order_id, count(*) FROM receipts WHERE key LIKE 'found:%' GROUP BY 1"),
    "claim_decided": "SELECT order_id, count(*) FROM claims WHERE state <> 'WAITING' GROUP BY 1",
    "refund_promised": "SELECT order_id, count(*) FROM refunds GROUP BY 1",
    "refund_sent": "SELECT order_id, sum(attempts) FROM refunds WHERE attempts > 0 GROUP BY 1",
    "refund_settled": "SELECT order_id, count(*) FROM refunds WHERE state = 'SETTLED' GROUP BY 1",
    "order_completed": (
        "SELECT order_id, count(*) FROM order_moments WHERE moment = 'COMPLETED' GROUP BY 1"
    ),
}
OWED_TO_SHOPS = {
    "order_placed": (
        "SELECT id, count(*) FROM orders WHERE payment = 'COD' OR id IN "
        "(SELECT order_id FROM payments WHERE state = 'PAID') GROUP BY 1"
    ),
    "payment_claimed": OWED_TO_BUYERS["payment_claimed"],
    "claim_decided": OWED_TO_BUYERS["claim_decided"],
    "refund_promised": OWED_TO_BUYERS["refund_promised"],
    "refund_sent": OWED_TO_BUYERS["refund_sent"],
    "order_completed": OWED_TO_BUYERS["order_completed"],
}
TOLD = """
    SELECT CAST(substr(subject, 7) AS INTEGER), notices.shop_id IS NOT NULL, event, count(*)
    FROM notices WHERE subject LIKE 'order:%' AND kind <> 'SYSTEM' GROUP BY 1, 2, 3
"""


def check(bazaar: Bazaar, before: dict[int, str]) -> dict[int, str]:
    """Look at everything; returns where each order stands now."""
    _stock_is_conserved(bazaar)
    _money_is_conserved(bazaar)
    for what, query in TWICE.items():
        assert bazaar.asks(f"{query} HAVING count(*) > 1") == [], f"I3: {what}"
    _everybody_was_told_once(bazaar)
    failed = bazaar.asks("SELECT timer, subject_id FROM deadlines WHERE tries > 0")
    assert failed == [], f"I6: {failed}"
    now: dict[int, str] = dict(bazaar.asks("SELECT id, status FROM orders"))
    for order, was in before.items():
        assert now[order] == was or now[order] in _reachable(was), f"I7: {was} to {now[order]}"
    return now


def _stock_is_conserved(bazaar: Bazaar) -> None:
    """I1: what was counted is on the shelf or in an order that has not given it back."""
    held: dict[int, int] = dict(bazaar.asks(HELD))
    for variant, left in bazaar.asks("SELECT id, stock FROM variants"):
        assert left >= 0, f"I1: {left} of variant {variant}"
        of = (left, held.get(variant, 0), bazaar.counted[variant])
        assert of[0] + of[1] == of[2], f"I1: {of[0]} there and {of[1]} held of {of[2]}"


def _money_is_conserved(bazaar: Bazaar) -> None:
    """I2: each entry of the ledger sums to nothing, nobody gets back more than came, and who
    bought what was cancelled gets all of it."""
    uneven = bazaar.asks("SELECT key FROM ledger GROUP BY key HAVING sum(amount) <> 0")
    assert uneven == [], f"I2: {uneven}"
    for order, status, came, back in bazaar.asks(MONEY):
        assert back <= came, f"I2: {back} of {came} go back for order {order}"
        if status == OrderStatus.CANCELLED:
            assert back == came, f"I2: {back} of {came} go back for order {order}"


def _reachable(status: str) -> Counter[str]:
    """Where the table of moves, and taking steps back, lead to in the end."""
    found, ahead = Counter[str](), [OrderStatus(status)]
    while ahead:
        here = ahead.pop()
        undone = {UNDOES[here]} if here in UNDOES else set[OrderStatus]()
        for one in MOVES[here] | undone:
            if one not in found:
                found[one] += 1
                ahead.append(one)
    return found


def everything_is_told(bazaar: Bazaar) -> None:
    """I5: what was owed to anybody was carried to them, once, when there was time for it."""
    bazaar.tells()
    keys = bazaar.asks("SELECT key, state FROM outbox")
    assert {state for _, state in keys} <= {"SENT"}, f"I5: {Counter(state for _, state in keys)}"
    assert Counter(bazaar.told) == Counter(key for key, _ in keys), "I5: told and owed differ"


def _everybody_was_told_once(bazaar: Bazaar) -> None:
    """I4: a notice for each change, for each side, and no second one."""
    told = {(order, shop, event): many for order, shop, event, many in bazaar.asks(TOLD)}
    for to_shop, owed in ((0, OWED_TO_BUYERS), (1, OWED_TO_SHOPS)):
        for event, query in owed.items():
            due = dict(bazaar.asks(query))
            here = {at[0]: many for at, many in told.items() if at[1:] == (to_shop, event)}
            assert here == due, f"I4: {event} to {('buyers', 'shops')[to_shop]}: {here} of {due}"
