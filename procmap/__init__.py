"""procmap reads process models and shows where work changes hands with nobody responsible."""

__all__: list[str] = []
