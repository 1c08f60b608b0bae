"""Addresses as people paste them from a chat."""

import time

import pytest

from store.domain.pasted import LONGEST, Pasted, read_pasted


@pytest.mark.parametrize(
    "text",
    [
        "Kirim ke:\nRatna Dewi 0812-3456-7890\n"
        "Jl. Melati 5, Coblong, Kota Bandung, Jawa Barat 40132",
        "Halo kak, ini alamat saya ya:\nRatna Dewi\n0812-3456-7890\n"
        "Jl. Melati 5, Kec. Coblong, Kota Bandung, Jawa Barat 40132\nMakasih kak",
        "Penerima: Ratna Dewi (0812-3456-7890)\n"
        "Alamat: Jl. Melati 5, Kec. Coblong, Kota Bandung, Jawa Barat 40132",
        "Atas nama Ratna Dewi\nWA 0812-3456-7890\n"
        "Jl. Melati 5, Kec. Coblong, Kota Bandung, Jabar 40132",
        "📍 Ratna Dewi\n📞 0812-3456-7890\n🏠 Jl. Melati 5, Kec. Coblong\n"
        "Kota Bandung, Jawa Barat 40132 🙏",
        "*Nama* : Ratna Dewi\n*No HP* : 0812-3456-7890\n*Alamat* : Jl. Melati 5\n"
        "*Kec* : Coblong\n*Kota* : Bandung\n*Prov* : Jawa Barat\n*Kode pos* : 40132",
        "Nama: Ratna Dewi, HP: 0812-3456-7890, Alamat: Jl. Melati 5, Kec: Coblong, "
        "Kota: Bandung, Provinsi: Jawa Barat, Kode Pos: 40132",
        "Nama : Ratna Dewi No HP : 0812-3456-7890 Alamat : Jl. Melati 5 Kecamatan : Coblong "
        "Kota/Kab : Kota Bandung Provinsi : Jawa Barat Kodepos : 40132",
        "Jl. Melati 5, Kec. Coblong, Kota Bandung, Jabar 40132\na.n. Ratna Dewi 0812-3456-7890",
        "Jl. Melati 5 Kec. Coblong Kota Bandung Jawa Barat 40132\nRatna Dewi\n0812-3456-7890",
        "Jl. Melati 5\nKec Coblong\nKota Bandung\nJabar\n40132\n0812-3456-7890 (Ratna Dewi)",
        "FORMAT ORDER\nNama: Ratna Dewi\nWA: 0812-3456-7890\nAlamat lengkap: Jl. Melati 5, "
        "Coblong, Kota Bandung, Jawa Barat, 40132\nPesanan: Sepatu Angin hitam 41",
        "Kepada Yth. Ratna Dewi\nJl. Melati 5\nKec. Coblong - Kota Bandung\n"
        "Jawa Barat - 40132\nTelp. 0812-3456-7890\nIndonesia",
        "Ratna Dewi\n0812-3456-7890 / 0857-1111-2222\n"
        "Jl. Melati 5, Kec. Coblong, Kota Bandung, Jabar 40132",
        "Nama:\nRatna Dewi\nNo. HP:\n0812-3456-7890\nAlamat:\nJl. Melati 5, Kec. Coblong, "
        "Kota Bandung, Jawa Barat (40132)",
    ],
)
def test_one_address_in_many_forms_is_read_alike(text: str) -> None:
    assert read_pasted(text) == Pasted(
        name="Ratna Dewi",
        phone="0812-3456-7890",
        street="Jl. Melati 5",
        district="Coblong",
        city="Kota Bandung",
        province="Jawa Barat",
        postcode="40132",
    )


