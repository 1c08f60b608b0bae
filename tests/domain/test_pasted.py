"""Addresses as people paste them from a chat."""

import pytest

from store.domain.pasted import Pasted, read_pasted


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
    ],
)
def test_greetings_and_labels_of_a_chat_do_not_end_up_on_the_parcel(text: str) -> None:
    assert read_pasted(text) == Pasted(
        name="Ratna Dewi",
        phone="0812-3456-7890",
        street="Jl. Melati 5",
        district="Coblong",
        city="Kota Bandung",
        province="Jawa Barat",
        postcode="40132",
    )
