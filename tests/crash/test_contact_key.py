"""Every crash point while a number is asked for: no turn is lost, and no keyboard stays behind."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.outgoing.wire import DONE
from sandbox.server import prompts
from tests.crash.check import Ending, ending
from tests.crash.rig import Act, Place, shares_contact, taps, writes
from tests.crash.test_journeys import CHOOSING, LOOKING, a_shop_after, killed_everywhere

BEFORE: Sequence[Act] = (*LOOKING, *CHOOSING, taps("Ratna", "Isi alamat"))
ASKING: Sequence[Act] = (
    writes("Ratna", "Ratna Dewi"),
    shares_contact("Ratna"),
    taps("Ratna", "‹ Kembali"),
    taps("Ratna", "Tetap"),
    taps("Ratna", "‹ Kembali"),
    writes("Ratna", "/cancel"),
)


def with_keyboard(place: Place) -> Ending:
    """How the world looks, and who has a keyboard of the bot."""
    seen = ending(place)
    people = {person.first_name: person for person in place.sandbox.people.values()}
    keys = {name: prompts.keyboard_message(place.chat(name), one) for name, one in people.items()}
    standing: list[tuple[object, ...]] = [(name, key is not None) for name, key in keys.items()]
    chats = {name: [one for one in told if one[0] != DONE] for name, told in seen.chats.items()}
    return replace(
        seen, chats=chats, facts=seen.facts | {"talks": [*seen.facts["talks"], *standing]}
    )


async def test_no_kill_leaves_a_keyboard_behind_or_loses_the_number(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_shop_after(tmp_path / "shop", BEFORE)

    seen, broken = await killed_everywhere(place, ASKING, scratch=tmp_path, look=with_keyboard)

    tell_points(seen)
    assert broken == []
    assert ("Ratna", False) in with_keyboard(place).facts["talks"]
    assert seen["before send"] >= 15
