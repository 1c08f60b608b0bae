"""What the server answers when it refuses, in Telegram's own words."""


class ApiError(Exception):
    """A call was refused: the code and the description that the bot is told."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class ActRefused(Exception):
    """A person tried what no Telegram app would let them do."""


def bad_request(reason: str) -> ApiError:
    """The request is wrong: 400."""
    return ApiError(400, f"Bad Request: {reason}")


def migrated(to_chat_id: int) -> ApiError:
    """The group goes on under another id, which is told: 400."""
    reason = "group chat was upgraded to a supergroup chat"
    return ApiError(400, f"Bad Request: {reason}", migrate_to_chat_id=to_chat_id)


def forbidden(reason: str) -> ApiError:
    """The bot may not: 403."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """Two ways of taking updates meet: 409."""
    return ApiError(409, f"Conflict: {reason}")
