"""The project's own proof: each folder tests one layer of the house."""
