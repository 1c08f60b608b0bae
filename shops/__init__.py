"""The shops of the demo, and the program that draws their pictures."""
