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
