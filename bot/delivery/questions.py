"""Takes the buttons off a question in somebody's chat once it is over."""

from functools import partial
from typing import Final

from bot.i18n.translator import Translator
from bot.memory import shown
from bot.memory.session import Begin
from bot.outgoing.painter import Painter
from bot.outgoing.sender import Interrupted, Outgoing, Unreachable
from bot.screens import notices
from store.errors import Unavailable
from store.events.base import Event
from store.events.orders import OrderCancelled, OrderEvent
from store.events.shipping import CodAsked, CodConfirmed, OrderArranged
from store.shop import Shop

# The question itself too: it may be over before it is carried.
_MAY_END: Final = (CodAsked, CodConfirmed, OrderArranged, OrderCancelled)


async def close_question(
    event: Event, *, shop: Shop, painter: Painter, outgoing: Outgoing, begin: Begin
) -> None:
    """Leave only the way to the order under a question that this event has ended.

    Raises Unavailable to be tried again; the same buttons twice are no change.
    """
    if not isinstance(event, OrderEvent) or not isinstance(event, _MAY_END):
        return
    parcel_id = await shop.receiving.closed_question(event.order_id)
    if parcel_id is None:
        return
    async with begin() as tx:
        told = await shown.told_in(tx.session, parcel_id)
    for chat_id, message_id in told:
        t = Translator((await shop.people.profile(chat_id)).language)
        errand = partial(painter.leave_keys, chat_id, message_id, notices.over(t, event))
        try:
            await outgoing.submit(chat_id, errand)
        except Unreachable:
            continue
        except Interrupted as error:
            raise Unavailable(retry_after=error.seconds) from error
