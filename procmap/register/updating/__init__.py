"""Bringing a filled-in register up to date with its models."""
