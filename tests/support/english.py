"""Ways that people who read English go again and again in stories."""

from dataclasses import dataclass
from typing import Final

from sandbox.server.messages import Message
from sandbox.transcripts import shows_all
from sandbox.world import Person
from tests.support.journeys import ADDRESS
from tests.support.stage import Stage


async def buys(person: Person, *, by: str | None = None) -> None:
    """From anywhere to a placed order for black shoes, paid at the door unless `by` says how."""
    await person.writes("/shop")
    for label in ("Toko Langkah", "Sepatu Angin", "Buy now", "Hitam 41"):
        await person.taps(label)
    if "Add address" in (await person.sees("Your order at")).labels:
        await person.taps("Add address")
        await person.writes(ADDRESS)
        await person.taps("Save address")
    if by is not None:
        await person.taps("Payment")
        await person.taps(by)
    await person.taps("Place order")


async def who_bought(
    stage: Stage, *, by: str | None = None, seller_reads: str = "id"
) -> tuple[Person, Person]:
    """Budi owns the shop; Dewi, who reads English, has placed an order in it."""
    budi, dewi = await stage.seller("Budi", language=seller_reads), stage.person("Dewi")
    await dewi.starts()
    await chooses_english(dewi)
    await buys(dewi, by=by)
    await stage.settles()
    return budi, dewi


async def who_is_to_transfer(stage: Stage, *, seller_reads: str = "id") -> tuple[Person, Person]:
    """The same, and Dewi is to transfer the money to Budi's BCA account."""
    budi, dewi = await who_bought(stage, by="Transfer · BCA", seller_reads=seller_reads)
    await dewi.sees("Transfer exactly", "BCA", "1234 5678 90", "in the name of Budi Santoso")
    return budi, dewi


async def who_has_paid(stage: Stage) -> tuple[Person, Person]:
    """The same, and Budi, who reads Indonesian, has found it."""
    budi, dewi = await who_is_to_transfer(stage)
    await reports_payment(stage, dewi)
    await budi.taps("sudah masuk")
    await stage.settles()
    return budi, dewi


async def chooses_english(person: Person) -> None:
    """Where the phone speaks Indonesian, the settings hold English."""
    await person.writes("/settings")
    await person.taps("English")
    await person.sees("Settings")


async def reports_payment(stage: Stage, person: Person) -> None:
    """From the newest screen with the button to a claim that the shop knows of."""
    await person.taps("I have transferred")
    await person.taps("Go on without a photo")
    await person.sees("is looking for your payment now")
    await stage.settles()


async def opens_how_to_pay(person: Person) -> None:
    """From the newest notice to what is to be sent where."""
    await person.taps("See order")
    await person.taps("How to pay")


async def opens_order(person: Person, row: str) -> Message:
    """From anywhere to the page of the only order whose row in the list begins like this."""
    await person.writes("/orders")
    await person.taps(f"{row} · LPK-")
    return await person.sees("Sepatu Angin, Hitam 41", "Copy order number")


async def asks_to_cancel(stage: Stage, person: Person, row: str) -> None:
    """From anywhere to a request that is sent."""
    await opens_order(person, row)
    await person.taps("Ask to cancel")
    await person.taps("Better price available")
    await person.taps("Send cancellation")
    await person.sees("Toko Langkah has been asked to cancel", "you can take the request back")
    await stage.settles()


async def sees_through_three_doors(person: Person, tab: str, row: str, *words: str) -> None:
    """Profile, Shop and Inbox lead to one list with one count, and to one page."""
    pages = {await _through(person, door, tab, row, words) for door in DOORS}
    assert len(pages) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Door:
    command: str
    shows: str
    back: str


DOORS: Final = (
    _Door(command="/profile", shows="Language: English", back="‹ Profile"),
    _Door(command="/shop", shows="Choose a shop", back="‹ Shop"),
    _Door(command="/inbox", shows="Choose a number to open it", back="‹ Inbox"),
)


async def _through(person: Person, door: _Door, tab: str, row: str, words: tuple[str, ...]) -> str:
    await person.writes(door.command)
    await person.taps("My orders", on=await person.sees(door.shows))
    listed = await person.sees("Choose an order", tab, door.back)
    await person.taps(f"{row} · LPK-", on=listed)

    def look() -> str | None:
        shown = next((one for one in person.chat if one.id == listed.id), None)
        return shown.text if shown is not None and shows_all(shown, words) else None

    return await person.waits_until(look, f"does not see {words} through {door.command}")


async def fills_account(stage: Stage, dewi: Person) -> None:
    """Dewi's account at Jago."""
    await dewi.taps("Fill in account")
    await dewi.taps("Bank account")
    for words in ("Jago", "5012-3456-78", "Ratna Dewi"):
        await dewi.writes(words)
    await dewi.sees("Is this right? Jago 5012 3456 78 in the name of Ratna Dewi")
    await dewi.taps("Yes, save")
    await dewi.sees(
        "Noted: Jago ******5678, Ratna Dewi", "you are told here as soon as it is sent"
    )
    await stage.settles()
