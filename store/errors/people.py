"""Refusals that have to do with who asks, and with the links that let people in."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from store.errors.base import Rejected


@dataclass(kw_only=True, eq=False)
class NotFound(Rejected):
    """There is no such thing, or it is not this person's to see."""

    code: ClassVar[str] = "not_found"
    what: str


@dataclass(kw_only=True, eq=False)
class NotAllowed(Rejected):
    """This takes a member of the shop, its owner, a second one, or an operator: `needs` says."""

    code: ClassVar[str] = "not_allowed"
    shop_id: int
    needs: str = "member"


@dataclass(kw_only=True, eq=False)
class LinkUnknown(Rejected):
    """No link has this token."""

    code: ClassVar[str] = "link_unknown"


@dataclass(kw_only=True, eq=False)
class LinkUsed(Rejected):
    """The link was used before; links work once."""

    code: ClassVar[str] = "link_used"


@dataclass(kw_only=True, eq=False)
class LinkExpired(Rejected):
    """The link is older than its minutes."""

    code: ClassVar[str] = "link_expired"
    expired_at: datetime


@dataclass(kw_only=True, eq=False)
class AlreadyWorksThere(Rejected):
    """Whoever opened the link has the place in the shop that it gives; the link stays unused."""

    code: ClassVar[str] = "already_works_there"
    shop_id: int
    shop_name: str
    role: str
