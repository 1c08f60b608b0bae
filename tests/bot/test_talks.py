"""Where somebody stands in a conversation, and what was typed into a form that was left."""

import json
from datetime import timedelta

from sqlalchemy import text

from bot.memory import talks
from bot.memory.talks import Frame, Talk, Unfinished
from tests.support.market import Market

RATNA = 4711


async def written(market: Market, talk: Talk) -> None:
    """The talk is saved now."""
    async with market.shop.begin() as tx:
        await talks.save(tx, talk, now=market.clock.now())


async def read(market: Market) -> Talk:
    """The talk as a process that has just started reads it."""
    async with market.shop.begin() as tx:
        now = market.clock.now()
        return await talks.load(tx, chat_id=RATNA, person_id=RATNA, now=now)


async def test_what_is_unfinished_outlives_its_frame_and_not_its_day(market: Market) -> None:
    talk = await read(market)
    talk.frames = [Frame(conversation="address", step="FIELD")]
    talk.unfinished["address"] = Unfinished(draft={"found": {"name": "Ratna"}})
    await written(market, talk)

    market.clock.move(hours=20)
    later = await read(market)
    later.frames = []
    await written(market, later)
    kept = (await read(market)).unfinished["address"]
    market.clock.move(hours=5)

    assert kept.draft == {"found": {"name": "Ratna"}}
    assert kept.until == market.clock.now() - timedelta(hours=1)
    assert (await read(market)).unfinished == {}


async def test_what_is_unfinished_lies_sealed_and_goes_when_it_is_forgotten(
    market: Market,
) -> None:
    talk = await read(market)
    talk.unfinished["address"] = Unfinished(draft={"found": {"name": "Ratna Dewi"}})
    await written(market, talk)

    async with market.shop.begin() as tx:
        sealed = (await tx.session.execute(text("SELECT frames FROM talks"))).scalar_one()
    assert b"Ratna" not in bytes(sealed)

    again = await read(market)
    again.forget()
    await written(market, again)
    async with market.shop.begin() as tx:
        assert (await tx.session.execute(text("SELECT count(*) FROM talks"))).scalar_one() == 0


async def kept(market: Market) -> int:
    """How many talks lie in the database."""
    async with market.shop.begin() as tx:
        found: int = (await tx.session.execute(text("SELECT count(*) FROM talks"))).scalar_one()
        return found


async def forgotten(market: Market) -> None:
    """A heartbeat lets go of what is too old."""
    async with market.shop.begin() as tx:
        await talks.forget_old(tx, now=market.clock.now())


def half_an_address() -> Unfinished:
    """What Ratna has typed so far."""
    draft = {"found": {"name": "Ratna", "phone": "+628123"}, "asking": "street"}
    return Unfinished(draft=draft)


async def test_what_was_typed_is_gone_from_the_database_when_its_day_is_over(
    market: Market,
) -> None:
    talk = await read(market)
    talk.unfinished["address"] = half_an_address()
    await written(market, talk)
    market.clock.move(hours=23, minutes=59)
    await forgotten(market)
    before = await kept(market)
    market.clock.move(minutes=1)

    await forgotten(market)

    assert (before, await kept(market)) == (1, 0)


async def test_a_turn_after_that_day_leaves_nothing_of_it_either(market: Market) -> None:
    talk = await read(market)
    talk.unfinished["address"] = half_an_address()
    await written(market, talk)
    market.clock.move(hours=30)

    await written(market, await read(market))

    assert await kept(market) == 0


async def test_what_is_too_old_goes_from_beside_what_is_not(market: Market) -> None:
    talk = await read(market)
    talk.unfinished["address"] = half_an_address()
    await written(market, talk)
    market.clock.move(hours=20)
    talk = await read(market)
    talk.frames = [Frame(conversation="buy", step="CARD")]
    await written(market, talk)
    market.clock.move(hours=5)

    await forgotten(market)

    async with market.shop.begin() as tx:
        row = await tx.session.get_one(talks.TalkRow, (RATNA, RATNA))
        words = tx.sealer.unseal(row.frames, place=f"talk:{RATNA}:{RATNA}")
    assert b"CARD" in words
    assert b"+628123" not in words
    market.clock.move(hours=19)
    await forgotten(market)
    assert await kept(market) == 0


async def test_what_nobody_can_read_any_more_is_forgotten_on_its_day(market: Market) -> None:
    talk = await read(market)
    talk.unfinished["address"] = half_an_address()
    await written(market, talk)
    async with market.shop.begin() as tx:
        row = await tx.session.get_one(talks.TalkRow, (RATNA, RATNA))
        row.frames = b"sealed with another key"
    market.clock.move(hours=24)

    await forgotten(market)

    assert await kept(market) == 0


async def test_what_was_typed_is_told_without_the_forms_own_words(market: Market) -> None:
    talk = await read(market)
    talk.unfinished["address"] = half_an_address()
    await written(market, talk)

    assert (await read(market)).typed == ("Ratna", "+628123")


async def test_a_talk_of_an_earlier_version_goes_on(market: Market) -> None:
    talk = await read(market)
    talk.frames = [Frame(conversation="buy", step="CARD")]
    await written(market, talk)
    async with market.shop.begin() as tx:
        row = await tx.session.get(talks.TalkRow, (RATNA, RATNA))
        assert row is not None
        frames = json.dumps([["buy", "CARD", {}]]).encode()
        row.frames = tx.sealer.seal(frames, place=f"talk:{RATNA}:{RATNA}")

    found = await read(market)

    assert found.frames == [Frame(conversation="buy", step="CARD")]
    assert found.unfinished == {}
