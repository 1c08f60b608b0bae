"""How updates come in: stored raw first, then taken one by one per person."""
