"""Every crash point of a shop's group: bound once, told once, let go once."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sandbox.server import acts, group_acts
from tests.crash.rig import Act, Place, Points, kitchen_of, settle, starts, taps, writes
from tests.crash.test_journeys import a_shop_with_a_seller, killed_everywhere
from tests.walks.town import orders

CHOOSING_ORDER: Sequence[Act] = (
    starts("Ratna"),
    taps("Ratna", "Pesanan saya"),
    taps("Ratna", "Dikemas ·"),
    taps("Ratna", "Batalkan pesanan"),
    taps("Ratna", "Ada harga lebih murah"),
)


def chooses_group(place: Place) -> None:
    """Budi opens the link that stands in his chat and chooses the group."""
    sandbox = place.sandbox
    (link,) = (
        key.url
        for message in place.chat("Budi").newest_first
        for row in (message.content.keyboard.inline_keyboard if message.content.keyboard else [])
        for key in row
        if key.url and "startgroup" in key.url
    )
    (token,) = parse_qs(urlsplit(link).query)["startgroup"]
    group_acts.add_bot(sandbox, kitchen_of(place), token, by=place.chat("Budi").somebody(None))


def is_renamed(place: Place) -> None:
    """Budi gives the group another name."""
    by = place.chat("Budi").somebody(None)
    group_acts.rename(place.sandbox, kitchen_of(place), "Gudang", by=by)


def lets_go(place: Place) -> None:
    """Budi presses what lets the group go, in the group."""
    group = kitchen_of(place)
    (message,) = (one for one in group.newest_first if "Lepas grup ini" in one.labels)
    row = next(at for at, labels in enumerate(message.rows) if "Lepas grup ini" in labels)
    by = place.chat("Budi").somebody(None)
    acts.press_button(place.sandbox, group, message_id=message.id, row=row, column=0, by=by)


BINDING: Sequence[Act] = (
    writes("Budi", "/sell"),
    taps("Budi", "Grup toko"),
    chooses_group,
    is_renamed,
    taps("Ratna", "Kirim pembatalan"),
    lets_go,
)


async def test_no_kill_binds_tells_or_releases_a_group_by_halves(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    (tmp_path / "shop").mkdir()
    place = await a_shop_with_a_seller(tmp_path / "shop")
    sandbox = place.sandbox
    bot, budi = next(iter(sandbox.bots.values())), place.chat("Budi").somebody(None)
    sandbox.add_group(bot, "Dapur Langkah", budi, is_super=True)
    await orders(place, "Ratna")
    for act in CHOOSING_ORDER:
        act(place)
        await settle(place, Points())

    seen, broken = await killed_everywhere(place, BINDING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert any("dibatalkan" in one.text for one in kitchen_of(place).newest_first)
    assert seen["before commit"] >= 20
    assert seen["before send"] >= 10
