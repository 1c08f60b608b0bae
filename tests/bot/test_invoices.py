"""Sums and payloads of invoices: whole rupiah here, hundredths at Telegram."""

import pytest

from bot.invoices import LIMITS, minor_units, order_of, payload_of, rupiah_of
from store.domain.money import Rupiah


def test_telegram_counts_rupiah_in_hundredths() -> None:
    assert minor_units(Rupiah(279_000)) == 27_900_000
    assert rupiah_of(27_900_000, "IDR") == 279_000


@pytest.mark.parametrize(("total", "currency"), [(27_900_001, "IDR"), (27_900_000, "USD")])
def test_any_other_money_pays_nothing(total: int, currency: str) -> None:
    assert rupiah_of(total, currency) == 0


def test_a_payload_finds_its_order_again() -> None:
    assert order_of(payload_of(4711)) == 4711


@pytest.mark.parametrize("payload", ["", "4711", "order:", "order:-1", "order:１", "order:1" * 9])
def test_what_is_none_of_ours_finds_none(payload: str) -> None:
    assert order_of(payload) == 0


def test_the_limits_are_telegrams_rounded_inwards() -> None:
    assert minor_units(LIMITS.least) >= 1_617_595
    assert minor_units(Rupiah(LIMITS.least - 1)) < 1_617_595
    assert minor_units(LIMITS.most) == 16_175_950_000
