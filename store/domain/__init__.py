"""Pure rules of the shop; nothing here reads a clock, a table or a network."""
