"""How every step of every conversation is reached, and what is done there next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.crash.rig import Act, starts, taps, writes
from tests.crash.test_cards import pays
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


def _ratna(*labels: str) -> tuple[Act, ...]:
    return tuple(taps("Ratna", label) for label in labels)


def _ani(*labels: str) -> tuple[Act, ...]:
    return tuple(taps("Ani", label) for label in labels)


def _budi(*labels: str) -> tuple[Act, ...]:
    return tuple(taps("Budi", label) for label in labels)


_CARD: Final = (
    starts("Ratna"),
    *_ratna("Belanja", "Toko Langkah", "Sepatu Angin", "Beli sekarang", "Hitam 41"),
)
_PAYING: Final = (*_CARD, *_ratna("Pembayaran", "Transfer · BCA", "Buat pesanan"))
_OWED: Final = (
    *_PAYING,
    *_ratna("Saya sudah transfer", "Lanjut tanpa foto"),
    *_budi("arrived"),
    *_ratna("Lihat pesanan", "Ajukan pembatalan", "Ada harga lebih murah", "Kirim pembatalan"),
    *_budi("Approve"),
    *_ratna("Isi rekening", "E-wallet"),
    writes("Ratna", "GoPay"),
)
# In Sari's shop, which gives buyers an hour to think again.
_CHARGED: Final = (
    starts("Ratna"),
    *_ratna("Belanja", "Sore", "Teh Melati 1", "Beli sekarang"),
    *_ratna("Pembayaran", "Kartu, langsung di chat ini", "Buat pesanan", "Bayar dengan kartu"),
    pays,
    *_ratna("Lihat pesanan", "Batalkan pesanan", "Ada harga lebih murah", "Kirim pembatalan"),
)
_FORM: Final = (*_CARD, *_ratna("Alamat", "Alamat baru"))
_REASON: Final = (
    starts("Ratna"),
    *_ratna("Pesanan saya", "Dikemas ·", "Batalkan pesanan"),
)

_ORDER: Final = (starts("Budi"), *_budi("Seller desk", "To be sent", "Sepatu Angin"))

_KEPT: Final = (starts("Ratna"), *_ratna("Profil", "Alamat tersimpan"))

SCRIPTS: Final = (
    Script(
        conversation="buy",
        step="CARD",
        reach=_CARD,
        then=_ratna("Buat pesanan"),
        sees="Terima kasih",
    ),
    Script(
        conversation="buy",
        step="QUANTITY",
        reach=(*_CARD, *_ratna("Jumlah: 1")),
        then=(writes("Ratna", "2"),),
        sees="× 2 — Rp558.000",
    ),
    Script(
        conversation="buy",
        step="NOTE",
        reach=(*_CARD, *_ratna("Catatan")),
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
            *_ratna("Simpan alamat"),
        ),
        sees="Jl. Mawar 9, Lengkong, Kota Bandung, Jawa Barat 40261",
    ),
    Script(
        conversation="address",
        step="CITY",
        reach=(*_FORM, writes("Ratna", ADDRESS.replace("Kota Bandung", "Bandung"))),
        then=_ratna("Kabupaten Bandung", "Simpan alamat"),
        sees="Coblong, Kabupaten Bandung",
    ),
    Script(
        conversation="address",
        step="CONFIRM",
        reach=(*_FORM, writes("Ratna", ADDRESS)),
        then=_ratna("Simpan alamat"),
        sees="Jl. Melati 5 RT 02/RW 04, Coblong",
    ),
    Script(
        conversation="cancel",
        step="REASON",
        reach=(*_REASON, *_ratna("Ada harga lebih murah")),
        then=_ratna("Kirim pembatalan"),
        sees="dibatalkan",
    ),
    Script(
        conversation="cancel",
        step="WORDS",
        reach=(*_REASON, *_ratna("Ada harga lebih murah", "Tambah keterangan")),
        then=(writes("Ratna", "Di pasar lebih murah"), *_ratna("Kirim pembatalan")),
        sees="dibatalkan",
    ),
    Script(
        conversation="ship_order",
        step="CHANGE",
        who="Budi",
        reach=(
            *_ORDER,
            *_budi("Arrange the shipment", "Arrange it now", "Another courier", "JNE YES"),
        ),
        then=(*_budi("Yes, change the courier"), writes("Budi", "012345678901")),
        sees="JNE YES · 012345678901",
    ),
    Script(
        conversation="ship_order",
        step="NUMBER",
        who="Budi",
        reach=(*_ORDER, *_budi("Arrange the shipment", "Arrange it now")),
        then=(writes("Budi", "012345678901"),),
        sees="JNE REG · 012345678901",
    ),
    Script(
        conversation="ship_order",
        step="WHERE",
        who="Budi",
        reach=(
            *_ORDER,
            *_budi("Arrange the shipment", "Arrange it now", "No number"),
            *_budi("Yes, we bring it", "Say where it is"),
        ),
        then=(writes("Budi", "Left the shop at noon"),),
        sees="Left the shop at noon",
    ),
    Script(
        conversation="seller_cancel",
        step="REASON",
        who="Budi",
        reach=(*_ORDER, *_budi("Cancel order")),
        then=_budi("Out of stock", "Without an explanation", "Cancel order"),
        sees="The buyer has been told why",
    ),
    Script(
        conversation="seller_cancel",
        step="WORDS",
        who="Budi",
        reach=(*_ORDER, *_budi("Cancel order", "Pricing error")),
        then=(writes("Budi", "A nought was missing"), *_budi("Cancel order")),
        sees="The buyer has been told why",
    ),
    Script(
        conversation="seller_cancel",
        step="CHECK",
        who="Budi",
        reach=(
            *_ORDER,
            *_budi("Cancel order", "Pricing error"),
            writes("Budi", "A nought was missing"),
        ),
        then=_budi("Cancel order"),
        sees="The buyer has been told why",
    ),
    Script(
        conversation="count_stock",
        step="COUNT",
        who="Budi",
        reach=(starts("Budi"), *_budi("Seller desk", "Stock", "Kaus Lari", "L: 10")),
        then=(writes("Budi", "12"),),
        sees="L: 12",
    ),
    Script(
        conversation="edit_address",
        step="FIELD",
        reach=(*_KEPT, *_ratna("Ratna Dewi", "Ubah: Nomor HP")),
        then=(writes("Ratna", "0812-3456-7111"),),
        sees="7111",
    ),
    Script(
        conversation="edit_address",
        step="NEW",
        reach=(*_KEPT, *_ratna("Isi alamat")),
        then=(writes("Ratna", ADDRESS), *_ratna("Simpan alamat")),
        sees="Jl. Melati 5 RT 02/RW 04",
    ),
    Script(
        conversation="write_message",
        step="WORDS",
        reach=(
            starts("Ratna"),
            *_ratna("Pesanan saya", "Dikemas ·", "Tanya penjual", "Tulis pesan"),
        ),
        then=(writes("Ratna", "Ukurannya pas untuk kaki lebar?"),),
        sees="Terkirim ke Toko Langkah",
    ),
    Script(
        conversation="write_message",
        step="MORE",
        reach=(
            starts("Ratna"),
            *_ratna("Pesanan saya", "Dikemas ·", "Tanya penjual", "Tulis pesan"),
            writes("Ratna", "Ukurannya pas?"),
            writes("Ratna", "Kaki saya lebar."),
        ),
        then=_ratna("Kirim"),
        sees="Kaki saya lebar.",
    ),
    Script(
        conversation="pay",
        step="PROOF",
        reach=(*_PAYING, *_ratna("Saya sudah transfer")),
        then=_ratna("Lanjut tanpa foto"),
        sees="sedang memeriksa pembayaran Anda",
    ),
    Script(
        conversation="check_amount",
        step="AMOUNT",
        who="Budi",
        reach=(
            *_PAYING,
            *_ratna("Saya sudah transfer", "Lanjut tanpa foto"),
            *_budi("Another amount"),
        ),
        then=(writes("Budi", "100.000"), *_budi("Yes, that came")),
        sees="Rp100.000 arrived",
    ),
    Script(
        conversation="refund_account",
        step="FIELD",
        reach=_OWED,
        then=(
            writes("Ratna", "0812 3456 7890"),
            writes("Ratna", "Ratna Dewi"),
            *_ratna("Ya, simpan"),
        ),
        sees="Tercatat: GoPay",
    ),
    Script(
        conversation="send_refund",
        step="PROOF",
        who="Budi",
        reach=(
            *_OWED,
            writes("Ratna", "0812 3456 7890"),
            writes("Ratna", "Ratna Dewi"),
            *_ratna("Ya, simpan"),
            *_budi("See refund", "Money sent"),
        ),
        then=_budi("Sent, without a photo"),
        sees="Sent by Budi",
    ),
    Script(
        conversation="find_money",
        step="SUM",
        who="Budi",
        reach=(
            *_PAYING,
            starts("Budi"),
            *_budi("Seller desk", "Not paid yet", "Sepatu Angin", "Money has come"),
        ),
        then=(writes("Budi", "100.000"), *_budi("Yes, that came")),
        sees="Arrived: Rp100.000, still missing",
    ),
    Script(
        conversation="card_refund",
        step="REFERENCE",
        who="Ani",
        reach=(
            *_CHARGED,
            *_ani("See refund", "Refunded"),
        ),
        then=(writes("Ani", "re_1"), *_ratna("Sudah saya terima")),
        sees="has arrived on the buyer's card",
    ),
)
