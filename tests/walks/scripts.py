"""How every step of every conversation is reached, and what is done there next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.crash.rig import Act, starts, taps, writes
from tests.walks.town import ADDRESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Who gets to a step by which acts, what they do there, and what they see then."""

    conversation: str
    step: str
    who: str = "Ratna"
    reach: Sequence[Act]
    then: Sequence[Act]
    sees: str

    @property
    def name(self) -> str:
        """The step, as tests call it."""
        return f"{self.conversation}.{self.step}"


def ratna(*labels: str) -> tuple[Act, ...]:
    return tuple(taps("Ratna", label) for label in labels)


def budi(*labels: str) -> tuple[Act, ...]:
    return tuple(taps("Budi", label) for label in labels)


_CARD: Final = (
    starts("Ratna"),
    *ratna("Belanja", "Toko Langkah", "Sepatu Angin", "Beli sekarang", "Hitam 41"),
)
PAYING: Final = (*_CARD, *ratna("Pembayaran", "Transfer · BCA", "Buat pesanan"))
_FORM: Final = (*_CARD, *ratna("Alamat", "Alamat baru"))
_REASON: Final = (
    starts("Ratna"),
    *ratna("Pesanan saya", "Dikemas ·", "Batalkan pesanan"),
)

_ORDER: Final = (starts("Budi"), *budi("Seller desk", "To be sent", "Sepatu Angin"))

_KEPT: Final = (starts("Ratna"), *ratna("Profil", "Alamat tersimpan"))

SCRIPTS: Final = (
    Script(
        conversation="buy",
        step="CARD",
        reach=_CARD,
        then=ratna("Buat pesanan"),
        sees="Terima kasih",
    ),
    Script(
        conversation="buy",
        step="QUANTITY",
        reach=(*_CARD, *ratna("Jumlah: 1")),
        then=(writes("Ratna", "2"),),
        sees="× 2 — Rp558.000",
    ),
    Script(
        conversation="buy",
        step="NOTE",
        reach=(*_CARD, *ratna("Catatan")),
        then=(writes("Ratna", "Tolong dibungkus kado"),),
        sees="Tolong dibungkus kado",
    ),
    Script(
        conversation="address",
        step="FIELD",
        reach=(*_FORM, writes("Ratna", "Ibu Ratna"), writes("Ratna", "0812 3456 7899")),
        then=(
            *(
                writes("Ratna", text)
                for text in ("Jl. Mawar 9", "Lengkong", "Kota Bandung", "Jabar")
            ),
            writes("Ratna", "40261"),
            *ratna("Simpan alamat"),
        ),
        sees="Jl. Mawar 9, Lengkong, Kota Bandung, Jawa Barat 40261",
    ),
    Script(
        conversation="address",
        step="CITY",
        reach=(*_FORM, writes("Ratna", ADDRESS.replace("Kota Bandung", "Bandung"))),
        then=ratna("Kabupaten Bandung", "Simpan alamat"),
        sees="Coblong, Kabupaten Bandung",
    ),
    Script(
        conversation="address",
        step="CONFIRM",
        reach=(*_FORM, writes("Ratna", ADDRESS)),
        then=ratna("Simpan alamat"),
        sees="Jl. Melati 5 RT 02/RW 04, Coblong",
    ),
    Script(
        conversation="cancel",
        step="REASON",
        reach=(*_REASON, *ratna("Ada harga lebih murah")),
        then=ratna("Kirim pembatalan"),
        sees="dibatalkan",
    ),
    Script(
        conversation="cancel",
        step="WORDS",
        reach=(*_REASON, *ratna("Ada harga lebih murah", "Tambah keterangan")),
        then=(writes("Ratna", "Di pasar lebih murah"), *ratna("Kirim pembatalan")),
        sees="dibatalkan",
    ),
    Script(
        conversation="ship_order",
        step="CHANGE",
        who="Budi",
        reach=(
            *_ORDER,
            *budi("Arrange the shipment", "Arrange it now", "Another courier", "JNE YES"),
        ),
        then=(*budi("Yes, change the courier"), writes("Budi", "012345678901")),
        sees="JNE YES · 012345678901",
    ),
    Script(
        conversation="ship_order",
        step="NUMBER",
        who="Budi",
        reach=(*_ORDER, *budi("Arrange the shipment", "Arrange it now")),
        then=(writes("Budi", "012345678901"),),
        sees="JNE REG · 012345678901",
    ),
    Script(
        conversation="ship_order",
        step="WHERE",
        who="Budi",
        reach=(
            *_ORDER,
            *budi("Arrange the shipment", "Arrange it now", "No number"),
            *budi("Yes, we bring it", "Say where it is"),
        ),
        then=(writes("Budi", "Left the shop at noon"),),
        sees="Left the shop at noon",
    ),
    Script(
        conversation="seller_cancel",
        step="REASON",
        who="Budi",
        reach=(*_ORDER, *budi("Cancel order")),
        then=budi("Out of stock", "Without an explanation", "Cancel order"),
        sees="The buyer has been told why",
    ),
    Script(
        conversation="seller_cancel",
        step="WORDS",
        who="Budi",
        reach=(*_ORDER, *budi("Cancel order", "Pricing error")),
        then=(writes("Budi", "A nought was missing"), *budi("Cancel order")),
        sees="The buyer has been told why",
    ),
    Script(
        conversation="seller_cancel",
        step="CHECK",
        who="Budi",
        reach=(
            *_ORDER,
            *budi("Cancel order", "Pricing error"),
            writes("Budi", "A nought was missing"),
        ),
        then=budi("Cancel order"),
        sees="The buyer has been told why",
    ),
    Script(
        conversation="count_stock",
        step="COUNT",
        who="Budi",
        reach=(starts("Budi"), *budi("Seller desk", "Stock", "Kaus Lari", "L: 10")),
        then=(writes("Budi", "12"),),
        sees="L: 12",
    ),
    Script(
        conversation="edit_address",
        step="FIELD",
        reach=(*_KEPT, *ratna("Ratna Dewi", "Ubah: Nomor HP")),
        then=(writes("Ratna", "0812-3456-7111"),),
        sees="7111",
    ),
    Script(
        conversation="edit_address",
        step="NEW",
        reach=(*_KEPT, *ratna("Isi alamat")),
        then=(writes("Ratna", ADDRESS), *ratna("Simpan alamat")),
        sees="Jl. Melati 5 RT 02/RW 04",
    ),
    Script(
        conversation="write_message",
        step="WORDS",
        reach=(
            starts("Ratna"),
            *ratna("Pesanan saya", "Dikemas ·", "Tanya penjual", "Tulis pesan"),
        ),
        then=(writes("Ratna", "Ukurannya pas untuk kaki lebar?"),),
        sees="Terkirim ke Toko Langkah",
    ),
    Script(
        conversation="write_message",
        step="MORE",
        reach=(
            starts("Ratna"),
            *ratna("Pesanan saya", "Dikemas ·", "Tanya penjual", "Tulis pesan"),
            writes("Ratna", "Ukurannya pas?"),
            writes("Ratna", "Kaki saya lebar."),
        ),
        then=ratna("Kirim"),
        sees="Kaki saya lebar.",
    ),
)
