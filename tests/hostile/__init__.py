"""People who mean harm: forged buttons, hostile words, made-up links, and ears at the wall."""
