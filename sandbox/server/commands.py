"""The commands of a bot's menu, by scope and language."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sandbox.server.wire import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class BotCommand:
    """A command and what its menu line says."""

    command: str
    description: str

    def as_command(self) -> Json:
        """The BotCommand object."""
        return {"command": self.command, "description": self.description}


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandScope:
    """For whom a list of commands is meant."""

    kind: str = "default"
    chat_id: int = 0
    user_id: int = 0


@dataclass(slots=True)
class CommandBook:
    """Every list of commands a bot has set."""

    _lists: dict[tuple[CommandScope, str], tuple[BotCommand, ...]] = field(default_factory=dict)

    def put(self, scope: CommandScope, language: str, commands: Sequence[BotCommand]) -> None:
        """Replace the list of that scope and language; an empty list takes it away."""
        self._lists.pop((scope, language), None)
        if commands:
            self._lists[scope, language] = tuple(commands)

    def at(self, scope: CommandScope, language: str) -> tuple[BotCommand, ...]:
        """The list of exactly that scope and language."""
        return self._lists.get((scope, language), ())

    def shown_to(self, person_id: int, language: str) -> tuple[BotCommand, ...]:
        """The list that a person sees in the private chat: the narrowest one that is set."""
        chat = CommandScope(kind="chat", chat_id=person_id)
        return self._first((chat, CommandScope(kind="all_private_chats")), language)

    def shown_in_group(
        self, group_id: int, person_id: int, language: str, *, leads: bool
    ) -> tuple[BotCommand, ...]:
        """The list that a member sees in a group; administrators have two more of their own."""
        member = CommandScope(kind="chat_member", chat_id=group_id, user_id=person_id)
        scopes = [member]
        if leads:
            scopes.append(CommandScope(kind="chat_administrators", chat_id=group_id))
        scopes.append(CommandScope(kind="chat", chat_id=group_id))
        if leads:
            scopes.append(CommandScope(kind="all_chat_administrators"))
        scopes.append(CommandScope(kind="all_group_chats"))
        return self._first(scopes, language)

    def _first(self, scopes: Sequence[CommandScope], language: str) -> tuple[BotCommand, ...]:
        """The first list that is set, in the language before the one for all languages."""
        for scope in (*scopes, CommandScope()):
            for spoken in (language, ""):
                commands = self.at(scope, spoken)
                if commands:
                    return commands
        return ()
