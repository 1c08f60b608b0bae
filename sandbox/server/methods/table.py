"""Every method the sandbox serves, by its name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from sandbox.server.methods import (
    answering,
    chats,
    commands,
    deleting,
    editing,
    files,
    payments,
    profile,
    sending,
    updates,
)
from sandbox.server.methods.base import Method, NoParameters

_ALL: Final[tuple[Method[Any], ...]] = (
    Method(name="getMe", model=NoParameters, run=profile.get_me),
    Method(name="setMyName", model=profile.SetMyName, run=profile.set_my_name),
    Method(name="getMyName", model=profile.InLanguage, run=profile.get_my_name),
    Method(
        name="setMyDescription", model=profile.SetMyDescription, run=profile.set_my_description
    ),
    Method(name="getMyDescription", model=profile.InLanguage, run=profile.get_my_description),
    Method(
        name="setMyShortDescription",
        model=profile.SetMyShortDescription,
        run=profile.set_my_short_description,
    ),
    Method(
        name="getMyShortDescription",
        model=profile.InLanguage,
        run=profile.get_my_short_description,
    ),
    Method(name="getUpdates", model=updates.GetUpdates, run=updates.get_updates),
    Method(name="deleteWebhook", model=updates.DeleteWebhook, run=updates.delete_webhook),
    Method(name="getWebhookInfo", model=NoParameters, run=updates.get_webhook_info),
    Method(name="sendMessage", model=sending.SendMessage, run=sending.send_message),
    Method(name="sendPhoto", model=sending.SendPhoto, run=sending.send_photo),
    Method(name="sendMediaGroup", model=sending.SendMediaGroup, run=sending.send_media_group),
    Method(name="sendInvoice", model=payments.SendInvoice, run=payments.send_invoice),
    Method(
        name="answerPreCheckoutQuery",
        model=payments.AnswerPreCheckoutQuery,
        run=payments.answer_pre_checkout_query,
    ),
    Method(name="sendChatAction", model=sending.SendChatAction, run=sending.send_chat_action),
    Method(name="editMessageText", model=editing.EditMessageText, run=editing.edit_message_text),
    Method(
        name="editMessageCaption",
        model=editing.EditMessageCaption,
        run=editing.edit_message_caption,
    ),
    Method(
        name="editMessageMedia", model=editing.EditMessageMedia, run=editing.edit_message_media
    ),
    Method(
        name="editMessageReplyMarkup", model=editing.Editing, run=editing.edit_message_reply_markup
    ),
    Method(name="deleteMessage", model=deleting.DeleteMessage, run=deleting.delete_message),
    Method(name="deleteMessages", model=deleting.DeleteMessages, run=deleting.delete_messages),
    Method(
        name="answerCallbackQuery",
        model=answering.AnswerCallbackQuery,
        run=answering.answer_callback_query,
    ),
    Method(name="setMyCommands", model=commands.SetMyCommands, run=commands.set_my_commands),
    Method(name="getMyCommands", model=commands.ForWhom, run=commands.get_my_commands),
    Method(name="deleteMyCommands", model=commands.ForWhom, run=commands.delete_my_commands),
    Method(name="getFile", model=files.GetFile, run=files.get_file),
    Method(name="getChat", model=chats.OneChat, run=chats.get_chat),
    Method(name="getChatMember", model=chats.GetChatMember, run=chats.get_chat_member),
    Method(
        name="getChatAdministrators",
        model=chats.GetChatAdministrators,
        run=chats.get_chat_administrators,
    ),
    Method(name="getChatMemberCount", model=chats.OneChat, run=chats.get_chat_member_count),
    Method(name="leaveChat", model=chats.OneChat, run=chats.leave_chat),
)

METHODS: Final[Mapping[str, Method[Any]]] = MappingProxyType(
    {method.name.lower(): method for method in _ALL}
)
