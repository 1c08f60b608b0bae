"""What the shop answers instead of doing it: a class, a code and facts, never a sentence."""

from store.errors.base import Conflict, Rejected, SealBroken, ShopError, Unavailable, rejections
from store.errors.buying import (
    CheckoutChanged,
    CheckoutIncomplete,
    OutOfStock,
    QuantityRefused,
    VariantLeft,
)
from store.errors.fields import (
    FieldMissing,
    FieldTooLong,
    FieldUnreadable,
    FieldVague,
    PhoneRefused,
    PostcodeRefused,
    ProvinceUnknown,
    TooManyAddresses,
)
from store.errors.money import AmountRefused, ClaimRefused, NoFreeCode, QrisRefused
from store.errors.orders import (
    AlreadyDecided,
    CancelTooLate,
    CourierDiffers,
    IllegalMove,
    ReasonRefused,
    UndoTooLate,
    WordsNeeded,
)
from store.errors.people import (
    AlreadyWorksThere,
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    NotAllowed,
    NotFound,
)

__all__ = [
    "AlreadyDecided",
    "AlreadyWorksThere",
    "AmountRefused",
    "CancelTooLate",
    "CheckoutChanged",
    "CheckoutIncomplete",
    "ClaimRefused",
    "Conflict",
    "CourierDiffers",
    "FieldMissing",
    "FieldTooLong",
    "FieldUnreadable",
    "FieldVague",
    "IllegalMove",
    "LinkExpired",
    "LinkUnknown",
    "LinkUsed",
    "NoFreeCode",
    "NotAllowed",
    "NotFound",
    "OutOfStock",
    "PhoneRefused",
    "PostcodeRefused",
    "ProvinceUnknown",
    "QrisRefused",
    "QuantityRefused",
    "ReasonRefused",
    "Rejected",
    "SealBroken",
    "ShopError",
    "TooManyAddresses",
    "Unavailable",
    "UndoTooLate",
    "VariantLeft",
    "WordsNeeded",
    "rejections",
]
