"""What a phone shows, as JSON for the page: chats, buttons, presses that wait."""

from typing import Any

from sandbox.server.bots import Bot
from sandbox.server.chats import Chat
from sandbox.server.journal import CallRecord
from sandbox.server.keyboards import ForceReply, ReplyKeyboardMarkup
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.presses import PressAnswer
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json


def everybody(sandbox: Sandbox) -> Json:
    """All bots and people."""
    return {
        "bots": [_bot(bot) for bot in sandbox.bots.values()],
        "people": [person(somebody) for somebody in sandbox.people.values()],
    }


def person(somebody: User) -> Json:
    """One person."""
    return {**somebody.as_user(), "name": somebody.name}


def chat_on_phone(sandbox: Sandbox, chat: Chat) -> Json:
    """One chat as the person sees it."""
    bot = sandbox.bots[chat.bot_id]
    waiting = sandbox.presses.waiting(chat.bot_id, chat.id)
    language = chat.person.language_code
    commands = bot.commands.shown_to(chat.person.id, language)
    return {
        "bot": _bot(bot, language),
        "person": person(chat.person),
        "started": chat.started,
        "blocked": chat.blocked,
        "action": chat.action,
        "commands": [command.as_command() for command in commands],
        "messages": [_message(chat.messages[number]) for number in sorted(chat.messages)],
        "waiting": [
            {"id": press.id, "message_id": press.message_id, "data": press.button_data}
            for press in waiting
        ],
        "answers": [
            _answer(press.id, press.answer)
            for press in sandbox.presses.answered(chat.bot_id, chat.id)
            if press.answer is not None
        ],
        "reply_keyboard": _reply_keyboard(chat),
    }


def call_in_journal(record: CallRecord) -> Json:
    """One call of a bot."""
    return {
        "number": record.number,
        "at": record.at.isoformat(),
        "bot": record.bot,
        "method": record.method,
        "parameters": record.parameters,
        "files": list(record.files),
        "code": record.code,
        "description": record.description,
    }


def _bot(bot: Bot, language: str = "") -> Json:
    from_profile = {str(kind): bot.says(kind, language) for kind, _ in bot.profile}
    name = from_profile.pop("name", "") or bot.user.first_name
    return {"id": bot.id, "username": bot.user.username, **from_profile, "name": name}


def _answer(press_id: str, answer: PressAnswer) -> Json:
    return {"id": press_id, "text": answer.text, "alert": answer.alert, "url": answer.url}


def _message(message: Message) -> Json:
    shown = message.as_message()
    if message.photo is not None:
        shown["picture"] = f"/sandbox/pictures/{message.photo.largest.unique_id}"
    return {**shown, "from_bot": message.from_bot}


def _reply_keyboard(chat: Chat) -> list[list[Any]]:
    """The buttons in place of the keyboard: those of the last message that set or took them."""
    for message in chat.newest_first:
        if message.prompt is None or isinstance(message.prompt, ForceReply):
            continue
        if not isinstance(message.prompt, ReplyKeyboardMarkup):
            return []
        rows = message.prompt.keyboard
        return [[button.model_dump(exclude_none=True) for button in row] for row in rows]
    return []
