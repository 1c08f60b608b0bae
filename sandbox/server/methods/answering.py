"""Answering a press."""

from sandbox.server.changes import ChangeKind
from sandbox.server.errors import bad_request
from sandbox.server.limits import ANSWER_UNITS
from sandbox.server.methods.base import Call
from sandbox.server.presses import PressAnswer
from sandbox.server.wire import Boolean, Integer, WireModel, utf16_length


class AnswerCallbackQuery(WireModel):
    """Parameters of answerCallbackQuery."""

    callback_query_id: str
    text: str = ""
    show_alert: Boolean = False
    url: str = ""
    cache_time: Integer = 0


async def answer_callback_query(call: Call, given: AnswerCallbackQuery) -> bool:
    """Stop the waiting of the person who pressed; shows a toast or an alert once."""
    if utf16_length(given.text) > ANSWER_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    if given.url and not given.url.startswith(_own_links(call)):
        raise bad_request("URL_INVALID")
    answer = PressAnswer(text=given.text, alert=given.show_alert, url=given.url)
    press = call.sandbox.presses.answer(call.bot.id, given.callback_query_id, answer)
    chat = call.sandbox.chats[call.bot.id, press.chat_id]
    call.sandbox.tell(ChangeKind.ANSWERED, chat, press.message_id)
    return True


def _own_links(call: Call) -> tuple[str, ...]:
    """Only links that open the bot itself may answer a press."""
    name = call.bot.user.username
    return (f"https://t.me/{name}?start=", f"t.me/{name}?start=", f"tg://resolve?domain={name}")
