"""Callback data: what a button writes it reads back, and nothing else is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons.base import OldButton
from bot.buttons.browse import ChooseVariant, OpenProduct
from bot.buttons.start import Home


@given(
    st.integers(-(2**63) + 1, 2**63 - 1),
    st.integers(0, 9),
    st.integers(0, 2**40),
    st.integers(1, 99),
)
def test_a_button_reads_what_it_wrote(
    product: int, picture: int, variant: int, quantity: int
) -> None:
    button = OpenProduct(product, picture, variant, quantity)

    assert OpenProduct.unpack(button.pack()) == button
    assert len(button.pack().encode()) <= 64


@pytest.mark.parametrize(
    "data",
    [
        "",
        "p1",
        "p1.1.0.0",
        "p1.1.0.0.1.1",
        "p2.1.0.0.1",
        "p1.1.0.0.A",
        "p1.01.0.0.1",
        "p1.-0.0.0.1",
        "p1.1.0.0.-",
        "p1.1.0.0.1 ",
        "p1.1.0.0.١",
        "p1.zzzzzzzzzzzzzzz.0.0.1",
        "pv1.1.1.2",
    ],
)
def test_what_no_button_wrote_is_refused(data: str) -> None:
    assert not OpenProduct.is_mine(data)
    assert not ChooseVariant.is_mine(data)
    with pytest.raises(OldButton):
        OpenProduct.unpack(data)


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused_and_never_breaks(data: str) -> None:
    if Home.is_mine(data):
        assert data == Home().pack()


@pytest.mark.parametrize("data", [None, 7, b"h1", ["h1"]])
def test_what_is_not_text_is_nobodys_button(data: object) -> None:
    assert not Home.is_mine(data)
