"""The command line: everything an operator starts by hand."""
