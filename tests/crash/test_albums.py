"""Every crash point of an album on request: at most one comes twice, one live screen is left."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bot.outgoing.replies import ALBUM_HOLDS
from store.shop import Shop
from tests.crash.rig import Act, Points, new_place, settle, taps
from tests.crash.test_journeys import LOOKING, killed_everywhere
from tests.support import shelf

PICTURES = ALBUM_HOLDS + 2
ALL_PICTURES: Act = taps("Ratna", f"Semua foto ({PICTURES})")


async def _fill(shop: Shop) -> None:
    colours = tuple(f"hsl({25 * at}, 70%, 50%)" for at in range(PICTURES))
    await shelf.fill(shop, shelf.a_product("Sepatu Angin", ("41", 279_000, 4), colours=colours))


async def test_no_kill_repeats_more_than_one_album(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    (tmp_path / "shop").mkdir()
    place = await new_place(tmp_path / "shop", ("Ratna",), _fill)
    for act in (*LOOKING, taps("Ratna", "Sepatu Angin")):
        act(place)
        await settle(place, Points())

    seen, broken = await killed_everywhere(place, (ALL_PICTURES,), scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before send"] == 5
    assert seen["before commit"] >= 5
    for act in (taps("Ratna", "▶"), ALL_PICTURES):
        act(place)
        await settle(place, Points())
    # What the page had shown is known by its id from the beginning, and then everything is.
    albums = place.sandbox.journal.calls("sendMediaGroup")
    assert [len(call.files) for call in albums] == [5, 6, 0, 0]
