"""Facts that leave a transaction, told to people afterwards."""
