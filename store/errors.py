"""What the shop answers instead of doing it: a class, a code and facts, never a sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, ClassVar


@dataclass(kw_only=True, eq=False)
class ShopError(Exception):
    """Root of all errors that the shop raises on purpose."""

    # Not frozen: Python itself writes __traceback__ and __context__ on an exception.
    code: ClassVar[str] = "shop_error"

    @property
    def facts(self) -> Mapping[str, Any]:
        """What a screen may tell about this error."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}"


@dataclass(kw_only=True, eq=False)
class Rejected(ShopError):
    """An expected no; nothing was changed."""

    code: ClassVar[str] = "rejected"


@dataclass(kw_only=True, eq=False)
class Conflict(ShopError):
    """A race lost after all guards; doing the whole step again may succeed."""

    code: ClassVar[str] = "conflict"


@dataclass(kw_only=True, eq=False)
class Unavailable(ShopError):
    """Somebody outside cannot be reached now; seconds until it makes sense to ask again."""

    code: ClassVar[str] = "unavailable"
    retry_after: float | None = None


@dataclass(kw_only=True, eq=False)
class SealBroken(ShopError):
    """Sealed bytes do not open: another key, another place, or damage."""

    code: ClassVar[str] = "seal_broken"
    problem: str


@dataclass(kw_only=True, eq=False)
class NotFound(Rejected):
    """There is no such thing, or it is not this person's to see."""

    code: ClassVar[str] = "not_found"
    what: str


@dataclass(kw_only=True, eq=False)
class NotAllowed(Rejected):
    """This takes a member of the shop, an owner of it, or a second owner; `needs` says which."""

    code: ClassVar[str] = "not_allowed"
    shop_id: int
    needs: str = "member"


@dataclass(kw_only=True, eq=False)
class IllegalMove(Rejected):
    """An order in this status cannot go to that one."""

    code: ClassVar[str] = "illegal_move"
    status: str
    wanted: str


@dataclass(kw_only=True, eq=False)
class UndoTooLate(Rejected):
    """The step is too old to be taken back, or something later has happened."""

    code: ClassVar[str] = "undo_too_late"
    status: str
    since: datetime


@dataclass(kw_only=True, eq=False)
class CourierDiffers(Rejected):
    """The buyer chose and paid another service; the member has not said that this is meant."""

    code: ClassVar[str] = "courier_differs"
    courier: str
    service: str


@dataclass(kw_only=True, eq=False)
class AlreadyDecided(Rejected):
    """Somebody was first; who, what and when."""

    code: ClassVar[str] = "already_decided"
    status: str
    by: str
    at: datetime


@dataclass(kw_only=True, eq=False)
class CancelTooLate(Rejected):
    """The order cannot be cancelled any more; `why` names the state of the parcel."""

    code: ClassVar[str] = "cancel_too_late"
    status: str
    why: str


@dataclass(kw_only=True, eq=False)
class CancelNeedsSeller(Rejected):
    """The order can only be cancelled together with the seller."""

    code: ClassVar[str] = "cancel_needs_seller"
    status: str


@dataclass(kw_only=True, eq=False)
class ReasonRefused(Rejected):
    """This reason is not one of those for the state of the order."""

    code: ClassVar[str] = "reason_refused"
    reason: str
    status: str


@dataclass(kw_only=True, eq=False)
class WordsNeeded(Rejected):
    """This reason must be explained in words."""

    code: ClassVar[str] = "words_needed"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLeft:
    """A variant that can be bought instead."""

    variant_id: int
    name: str
    stock: int


@dataclass(kw_only=True, eq=False)
class OutOfStock(Rejected):
    """There is not enough left; what else of the same product there is."""

    code: ClassVar[str] = "out_of_stock"
    variant_id: int
    title: str
    variant_name: str
    asked: int
    left: int
    alternatives: tuple[VariantLeft, ...] = ()


@dataclass(kw_only=True, eq=False)
class QuantityRefused(Rejected):
    """Fewer than one or more than the limit were asked for."""

    code: ClassVar[str] = "quantity_refused"
    asked: int
    limit: int


@dataclass(kw_only=True, eq=False)
class CheckoutChanged(Rejected):
    """What the buyer saw is not true any more; `changed` names the lines."""

    code: ClassVar[str] = "checkout_changed"
    changed: tuple[str, ...]


@dataclass(kw_only=True, eq=False)
class CheckoutIncomplete(Rejected):
    """Something is still missing before the order can be placed."""

    code: ClassVar[str] = "checkout_incomplete"
    missing: tuple[str, ...]


@dataclass(kw_only=True, eq=False)
class FieldMissing(Rejected):
    """A field that must be filled is empty."""

    code: ClassVar[str] = "field_missing"
    field: str


@dataclass(kw_only=True, eq=False)
class FieldTooLong(Rejected):
    """A field is longer than its limit."""

    code: ClassVar[str] = "field_too_long"
    field: str
    limit: int


@dataclass(kw_only=True, eq=False)
class FieldUnreadable(Rejected):
    """A field holds characters that no text may hold."""

    code: ClassVar[str] = "field_unreadable"
    field: str


@dataclass(kw_only=True, eq=False)
class FieldVague(Rejected):
    """A field says too little, or something else: no name, no place, a street of one word."""

    code: ClassVar[str] = "field_vague"
    field: str


@dataclass(kw_only=True, eq=False)
class PhoneRefused(Rejected):
    """This is not a phone number that a courier can call."""

    code: ClassVar[str] = "phone_refused"


@dataclass(kw_only=True, eq=False)
class PostcodeRefused(Rejected):
    """A postcode has five digits and does not begin with zero."""

    code: ClassVar[str] = "postcode_refused"


@dataclass(kw_only=True, eq=False)
class ProvinceUnknown(Rejected):
    """No province has this name."""

    code: ClassVar[str] = "province_unknown"


@dataclass(kw_only=True, eq=False)
class TooManyAddresses(Rejected):
    """The person keeps as many addresses as are allowed."""

    code: ClassVar[str] = "too_many_addresses"
    limit: int


@dataclass(kw_only=True, eq=False)
class LinkUnknown(Rejected):
    """No link has this token."""

    code: ClassVar[str] = "link_unknown"


@dataclass(kw_only=True, eq=False)
class LinkUsed(Rejected):
    """The link was used before; links work once."""

    code: ClassVar[str] = "link_used"


@dataclass(kw_only=True, eq=False)
class AlreadyWorksThere(Rejected):
    """Whoever opened the link has the place in the shop that it gives; the link stays unused."""

    code: ClassVar[str] = "already_works_there"
    shop_id: int
    shop_name: str
    role: str


@dataclass(kw_only=True, eq=False)
class LinkExpired(Rejected):
    """The link is older than its minutes."""

    code: ClassVar[str] = "link_expired"
    expired_at: datetime


def rejections(within: type[Rejected] = Rejected) -> Iterator[type[Rejected]]:
    """Every kind of refusal there is, so that a test can ask for words for each."""
    return (each for kind in within.__subclasses__() for each in (kind, *rejections(kind)))
