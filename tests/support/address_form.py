"""Ways through the address form, and what somebody keeps afterwards."""

from sandbox.world import Person
from store.domain.address import Address
from tests.support.journeys import who_gives_an_address
from tests.support.stage import Stage

FIELDS = ("Ratna Dewi", "0812 3456 7890", "Jl. Melati 5", "Coblong", "Kota Bandung", "Jabar")


async def in_the_form(stage: Stage) -> Person:
    """Somebody who buys a shirt and is asked for the name of the receiver."""
    ratna = await who_gives_an_address(stage)
    await ratna.sees("1 dari 7")
    return ratna


async def types(person: Person, *texts: str) -> None:
    """One field after the other, each when it is asked for."""
    for number, text in enumerate(texts, start=1):
        await person.sees(f"{number} dari 7")
        await person.writes(text)


async def saved(stage: Stage, person: Person) -> list[Address]:
    """The addresses that somebody keeps."""
    return [one.address for one in await stage.shop.addresses.mine(await stage.actor(person))]


async def types_the_rest(person: Person) -> None:
    """From the district to the confirming press."""
    for number, text in enumerate((*FIELDS[3:], "40132"), start=4):
        await person.sees(f"{number} dari 7")
        await person.writes(text)
    await person.sees("Apakah ini sudah benar?")