ROWS = (
    (
        "Slamet Riyadi\n+62 857-1234-5678\nDsn. Krajan RT 02 RW 01, Ds. Sukamaju\n"
        "Kec. Ngawen Kab. Gunungkidul\nDIY 55853",
        ("Slamet Riyadi", "+62 857-1234-5678", "Dsn. Krajan RT 02 RW 01, Ds. Sukamaju"),
        ("Ngawen", "Kabupaten Gunungkidul", "DI Yogyakarta", "55853"),
    ),
    (
        "siti aminah\n6281298765432\njln kebon jeruk raya gg mawar no 3 rt 05/08 kel. sukabumi "
        "utara\nkec kebon jeruk\njakarta barat 11540",
        (
            "siti aminah",
            "6281298765432",
            "jln kebon jeruk raya gg mawar no 3 rt 05/08 kel. sukabumi utara",
        ),
        ("kebon jeruk", "Jakarta Barat", "DKI Jakarta", "11540"),
    ),
    (
        "Bu Tini 081355557777\nPerum Griya Asri Blok C2 no. 9\nPatokan: depan masjid Al Ikhlas\n"
        "Kec. Tambun Selatan, Kab. Bekasi, Jawa Barat 17510",
        (
            "Bu Tini",
            "081355557777",
            "Perum Griya Asri Blok C2 no. 9, Patokan: depan masjid Al Ikhlas",
        ),
        ("Tambun Selatan", "Kabupaten Bekasi", "Jawa Barat", "17510"),
    ),
    (
        "Nama: Agus\nHP: 0821 2222 3333\nAlamat: Jl. Diponegoro 12\nRT/RW: 03/05\n"
        "Kelurahan: Citarum\nKecamatan: Bandung Wetan\nKota: Bandung\nProvinsi: Jawa Barat\n"
        "Kode pos: 40115",
        ("Agus", "0821 2222 3333", "Jl. Diponegoro 12, RT/RW 03/05, Kel. Citarum"),
        ("Bandung Wetan", "Kota Bandung", "Jawa Barat", "40115"),
    ),
    (
        "Jl. Riau No. 17, Sumur Bandung, Bandung 40115\nDewi Lestari 0813-1111-2222",
        ("Dewi Lestari", "0813-1111-2222", "Jl. Riau No. 17"),
        ("Sumur Bandung", "Bandung", None, "40115"),
    ),
    (
        "Made Wirawan | 0819 9999 1111 | Jl. Raya Ubud 88 | Ubud | Gianyar | Bali 80571",
        ("Made Wirawan", "0819 9999 1111", "Jl. Raya Ubud 88"),
        ("Ubud", "Gianyar", "Bali", "80571"),
    ),
    (
        "Rudi Hartono\nHP 0852.4444.5555\nDesa Sumberejo RT 1 RW 2\nKec.Wonosari Kab.Malang\n"
        "Jatim 65164",
        ("Rudi Hartono", "0852.4444.5555", "Desa Sumberejo RT 1 RW 2"),
        ("Wonosari", "Kabupaten Malang", "Jawa Timur", "65164"),
    ),
    (
        "Ratna Dewi\n081234567890\nJl. Melati 5 Kec. Coblong Bandung 40132",
        ("Ratna Dewi", "081234567890", "Jl. Melati 5"),
        ("Coblong", "Bandung", None, "40132"),
    ),
    (
        "Jl. Kaliurang Km 5 Gg. Pandega No. 3 Sleman Yogyakarta 55281",
        (None, None, "Jl. Kaliurang Km 5 Gg. Pandega No. 3 Sleman"),
        (None, None, "DI Yogyakarta", "55281"),
    ),
    (
        "Penerima: Ibu Yuli\nTelp/WA: 0812 7777 8888\nAlamat: Apartemen Puri Mas lt 5 no 12, "
        "Kel. Rungkut Menanggal, Kec. Gunung Anyar, Surabaya, Jawa Timur 60294",
        (
            "Ibu Yuli",
            "0812 7777 8888",
            "Apartemen Puri Mas lt 5 no 12, Kel. Rungkut Menanggal",
        ),
        ("Gunung Anyar", "Surabaya", "Jawa Timur", "60294"),
    ),
    (
        "Toko Berkah Jaya (Pak Joko)\n(0815) 3333-4444\nJl. Sudirman 45, dekat Alfamart\n"
        "Kec. Ilir Timur I, Palembang, Sumsel 30114",
        ("Toko Berkah Jaya (Pak Joko)", "0815 3333-4444", "Jl. Sudirman 45, dekat Alfamart"),
        ("Ilir Timur I", "Palembang", "Sumatera Selatan", "30114"),
    ),
    (
        "Nama : Yohanes\nHp : 082199998888 (WA)\nAlamat : Jl. Trikora, Kel. Abepura\n"
        "Distrik : Abepura\nKota Jayapura Prov. Papua 99351",
        ("Yohanes", "082199998888", "Jl. Trikora, Kel. Abepura"),
        ("Abepura", "Kota Jayapura", "Papua", "99351"),
    ),
    (
        "Andi, 08114444555, Jl. Perintis Kemerdekaan Km 10, Tamalanrea, Makassar, Sulsel, 90245",
        ("Andi", "08114444555", "Jl. Perintis Kemerdekaan Km 10"),
        ("Tamalanrea", "Makassar", "Sulawesi Selatan", "90245"),
    ),
    (
        "a/n Fitri Handayani\nno wa: 0895-3333-22221\nGg. Mawar no 3, Kel. Gandul\n"
        "Cinere, Depok\nJawa Barat",
        ("Fitri Handayani", "0895-3333-22221", "Gg. Mawar no 3, Kel. Gandul"),
        ("Cinere", "Depok", "Jawa Barat", None),
    ),
    (
        "Tolong kirim ke alamat ini ya kak\nLina\n0812 1111 0000\nJl. Gajah Mada 7 "
        "Kec. Denpasar Barat Kota Denpasar Bali 80119\nTerima kasih banyak 🙏🙏",
        ("Lina", "0812 1111 0000", "Jl. Gajah Mada 7"),
        ("Denpasar Barat", "Kota Denpasar", "Bali", "80119"),
    ),
    (
        "Alamat saya: Jl. Kota Baru 5, Kec. Kotabaru, Kab. Karawang, Jawa Barat 41374",
        (None, None, "Jl. Kota Baru 5"),
        ("Kotabaru", "Kabupaten Karawang", "Jawa Barat", "41374"),
    ),
    (
        "Siti Aminah\n0812 3456 7890\nJl. Melati No. 5\nKec. Coblong\nKota/Kabupaten Bandung\n"
        "Jawa Barat 40132",
        ("Siti Aminah", "0812 3456 7890", "Jl. Melati No. 5"),
        ("Coblong", "Bandung", "Jawa Barat", "40132"),
    ),
    (
        "Ratna Dewi, S.Pd., M.Pd., M.M.",
        ("Ratna Dewi", None, "S.Pd, M.Pd, M.M"),
        (None, None, None, None),
    ),
)


