"""The demo's shops: that they load, that they are whole, and that their pictures are ours."""
