"""Small modules, small functions, one sentence at the top of each."""

import pytest

from tests.architecture.rules import shape
from tests.architecture.sources import PRODUCT, ROOT, Rule, breaches, dependencies, under

FORM = [
    shape.short_module,
    shape.short_functions,
    shape.opens_with_a_sentence,
    shape.imports_on_top,
    shape.telling_names,
    shape.reasoned_suppressions,
    shape.no_leftovers,
]


@pytest.mark.parametrize("place", [*PRODUCT, "shops", "tests"])
@pytest.mark.parametrize("rule", FORM, ids=lambda rule: str(rule.__name__))
def test_every_module_keeps_its_form(rule: Rule, place: str) -> None:
    assert breaches(rule, under(place)) == []


@pytest.mark.parametrize("place", PRODUCT)
def test_the_median_function_has_at_most_ten_lines(place: str) -> None:
    assert list(shape.small_median(under(place))) == []


@pytest.mark.parametrize("place", PRODUCT)
def test_every_public_function_says_what_it_promises(place: str) -> None:
    assert breaches(shape.documented, under(place)) == []


@pytest.mark.parametrize("place", PRODUCT)
def test_every_package_that_is_imported_is_declared(place: str) -> None:
    assert breaches(shape.declared_imports(dependencies()), under(place)) == []


@pytest.mark.parametrize("place", PRODUCT)
def test_the_walk_finds_the_parts_of_the_product(place: str) -> None:
    assert len(under(place)) > 1


def test_every_folder_of_tests_is_a_package_so_that_equal_file_names_do_not_meet() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}

    assert [each for each in folders if not (each / "__init__.py").exists()] == []
