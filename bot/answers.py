"""What all cards share that a shop answers by button, in its group or in private."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.context import Ctx
from bot.i18n.translator import Translator
from bot.screens import groups
from bot.screens.base import Screen
from bot.screens.requests import Where
from store.domain.actor import Actor
from store.domain.zones import Zone
from store.errors import AlreadyDecided, NotAllowed, ReasonRefused


class OfAShop(Protocol):
    """A card that belongs to a shop."""

    @property
    def shop_id(self) -> int:
        """The shop that answers."""

    @property
    def shop_name(self) -> str:
        """How it is called."""


AnyCard = TypeVar("AnyCard", bound=OfAShop)
AnyCard_co = TypeVar("AnyCard_co", bound=OfAShop, covariant=True)
AnyReason = TypeVar("AnyReason")


class Answered(Protocol[AnyCard_co]):
    """Where such cards are looked up."""

    async def card(self, number: int, /) -> AnyCard_co:
        """The card for whoever."""

    async def look(self, actor: Actor, number: int, /) -> AnyCard_co:
        """The card for a member; raises NotAllowed."""

    async def weigh(self, actor: Actor, number: int, /) -> AnyCard_co:
        """The same while it waits for an answer; raises AlreadyDecided too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers(Generic[AnyCard]):
    """Cards of one kind: how each is drawn, and what strangers and latecomers get instead."""

    name: str
    service: Callable[[Ctx], Answered[AnyCard]]
    draw: Callable[[Translator, AnyCard, Where], Screen]
    why_not: Callable[[Translator, AnyCard, Where], Screen]
    too_late: Callable[[Translator, AlreadyDecided, Zone], str]

    async def weigh(self, ctx: Ctx, number: int) -> None:
        """Put the reasons for a no in the place of the card."""
        step = self.service(ctx).weigh(ctx.actor, number)
        await self._put(ctx, number, step, self.why_not)

    async def back(self, ctx: Ctx, number: int) -> None:
        """Put the card back in its place."""
        await self.answer(ctx, number, self.service(ctx).look(ctx.actor, number))

    async def answer(self, ctx: Ctx, number: int, step: Awaitable[AnyCard]) -> None:
        """Take the step and show the card it leaves."""
        await self._put(ctx, number, step, self.draw)

    async def _put(
        self,
        ctx: Ctx,
        number: int,
        step: Awaitable[AnyCard],
        draw: Callable[[Translator, AnyCard, Where], Screen],
    ) -> None:
        try:
            card = await step
        except NotAllowed:
            card = await self.service(ctx).card(number)
            ctx.alert(groups.members_only(ctx.t, card.shop_name))
            return
        except AlreadyDecided as late:
            ctx.alert(self.too_late(ctx.t, late, ctx.actor.zone))
            card, draw = await self.service(ctx).look(ctx.actor, number), self.draw
        t, where = await _as_read_here(ctx, card.shop_id)
        ctx.redraw(draw(t, card, where), card=f"{self.name}:{number}")


def chosen(reasons: Sequence[AnyReason], at: int) -> AnyReason:
    """The reason on the button with this number; raises ReasonRefused for a forged one."""
    if not 0 <= at < len(reasons):
        raise ReasonRefused(reason=str(at), status="")
    return reasons[at]


async def _as_read_here(ctx: Ctx, shop_id: int) -> tuple[Translator, Where]:
    """A group reads in its shop's language and zone, a person in their own."""
    if ctx.in_private:
        return ctx.t, Where(zone=ctx.actor.zone)
    shop = await ctx.shop.catalogue.shop(shop_id)
    return Translator(shop.language), Where(zone=shop.zone, group_of=ctx.bot_name)
