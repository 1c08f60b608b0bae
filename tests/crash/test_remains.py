"""What the sweeps keep at a point is what a kill there leaves."""

from pathlib import Path

import pytest

from tests.crash.check import ending
from tests.crash.rig import Crash, Points, settle, taps
from tests.crash.test_journeys import BUYING, CHOOSING, LOOKING, a_shop_after


async def test_a_process_that_dies_leaves_what_was_kept_at_that_point(tmp_path: Path) -> None:
    place = await a_shop_after(tmp_path / "shop", (*LOOKING, *CHOOSING, *BUYING[:-1]))
    before = place.copied_to(tmp_path / "before")
    taps("Ratna", "Buat pesanan")(place)
    points = Points(place=place)
    await settle(place, points)

    for wanted, remains in points.left.values():
        died = before.copied_to(tmp_path / "died")
        taps("Ratna", "Buat pesanan")(died)
        with pytest.raises(Crash):
            await settle(died, Points(wanted=wanted))

        kept = remains.laid_out(tmp_path / "kept")
        assert ending(died) == ending(kept), points.passed[wanted - 1]


async def test_points_that_leave_the_same_bytes_are_tried_once(tmp_path: Path) -> None:
    place = await a_shop_after(tmp_path / "shop", (*LOOKING, *CHOOSING, *BUYING[:-1]))
    taps("Ratna", "Buat pesanan")(place)
    points = Points(place=place)

    await settle(place, points)

    commits = sum(point == "after commit" for point in points.passed)
    sends = sum(point.startswith("after send") for point in points.passed)
    assert commits < len(points.left) <= 1 + commits + 2 * sends
