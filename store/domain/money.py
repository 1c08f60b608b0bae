"""Money is whole rupiah and nothing else."""

from typing import NewType

Rupiah = NewType("Rupiah", int)
