"""Draws every picture of the shops anew: `python -m shops.draw [SHOP ...]`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from shops.drawing.recipes import Recipe, read
from shops.drawing.scene import draw

SHOPS: Final = Path(__file__).parent
RECIPES: Final = "pictures.toml"


def recipes(folder: Path) -> Iterator[tuple[Path, Recipe]]:
    """Each picture of a shop's folder: where it stands, and how it is drawn."""
    for recipe in read(folder / RECIPES):
        yield folder / "pictures" / f"{recipe.name}.png", recipe


def folders() -> list[Path]:
    """The shops that have pictures."""
    return sorted(file.parent for file in SHOPS.glob(f"*/{RECIPES}"))


def redraw(folder: Path) -> int:
    """Draw all pictures of a shop, take away what no recipe draws, and say how many there are."""
    wanted = dict(recipes(folder))
    (folder / "pictures").mkdir(exist_ok=True)
    for file in (folder / "pictures").glob("*.png"):
        if file not in wanted:
            file.unlink()
    for file, recipe in wanted.items():
        file.write_bytes(draw(recipe))
    return len(wanted)


def main(slugs: list[str]) -> None:
    """Draw the named shops, or all."""
    for folder in folders():
        if not slugs or folder.name in slugs:
            sys.stdout.write(f"{folder.name}: {redraw(folder)} pictures\n")


if __name__ == "__main__":
    main(sys.argv[1:])
