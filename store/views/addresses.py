"""Addresses as their owner sees them."""

from dataclasses import dataclass

from store.domain.address import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressView:
    """A saved address."""

    id: int
    version: int
    address: Address
