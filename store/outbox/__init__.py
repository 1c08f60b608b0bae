"""What the shop owes its people, carried out after the commit."""
