"""How the shop's facts reach people who did not press anything."""
