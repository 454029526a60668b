"""SYS: systems, and who answers for them."""
