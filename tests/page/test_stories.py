"""The guided stories, each played to its end by pressing what people press."""

import json
from pathlib import Path
from typing import Final

import pytest

from sandbox.demo import ORDER, STORIES
from tests.page.conftest import needs_chromium, the_demo, window

PATIENCE_MS: Final = 60_000
ENDED: Final = "document.querySelector('story-player').at === {steps}"
IDLE: Final = "!document.querySelector('story-player').busy"


def test_every_story_has_its_place_and_a_line_for_most_steps() -> None:
    assert {file.stem for file in STORIES.glob("*.json")} == set(ORDER)
    for name in ORDER:
        steps = json.loads((STORIES / f"{name}.json").read_text())["steps"]
        told = [step for step in steps if step.get("say")]
        assert len(told) >= len(steps) - 3, name


@needs_chromium
@pytest.mark.timeout(240)
@pytest.mark.parametrize("name", ORDER)
async def test_a_story_goes_to_its_end(tmp_path: Path, name: str) -> None:
    steps = len(json.loads((STORIES / f"{name}.json").read_text())["steps"])
    async with the_demo(tmp_path) as stage, window(f"{stage.address}/#{name}") as here:
        page = here.page
        await page.goto(here.address)
        player = page.locator("story-player")
        await player.locator(".playing").wait_for()
        for _ in range(steps):
            if await page.evaluate(ENDED.format(steps=steps)):
                break
            await player.get_by_role("button", name="Next").click()
            await page.wait_for_function(IDLE, timeout=PATIENCE_MS)
            told = await player.get_by_role("status").inner_text()
            assert "does not see" not in told, told
            assert "sees no button" not in told, told

        assert "That was the story." in await player.get_by_role("status").inner_text()
        assert here.errors == []
