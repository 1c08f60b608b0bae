"""Tools for whoever works on the project; nothing of the product imports them."""
