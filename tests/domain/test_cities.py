"""Cities and postcodes: which place is meant, and whether the two fit."""

import pytest

from store.domain.address import check_city
from store.domain.cities import chosen_of_twin, city_of_twin, same_city, twin_of
from store.domain.homes import home_of
from store.domain.postcodes import can_be_in


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kota Bandung", "Bandung", True),
        ("kota  bandung", "KOTA BANDUNG", True),
        ("Kab. Bandung", "Kabupaten Bandung", True),
        ("Kabupaten Bandung", "Kota Bandung", False),
        ("Bandung", "Cimahi", False),
        ("Kota Jakarta Selatan", "Jakarta Selatan", True),
        ("Kota Adm. Jakarta Selatan", "Jaksel", True),
        ("Kab.Bogor", "kabupaten bogor", True),
        ("Jogja", "Kota Yogyakarta", True),
        ("Kabupaten/Kota Bandung", "Kota Bandung", True),
        ("Kab. / Kota Cimahi", "Cimahi", True),
    ],
)
def test_a_regency_is_not_the_city_of_its_name(one: str, other: str, same: bool) -> None:
    assert same_city(one, other) is same


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("kab bandung", "Kabupaten bandung"),
        ("Kab. Bogor", "Kabupaten Bogor"),
        ("Kotamadya Bandung", "Kota Bandung"),
        ("Kota Adm. Jakarta Selatan", "Kota Jakarta Selatan"),
        ("Kab Bogor", "Kabupaten Bogor"),
        ("Kota: Bogor", "Kota Bogor"),
        ("Kabupaten/Kota Bandung", "Bandung"),
        ("Kab./Kota Bandung", "Bandung"),
        ("kota / kabupaten : bandung", "bandung"),
        ("Kab/Kota Kab. Bandung", "Kabupaten Bandung"),
        ("Kabupaten/Kota", "Kabupaten/Kota"),
        ("Kotabaru", "Kotabaru"),
        ("Kota", "Kota"),
        ("Surabaya", "Surabaya"),
    ],
)
def test_the_kind_of_a_city_is_written_in_full(typed: str, kept: str) -> None:
    assert check_city(typed) == kept


@pytest.mark.parametrize(
    "name", ["Kabupaten/Kota Bandung", "Kab/Kota. bandung", "kota / kab. Bandung"]
)
def test_a_form_that_names_both_kinds_says_neither(name: str) -> None:
    assert twin_of(name) == twin_of("Bandung")


@pytest.mark.parametrize("name", ["Bandung", "bogor", " Malang. ", "TANGERANG"])
def test_a_name_that_two_places_share_is_known(name: str) -> None:
    at = twin_of(name)

    assert at is not None
    assert city_of_twin(at, regency=False).casefold() == f"kota {name.strip(' .').casefold()}"
    assert city_of_twin(at, regency=True).startswith("Kabupaten ")


@pytest.mark.parametrize(
    "name", ["Kota Bandung", "Kab. Bandung", "Surabaya", "Yogyakarta", "Banjar", "Jakarta Barat"]
)
def test_a_name_that_says_which_place_is_meant_is_clear(name: str) -> None:
    assert twin_of(name) is None


@pytest.mark.parametrize(
    ("city", "home"),
    [
        ("Kota Bandung", "Jawa Barat"),
        ("Kabupaten Bandung", "Jawa Barat"),
        ("Cimahi", "Jawa Barat"),
        ("Jaksel", "DKI Jakarta"),
        ("Kota Adm. Jakarta Selatan", "DKI Jakarta"),
        ("Solo", "Jawa Tengah"),
        ("surabaya", "Jawa Timur"),
    ],
)
def test_the_province_of_a_well_known_city_is_known(city: str, home: str) -> None:
    found = home_of(city)

    assert found is not None
    assert found.name == home


@pytest.mark.parametrize("city", ["Banjar", "Kabupaten Banjar", "Sorong", "Ngamprah", ""])
def test_where_it_is_not_certain_nothing_is_said(city: str) -> None:
    assert home_of(city) is None


@pytest.mark.parametrize(
    ("postcode", "name", "fits"),
    [
        ("40132", "Jawa Barat", True),
        ("16110", "Jawa Barat", True),
        ("40132", "Jawa Timur", False),
        ("15111", "Banten", True),
        ("10110", "DKI Jakarta", True),
        ("55281", "DI Yogyakarta", True),
        ("23111", "Aceh", True),
        ("35111", "Lampung", True),
        ("80119", "Bali", True),
        ("78111", "Kalimantan Barat", True),
        ("99351", "Papua", True),
        ("90245", "Bali", False),
    ],
)
def test_the_first_digit_of_a_postcode_tells_the_region(
    postcode: str, name: str, fits: bool
) -> None:
    assert can_be_in(postcode, name) is fits


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("Kota", "Kota Bandung"),
        ("yang kota", "Kota Bandung"),
        ("kab.", "Kabupaten Bandung"),
        ("Kab. Bandung", "Kabupaten Bandung"),
        ("Bandung", None),
        ("kota bogor", None),
        ("ngamprah", None),
        ("", None),
    ],
)
def test_one_word_chooses_between_two_places(words: str, chosen: str | None) -> None:
    assert chosen_of_twin(0, words) == chosen
