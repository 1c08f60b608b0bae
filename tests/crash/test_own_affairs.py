"""Every crash point of settings and of being forgotten: nothing is half done."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.crash.rig import Act, starts, taps, writes
from tests.crash.test_journeys import (
    ADDRESS,
    BUYING,
    CHOOSING,
    LOOKING,
    a_shop_after,
    killed_everywhere,
)

BEFORE: Sequence[Act] = (*LOOKING, *CHOOSING, *BUYING)
AFFAIRS: Sequence[Act] = (
    writes("Ratna", "/settings"),
    taps("Ratna", "English"),
    writes("Ratna", "/profile"),
    taps("Ratna", "Addresses"),
    taps("Ratna", "Add address"),
    writes("Ratna", ADDRESS),
    writes("Ratna", "/privacy"),
    taps("Ratna", "Forget my data"),
    taps("Ratna", "Yes, forget everything"),
    starts("Ratna"),
)


async def test_no_kill_leaves_a_setting_or_an_erasure_half_done(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_shop_after(tmp_path / "shop", BEFORE)

    seen, broken = await killed_everywhere(place, AFFAIRS, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 30
    assert seen["before send"] >= 20
