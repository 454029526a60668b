"""From a landscape to the register somebody fills in."""
