"""What a phone shows, as JSON for the page: chats, buttons, presses that wait."""

from typing import Any, Final

from sandbox.server import prompts
from sandbox.server.bots import Bot
from sandbox.server.chats import Chat
from sandbox.server.commands import BotCommand
from sandbox.server.groups import Group
from sandbox.server.journal import CallRecord
from sandbox.server.keyboards import KeyboardButton, ReplyKeyboardMarkup
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.presses import PressAnswer
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json

# So many of a chat's messages are looked at for what is unread.
_LISTED: Final = 100


def everybody(sandbox: Sandbox) -> Json:
    """All bots, people and groups that are still used."""
    groups = [one for one in sandbox.groups if not one.migrated_to]
    return {
        "bots": [_bot(bot) for bot in sandbox.bots.values()],
        "people": [person(somebody) for somebody in sandbox.people.values()],
        "groups": [group(one) for one in groups],
    }


def group(of: Group) -> Json:
    """One group and who is in it."""
    members = [member.user.id for member in of.inside()]
    return {**of.as_chat(), "bot": of.bot_id, "members": members}


def person(somebody: User) -> Json:
    """One person."""
    return {**somebody.as_user(), "name": somebody.name}


def chat_on_phone(sandbox: Sandbox, chat: Chat, somebody: User) -> Json:
    """One chat as the person sees it."""
    bot = sandbox.bots[chat.bot_id]
    waiting = sandbox.presses.waiting(chat.bot_id, chat.id, somebody.id)
    commands = _commands(bot, chat, somebody)
    return {
        "bot": _bot(bot, somebody.language_code),
        "person": person(somebody),
        "group": group(chat) if isinstance(chat, Group) else None,
        "started": chat.started or isinstance(chat, Group),
        "blocked": chat.blocked,
        "action": chat.action,
        "commands": [command.as_command() for command in commands],
        "messages": [
            _message(chat.messages[number], somebody) for number in sorted(chat.messages)
        ],
        "waiting": [
            {"id": press.id, "message_id": press.message_id, "data": press.button_data}
            for press in waiting
        ],
        "answers": [
            _answer(press.id, press.answer)
            for press in sandbox.presses.answered(chat.bot_id, chat.id, somebody.id)
            if press.answer is not None
        ],
        "checkouts": [
            {"id": one.id, "error": one.error, "paid": one.paid}
            for one in sandbox.checkouts.of(chat, somebody.id)
        ],
        "reply_keyboard": _reply_keyboard(chat, somebody),
        "asked": _asked(chat, somebody),
    }


def chats_on_phone(sandbox: Sandbox, bot: Bot, somebody: User) -> list[Json]:
    """The person's chats with the bot: the private one, then the groups, each with its end."""
    private = sandbox.chat_between(bot, somebody)
    mine = [one for one in sandbox.groups if one.bot_id == bot.id and one.holds(somebody.id)]
    return [
        _chat_in_list(one, somebody, title=one.title if isinstance(one, Group) else "")
        for one in (private, *(one for one in mine if not one.migrated_to))
    ]


def _chat_in_list(chat: Chat, somebody: User, *, title: str) -> Json:
    newest = chat.newest_first
    last = newest[0] if newest else None
    return {
        "group": chat.id if title else 0,
        "title": title,
        "last": (last.text or f"({last.kind})") if last else "",
        "date": last.date if last else 0,
        "incoming": [one.id for one in newest[:_LISTED] if one.sender.id != somebody.id],
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


def _commands(bot: Bot, chat: Chat, somebody: User) -> tuple[BotCommand, ...]:
    language = somebody.language_code
    if not isinstance(chat, Group):
        return bot.commands.shown_to(somebody.id, language)
    leads = chat.member(somebody).leads
    return bot.commands.shown_in_group(chat.id, somebody.id, language, leads=leads)


def _message(message: Message, somebody: User) -> Json:
    shown = message.as_message()
    if message.photo is not None:
        shown["picture"] = f"/sandbox/pictures/{message.photo.largest.unique_id}"
    mine = message.sender.id == somebody.id
    sender = message.sender.name
    return {**shown, "from_bot": message.from_bot, "mine": mine, "sender": sender}


def _reply_keyboard(chat: Chat, somebody: User) -> list[list[Any]]:
    """The buttons in place of the keyboard."""
    message = prompts.keyboard_message(chat, somebody)
    if message is None or not isinstance(message.prompt, ReplyKeyboardMarkup):
        return []
    rows = message.prompt.keyboard
    return [[_reply_key(button) for button in row] for row in rows]


def _asked(chat: Chat, somebody: User) -> Json | None:
    """The message to which the app writes a reply by itself."""
    message = prompts.asked_message(chat, somebody)
    if message is None:
        return None
    placeholder = getattr(message.prompt, "input_field_placeholder", None)
    return {"message_id": message.id, "text": message.text, "placeholder": placeholder or ""}


def _reply_key(button: KeyboardButton) -> Json:
    return button.model_dump(exclude_none=True, exclude_defaults=True)
