"""Tables of the shop, one module a feature."""
