"""The shop: everything that would be the same if the customers came by telephone."""
