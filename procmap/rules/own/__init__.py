"""OWN: process ownership (*prosesseierskap*)."""
