"""A demo that is served, and a browser that looks at it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Page, async_playwright

from cli import demo

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
# Whoever runs as root in a container cannot have Chromium's own sandbox.
ARGUMENTS: Final = ("--no-sandbox", "--disable-dev-shm-usage")
needs_chromium: Final = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium here (Debian: apt install chromium)"
)


@dataclass(slots=True, kw_only=True)
class Window:
    """A page that is open, what went wrong on it, and whom it asked."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Write down every error, and every request that leaves the machine."""
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console", lambda told: self.errors.append(told.text) if told.type == "error" else None
        )
        self.page.on("request", lambda asked: self._note(asked.url))

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.strangers.append(url)


@asynccontextmanager
async def window(address: str, *, width: int = 1366, height: int = 860) -> AsyncIterator[Window]:
    """A fresh browser on this address."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": width, "height": height})
        opened = Window(page=page, address=address)
        opened.watch()
        yield opened
        await browser.close()


@asynccontextmanager
async def the_demo(folder: Path) -> AsyncIterator[demo.Stage]:
    """The demo as `make demo` serves it, whose bot comes back when it is killed."""
    async with demo.staged(folder / "demo", port=0) as stage, asyncio.TaskGroup() as group:
        group.create_task(stage.keeper.watch())
        try:
            yield stage
        finally:
            await stage.keeper.close()
