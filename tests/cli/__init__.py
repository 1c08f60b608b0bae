"""The command line as an operator meets it: what it says, and how it ends."""
