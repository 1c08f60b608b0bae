"""Tokens of links, and the number of an order in the middle of a text."""

import pytest

from store.domain.links import TOKEN_BITS, write_token
from store.domain.order import find_ref


def test_a_token_is_short_and_may_stand_in_a_link() -> None:
    tokens = {write_token(number) for number in (0, 1, 2**TOKEN_BITS - 1)}

    assert {len(token) for token in tokens} == {22}
    assert len(tokens) == 3
    assert all(sign.isalnum() or sign in "-_" for token in tokens for sign in token)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("LPK-7Q4M2-9XTDA", "7Q4M29XTDA"),
        ("kapan lpk-7q4m2-9xtda sampai?", "7Q4M29XTDA"),
        ("LPK7Q4M29XTDA", "7Q4M29XTDA"),
        ("LPK 7Q4M2 9XTDA", "7Q4M29XTDA"),
        ("LPK-7Q4M2-9XTD", None),
        ("7Q4M29XTDA", None),
        ("sepatu lari hitam", None),
        ("", None),
    ],
)
def test_an_order_is_found_where_it_is_named(text: str, ref: str | None) -> None:
    assert find_ref(text) == ref
