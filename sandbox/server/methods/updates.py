"""How the bot takes its updates: getUpdates, and what is left of webhooks."""

from typing import Annotated

from pydantic import AfterValidator

from sandbox.server.errors import conflict
from sandbox.server.limits import POLL_LIMIT, POLL_SECONDS
from sandbox.server.methods.base import Call, NoParameters
from sandbox.server.updates import KINDS
from sandbox.server.wire import Boolean, Integer, Json, Nested, WireModel, refused


def _known(kinds: list[str]) -> list[str]:
    unknown = sorted(set(kinds).difference(KINDS))
    if unknown:
        raise refused(f'allowed_updates names the unknown kind "{unknown[0]}"')
    return kinds


class GetUpdates(WireModel):
    """Parameters of getUpdates."""

    offset: Integer = 0
    limit: Integer = POLL_LIMIT
    timeout: Integer = 0
    allowed_updates: Nested[Annotated[list[str], AfterValidator(_known)]] | None = None


class DeleteWebhook(WireModel):
    """Parameters of deleteWebhook."""

    drop_pending_updates: Boolean = False


async def get_updates(call: Call, given: GetUpdates) -> list[Json]:
    """What waits for the bot; out-of-range numbers are brought into range as Telegram does."""
    if call.bot.webhook_url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    if given.allowed_updates is not None:
        call.bot.updates.allow(given.allowed_updates)
    return await call.bot.updates.poll(
        offset=given.offset,
        limit=min(max(given.limit, 1), POLL_LIMIT),
        seconds=min(max(given.timeout, 0), POLL_SECONDS),
        twice=call.sandbox.weather.now.twice,
    )


async def delete_webhook(call: Call, given: DeleteWebhook) -> bool:
    """Go back to polling."""
    call.bot.webhook_url = ""
    if given.drop_pending_updates:
        call.bot.updates.drop()
    return True


async def get_webhook_info(call: Call, _: NoParameters) -> Json:
    """Where updates go and how many wait."""
    described: Json = {
        "url": call.bot.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.updates.pending),
    }
    if call.bot.updates.allowed:
        described["allowed_updates"] = call.bot.updates.allowed
    return described
