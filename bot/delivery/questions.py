"""Takes the buttons off a question in somebody's chat once it is over."""

from functools import partial
from typing import Final

from bot.i18n.translator import Translator
from bot.memory import shown
from bot.memory.session import Begin
from bot.outgoing.painter import Painter
from bot.outgoing.sender import Interrupted, Outgoing, Unreachable
from bot.screens import notices
from store.domain.inbox import RecipientKind
from store.errors import Unavailable
from store.events.orders import OrderCancelled
from store.events.requests import RequestDecided
from store.events.shipping import CodConfirmed, OrderArranged
from store.ports.notifier import Outcome, Parcel
from store.shop import Shop

_END_IT: Final = (CodConfirmed, OrderArranged, OrderCancelled, RequestDecided)


async def close_question(
    parcel: Parcel, *, shop: Shop, painter: Painter, outgoing: Outgoing, begin: Begin
) -> Outcome:
    """Leave only the way to the order under a question that the buyer's own parcel has ended.

    Whoever else is told of it never waits for the buyer's chat. Raises Unavailable to be tried
    again; the same buttons twice are no change.
    """
    event, to_buyer = parcel.event, parcel.recipient.kind is RecipientKind.PERSON
    if not to_buyer or not isinstance(event, _END_IT):
        return Outcome.SENT
    parcel_id = await shop.receiving.closed_question(event.order_id)
    if parcel_id is None:
        return Outcome.SENT
    async with begin() as tx:
        told = await shown.told_in(tx.session, parcel_id)
    for chat_id, message_id in told:
        t = Translator((await shop.people.profile(chat_id)).language)
        errand = partial(painter.leave_keys, chat_id, message_id, notices.over(t, event))
        try:
            await outgoing.submit(chat_id, errand)
        except Unreachable:
            return Outcome.UNREACHABLE
        except Interrupted as error:
            raise Unavailable(retry_after=error.seconds) from error
    return Outcome.SENT