@pytest.mark.parametrize(("text", "person", "place"), ROWS, ids=[row[0][:20] for row in ROWS])
def test_an_address_is_read_whatever_its_order_labels_and_abbreviations(
    text: str, person: tuple[str | None, ...], place: tuple[str | None, ...]
) -> None:
    found = read_pasted(text)

    assert (found.name, found.phone, found.street) == person
    assert (found.district, found.city, found.province, found.postcode) == place


def test_what_is_too_long_to_be_an_address_is_not_read() -> None:
    address = "Nama: Ratna Dewi\nHP: 0812-3456-7890\nAlamat: Jl. Melati 5\n"

    longest = read_pasted(address.ljust(LONGEST))

    assert (longest.name, longest.street) == ("Ratna Dewi", "Jl. Melati 5")
    assert read_pasted(address.ljust(LONGEST + 1)) == Pasted()


@pytest.mark.parametrize("start", ["a", "nama", "0"])
@pytest.mark.parametrize(
    "unit", [",", "/", "|", ";", "\n", " ", "\t", ",\n", "a, , ,", "nama\n", "nama: ", "(", "0 "]
)
def test_a_long_row_of_the_same_signs_costs_little(start: str, unit: str) -> None:
    row = (start + unit * LONGEST)[: LONGEST - 1]
    began = time.process_time()

    for text in (row, row + "x"):
        read_pasted(text)

    # A few thousandths of a second; what tries each sign anew takes a hundred times as long.
    assert time.process_time() - began < 0.3


def test_an_address_in_one_line_has_its_name_before_the_number() -> None:
    assert read_pasted(
        "Dewi Lestari 081234567890 Jl. Sukajadi No. 12 RT 3 RW 5 Kel. Cipedes Kec. Sukajadi "
        "Kota Bandung 40162"
    ) == Pasted(
        name="Dewi Lestari",
        phone="081234567890",
        street="Jl. Sukajadi No. 12 RT 3 RW 5 Kel. Cipedes",
        district="Sukajadi",
        city="Kota Bandung",
        postcode="40162",
    )


def test_a_bad_postcode_at_the_end_is_no_part_of_the_street() -> None:
    found = read_pasted("Ani\n0812-1111-2222\nJl. A 1, Kec. B, Bandung, Jawa Barat 401")

    assert (found.street, found.unread, found.postcode) == ("Jl. A 1", "401", None)
    assert read_pasted("Jl. Melati, 120\nKec. B, Kota Bandung 40132").street == "Jl. Melati, 120"
