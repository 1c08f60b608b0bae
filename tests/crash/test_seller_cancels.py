"""Every crash point while a shop waits for an operator: ended once, owed once."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.buttons.links import OPERATOR_LINK
from tests.crash.rig import Act, Place, Points, opened, settle, starts, taps, writes
from tests.crash.test_desk import a_place_where
from tests.crash.test_journeys import killed_everywhere
from tests.crash.test_money import CHOOSING, PAYING, passes

PAID: Sequence[Act] = (*CHOOSING, *PAYING, taps("Budi", "Lihat pesanan"))
ASKING: Sequence[Act] = (
    taps("Budi", "Batalkan pesanan"),
    taps("Budi", "Stok habis"),
    writes("Budi", "Stok di gudang ternyata rusak."),
    taps("Budi", "Ajukan ke operator"),
)


async def watched(place: Place) -> Place:
    """Olga runs the place."""
    place.sandbox.add_person("Olga", language="id")
    async with opened(place, Points()) as (shop, _):
        token = await shop.operators.open_link()
    starts("Olga", OPERATOR_LINK + token)(place)
    await settle(place, Points())
    return place


async def test_silence_confirms_once_however_often_the_process_dies(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await watched(await a_place_where(tmp_path / "shop", PAID))
    for act in ASKING:
        act(place)
        await settle(place, Points())

    due = (passes(hours=24), passes(hours=20), passes(hours=4))
    seen, broken = await killed_everywhere(place, due, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 8


async def test_no_kill_while_a_shop_asks_and_an_operator_confirms_ends_it_twice(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await watched(await a_place_where(tmp_path / "shop", PAID))

    seen, broken = await killed_everywhere(
        place, (*ASKING, taps("Olga", "Konfirmasi")), scratch=tmp_path
    )

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 12
    assert seen["before send"] >= 8
