"""HND: hand-offs (*overleveringer*)."""
