"""Who somebody is and how the shop speaks with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.db.models.people import PersonRow
from store.db.repos.people import Known
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import NoticeKind
from store.domain.language import Language, language_of
from store.domain.text import tame
from store.domain.zones import Zone
from store.errors import NotFound
from store.views.people import Profile

_NAME_LIMIT: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleService:
    """Arrivals and personal settings."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def arrive(self, person_id: int, *, name: str, language_code: str | None) -> Actor:
        """The person behind an update, known from now on; the first language stays."""
        async with self.begin() as tx:
            known = await tx.people.known(person_id)
            if known is None:
                newcomer = self._newcomer(person_id, name, language_code)
                tx.people.add(newcomer)
                await tx.session.flush()
                known = Known(person=newcomer, memberships={}, is_operator=False)
            elif known.person.name != _tame(name):
                known.person.name = _tame(name)
            if known.person.unreachable_since is not None:
                known.person.unreachable_since = None
            return _actor(known)

    def _newcomer(self, person_id: int, name: str, language_code: str | None) -> PersonRow:
        return PersonRow(
            id=person_id,
            name=_tame(name),
            language=language_of(language_code),
            language_chosen=False,
            quiet_nights=True,
            erasures=0,
            created_at=self.now(),
        )

    async def actor(self, person_id: int) -> Actor:
        """Somebody known, with the rights of this moment."""
        async with self.begin() as tx:
            known = await tx.people.known(person_id)
            if known is None:
                raise NotFound(what="person")
            return _actor(known)

    async def meet(self, person_id: int, *, name: str, language_code: str | None) -> Actor:
        """The person as they are known; a stranger passes by and is not written down."""
        async with self.begin() as tx:
            known = await tx.people.known(person_id)
            if known is not None:
                return _actor(known)
            language = language_of(language_code)
            return Actor(id=person_id, name=_tame(name), language=language, zone=Zone.WIB)

    async def choose_language(self, actor: Actor, language: Language) -> Profile:
        """Speak this language with the person from now on."""
        async with self.begin() as tx:
            person = await tx.people.get(actor.id)
            person.language = language
            person.language_chosen = True
            return await profile_of(tx, person)

    async def choose_zone(self, actor: Actor, zone: Zone | None) -> Profile:
        """Show times in this zone from now on; None goes by the last address again."""
        async with self.begin() as tx:
            person = await tx.people.get(actor.id)
            person.zone = zone
            return await profile_of(tx, person)

    async def choose_quiet_nights(self, actor: Actor, quiet: bool) -> Profile:
        """Tell silently at night from now on, or not."""
        async with self.begin() as tx:
            person = await tx.people.get(actor.id)
            person.quiet_nights = quiet
            return await profile_of(tx, person)

    async def choose_notices(self, actor: Actor, kind: NoticeKind, *, told: bool) -> Profile:
        """Tell notices of this kind, or only keep them in the inbox."""
        async with self.begin() as tx:
            person = await tx.people.get(actor.id)
            if told:
                await tx.people.tell_kinds(actor.id, kind)
            else:
                await tx.people.keep_kind(actor.id, kind)
            return await profile_of(tx, person)

    async def profile(self, person_id: int) -> Profile:
        """How to speak with a person."""
        async with self.begin() as tx:
            return await profile_of(tx, await tx.people.get(person_id))

    async def lost(self, person_id: int) -> None:
        """The person cannot be told anything until they write again; safe to repeat."""
        async with self.begin() as tx:
            person = await tx.people.get(person_id)
            if person.unreachable_since is None:
                person.unreachable_since = self.now()


def _actor(known: Known) -> Actor:
    person = known.person
    return Actor(
        id=person.id,
        name=person.name,
        language=person.language,
        zone=person.known_zone,
        memberships=known.memberships,
        is_operator=known.is_operator,
    )


async def profile_of(tx: Transaction, person: PersonRow) -> Profile:
    """How to speak with the person behind this row."""
    return Profile(
        id=person.id,
        name=person.name,
        language=person.language,
        language_chosen=person.language_chosen,
        zone=person.known_zone,
        zone_chosen=person.zone is not None,
        quiet_nights=person.quiet_nights,
        kept_kinds=await tx.people.kept_kinds(person.id),
        reachable=person.unreachable_since is None,
        erasures=person.erasures,
    )


def _tame(name: str) -> str:
    """A strange name is cut, for nobody is turned away for it."""
    return tame(name)[:_NAME_LIMIT] or "?"
