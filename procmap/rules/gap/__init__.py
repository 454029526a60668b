"""GAP: cross-unit gaps."""
