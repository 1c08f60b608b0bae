"""The same for what is paid, found and sent back."""

from typing import Final

from tests.crash.rig import Act, starts, taps, writes
from tests.crash.test_cards import pays
from tests.walks.scripts import PAYING, Script, budi, ratna


def _ani(*labels: str) -> tuple[Act, ...]:
    return tuple(taps("Ani", label) for label in labels)


_OWED: Final = (
    *PAYING,
    *ratna("Saya sudah transfer", "Lanjut tanpa foto"),
    *budi("arrived"),
    *ratna("Lihat pesanan", "Ajukan pembatalan", "Ada harga lebih murah", "Kirim pembatalan"),
    *budi("Approve"),
    *ratna("Isi rekening", "E-wallet"),
    writes("Ratna", "GoPay"),
)
# In Sari's shop, which gives buyers an hour to think again.
_CHARGED: Final = (
    starts("Ratna"),
    *ratna("Belanja", "Sore", "Teh Melati 1", "Beli sekarang"),
    *ratna("Pembayaran", "Kartu, langsung di chat ini", "Buat pesanan", "Bayar dengan kartu"),
    pays,
    *ratna("Lihat pesanan", "Batalkan pesanan", "Ada harga lebih murah", "Kirim pembatalan"),
)

MONEY_SCRIPTS: Final = (
    Script(
        conversation="pay",
        step="PROOF",
        reach=(*PAYING, *ratna("Saya sudah transfer")),
        then=ratna("Lanjut tanpa foto"),
        sees="sedang memeriksa pembayaran Anda",
    ),
    Script(
        conversation="check_amount",
        step="AMOUNT",
        who="Budi",
        reach=(
            *PAYING,
            *ratna("Saya sudah transfer", "Lanjut tanpa foto"),
            *budi("Another amount"),
        ),
        then=(writes("Budi", "100.000"), *budi("Yes, that came")),
        sees="Rp100.000 arrived",
    ),
    Script(
        conversation="refund_account",
        step="FIELD",
        reach=_OWED,
        then=(
            writes("Ratna", "0812 3456 7890"),
            writes("Ratna", "Ratna Dewi"),
            *ratna("Ya, simpan"),
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
            *ratna("Ya, simpan"),
            *budi("See refund", "Money sent"),
        ),
        then=budi("Sent, without a photo"),
        sees="Sent by Budi",
    ),
    Script(
        conversation="find_money",
        step="SUM",
        who="Budi",
        reach=(
            *PAYING,
            starts("Budi"),
            *budi("Seller desk", "Not paid yet", "Sepatu Angin", "Money has come"),
        ),
        then=(writes("Budi", "100.000"), *budi("Yes, that came")),
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
        then=(writes("Ani", "re_1"), *ratna("Sudah saya terima")),
        sees="has arrived on the buyer's card",
    ),
)
