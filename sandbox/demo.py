"""The demo's story: two people, one order, told step by step."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent
from typing import Final

from sandbox.server.messages import Message
from sandbox.server.wire import Json
from sandbox.transcripts import quoted, shows_all, words_of
from sandbox.world import Person, World

Tell = Callable[[str], None]
MARGIN = "    │ "
STORIES: Final = Path(__file__).parent / "stories"
ORDER: Final = ("buy", "cancel", "two-sellers", "kill")

ADDRESS = (
    "Nama: Ratna Dewi\nHP: 0812-3456-7890\n"
    "Alamat: Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of the story."""

    ratna: Person
    budi: Person
    tono: Person
    ani: Person


def cast_of(world: World) -> Cast:
    """Ratna buys; Budi sells, in the first shop with Tono; Ani runs the marketplace."""
    names = ("Ratna", "Budi", "Tono", "Ani")
    ratna, budi, tono, ani = (world.person(name) for name in names)
    return Cast(ratna=ratna, budi=budi, tono=tono, ani=ani)


def guided() -> dict[str, Json]:
    """The stories that are played on the page, by their names, in their order."""
    return {name: json.loads((STORIES / f"{name}.json").read_text("utf-8")) for name in ORDER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What one person does, and what comes to their phone then.

    What stood there before is no answer: only a message that is new, or changed since, counts.
    """

    person: Person
    tell: Tell
    before: dict[int, str] = field(default_factory=dict)

    async def presses(self, label: str, *sees: str) -> None:
        """Press a button and look at what comes."""
        self._remember(*self.person.chat)
        await self.person.taps(label)
        self.tell(f"\n{self.person.name} presses [ {label} ]")
        await self.sees(*sees)

    async def writes(self, text: str, *sees: str) -> None:
        """Write a message and look at what comes."""
        self._remember(*self.person.chat)
        await self.person.writes(text)
        self.tell(f"\n{self.person.name} writes:")
        self.tell(indent(text, MARGIN))
        await self.sees(*sees)

    async def sees(self, *words: str) -> None:
        """Show the message with these words that has come; it counts as seen from then on."""
        message = await self.person.waits_until(
            lambda: self._newest(words), f"gets nothing new with {quoted(words)}"
        )
        self._remember(message)
        self.tell(f"{self.person.name}'s phone:")
        self.tell(indent(_look(message), MARGIN, lambda _: True))

    def _newest(self, words: tuple[str, ...]) -> Message | None:
        come = (one for one in reversed(self.person.chat) if one.from_bot)
        new = (one for one in come if self.before.get(one.id) != _look(one))
        return next((one for one in new if shows_all(one, words)), None)

    def _remember(self, *messages: Message) -> None:
        self.before.update({one.id: _look(one) for one in messages})


def _look(message: Message) -> str:
    rows = ("  ".join(f"[ {label} ]" for label in row) for row in message.rows)
    photo = ("(photo)",) if message.photo else ()
    return "\n".join((*photo, words_of(message), *rows))


async def buy_and_cancel(cast: Cast, tell: Tell) -> None:
    """Ratna finds shoes, orders them, changes her mind and cancels; Budi is told of both."""
    ratna, budi = Scene(person=cast.ratna, tell=tell), Scene(person=cast.budi, tell=tell)
    tell("— Budi has opened the link into his shop.")
    await budi.sees("Anda sekarang bekerja untuk", "Toko Langkah")
    tell("\n— Ratna starts the bot and looks for shoes.")
    await cast.ratna.starts()
    await ratna.sees("Belanja", "Bantuan")
    await ratna.presses("Belanja", "Toko Langkah")
    await ratna.presses("Toko Langkah", "Sepatu Lari Angin", "Semua toko")
    await ratna.presses("Sepatu Lari Angin", "Beli sekarang")
    tell("\n— She chooses a variant; her address is pasted as she sends it to friends.")
    await ratna.presses("Beli sekarang", "sisa")
    await ratna.presses("sisa", "Isi alamat")
    await ratna.presses("Isi alamat", "1 dari 7")
    await ratna.writes(ADDRESS, "Simpan alamat")
    await ratna.presses("Simpan alamat", "Buat pesanan")
    await ratna.presses("Buat pesanan", "Terima kasih")
    tell("\n— The shop's people are told in their chat.")
    await budi.sees("Pesanan baru LPK-", "Sepatu Lari Angin")
    tell("\n— Ratna opens the order and cancels it.")
    await ratna.presses("Lihat pesanan", "Batalkan pesanan")
    await ratna.presses("Batalkan pesanan", "Ada harga lebih murah")
    await ratna.presses("Ada harga lebih murah", "Kirim pembatalan")
    await ratna.presses("Kirim pembatalan", "dibatalkan", "Stok dikembalikan")
    tell("\n— And the shop is told again.")
    await budi.sees("dibatalkan oleh pembeli")
