"""What an update costs; `make bench` prints it."""
