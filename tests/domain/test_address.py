"""Addresses and the texts that people type."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.address import (
    check_address,
    check_city,
    check_district,
    check_name,
    check_phone,
    check_postcode,
    check_province,
    check_shared_phone,
    check_street,
    mask_phone,
)
from store.domain.pasted import Pasted, read_pasted
from store.domain.provinces import PROVINCES, find_province
from store.domain.text import clean, optional, required, utf16_length
from store.domain.zones import Zone
from store.errors import (
    FieldMissing,
    FieldTooLong,
    FieldUnreadable,
    FieldVague,
    PhoneRefused,
    PostcodeRefused,
    ProvinceUnknown,
    Rejected,
)
from tests.support.builders import an_address


@pytest.mark.parametrize(
    "typed",
    ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "62812 34567890", "(0812) 3456.7890"],
)
def test_a_phone_is_kept_in_one_form(typed: str) -> None:
    assert check_phone(typed) == "+6281234567890"


@pytest.mark.parametrize("typed", ["12", "08", "halo", "0000000000", "+62", "081234567890123456"])
def test_a_number_nobody_can_call_is_refused(typed: str) -> None:
    with pytest.raises(PhoneRefused):
        check_phone(typed)


def test_a_masked_phone_shows_only_its_ends() -> None:
    assert mask_phone("+6281234567890") == "+6281*******90"


@pytest.mark.parametrize("typed", ["4013", "401322", "01234", "4013a", "٤٠١٣٢"])
def test_a_postcode_has_five_digits(typed: str) -> None:
    with pytest.raises(PostcodeRefused):
        check_postcode(typed)


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("Jabar", "Jawa Barat"),
        ("jawa barat", "Jawa Barat"),
        ("Prov. Jawa Barat", "Jawa Barat"),
        ("DKI", "DKI Jakarta"),
        ("Jakarta", "DKI Jakarta"),
        ("Jatim", "Jawa Timur"),
        ("Jogja", "DI Yogyakarta"),
        ("D.I. Yogyakarta", "DI Yogyakarta"),
        ("DIY", "DI Yogyakarta"),
        ("NTB", "Nusa Tenggara Barat"),
        ("Kep. Riau", "Kepulauan Riau"),
        ("West Java", "Jawa Barat"),
    ],
)
def test_a_province_is_known_by_all_its_names(typed: str, official: str) -> None:
    assert check_province(typed) == official


def test_there_are_38_provinces_each_found_by_its_own_name() -> None:
    assert len(PROVINCES) == len({place.code for place in PROVINCES}) == 38
    assert [find_province(place.name) for place in PROVINCES] == list(PROVINCES)
    assert (an_address(province="Papua").zone, an_address(province="Bali").zone) == (
        Zone.WIT,
        Zone.WITA,
    )


def test_an_unknown_province_is_refused() -> None:
    with pytest.raises(ProvinceUnknown):
        check_province("Atlantis")


def test_an_address_is_tidied_whole_and_the_first_bad_field_is_named() -> None:
    typed = an_address(name="  Ratna \u202e Dewi ", phone="0812 3456 7890", province="jabar")

    assert check_address(typed) == an_address()
    with pytest.raises(FieldMissing) as refused:
        check_address(an_address(street="  \u200b\n"))
    assert refused.value.field == "street"


@pytest.mark.parametrize(
    "typed",
    [
        "12",
        "0812-3456",
        "🙂",
        "- -",
        "Jl. Melati 5, Bandung",
        "jalan mawar",
        "aku mau tanya, bisa kirim ke Papua?",
        "Ratna 0812 3456 7890",
    ],
)
@pytest.mark.parametrize("check", [check_name, check_district, check_city])
def test_a_number_a_street_or_a_question_is_no_name(
    check: Callable[[str], str], typed: str
) -> None:
    with pytest.raises(FieldVague):
        check(typed)


@pytest.mark.parametrize("typed", ["Ratna Dewi, S.Pd.", "Toko 88", "Ilir Timur 1", "Jlamprang"])
def test_a_name_may_have_a_number_or_a_title(typed: str) -> None:
    assert check_name(typed) == check_district(typed) == typed


@pytest.mark.parametrize(
    ("typed", "official"),
    [("Bandung", "Jawa Barat"), ("cimahi", "Jawa Barat"), ("Kota Surabaya", "Jawa Timur")],
)
def test_a_well_known_city_says_its_province(typed: str, official: str) -> None:
    assert check_province(typed) == official


@pytest.mark.parametrize("typed", ["12", "12/3", "rumah", "Krajan", "🙂 🙂"])
def test_a_street_of_one_word_or_number_is_refused(typed: str) -> None:
    with pytest.raises(FieldVague) as refused:
        check_street(typed)
    assert refused.value.field == "street"


@pytest.mark.parametrize(
    "typed", ["Gg. Mawar no 3", "Dusun Krajan RT 01", "Jl. Melati", "Melati 5", "Blok C2", "A-12"]
)
def test_a_real_street_is_taken_as_it_is(typed: str) -> None:
    assert check_street(typed) == typed


@pytest.mark.parametrize("typed", ["022-2501234", "(021) 5790 1234", "+62 361 234567"])
def test_a_landline_can_be_called_too(typed: str) -> None:
    assert check_phone(typed).startswith("+62")


def test_a_shared_number_is_international_even_without_its_plus() -> None:
    assert check_shared_phone("6281234567890") == "+6281234567890"
    assert check_shared_phone("60123456789") == "+60123456789"
    assert check_shared_phone("081234567890") == "+6281234567890"


WHOLE = Pasted(
    name="Ratna Dewi",
    phone="0812-3456-7890",
    street="Jl. Melati 5 RT 03/RW 07",
    district="Coblong",
    city="Kota Bandung",
    province="Jawa Barat",
    postcode="40132",
)


@pytest.mark.parametrize(
    "text",
    [
        "Nama: Ratna Dewi\nHP: 0812-3456-7890\nAlamat: Jl. Melati 5 RT 03/RW 07, Kec. Coblong, "
        "Kota Bandung, Jawa Barat 40132",
        "Ratna Dewi\n0812-3456-7890\nJl. Melati 5 RT 03/RW 07\nKec. Coblong, Kota Bandung\n"
        "Jawa Barat 40132",
        "Ratna Dewi, 0812-3456-7890, Jl. Melati 5 RT 03/RW 07, Kecamatan Coblong, Kota Bandung, "
        "Jabar, 40132",
        "nama = Ratna Dewi\nno hp : 0812-3456-7890\nalamat : Jl. Melati 5 RT 03/RW 07\n"
        "kecamatan : Coblong\nkota : Kota Bandung\nprovinsi : Jawa Barat\nkode pos : 40132",
        "Penerima: Ratna Dewi\nWA: 0812-3456-7890\nJl. Melati 5 RT 03/RW 07 Kec. Coblong "
        "Kota Bandung, Prov. Jawa Barat, Kode Pos 40132",
    ],
)
def test_a_pasted_address_is_read_into_fields(text: str) -> None:
    assert read_pasted(text) == WHOLE


def test_a_regency_and_a_number_with_country_code_are_read() -> None:
    found = read_pasted(
        "Slamet Riyadi\n+62 857 1234 5678\nDusun Krajan RT 2 RW 1 No. 12\n"
        "Kec. Ngawen, Kab. Gunungkidul\nDIY 55853"
    )

    assert found == Pasted(
        name="Slamet Riyadi",
        phone="+62 857 1234 5678",
        street="Dusun Krajan RT 2 RW 1 No. 12",
        district="Ngawen",
        city="Kabupaten Gunungkidul",
        province="DI Yogyakarta",
        postcode="55853",
    )


def test_the_city_of_yogyakarta_is_not_mistaken_for_its_province() -> None:
    found = read_pasted(
        "Sari\n081234567890\nJl. Kaliurang 3, Kec. Danurejan, Kota Yogyakarta 55212"
    )

    assert (found.city, found.province, found.district) == ("Kota Yogyakarta", None, "Danurejan")


def test_without_labels_the_last_words_are_district_and_city() -> None:
    found = read_pasted("Ratna Dewi\n081234567890\nJl. Melati 5\nCoblong\nBandung\nJabar 40132")

    assert found == Pasted(
        name="Ratna Dewi",
        phone="081234567890",
        street="Jl. Melati 5",
        district="Coblong",
        city="Bandung",
        province="Jawa Barat",
        postcode="40132",
    )


def test_a_first_line_with_digits_is_no_name() -> None:
    found = read_pasted("Blok C2 No. 9\nKec. Coblong, Kota Bandung")

    assert (found.name, found.street) == (None, "Blok C2 No. 9")


def test_words_without_an_address_give_no_invented_fields() -> None:
    assert read_pasted("halo kak") == Pasted()
    assert read_pasted("dekat pasar") == Pasted(street="dekat pasar")
    assert read_pasted("") == Pasted()


@given(st.text(max_size=300))
def test_whatever_is_pasted_is_read_without_an_accident(text: str) -> None:
    found = read_pasted(text)

    assert found.postcode is None or len(found.postcode) == 5


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ratna   Dewi ", "Ratna Dewi"),
        ("e\u0301", "é"),
        ("\u202eabc\u202c", "abc"),
        ("a\u200bb\x00c", "abc"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("x" + "\u0316" * 200, "x" + "\u0316" * 4),
        ("a\r\nb\u2028c", "a b c"),
    ],
)
def test_hostile_signs_are_taken_out(typed: str, kept: str) -> None:
    assert clean(typed, field="note", limit=100) == kept


def test_lines_stay_where_lines_are_wanted() -> None:
    text = "satu  dua\r\n\n\n\n tiga \n\n"

    assert clean(text, field="note", limit=100, lines=True) == "satu dua\n\ntiga"


def test_what_cannot_be_mended_is_refused() -> None:
    with pytest.raises(FieldUnreadable):
        check_name("Ratna\ud800")
    with pytest.raises(FieldMissing):
        required("\u200d \u200d", field="name", limit=10)
    with pytest.raises(FieldTooLong) as refused:
        clean("😀" * 6, field="note", limit=11)
    assert refused.value.facts == {"field": "note", "limit": 11}
    assert optional(" \u200b ", field="note", limit=10) is None


@given(st.text(max_size=200))
def test_a_cleaned_text_is_clean(text: str) -> None:
    try:
        once = clean(text, field="note", limit=100, lines=True)
    except Rejected:
        return

    assert clean(once, field="note", limit=100, lines=True) == once
    assert utf16_length(once) <= 100
