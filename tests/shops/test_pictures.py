"""The pictures of the demo: small, all used, and drawn by the program beside them."""

import csv
import hashlib
import io
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from shops.draw import folders, recipes
from shops.drawing.cards import KIND as CARD
from shops.drawing.kinds import KINDS
from shops.drawing.recipes import Recipe, read
from shops.drawing.scene import draw

SHOPS: Final = Path(__file__).parents[2] / "shops"
FILES: Final = sorted(SHOPS.glob("*/pictures/*"))
RECIPES: Final = [(file, recipe) for folder in folders() for file, recipe in recipes(folder)]
# Drawing takes a quarter of a second each: one of every shop tells enough.
SPOT_CHECKED: Final = (
    "toko-langkah/pictures/angin-hitam.png",
    "batik-sekar-arum/pictures/truntum-marun.png",
    "kopi-losari/pictures/toraja-rasa.png",
    "rumah-senja/pictures/lampu-krem.png",
    "tepi-laut/pictures/vitc.png",
    "gawai-kita/pictures/earbud-putih.png",
    "kebun-daun/pictures/monstera.png",
)


def pixels(content: bytes) -> str:
    """What a picture shows, whatever its compression."""
    with Image.open(io.BytesIO(content)) as picture:
        return hashlib.sha256(picture.convert("RGB").tobytes()).hexdigest()


def named_in(catalogue: Path) -> set[Path]:
    """The pictures that a catalogue file names."""
    with catalogue.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for row in rows for name in row["pictures"].split(";") if name]
    return {catalogue.parent / name for name in names}


def test_every_picture_is_drawn_named_and_there() -> None:
    named = {path for file in SHOPS.glob("*/products.csv") for path in named_in(file)}

    assert set(FILES) == named
    assert set(FILES) == {file for file, _ in RECIPES}


def test_pictures_are_small() -> None:
    sizes = {file.name: file.stat().st_size for file in FILES}

    assert {name: size for name, size in sizes.items() if size > 25_000} == {}
    assert sum(sizes.values()) <= 4_000_000


def test_pictures_are_square_and_have_a_palette() -> None:
    for file in FILES:
        with Image.open(file) as picture:
            assert (picture.size, picture.mode) == ((800, 800), "P"), file.name


def test_every_kind_that_can_be_drawn_is_on_a_shelf() -> None:
    kinds = {recipe.kind for _, recipe in RECIPES}

    assert kinds == {*KINDS, CARD}


@pytest.mark.parametrize("name", SPOT_CHECKED)
def test_a_picture_is_what_the_program_draws(name: str) -> None:
    [recipe] = [recipe for file, recipe in RECIPES if file == SHOPS / name]

    assert pixels(draw(recipe)) == pixels((SHOPS / name).read_bytes())


def test_drawing_twice_gives_the_same_bytes() -> None:
    _, recipe = RECIPES[0]

    assert draw(recipe) == draw(recipe)


def test_a_letter_that_the_typeface_lacks_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pictures.toml"
    file.write_text('[cafe]\nkind = "mug"\nground = "#ffffff"\nlabel = "Café"\n', encoding="utf-8")

    with pytest.raises(ValueError, match="cafe: no letters for é"):
        read(file)


def test_a_colour_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pictures.toml"
    file.write_text('[mug]\nkind = "mug"\nground = "white"\n', encoding="utf-8")

    with pytest.raises(ValueError, match="not a colour: white"):
        read(file)


def test_what_stands_on_top_of_a_recipe_file_holds_for_all_of_it(tmp_path: Path) -> None:
    file = tmp_path / "pictures.toml"
    file.write_text(
        'ground = "#102030"\n[one]\nkind = "mug"\n[two]\nkind = "pan"\nground = "#ffffff"\n',
        encoding="utf-8",
    )

    one, two = read(file)

    assert (one.name, one.kind, one.ground) == ("one", "mug", (16, 32, 48))
    assert (two.name, two.kind, two.ground) == ("two", "pan", (255, 255, 255))


def test_a_close_up_shows_something_else_than_the_whole() -> None:
    whole, detail = (_recipe("toko-langkah", name) for name in ("angin-hitam", "angin-detail"))

    assert whole.paint == detail.paint
    assert detail.close_up is not None
    assert pixels(draw(whole)) != pixels(draw(detail))


def _recipe(slug: str, name: str) -> Recipe:
    [recipe] = [recipe for recipe in read(SHOPS / slug / "pictures.toml") if recipe.name == name]
    return recipe
