"""In which province a well-known city lies, as far as its name alone leaves no doubt."""

from typing import Final

from store.domain.cities import plain_name
from store.domain.provinces import Province, find_province

# Left out are names that two provinces share, like Banjar, and what has changed its province.
_CITIES_OF: Final = {
    "Aceh": ("Banda Aceh", "Sabang", "Langsa", "Lhokseumawe", "Subulussalam"),
    "Sumatera Utara": ("Medan", "Binjai", "Pematangsiantar", "Pematang Siantar", "Sibolga"),
    "Sumatera Barat": ("Padang", "Bukittinggi", "Payakumbuh", "Padang Panjang", "Solok"),
    "Riau": ("Pekanbaru", "Dumai"),
    "Jambi": ("Sungai Penuh",),
    "Sumatera Selatan": ("Palembang", "Prabumulih", "Lubuklinggau", "Pagar Alam"),
    "Lampung": ("Bandar Lampung",),
    "Kepulauan Bangka Belitung": ("Pangkalpinang", "Pangkal Pinang"),
    "Kepulauan Riau": ("Batam", "Tanjungpinang", "Tanjung Pinang"),
    "DKI Jakarta": (
        "Jakarta",
        "Jakarta Barat",
        "Jakarta Pusat",
        "Jakarta Selatan",
        "Jakarta Timur",
        "Jakarta Utara",
    ),
    "Jawa Barat": (
        "Bandung",
        "Bandung Barat",
        "Bekasi",
        "Bogor",
        "Ciamis",
        "Cianjur",
        "Cimahi",
        "Cirebon",
        "Depok",
        "Garut",
        "Indramayu",
        "Karawang",
        "Majalengka",
        "Purwakarta",
        "Subang",
        "Sukabumi",
        "Sumedang",
        "Tasikmalaya",
    ),
    "Jawa Tengah": (
        "Banyumas",
        "Cilacap",
        "Klaten",
        "Kudus",
        "Magelang",
        "Pekalongan",
        "Salatiga",
        "Semarang",
        "Sukoharjo",
        "Surakarta",
        "Tegal",
    ),
    "DI Yogyakarta": ("Yogyakarta", "Bantul", "Gunungkidul", "Kulon Progo", "Sleman"),
    "Jawa Timur": (
        "Banyuwangi",
        "Blitar",
        "Gresik",
        "Jember",
        "Kediri",
        "Madiun",
        "Malang",
        "Mojokerto",
        "Pasuruan",
        "Probolinggo",
        "Sidoarjo",
        "Surabaya",
    ),
    "Banten": ("Cilegon", "Serang", "Tangerang", "Tangerang Selatan"),
    "Bali": ("Denpasar", "Badung", "Gianyar", "Buleleng", "Tabanan"),
    "Nusa Tenggara Barat": ("Mataram", "Bima"),
    "Nusa Tenggara Timur": ("Kupang",),
    "Kalimantan Barat": ("Pontianak", "Singkawang"),
    "Kalimantan Tengah": ("Palangka Raya", "Palangkaraya"),
    "Kalimantan Selatan": ("Banjarmasin", "Banjarbaru"),
    "Kalimantan Timur": ("Samarinda", "Balikpapan", "Bontang"),
    "Kalimantan Utara": ("Tarakan",),
    "Sulawesi Utara": ("Manado", "Bitung", "Tomohon", "Kotamobagu"),
    "Sulawesi Selatan": ("Makassar", "Parepare", "Palopo"),
    "Sulawesi Tenggara": ("Kendari", "Baubau"),
    "Gorontalo": ("Gorontalo",),
    "Maluku": ("Ambon",),
    "Maluku Utara": ("Ternate",),
    "Papua": ("Jayapura",),
}
_HOME: Final = {
    plain_name(city): find_province(home) for home, cities in _CITIES_OF.items() for city in cities
}


def home_of(city: str) -> Province | None:
    """The province of a city, however it was spelled; None where that is not certain."""
    return _HOME.get(plain_name(city))
