"""CAP: capacity (*kapasitet*)."""
