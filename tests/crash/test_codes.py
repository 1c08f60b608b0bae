"""Every crash point of paying by QRIS: codes shown anew, the shop's own, the word, the look."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tests.crash.rig import Act, Place, Points, opened, settle, taps
from tests.crash.test_desk import a_place_where
from tests.crash.test_journeys import killed_everywhere
from tests.crash.test_money import CHOOSING, sends_the_receipt
from tests.scenarios.test_qris import CODE
from tests.support import shelf

SHOWING: Sequence[Act] = (
    taps("Ratna", "Buat pesanan"),
    taps("Ratna", "Kode baru"),
    taps("Ratna", "Nominal ditolak?"),
    taps("Ratna", "Saya sudah bayar"),
    sends_the_receipt,
    taps("Budi", "sudah masuk"),
)


async def with_a_code(place: Place) -> Place:
    """Budi's shop takes QRIS as well."""
    sheet = shelf.a_shop()
    async with opened(place, Points()) as (shop, _):
        await shop.catalogue.import_shop(replace(sheet, accounts=(*sheet.accounts, CODE)))
    return place


async def test_no_kill_in_paying_by_a_code_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await with_a_code(await a_place_where(tmp_path / "shop", ()))
    for act in (*CHOOSING[:-1], taps("Ratna", "QRIS")):
        act(place)
        await settle(place, Points())

    seen, broken = await killed_everywhere(place, SHOWING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 14
