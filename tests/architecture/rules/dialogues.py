"""Rules that keep people from being trapped in a conversation."""

from collections.abc import Iterator
from enum import Enum

from telegram.ext import CommandHandler

from bot.dialogue import Conversation


def silent_steps(conversation: Conversation) -> Iterator[str]:
    """Every step of a conversation has somebody who listens."""
    kinds = {type(step) for step in conversation.states if isinstance(step, Enum)}
    for step in (step for kind in kinds for step in kind):
        if not conversation.states.get(step):
            yield f"nobody listens at {conversation.name}.{step}"


def no_way_out(conversation: Conversation) -> Iterator[str]:
    """Every conversation knows /cancel."""
    commands = (each for each in conversation.fallbacks if isinstance(each, CommandHandler))
    if not any("cancel" in command.commands for command in commands):
        yield f"{conversation.name} does not know /cancel"
