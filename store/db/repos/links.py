"""One-time links, of which only hashes are kept."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.shops import LinkRow
from store.domain.actor import Role
from store.domain.links import LINK_LIFE, LinkPurpose
from store.errors import LinkExpired, LinkUnknown, LinkUsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The table of links."""

    session: AsyncSession

    def add(
        self,
        token: str,
        *,
        purpose: LinkPurpose,
        at: datetime,
        shop_id: int | None = None,
        role: Role | None = None,
    ) -> None:
        """Keep a fresh link."""
        self.session.add(
            LinkRow(
                token_hash=_hash(token),
                purpose=purpose,
                shop_id=shop_id,
                role=role,
                created_at=at,
                expires_at=at + LINK_LIFE,
            )
        )

    async def use(
        self, token: str, *, purpose: LinkPurpose, person_id: int, at: datetime
    ) -> LinkRow:
        """The link, used up by this; of two at once only one gets it."""
        link = await self.session.get(LinkRow, _hash(token))
        if link is None or link.purpose is not purpose:
            raise LinkUnknown
        if link.expires_at <= at:
            raise LinkExpired(expired_at=link.expires_at)
        taken = await self.session.scalar(
            update(LinkRow)
            .where(LinkRow.token_hash == link.token_hash, LinkRow.used_at.is_(None))
            .values(used_at=at, used_by=person_id)
            .returning(LinkRow.token_hash)
        )
        if taken is None:
            raise LinkUsed
        return link


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
