"""Ways in which a shop's people get their group in stories."""

from sandbox.room import Room
from sandbox.world import Person
from store.domain.actor import Role
from tests.support import shelf
from tests.support.stage import Stage

PERSONAL = ("Ratna", "Melati", "0812", "+62812")


async def asks_for_link(stage: Stage, owner: Person, *, again: bool = False) -> str:
    """From the desk to a fresh link into a group; what stood there before is gone by then."""
    await owner.writes("/sell")
    await stage.settles()
    await owner.taps("Grup toko")
    await stage.settles()
    if again:
        await owner.taps("Ganti grup")
    return (await owner.taps("Pilih grup")).url


async def connected(
    stage: Stage,
    owner: Person,
    *others: Person,
    is_super: bool = False,
    welcome: str = "Mulai sekarang grup ini",
) -> Room:
    """A group of these people that is the shop's own."""
    room = stage.world.group("Dapur Langkah", owner, *others, is_super=is_super)
    await owner.follows(await asks_for_link(stage, owner), into=room)
    await owner.sees(welcome, in_=room)
    await stage.settles()
    return room


async def staff(stage: Stage, name: str) -> Person:
    """Somebody who works in the shop and does not own it."""
    token = await stage.shop.sellers.open_link(shelf.SLUG, role=Role.STAFF)
    person = stage.person(name)
    await person.starts(f"shop_{token}")
    await stage.settles()
    return person
